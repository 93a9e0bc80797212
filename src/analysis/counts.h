/* Counting for coverage: how many of each kind there are, active and covered, in all and by product,
 * place and sector. Farmers count as households, implied members included. */
#ifndef ANALYSIS_COUNTS_H
#define ANALYSIS_COUNTS_H

#include "graph/study.h"

/* Enterprises are not counted. */
enum { VCL_CELL_KINDS = VCL_ENTERPRISE };

typedef struct vcl_cell {
    uint64_t inactive;
    uint64_t buyers;
    uint64_t not_applicable; /* active, do not sell */
    uint64_t active; /* the rest of the active ones: */
    uint64_t direct; /* of these, covered directly, */
    uint64_t covered; /* covered, */
    uint64_t unstated; /* by product: list nothing and are covered for it */
} vcl_cell;

/* The cells of a scope, VCL_CELL_KINDS for each key. */
typedef struct vcl_counts {
    const vcl_study *study;
    vcl_cell all[VCL_CELL_KINDS];
    vcl_cell *products;
    vcl_cell *places; /* what stands in a place stands in those around it too; last, of no place */
    vcl_cell *sectors;
} vcl_counts;

/* `study` must outlive the counts. Release in any case. O(actors + layers). VCL_ERROR_MEMORY. */
vcl_status vcl_counts_init(vcl_counts *counts, const vcl_study *study, vcl_error *err);
void vcl_counts_release(vcl_counts *counts);

#endif
