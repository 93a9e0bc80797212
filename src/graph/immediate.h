/* Immediate dominators: of each vertex of a graph, the nearest other one through which all its paths
 * to the root lead.
 *
 * Where no arcs lead in a circle they come of one walk from the root against the arcs: a vertex is
 * dominated by whoever the chains of those that it leads to have in common. Else they are found
 * after Lengauer and Tarjan (1979), by igraph. */
#ifndef GRAPH_IMMEDIATE_H
#define GRAPH_IMMEDIATE_H

#include "graph/layers.h"

/* nearest[vertex] becomes its immediate dominator; VCL_NONE for the root, which has no arcs out, and
 * for whom no path leads there from. Looks at the arcs of a layer alone, which may be parallel.
 * `nearest` has room for its vertices. Between vcl_bridge_enter() and vcl_bridge_exit().
 * O(E log V). VCL_ERROR_MEMORY, VCL_ERROR_INTERNAL. */
vcl_status vcl_immediate_dominators(const vcl_layer *graph, uint32_t root, uint32_t *nearest,
                                    vcl_error *err);

#endif
