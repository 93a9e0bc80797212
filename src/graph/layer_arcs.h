/* Which arcs stand in which layer.
 *
 * Arcs that name a product, or whose ends do, are listed by product. Those that stand in every layer
 * (nobody lists anything) fall into weakly connected parts: only the parts that the arcs of a
 * product touch can look any different in its layer than in that of the unstated product. */
#ifndef GRAPH_LAYER_ARCS_H
#define GRAPH_LAYER_ARCS_H

#include "model/fold.h"

typedef struct vcl_layer_arcs {
    const vcl_fold *fold;
    uint32_t *start; /* by product, one more */
    uint32_t *arcs; /* of the fold, by product, ascending */
    uint32_t part_count;
    uint32_t *part_of; /* by vertex: its part */
    uint32_t *part_start; /* by part, one more */
    uint32_t *part_arcs; /* arcs that stand in every layer, by part, ascending */
    uint32_t *taken_for; /* by part: 1 + the product it was last taken for */
} vcl_layer_arcs;

/* Release in any case. Between vcl_bridge_enter() and vcl_bridge_exit(). Linear in arcs times the
 * products that each carries. VCL_ERROR_MEMORY, VCL_ERROR_INTERNAL. */
vcl_status vcl_layer_arcs_init(vcl_layer_arcs *arcs, const vcl_fold *fold, vcl_error *err);
void vcl_layer_arcs_release(vcl_layer_arcs *arcs);

/* Collects the arcs of a product's layer, ascending: its own, and those of the parts that they
 * touch; for the unstated product (the number of products) those of all parts. `out` has room for
 * all arcs of the fold. Returns their number. O(n log n) in it. */
uint32_t vcl_layer_arcs_of(vcl_layer_arcs *arcs, uint32_t product, uint32_t *out);

#endif
