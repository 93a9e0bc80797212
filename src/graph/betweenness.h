/* Betweenness and harmonic centrality of the simple graph, every copy of a vertex its own.
 *
 * Betweenness after Brandes (2001), directed, unnormalised: one search from each vertex, weighted
 * by its copies. A vertex of m copies passes on m times the shortest paths that reach one of them,
 * and is m targets. Harmonic centrality of v: the sum over all u that reach v of 1 / distance. */
#ifndef GRAPH_BETWEENNESS_H
#define GRAPH_BETWEENNESS_H

#include "graph/pace.h"
#include "graph/simple.h"

/* Fills betweenness[v] and harmonic[v] of one copy of each vertex; both of vertex_count, zeroed by
 * the caller. The sums do not depend on the number of threads. O(V E) at worst; a search costs only
 * what it reaches. O(V) memory a thread. VCL_ERROR_MEMORY. */
vcl_status vcl_betweenness(const vcl_simple *simple, vcl_pace *pace, double *betweenness,
                           double *harmonic, vcl_error *err);

#endif
