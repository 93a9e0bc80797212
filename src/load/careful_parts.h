/* The careful reader's parts, one for each kind of record. Each checks `field`, which is the record
 * that begins at `at` and is there, and hands it to the builder. VCL_ERROR_MEMORY. */
#ifndef LOAD_CAREFUL_PARTS_H
#define LOAD_CAREFUL_PARTS_H

#include "load/careful.h"

vcl_status vcl_careful_node(vcl_careful *careful, const vcl_field *field, vcl_position at,
                            vcl_error *err);
vcl_status vcl_careful_link(vcl_careful *careful, const vcl_field *field, vcl_position at,
                            bool in_edges, vcl_error *err);
vcl_status vcl_careful_product(vcl_careful *careful, const vcl_field *field, vcl_position at,
                               vcl_error *err);
vcl_status vcl_careful_place(vcl_careful *careful, const vcl_field *field, vcl_position at,
                             vcl_error *err);
vcl_status vcl_careful_graph(vcl_careful *careful, const vcl_field *field, vcl_error *err);

/* The members format, version, directed and multigraph. */
void vcl_careful_header(vcl_part part, const vcl_field *field);

/* Fills `items`, of vcl_slice, from an array of texts. */
void vcl_careful_texts(vcl_array *items, vcl_field field);

/* Fills careful->node_products from a node, careful->link_products from a link, and warns of a
 * product that is listed twice. */
void vcl_careful_node_products(vcl_careful *careful, const vcl_field *node);
void vcl_careful_link_products(vcl_careful *careful, const vcl_field *link);

/* Appends to an array of the careful reader; the diagnostics remember where that fails. */
void vcl_careful_keep(const vcl_field *field, vcl_array *array, const void *item);

/* Begins an object's record: the errors found before it. False where the field is no object, which
 * is then reported. */
bool vcl_careful_begin(const vcl_field *field, uint64_t *errors);

/* Is there a new error since `errors` were counted? */
bool vcl_careful_is_wrong(const vcl_field *field, uint64_t errors);

#endif
