/* The layers joined into one graph of points: a vertex reaches another by a path in some layer
 * where a path leads from the point where it starts to the point where the other ends.
 *
 * Most vertices are one point. Those that do different things in different layers are several: the
 * start leads to a point for each layer of a product in which the vertex sends, to which lead the
 * arcs of that layer; where it does not send, it stands at a point for the unstated layer; and all
 * of these lead to its end, if it is a goal. A vertex that nobody leads to is one point, with the arcs of all its
 * layers. What a vertex reaches in the unstated layer it reaches in all where it sends (layers.h),
 * so a start need not lead to the point of the unstated layer. */
#ifndef GRAPH_JOINED_H
#define GRAPH_JOINED_H

#include "graph/layers.h"

typedef struct vcl_joined {
    vcl_layer graph; /* of points; it has no vertices of its own, and parallel arcs are kept */
    uint32_t *ends; /* by goal: the point where it ends; a vertex starts at that of its number */
} vcl_joined;

/* With `first`, no arcs lead out of buyers: a path ends at the first buyer it meets. `goals` are
 * vertices. Release in any case. Linear in the layers. VCL_ERROR_MEMORY. */
vcl_status vcl_joined_init(vcl_joined *joined, const vcl_layers *layers, bool first,
                           const uint32_t *goals, uint32_t count, vcl_error *err);
void vcl_joined_release(vcl_joined *joined);

#endif
