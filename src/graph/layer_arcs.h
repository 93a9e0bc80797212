/* Which arcs make up which layer.
 *
 * Arcs that name a product, or whose ends do, are listed by product, for leaders of classes only. The others stand in every layer,
 * but only vertices that lead to the arcs of a product's own can do anything there that they do not
 * do in the unstated layer: of the arcs that stand everywhere, a product's layer holds those that
 * go out of such vertices. */
#ifndef GRAPH_LAYER_ARCS_H
#define GRAPH_LAYER_ARCS_H

#include "graph/classes.h"
#include "model/fold.h"

typedef struct vcl_layer_arcs {
    const vcl_fold *fold;
    const vcl_classes *classes;
    size_t *start; /* by product, one more */
    uint32_t *arcs; /* of the fold, by product, ascending */
    uint32_t *everywhere; /* arcs that stand in every layer, ascending, so by source */
    uint32_t everywhere_count;
    size_t *out_start; /* into everywhere, by source, one more */
    size_t *in_start; /* into in, by target, one more */
    uint32_t *in; /* arcs that stand in every layer, by target */
    uint32_t *met_for; /* by vertex: 1 + the product for which it was last met */
    uint32_t *met; /* vertices met for a product */
    uint32_t *others; /* arcs of a product's layer that stand in every one */
} vcl_layer_arcs;

/* Release in any case. Linear in arcs times the products that each carries. VCL_ERROR_MEMORY. */
vcl_status vcl_layer_arcs_init(vcl_layer_arcs *arcs, const vcl_fold *fold,
                               const vcl_classes *classes, vcl_error *err);
void vcl_layer_arcs_release(vcl_layer_arcs *arcs);

/* Collects the arcs of a product's layer, ascending; for the unstated product (the number of
 * products) all that stand in every layer. `out` has room for all arcs of the fold. Returns their
 * number. O(n log n) in it. */
uint32_t vcl_layer_arcs_of(vcl_layer_arcs *arcs, uint32_t product, uint32_t *out);

#endif
