/* What is upstream: sums over all who reach an actor. */
#include "graph/upstream.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"

enum { HOUSEHOLDS, UNCOVERED, COOPERATIVES };

static vcl_weights weigh(const void *context, uint32_t vertex)
{
    const vcl_coverage *coverage = context;
    const vcl_vertex *record = coverage->layers->fold->vertices + vertex;
    vcl_weights weights = { { 0.0 } };

    if (record->kind == VCL_FARMER) {
        bool covered = (coverage->any[vertex] & VCL_COVERED) != 0;
        weights.of[HOUSEHOLDS] = (double)record->households;
        weights.of[UNCOVERED] = covered ? 0.0 : (double)record->households;
    } else if (vcl_coverage_concerns(coverage, vertex)) {
        weights.of[COOPERATIVES] = 1.0;
    }
    return weights;
}

vcl_status vcl_upstream_find(const vcl_coverage *coverage, vcl_reach *paths,
                             const uint32_t *vertices, uint32_t count, vcl_upstream *out,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_weights *sums = NULL;

    if (count == 0) {
        return VCL_OK;
    }
    TRY(vcl_alloc(&sums, count, sizeof *sums, err));
    TRY(vcl_reach_ask(paths, vertices, count, err));
    TRY(vcl_reach_sum(paths, weigh, coverage, sums, err));
    for (uint32_t i = 0; i < count; i++) {
        out[i].households = (uint64_t)sums[i].of[HOUSEHOLDS];
        out[i].uncovered = (uint64_t)sums[i].of[UNCOVERED];
        out[i].cooperatives = (uint64_t)sums[i].of[COOPERATIVES];
    }
done:
    free(sums);
    return status;
}
