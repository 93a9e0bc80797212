/* A value as readers see it. */
#include "export/format.h"

#include "export/number.h"

bool vcl_format_is_number(const vcl_column *column)
{
    return column->type == VCL_INTEGER || column->type == VCL_REAL;
}

static void add_list(vcl_text *out, const vcl_value *value)
{
    if (value->list.count == 0) {
        vcl_text_add(out, VCL_NUMBER_NONE);
    }
    for (size_t i = 0; i < value->list.count; i++) {
        vcl_text_add(out, i == 0 ? "" : ", ");
        vcl_text_add_visible(out, vcl_slice_of(value->list.items[i]));
    }
}

void vcl_format_value(vcl_text *out, const vcl_value *value, const vcl_column *column, int decimals,
                      vcl_language language)
{
    if (value->is_null) {
        vcl_text_add(out, VCL_NUMBER_NONE);
        return;
    }
    switch (column->type) {
    case VCL_INTEGER:
        vcl_text_add(out, vcl_number_of_integer(value->integer, language).bytes);
        break;
    case VCL_REAL:
        vcl_text_add(out, (column->flags & VCL_COLUMN_RATE) != 0
                              ? vcl_number_of_rate(value->real, language).bytes
                              : vcl_number_of_real(value->real, decimals, language).bytes);
        break;
    case VCL_TERM:
        vcl_text_add_visible(out, vcl_slice_of(vcl_term_label(value->text, language)));
        break;
    case VCL_LIST:
        add_list(out, value);
        break;
    case VCL_BOOLEAN:
        vcl_text_add(out, vcl_term_label(value->boolean ? "true" : "false", language));
        break;
    case VCL_TEXT:
        vcl_text_add_visible(out, vcl_slice_of(value->text));
        break;
    }
}
