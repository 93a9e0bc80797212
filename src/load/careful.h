/* Reads records with jansson, whatever they look like, checks every field that we know, and hands
 * them to the builder. The only place that reports what is wrong within a record. */
#ifndef LOAD_CAREFUL_H
#define LOAD_CAREFUL_H

#include "base/array.h"
#include "load/field.h"
#include "load/record.h"
#include "model/builder.h"

/* A product that a node lists, and where in its list. */
typedef struct vcl_listed_product {
    vcl_slice id;
    size_t index;
} vcl_listed_product;

typedef struct vcl_careful {
    vcl_builder *builder;
    vcl_reader reader;
    uint64_t graph_line; /* of the dataset's graph, 0 while there is none */
    vcl_array node_products; /* of vcl_node_product; like all below for one record at a time */
    vcl_array link_products; /* of vcl_link_product */
    vcl_array certificates; /* of vcl_slice */
    vcl_array requires; /* of vcl_slice */
    vcl_array listed; /* of vcl_listed_product */
} vcl_careful;

/* What it is given must outlive it. Allocates nothing. */
void vcl_careful_init(vcl_careful *careful, vcl_builder *builder, vcl_diagnostics *diagnostics);
void vcl_careful_release(vcl_careful *careful);

/* Reads one record; what is wrong with it goes to the diagnostics. VCL_ERROR_MEMORY. O(n log n) in
 * its size. */
vcl_status vcl_careful_read(vcl_careful *careful, const vcl_record *record, vcl_error *err);

#endif
