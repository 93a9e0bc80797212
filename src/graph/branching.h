/* The branchings of a tree above some of its nodes: where their ways to the root meet. With them, as
 * few nodes as there need be tell what the given ones have above them in common. */
#ifndef GRAPH_BRANCHING_H
#define GRAPH_BRANCHING_H

#include "base/array.h"
#include "graph/tree.h"

/* A node of the larger tree and the next branching or given node above it. */
typedef struct vcl_branch {
    uint32_t node;
    uint32_t above; /* the root if none */
} vcl_branch;

/* Fills `branches` (of vcl_branch, emptied first) with the given nodes, which are in the tree,
 * distinct and not the root, and with their branchings, the root aside, each once. `nodes`
 * is of uint32_t. O(n log n). VCL_ERROR_MEMORY. */
vcl_status vcl_branching(const vcl_tree *tree, const vcl_array *nodes, vcl_array *branches,
                         vcl_error *err);

#endif
