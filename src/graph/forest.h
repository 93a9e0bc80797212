/* The dominator trees of all layers side by side.
 *
 * A vertex is alone if it stands in one product's layer and in no other: no other layer's chains of
 * dominators pass it, so chains of several layers are compared by stepping over those alone. */
#ifndef GRAPH_FOREST_H
#define GRAPH_FOREST_H

#include "graph/dominators.h"

typedef struct vcl_forest {
    const vcl_layers *layers;
    vcl_dominators *trees; /* by layer */
    bool *alone; /* by vertex */
    uint32_t **shared; /* by layer, by node of its tree: the nearest node above that is not alone */
    uint32_t *cycle_of; /* by vertex that somebody leads to: equal for those on a common cycle of
                           arcs, of any products */
} vcl_forest;

/* Where a chain of dominators has come to. */
typedef struct vcl_foothold {
    const vcl_forest *forest;
    uint32_t layer; /* whose tree it is in now; the unstated one beyond the gate */
    uint32_t node; /* of that tree, VCL_NONE where the vertex has no place in it */
    uint32_t vertex; /* of the fold, VCL_NONE at the market */
} vcl_foothold;

/* `layers` must outlive the forest. Release in any case. Between vcl_bridge_enter() and
 * vcl_bridge_exit(). O(L log L) in the size L of all layers. VCL_ERROR_MEMORY,
 * VCL_ERROR_INTERNAL. */
vcl_status vcl_forest_init(vcl_forest *forest, const vcl_layers *layers, vcl_error *err);
void vcl_forest_release(vcl_forest *forest);

/* The foothold of a vertex from which a path in the layer leads to the market. O(log n). */
vcl_foothold vcl_forest_at(const vcl_forest *forest, uint32_t layer, uint32_t vertex);

/* Is it in the layer's own tree, and not where that goes on as the unstated one does? */
bool vcl_foothold_is_own(vcl_foothold at, uint32_t layer);

/* Its immediate dominator, not at the market. O(1), once O(log n) at the gate. */
vcl_foothold vcl_foothold_above(vcl_foothold at);

/* Its nearest dominator that is not alone. The same. */
vcl_foothold vcl_foothold_shared(vcl_foothold at);

/* Does `above` dominate `below` in the layer? O(log n). */
bool vcl_forest_dominates(const vcl_forest *forest, uint32_t layer, uint32_t above, uint32_t below);

#endif
