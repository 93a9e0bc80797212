/* Dominators: the actors through which every path to the market leads.
 *
 * In a layer, reversed from one market vertex that all buyers join, v dominates s if every path
 * from s to the market passes v: s is cut off from the market when v is gone.
 *
 * A product's layer holds only what differs from the unstated one, and so does its tree: where a
 * chain of dominators leaves the vertices that send in the layer, it goes on in the unstated tree. */
#ifndef GRAPH_DOMINATORS_H
#define GRAPH_DOMINATORS_H

#include "graph/layers.h"
#include "graph/tree.h"

typedef struct vcl_dominators {
    const vcl_layer *layer;
    const struct vcl_dominators *unstated; /* NULL: this is the unstated layer's */
    vcl_tree tree; /* of the layer's local numbers, then branchings, last the market */
    uint32_t *vertices; /* of the fold, by node of the tree; VCL_NONE for the market */
    uint32_t *gates; /* by local number: where its chain enters the unstated tree, a vertex of
                           the fold; VCL_NONE if it never does */
} vcl_dominators;

/* `unstated` is the tree of the unstated layer, NULL to make that one; it and `layers` must outlive
 * this one. Release in any case. Between vcl_bridge_enter() and vcl_bridge_exit(). O(E log V).
 * VCL_ERROR_MEMORY, VCL_ERROR_INTERNAL. */
vcl_status vcl_dominators_init(vcl_dominators *dominators, const vcl_layers *layers, uint32_t layer,
                               const vcl_dominators *unstated, vcl_error *err);
void vcl_dominators_release(vcl_dominators *dominators);

/* Has a node of its tree a place of the layer's own there? In the unstated tree all vertices do; in a
 * product's, those that send. False for branchings, the market and VCL_NONE. O(1). */
bool vcl_dominators_owns_node(const vcl_dominators *dominators, uint32_t node);

/* Of vertices of the fold from which a path in the layer leads to the market: */

/* Is its place the layer's own, and not just that which it has in the unstated layer? O(log n). */
bool vcl_dominators_owns(const vcl_dominators *dominators, uint32_t vertex);

/* Its immediate dominator, VCL_NONE for the market. O(log n). */
uint32_t vcl_dominators_above(const vcl_dominators *dominators, uint32_t vertex);

/* Does `above` dominate `below`? A vertex dominates itself. O(log n). */
bool vcl_dominates(const vcl_dominators *dominators, uint32_t above, uint32_t below);

/* A number that is larger for `below` than for all that dominate it. O(log n). */
uint32_t vcl_dominators_depth(const vcl_dominators *dominators, uint32_t vertex);

#endif
