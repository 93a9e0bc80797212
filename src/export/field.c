/* Reading a table by the names of its columns. */
#include "export/field.h"

#include <math.h>
#include <string.h>

vcl_field vcl_cell_find(const vcl_table *table, const char *name)
{
    vcl_field field = { 0 };

    if (table != NULL && vcl_table_find_column(table, name, &field.index)) {
        field.table = table;
        field.type = vcl_table_column(table, field.index)->type;
    }
    return field;
}

static const vcl_value *value_of(vcl_field field, size_t row)
{
    const vcl_value *value = NULL;

    if (field.table == NULL) {
        return NULL;
    }
    value = &vcl_table_row(field.table, row)[field.index];
    return value->is_null ? NULL : value;
}

int64_t vcl_cell_number(vcl_field field, size_t row)
{
    const double range = 9e18; /* within int64_t */
    const vcl_value *value = value_of(field, row);

    if (value != NULL && field.type == VCL_INTEGER) {
        return value->integer;
    }
    if (value != NULL && field.type == VCL_REAL && fabs(value->real) < range) {
        return (int64_t)value->real;
    }
    return 0;
}

const char *vcl_cell_text(vcl_field field, size_t row)
{
    const vcl_value *value = value_of(field, row);
    bool is_text = field.type == VCL_TEXT || field.type == VCL_TERM;

    return value != NULL && is_text ? value->text : NULL;
}

bool vcl_cell_is(vcl_field field, size_t row, const char *word)
{
    const char *text = vcl_cell_text(field, row);

    return text != NULL && strcmp(text, word) == 0;
}

size_t vcl_cell_rows(const vcl_table *table)
{
    return table != NULL ? vcl_table_row_count(table) : 0;
}
