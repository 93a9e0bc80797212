/* Households upstream, a block of actors at a time. */
#include "graph/upstream.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/try.h"
#include "graph/reach.h"

/* Adds every household's vertex to the actors of the block that it reaches. */
static void add_block(const vcl_reach *reach, const vcl_coverage *coverage, vcl_upstream *out)
{
    const vcl_fold *fold = reach->paths->layers->fold;

    for (uint32_t vertex = fold->organisation_count; vertex < fold->vertex_count; vertex++) {
        uint64_t households = fold->vertices[vertex].households;
        bool covered = (coverage->any[vertex] & VCL_COVERED) != 0;
        for (uint32_t bit = vcl_reach_next(reach, vertex, 0); bit < VCL_BLOCK_BITS;
             bit = vcl_reach_next(reach, vertex, bit + 1)) {
            out[bit].households += households;
            out[bit].uncovered += covered ? 0 : households;
        }
    }
}

vcl_status vcl_upstream_find(const vcl_paths *paths, const vcl_coverage *coverage,
                             const uint32_t *vertices, uint32_t count, vcl_upstream *out,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_reach reach = { 0 };
    vcl_goal *goals = NULL;

    TRY(vcl_reach_init(&reach, paths, err));
    TRY(vcl_alloc(&goals, VCL_BLOCK_BITS, sizeof *goals, err));
    for (uint32_t first = 0; first < count; first += VCL_BLOCK_BITS) {
        uint32_t size = count - first < VCL_BLOCK_BITS ? count - first : VCL_BLOCK_BITS;
        for (uint32_t bit = 0; bit < size; bit++) {
            goals[bit] = (vcl_goal){ vertices[first + bit], bit };
        }
        vcl_reach_run(&reach, goals, size, false);
        add_block(&reach, coverage, out + first);
    }
done:
    vcl_reach_release(&reach);
    free(goals);
    return status;
}
