/* Dominators: the actors through which every path to the market leads.
 *
 * In a layer, reversed from one market vertex that all buyers join, v dominates s if every path
 * from s to the market passes v: s is cut off from the market when v is gone. Lengauer and Tarjan
 * (1979), by igraph. */
#ifndef GRAPH_DOMINATORS_H
#define GRAPH_DOMINATORS_H

#include "graph/layers.h"

/* Numbers are local; layer->vertex_count is the market. */
typedef struct vcl_dominators {
    uint32_t market;
    uint32_t *nearest; /* the immediate dominator; VCL_NONE where no path leads to the market */
    uint32_t *enter; /* walking the tree from the market: when a vertex is entered … */
    uint32_t *leave; /* … and when its subtree is done: v dominates s if enter[v] <= enter[s]
                          and enter[s] < leave[v]; both 0 where no path leads to the market */
} vcl_dominators;

/* Release in any case. Between vcl_bridge_enter() and vcl_bridge_exit(). O(E log V).
 * VCL_ERROR_MEMORY, VCL_ERROR_INTERNAL. */
vcl_status vcl_dominators_init(vcl_dominators *dominators, const vcl_layers *layers, uint32_t layer,
                               vcl_error *err);
void vcl_dominators_release(vcl_dominators *dominators);

/* Does `above` dominate `below`? A vertex dominates itself. */
bool vcl_dominates(const vcl_dominators *dominators, uint32_t above, uint32_t below);

#endif
