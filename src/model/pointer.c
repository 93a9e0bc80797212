/* JSON Pointers to records. The names are ours, so nothing needs the escapes ~0 and ~1. */
#include "model/pointer.h"

void vcl_pointer_to_record(vcl_text *out, bool is_document, vcl_section section, uint32_t index)
{
    static const char *const of_document[] = { "/graph", "/products", "/places",
                                               "/nodes", "/links",    "/edges" };
    static const char *const of_line[] = {
        "/graph", "/product", "/place", "/node", "/link", "/link"
    };

    vcl_text_clear(out);
    if (!is_document || section == VCL_SECTION_GRAPH) {
        vcl_text_add(out, of_line[section]);
        return;
    }
    vcl_text_add(out, of_document[section]);
    vcl_text_add_byte(out, '/');
    vcl_text_add_integer(out, index);
}

void vcl_pointer_add_field(vcl_text *out, const char *field, uint32_t element)
{
    vcl_text_add_byte(out, '/');
    vcl_text_add(out, field);
    if (element != VCL_NONE) {
        vcl_text_add_byte(out, '/');
        vcl_text_add_integer(out, element);
    }
}

bool vcl_position_before(vcl_position a, vcl_position b)
{
    return a.line != b.line ? a.line < b.line : a.index < b.index;
}
