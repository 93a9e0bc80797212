/* What the rows of several tables have in common. */
#ifndef ANALYSIS_ROWS_H
#define ANALYSIS_ROWS_H

#include "graph/study.h"
#include "model/table.h"

/* Negative, 0 or positive, as for qsort(): the larger comes first. Reals are compared as rounded to
 * 6 decimals; NaN comes last. */
int vcl_rows_larger_first(uint64_t a, uint64_t b);
int vcl_rows_larger_real_first(double a, double b);

/* The smaller comes first. */
int vcl_rows_smaller_first(uint32_t a, uint32_t b);

/* Adds the cells id, name, kind of an actor. */
void vcl_rows_add_actor(vcl_table *table, const vcl_chain *chain, uint32_t actor);

/* Our words for scopes, in the order of output. */
typedef enum vcl_scope {
    VCL_SCOPE_ALL,
    VCL_SCOPE_PRODUCT,
    VCL_SCOPE_PLACE,
    VCL_SCOPE_SECTOR,
} vcl_scope;

/* Adds the cells scope, key, name, level. `index` is a product, place or sector. */
void vcl_rows_add_scope(vcl_table *table, const vcl_chain *chain, vcl_scope scope, uint32_t index);

/* The places so that each comes before its parent: for adding up what lies within. The caller
 * frees *out. O(places). VCL_ERROR_MEMORY. */
vcl_status vcl_rows_places_upward(const vcl_chain *chain, uint32_t **out, vcl_error *err);

/* What an actor counts: its households if it is a farmer, else 1. */
uint64_t vcl_rows_weight(const vcl_chain *chain, uint32_t actor);

/* Adds the ids of a set of products as a list; they are numbered in the byte order of their ids.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_rows_add_products(vcl_table *table, const vcl_chain *chain, uint32_t set,
                                 vcl_error *err);

/* Adds a cell: texts that end in NULL, where NULL is an empty list; what is not stated as null. */
void vcl_rows_add_texts(vcl_table *table, const char *const *texts);
void vcl_rows_add_date(vcl_table *table, vcl_date date);
void vcl_rows_add_tri(vcl_table *table, vcl_tri fact);

/* Our words, by their number in model/chain.h; VCL_CONTRACT_UNKNOWN is NULL. */
extern const char *const vcl_rows_statuses[];
extern const char *const vcl_rows_link_kinds[];
extern const char *const vcl_rows_link_statuses[];
extern const char *const vcl_rows_contracts[];

/* What a link says, from its kind to its end: kind, products, volume_kg, delivered_kg, value, contract,
 * start, end. VCL_ERROR_MEMORY. */
vcl_status vcl_rows_add_terms(vcl_table *table, const vcl_chain *chain, const vcl_terms *terms,
                              vcl_error *err);

/* All that an actor puts out, in kg a year; NaN where none of it is known. */
double vcl_rows_output(const vcl_chain *chain, uint32_t actor);

/* Does an actor stand in the tables of the network? Farmers may be left out. */
bool vcl_rows_is_shown(const vcl_study *study, uint32_t actor);

/* The same for both ends of a link. */
bool vcl_rows_shows_link(const vcl_study *study, const vcl_link *link);

/* The actors with an active supply link to a buyer, farmers in households. */
uint64_t vcl_rows_suppliers(const vcl_study *study, uint32_t buyer);

/* After each row of a table that may be as long as the dataset: has it, with its texts, passed the
 * limit? Looks every so many rows. VCL_ERROR_MEMORY. */
vcl_status vcl_rows_check_memory(const vcl_table *table, vcl_error *err);

/* Is this an active supply link that ends at a buyer? */
bool vcl_rows_is_sale(const vcl_study *study, uint32_t link);

#endif
