/* Product layers: for each product, the vertices that handle it and the arcs that carry it between
 * them; and the layer of the unstated product, of vertices and arcs that list nothing.
 *
 * Whatever lists nothing stands in every layer. Only vertices that lead to arcs of a product's own
 * do anything in its layer that they do not do in the unstated one; they are the ones that send in
 * it. What they send to is in it too, without arcs of its own unless it is one of them: beyond, all
 * is as in the unstated layer. So layers cost what sets them apart.
 *
 * Invariants: a layer holds only vertices that have arcs in it, in the order of the fold. A vertex
 * that lists nothing and does not send in a product's layer stands there as it does in the unstated
 * one. Layers that are equal are one; the unstated one is the first.
 */
#ifndef GRAPH_LAYERS_H
#define GRAPH_LAYERS_H

#include "graph/classes.h"
#include "model/fold.h"

typedef struct vcl_layer {
    uint32_t *vertices; /* of the fold, sorted; a vertex's index here is its local number */
    uint32_t vertex_count;
    uint32_t reached; /* nobody leads to any from this one on, whatever is carried */
    uint32_t *out_start; /* vertex_count + 1 */
    uint32_t *out; /* local numbers of targets, sorted and distinct from each source */
    uint32_t arc_count;
} vcl_layer;

typedef struct vcl_layers {
    const vcl_fold *fold;
    uint32_t
        reached; /* nobody leads to vertices from this one on, as to most farmers, who come last */
    vcl_classes classes;
    vcl_layer *layers;
    uint32_t count;
    uint32_t *of_product; /* by product, and last the unstated one: the layer's number */
} vcl_layers;

/* The number of the unstated product's layer. */
enum { VCL_UNSTATED_LAYER = 0 };

/* `fold` must outlive the layers. Release in any case. O(L log L) in the size L of all layers.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_layers_init(vcl_layers *layers, const vcl_fold *fold, vcl_error *err);
void vcl_layers_release(vcl_layers *layers);

/* The local number of a vertex, VCL_NONE where it has no arc in the layer. O(log n). */
uint32_t vcl_layer_find(const vcl_layer *layer, uint32_t vertex);

/* Does a vertex, by its local number, have arcs out of it in the layer? */
static inline bool vcl_layer_sends(const vcl_layer *layer, uint32_t local)
{
    return layer->out_start[local] < layer->out_start[local + 1];
}

#endif
