/* Centrality and degrees on the simple graph: of organisations, and of one household each of those
 * that a vertex of it stands for. */
#ifndef GRAPH_CENTRALITY_H
#define GRAPH_CENTRALITY_H

#include "graph/pace.h"
#include "model/fold.h"

/* By vertex of the simple graph: organisations, which bear the numbers that they have in the fold, and
 * the others only where they are asked for. */
typedef struct vcl_centrality {
    uint32_t *of_vertex; /* by vertex of the fold: its number; VCL_NONE for implied members; NULL
                            where only organisations are asked for */
    uint64_t *in_degree; /* actors, every household its own */
    uint64_t *out_degree;
    double *pagerank; /* Page and Brin (1998), damping 0.85; sums to 1 over all vertices */
    double *betweenness;
    double *harmonic;
} vcl_centrality;

/* Of organisations, or of `every_vertex`. Release in any case. Between vcl_bridge_enter() and
 * vcl_bridge_exit(). O(V E) for betweenness. VCL_ERROR_MEMORY, VCL_ERROR_INTERNAL. */
vcl_status vcl_centrality_init(vcl_centrality *centrality, const vcl_fold *fold, vcl_pace *pace,
                               bool every_vertex, vcl_error *err);
void vcl_centrality_release(vcl_centrality *centrality);

#endif
