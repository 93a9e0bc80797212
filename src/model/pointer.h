/* JSON Pointers (RFC 6901) to records: /nodes/3 in a document, /node within a line. */
#ifndef MODEL_POINTER_H
#define MODEL_POINTER_H

#include "base/text.h"
#include "model/chain.h"

typedef enum vcl_section {
    VCL_SECTION_GRAPH,
    VCL_SECTION_PRODUCTS,
    VCL_SECTION_PLACES,
    VCL_SECTION_NODES,
    VCL_SECTION_LINKS,
    VCL_SECTION_EDGES,
} vcl_section;

/* Writes the pointer to a record over whatever `out` held. */
void vcl_pointer_to_record(vcl_text *out, bool is_document, vcl_section section, uint32_t index);

/* Appends /FIELD, and /ELEMENT unless it is VCL_NONE. */
void vcl_pointer_add_field(vcl_text *out, const char *field, uint32_t element);

/* Does a record stand before another in its file? */
bool vcl_position_before(vcl_position a, vcl_position b);

#endif
