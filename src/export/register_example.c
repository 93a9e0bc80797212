/* What a template shows of each register: a row made of the examples in registers.def. */
#include <stdlib.h>
#include <string.h>

#include "export/register_parts.h"

/* "25,5" and "25.5" alike. */
static void put_number(vcl_registers *registers, vcl_register_field field, const char *example)
{
    vcl_text *out = &registers->texts[field];

    for (const char *at = example; *at != '\0'; at++) {
        vcl_text_add_byte(out, *at == ',' ? '.' : *at);
    }
    registers->cells[field] = (vcl_register_cell){ VCL_REGISTER_NUMBER, vcl_text_bytes(out) };
}

/* Of "31/12/2025". */
static void put_day(vcl_registers *registers, vcl_register_field field, const char *example)
{
    static const size_t parts[][2] = { { 6, 4 }, { 3, 2 }, { 0, 2 } }; /* year, month, day */
    vcl_text *out = &registers->texts[field];

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        vcl_text_add(out, i > 0 ? "-" : "");
        vcl_text_add_slice(out, (vcl_slice){ example + parts[i][0], parts[i][1] });
    }
    registers->cells[field] = (vcl_register_cell){ VCL_REGISTER_DATE, vcl_text_bytes(out) };
}

static void put_example(vcl_registers *registers, vcl_register_field field)
{
    const vcl_register_field_definition *definition = vcl_register_field_at(field);
    const char *example = definition->example[registers->language];

    if (!vcl_registers_shows(field) || example[0] == '\0') {
        return;
    }
    switch (definition->takes) {
    case VCL_TAKES_COUNT:
    case VCL_TAKES_MASS:
    case VCL_TAKES_MONEY:
    case VCL_TAKES_AREA:
    case VCL_TAKES_LATITUDE:
    case VCL_TAKES_LONGITUDE:
        put_number(registers, field, example);
        break;
    case VCL_TAKES_DATE:
    case VCL_TAKES_END_DATE:
        put_day(registers, field, example);
        break;
    default:
        vcl_registers_put_text(registers, field, example);
        break;
    }
}

vcl_status vcl_registers_example(vcl_registers *registers, vcl_register number,
                                 vcl_register_take *take, void *context, vcl_error *err)
{
    vcl_registers_clear(registers, number);
    for (vcl_register_field i = vcl_register_first(number); i < vcl_register_end(number); i++) {
        put_example(registers, i);
    }
    return vcl_registers_give(registers, number, take, context, err);
}
