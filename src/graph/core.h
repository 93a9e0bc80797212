/* The core of an order: what is left without its twigs, with arcs against the flow of goods, and who
 * reaches whom in it, for 512 goals at a time.
 *
 * A search from the goals against the arcs meets all who reach one; in the opposite order of their
 * being left (Tarjan, 1976) each hands the goals that it reaches on to those who lead to it. So a
 * block of goals costs what leads to it, not the whole core. */
#ifndef GRAPH_CORE_H
#define GRAPH_CORE_H

#include "graph/twigs.h"

enum {
    VCL_BLOCK_WORDS = 8,
    VCL_BLOCK_BITS = 512,
};

/* Parts of the core bear numbers of their own, in the order of the order. */
typedef struct vcl_core {
    uint32_t count;
    uint32_t *of_part; /* by part of the order: its number here, VCL_NONE for twigs */
    uint32_t *part_of; /* the part of the order */
    uint32_t *before_start; /* count + 1 */
    uint32_t *before; /* the parts from which arcs lead to a part */
    uint32_t *met_in; /* the last run that met a part */
    uint32_t *at; /* where the search stands in before; then, the part's place in met */
    uint32_t *path; /* from the goal to where the search stands */
    uint32_t run;
    uint32_t *met; /* of the last run: those who reach a goal, before those they lead to */
    uint32_t met_count;
    uint32_t words; /* of 64 bits, as many as the last run's goals need */
    uint64_t *bits; /* by place in met: `words`, the goals that it reaches */
} vcl_core;

/* Release in any case. Linear in the order; up to 64 bytes a part besides, of which a run touches
 * only those that it needs. VCL_ERROR_MEMORY. */
vcl_status vcl_core_init(vcl_core *core, const vcl_order *order, const vcl_twigs *twigs,
                         vcl_error *err);
void vcl_core_release(vcl_core *core);

/* The row of the part at a place in met. */
const uint64_t *vcl_core_row(const vcl_core *core, uint32_t place);

/* Sorts distinct parts so that those that much the same parts lead to stand together. Linear. */
void vcl_core_arrange(vcl_core *core, uint32_t *parts, uint32_t count);

/* Finds who reaches the parts `goals`, at most VCL_BLOCK_BITS distinct ones, themselves included;
 * goal i is bit i. Linear in the parts that it meets and the arcs that lead to them. */
void vcl_core_run(vcl_core *core, const uint32_t *goals, uint32_t count);

#endif
