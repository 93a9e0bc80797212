/* Reading a table by the names of its columns. */
#include "export/view.h"

#include <math.h>
#include <string.h>

vcl_view vcl_view_find(const vcl_table *table, const char *name)
{
    vcl_view view = { 0 };

    if (table != NULL && vcl_table_find_column(table, name, &view.index)) {
        view.table = table;
        view.type = vcl_table_column(table, view.index)->type;
    }
    return view;
}

static const vcl_value *value_of(vcl_view view, size_t row)
{
    const vcl_value *value = NULL;

    if (view.table == NULL) {
        return NULL;
    }
    value = &vcl_table_row(view.table, row)[view.index];
    return value->is_null ? NULL : value;
}

int64_t vcl_view_number(vcl_view view, size_t row)
{
    const double range = 9e18; /* within int64_t */
    const vcl_value *value = value_of(view, row);

    if (value != NULL && view.type == VCL_INTEGER) {
        return value->integer;
    }
    if (value != NULL && view.type == VCL_REAL && fabs(value->real) < range) {
        return (int64_t)value->real;
    }
    return 0;
}

bool vcl_view_real(vcl_view view, size_t row, double *out)
{
    const vcl_value *value = value_of(view, row);
    bool is_real = value != NULL && view.type == VCL_REAL;

    if (is_real) {
        *out = value->real;
    }
    return is_real;
}

const char *vcl_view_text(vcl_view view, size_t row)
{
    const vcl_value *value = value_of(view, row);
    bool is_text = view.type == VCL_TEXT || view.type == VCL_TERM;

    return value != NULL && is_text ? value->text : NULL;
}

bool vcl_view_is(vcl_view view, size_t row, const char *word)
{
    const char *text = vcl_view_text(view, row);

    return text != NULL && strcmp(text, word) == 0;
}

size_t vcl_view_rows(const vcl_table *table)
{
    return table != NULL ? vcl_table_row_count(table) : 0;
}
