/* The households that stand behind actors: who reaches them by a path in some layer. */
#ifndef GRAPH_UPSTREAM_H
#define GRAPH_UPSTREAM_H

#include "graph/coverage.h"
#include "graph/pace.h"

typedef struct vcl_upstream {
    uint64_t households; /* implied members included */
    uint64_t uncovered; /* those of them that are not covered in another way either */
} vcl_upstream;

/* Fills out[i] for the vertex vertices[i]. Between vcl_bridge_enter() and vcl_bridge_exit(). Costs
 * what vcl_reach_sum() does. VCL_ERROR_MEMORY, VCL_ERROR_INTERNAL. */
vcl_status vcl_upstream_find(const vcl_coverage *coverage, const vcl_pace *pace,
                             const uint32_t *vertices, uint32_t count, vcl_upstream *out,
                             vcl_error *err);

#endif
