/* The parts of the quick reader. Readers give what follows a value, or NULL where it is refused. */
#ifndef LOAD_QUICK_PARTS_H
#define LOAD_QUICK_PARTS_H

#include "load/quick.h"

extern const vcl_quick_shape VCL_QUICK_LINE; /* {"node": …} and its like, into the vcl_quick */
extern const vcl_quick_shape VCL_QUICK_NODE; /* into a vcl_node_record */
extern const vcl_quick_shape VCL_QUICK_LINK; /* into a vcl_link_record */
extern const vcl_quick_shape VCL_QUICK_PRODUCT; /* into a vcl_product_record */
extern const vcl_quick_shape VCL_QUICK_PLACE; /* into a vcl_place_record */
extern const vcl_quick_shape VCL_QUICK_LISTED; /* {"product": …}, into a vcl_node_product */

/* Records that state nothing; a count of 0 is none. */
extern const vcl_node_record VCL_QUICK_BLANK_NODE;
extern const vcl_link_record VCL_QUICK_BLANK_LINK;

/* Records, into quick->node and its like: checked as a whole, with all but their position. */
const char *vcl_quick_node(vcl_quick *quick, const char *at);
const char *vcl_quick_link(vcl_quick *quick, const char *at);
const char *vcl_quick_product(vcl_quick *quick, const char *at);
const char *vcl_quick_place(vcl_quick *quick, const char *at);

/* Readers of one value, at slot->offset of a record. */
vcl_quick_reader vcl_quick_read_text; /* a vcl_slice */
vcl_quick_reader vcl_quick_read_id; /* a vcl_slice: not empty, or an integer */
vcl_quick_reader vcl_quick_read_product_id; /* the same, and not "*" */
vcl_quick_reader vcl_quick_read_place; /* the same, a vcl_node_record's place */
vcl_quick_reader vcl_quick_read_text_or_integer; /* a vcl_slice */
vcl_quick_reader vcl_quick_read_founded; /* a vcl_slice: a year, a month or a day */
vcl_quick_reader vcl_quick_read_word; /* a uint8_t: its index in slot->field->words */
vcl_quick_reader vcl_quick_read_flag; /* a uint8_t: vcl_tri */
vcl_quick_reader vcl_quick_read_date; /* a vcl_date */
vcl_quick_reader vcl_quick_read_number; /* a double within slot->field->range */
vcl_quick_reader vcl_quick_read_integer; /* a uint32_t within slot->field->range */
vcl_quick_reader vcl_quick_read_whole; /* a double without a fraction, within slot->field->range */
vcl_quick_reader vcl_quick_pass_value; /* any text, number, flag; nothing is kept */

/* Arrays. */
vcl_quick_reader vcl_quick_read_node_products; /* a vcl_node_record's */
vcl_quick_reader vcl_quick_read_certificates;
vcl_quick_reader vcl_quick_read_requires;
vcl_quick_reader vcl_quick_read_link_product; /* a vcl_link_record's, into link_products[0] */
vcl_quick_reader vcl_quick_read_link_products; /* behind it */

/* Values. `*out` is set where they are taken. */
const char *vcl_quick_product_id(vcl_quick *quick, const char *at, vcl_slice *out);
const char *vcl_quick_number(const char *at, double *out, bool *is_integer);

/* An integer of up to 18 digits as it is written, which is also how it is read as an id. */
const char *vcl_quick_integer_text(const char *at, vcl_slice *out);

const char *vcl_quick_long_space(vcl_quick *quick, const char *at);

/* Passes white space; no line end where a record is a line. NULL where fewer than VCL_QUICK_ROOM
 * bytes are left. */
static inline const char *vcl_quick_space(vcl_quick *quick, const char *at)
{
    if (quick->end - at >= VCL_QUICK_ROOM && (unsigned char)*at > ' ') {
        return at;
    }
    return vcl_quick_long_space(quick, at);
}

#endif
