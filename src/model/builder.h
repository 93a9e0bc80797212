/* From records, in any order, to a chain.
 *
 *     init -> add_graph / add_product / add_place / add_node / add_link … -> finish
 *
 * A loader checks each record by itself (types, ranges, words, dates) and hands it over with its
 * position; the builder checks what records say of each other (duplicate ids, unknown ids, cycles
 * among places) and reports it to the problems. Texts are copied. */
#ifndef MODEL_BUILDER_H
#define MODEL_BUILDER_H

#include "model/chain.h"
#include "model/problems.h"

typedef struct vcl_builder vcl_builder;

/* A product as a node lists it. */
typedef struct vcl_node_product {
    vcl_slice id;
    double output_kg; /* NaN where not stated */
    double demand_kg;
    uint16_t ocop[6]; /* certified products by stars 1 … 5 */
    bool is_object; /* {"product": …}: the id's pointer ends in /product */
} vcl_node_product;

/* Slices are empty and numbers NaN where not stated. */
typedef struct vcl_node_record {
    vcl_position at;
    vcl_slice id;
    uint8_t kind; /* vcl_kind */
    uint8_t status; /* vcl_actor_status */
    uint8_t sells; /* vcl_tri */
    uint8_t buyer; /* vcl_tri */
    uint8_t high_tech; /* vcl_tri */
    uint32_t count; /* 1 where not stated */
    uint32_t members; /* VCL_NONE where not stated */
    vcl_slice place;
    vcl_slice sector;
    const vcl_node_product *products;
    size_t product_count;
    uint32_t place_seen; /* 0, or a number that stands for this very place in all records */
    uint32_t products_seen; /* the same of this list, whose products are ids alone */
    vcl_slice name;
    vcl_slice tax_id;
    vcl_slice rating;
    vcl_slice form;
    vcl_slice founded;
    const vcl_slice *certificates;
    size_t certificate_count;
    const vcl_slice *requires;
    size_t require_count;
    double turnover;
    double area_ha;
    double workers;
    double latitude;
    double longitude;
} vcl_node_record;

/* A product that a link names; `element` is its index in `products`, VCL_NONE for `product`. */
typedef struct vcl_link_product {
    vcl_slice id;
    uint32_t element;
} vcl_link_product;

typedef struct vcl_link_record {
    vcl_position at;
    bool in_edges;
    vcl_slice source;
    vcl_slice target;
    bool has_kind;
    uint8_t kind; /* vcl_link_kind, if has_kind */
    uint8_t status; /* vcl_link_status */
    uint8_t contract; /* vcl_contract */
    const vcl_link_product *products;
    size_t product_count;
    vcl_date start; /* VCL_NO_DATE where not stated */
    vcl_date end;
    double volume_kg;
    double delivered_kg;
    double value;
} vcl_link_record;

typedef struct vcl_product_record {
    vcl_position at;
    vcl_slice id;
    vcl_slice name;
    vcl_slice name_en;
} vcl_product_record;

typedef struct vcl_place_record {
    vcl_position at;
    vcl_slice id;
    vcl_slice name;
    vcl_slice name_en;
    vcl_slice level;
    vcl_slice parent;
    double latitude;
    double longitude;
} vcl_place_record;

typedef struct vcl_graph_record {
    vcl_slice name;
    vcl_slice currency;
    vcl_slice source;
    vcl_date as_of; /* VCL_NO_DATE where not stated */
} vcl_graph_record;

/* `problems` must outlive the builder. `*out` is NULL on failure. VCL_ERROR_MEMORY. */
vcl_status vcl_builder_new(vcl_problems *problems, vcl_builder **out, vcl_error *err);

/* NULL is allowed. */
void vcl_builder_free(vcl_builder *builder);

/* Call before the first record: pointers differ between the two forms. */
void vcl_builder_set_document(vcl_builder *builder, bool is_document);

/* How many threads vcl_builder_finish() may work with; 1 unless it is said. */
void vcl_builder_set_threads(vcl_builder *builder, uint32_t threads);

/* Each: VCL_ERROR_MEMORY only; what is wrong with the record goes to the problems. Expected O(size
 * of the record). */
vcl_status vcl_builder_add_graph(vcl_builder *builder, const vcl_graph_record *graph,
                                 vcl_error *err);
vcl_status vcl_builder_add_product(vcl_builder *builder, const vcl_product_record *product,
                                   vcl_error *err);
vcl_status vcl_builder_add_place(vcl_builder *builder, const vcl_place_record *place,
                                 vcl_error *err);
vcl_status vcl_builder_add_node(vcl_builder *builder, const vcl_node_record *node, vcl_error *err);
vcl_status vcl_builder_add_link(vcl_builder *builder, const vcl_link_record *link, vcl_error *err);

/* A node record whose id is known but which is otherwise wrong (and reported): links to it are no
 * errors of their own. */
vcl_status vcl_builder_note_node(vcl_builder *builder, vcl_slice id, vcl_position at,
                                 vcl_error *err);

/* The same for a product's and a place's record. */
vcl_status vcl_builder_note_product(vcl_builder *builder, vcl_slice id, vcl_position at,
                                    vcl_error *err);
vcl_status vcl_builder_note_place(vcl_builder *builder, vcl_slice id, vcl_position at,
                                  vcl_error *err);

/* Some record could not be read at all: ids may be missing for that reason alone, so unknown ids
 * are not reported. */
void vcl_builder_note_unreadable(vcl_builder *builder);

/* Resolves, sorts and checks, then reviews the chain as it stands on `as_of` (VCL_NO_DATE: the
 * dataset's own) for warnings. The builder is spent. On success the caller frees `*out` with
 * vcl_chain_free(). VCL_ERROR_INPUT if the current file has errors, VCL_ERROR_MEMORY.
 * O(n log n). */
vcl_status vcl_builder_finish(vcl_builder *builder, vcl_date as_of, vcl_chain **out,
                              vcl_error *err);

#endif
