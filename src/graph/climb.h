/* Dominators in several layers at once: of a group of vertices that are covered in the same layers. */
#ifndef GRAPH_CLIMB_H
#define GRAPH_CLIMB_H

#include "graph/dominators.h"

typedef struct vcl_climb {
    vcl_dominators *trees; /* by layer */
    vcl_set set; /* the layers of the group, at least one */
} vcl_climb;

/* The immediate dominator of a vertex in the group's layer `index`, VCL_NONE for the market. */
uint32_t vcl_climb_step(const vcl_climb *climb, uint32_t index, uint32_t vertex);

/* Does `above` dominate `below` in every layer of the group? */
bool vcl_climb_is_common(const vcl_climb *climb, uint32_t above, uint32_t below);

/* Do all layers of the group agree on the nearest dominator that they have in common, *nearest
 * (VCL_NONE: the market), and is nobody before it in one layer and beyond it in another? Usually the
 * immediate ones are one and the same, which is seen without a climb. */
bool vcl_climb_agrees(const vcl_climb *climb, uint32_t vertex, uint32_t *nearest);

/* Is the vertex in none of the group's layers other than it is in the unstated one? */
bool vcl_climb_is_unstated(const vcl_climb *climb, uint32_t vertex);

#endif
