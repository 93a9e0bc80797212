/* A rooted tree, for asking who stands above whom and where two branches meet.
 *
 * Nodes are numbered; a node may be outside of the tree. Times of a walk from the root tell in O(1)
 * whether one node is above another; jumps upward find where two meet in O(log n) (Myers 1983). */
#ifndef GRAPH_TREE_H
#define GRAPH_TREE_H

#include <stdbool.h>

#include "base/idmap.h"

typedef struct vcl_tree {
    uint32_t count;
    uint32_t root;
    uint32_t *parent; /* by node; VCL_NONE for the root and for nodes outside */
    uint32_t *enter; /* when a walk enters the node, from 1; 0 outside */
    uint32_t *leave; /* when it has done with all below */
    uint32_t *depth; /* of the root 0 */
    uint32_t *jump; /* a node further up */
} vcl_tree;

/* From the parent of each node: VCL_NONE for the root and for nodes outside. Takes over `parent`,
 * an array from malloc(), also on failure. Release in any case. O(n). VCL_ERROR_MEMORY. */
vcl_status vcl_tree_init(vcl_tree *tree, uint32_t *parent, uint32_t count, uint32_t root,
                         vcl_error *err);
void vcl_tree_release(vcl_tree *tree);

/* Gives back what vcl_tree_meet() and depths need: they are not asked for any more. */
void vcl_tree_trim(vcl_tree *tree);

/* Fills `order` with the nodes of the tree, each after all above it; their number. `order` has room
 * for tree->count. O(n). */
uint32_t vcl_tree_order(const vcl_tree *tree, uint32_t *order);

/* Is the node in the tree? */
bool vcl_tree_holds(const vcl_tree *tree, uint32_t node);

/* Is `above` on the way from `below` to the root, both in the tree? A node is above itself. O(1). */
bool vcl_tree_is_above(const vcl_tree *tree, uint32_t above, uint32_t below);

/* The lowest node above both, which are in the tree. O(log n). */
uint32_t vcl_tree_meet(const vcl_tree *tree, uint32_t a, uint32_t b);

#endif
