/* Product layers: for each product, the vertices that handle it and the arcs that carry it between
 * them; and the layer of the unstated product, of vertices and arcs that list nothing.
 *
 * Invariants: a layer holds only vertices that have arcs in it (no path touches the others), in
 * the order of the fold; no two layers are equal, products whose layers are share one. */
#ifndef GRAPH_LAYERS_H
#define GRAPH_LAYERS_H

#include "model/fold.h"

typedef struct vcl_layer {
    uint32_t *vertices; /* of the fold, sorted; a vertex's index here is its local number */
    uint32_t vertex_count;
    uint32_t *out_start; /* vertex_count + 1 */
    uint32_t *out;       /* local numbers of targets, sorted and distinct from each source */
    uint32_t arc_count;
} vcl_layer;

typedef struct vcl_layers {
    const vcl_fold *fold;
    vcl_layer *layers;
    uint32_t count;
    uint32_t *of_product; /* by product, and last the unstated one: the layer's number */
} vcl_layers;

/* `fold` must outlive the layers. Release in any case. Linear in the layers that differ from the
 * unstated one, times a logarithm. VCL_ERROR_MEMORY. */
vcl_status vcl_layers_init(vcl_layers *layers, const vcl_fold *fold, vcl_error *err);
void vcl_layers_release(vcl_layers *layers);

/* The layer of a product; `product` may be the number of products, for the unstated one. */
const vcl_layer *vcl_layer_of(const vcl_layers *layers, uint32_t product);

/* The local number of a vertex, VCL_NONE where it has no arc in the layer. O(log n). */
uint32_t vcl_layer_find(const vcl_layer *layer, uint32_t vertex);

#endif
