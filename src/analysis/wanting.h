/* The actors that want something: those without a buyer (unlinked), those with a gap (gaps), with
 * the households behind them. */
#ifndef ANALYSIS_WANTING_H
#define ANALYSIS_WANTING_H

#include "graph/study.h"
#include "graph/upstream.h"
#include "model/table.h"

typedef struct vcl_wanting {
    uint32_t actor;
    vcl_linkage linkage;
    vcl_upstream upstream;
    double unsold_kg; /* NaN where not known */
} vcl_wanting;

/* Does a linkage put its actor on the list? Only of those without a buyer or with a gap. */
typedef bool vcl_wanting_test(vcl_linkage linkage);

/* The output of an actor that has found no buyer, NaN where not known. */
typedef double vcl_wanting_unsold(const vcl_study *study, uint32_t actor);

/* The order of two vcl_wanting, as for qsort(). */
typedef int vcl_wanting_order(const void *a, const void *b);

/* Lists the actors whose linkage passes, in the given order. The caller frees *out.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_wanting_list(vcl_study *study, vcl_wanting_test *passes, vcl_wanting_unsold *unsold,
                            vcl_wanting_order *order, vcl_wanting **out, uint32_t *count,
                            vcl_error *err);

/* Adds the cells id, kind, name, place, place_name, sector, linkage. */
void vcl_wanting_add_actor(vcl_table *table, const vcl_chain *chain, const vcl_wanting *wanting);

#endif
