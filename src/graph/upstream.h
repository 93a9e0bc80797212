/* The households and cooperatives that stand behind actors: who reaches them by a path in some
 * layer. */
#ifndef GRAPH_UPSTREAM_H
#define GRAPH_UPSTREAM_H

#include "graph/coverage.h"
#include "graph/reach.h"

typedef struct vcl_upstream {
    uint64_t households; /* implied members included */
    uint64_t uncovered; /* those of them that are not covered in another way either */
    uint64_t cooperatives; /* covered ones, itself among them */
} vcl_upstream;

/* Fills out[i] for the vertex vertices[i]; `paths` is for all. Costs what vcl_reach_sum() does.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_upstream_find(const vcl_coverage *coverage, vcl_reach *paths,
                             const uint32_t *vertices, uint32_t count, vcl_upstream *out,
                             vcl_error *err);

#endif
