/* First buyers are found twice: once to count those of every vertex, once to share it out among
 * them. */
#include "graph/buyers.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/try.h"
#include "graph/reach.h"

struct sharing {
    vcl_buyers *buyers;
    const vcl_fold *fold;
    const vcl_coverage *coverage;
    vcl_reach reach;
    vcl_goal *goals; /* of a block */
    uint32_t *of_first; /* by vertex: the number of its first buyers */
};

static vcl_status list_buyers(vcl_buyers *buyers, const vcl_fold *fold, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_alloc(&buyers->buyers, fold->organisation_count, sizeof *buyers->buyers, err));
    for (uint32_t vertex = 0; vertex < fold->organisation_count; vertex++) {
        if (fold->vertices[vertex].buyer) {
            buyers->buyers[buyers->count++].vertex = vertex;
        }
    }
done:
    return status;
}

/* The goals of the block that begins with buyer `first`. */
static uint32_t aim(struct sharing *sharing, uint32_t first)
{
    uint32_t count = sharing->buyers->count - first;

    count = count < VCL_BLOCK_BITS ? count : VCL_BLOCK_BITS;
    for (uint32_t bit = 0; bit < count; bit++) {
        sharing->goals[bit] = (vcl_goal){ sharing->buyers->buyers[first + bit].vertex, bit };
    }
    return count;
}

static vcl_buyer_reach *reach_of(vcl_buyer *buyer, const vcl_vertex *vertex)
{
    return vertex->kind == VCL_FARMER ? &buyer->households : &buyer->cooperatives;
}

/* What one block says of a vertex, by the stage of the work. */
typedef void visitor(struct sharing *sharing, uint32_t vertex, vcl_buyer *buyer);

static void count_first(struct sharing *sharing, uint32_t vertex, vcl_buyer *buyer)
{
    (void)buyer;
    sharing->of_first[vertex]++;
}

static void share_first(struct sharing *sharing, uint32_t vertex, vcl_buyer *buyer)
{
    uint64_t weight = sharing->fold->vertices[vertex].households;
    vcl_buyer_reach *reach = reach_of(buyer, sharing->fold->vertices + vertex);

    reach->reach += weight;
    reach->exclusive += sharing->of_first[vertex] == 1 ? weight : 0;
    reach->shapley += (double)weight / (double)sharing->of_first[vertex];
}

static void add_upstream(struct sharing *sharing, uint32_t vertex, vcl_buyer *buyer)
{
    reach_of(buyer, sharing->fold->vertices + vertex)->upstream +=
        sharing->fold->vertices[vertex].households;
}

/* Calls `visit` for each buyer of the block and each counted vertex that reaches it. */
static void visit_block(struct sharing *sharing, uint32_t first, visitor *visit)
{
    for (uint32_t vertex = 0; vertex < sharing->fold->vertex_count; vertex++) {
        uint32_t bit = vcl_coverage_concerns(sharing->coverage, vertex)
                           ? vcl_reach_next(&sharing->reach, vertex, 0)
                           : VCL_BLOCK_BITS;
        while (bit < VCL_BLOCK_BITS) {
            visit(sharing, vertex, sharing->buyers->buyers + first + bit);
            bit = vcl_reach_next(&sharing->reach, vertex, bit + 1);
        }
    }
}

/* A stage visits all blocks; the one block of a small chain is found only once. */
static void run_stage(struct sharing *sharing, bool first_only, bool found, visitor *visit)
{
    for (uint32_t first = 0; first < sharing->buyers->count; first += VCL_BLOCK_BITS) {
        uint32_t count = aim(sharing, first);
        if (!found || sharing->buyers->count > VCL_BLOCK_BITS) {
            vcl_reach_run(&sharing->reach, sharing->goals, count, first_only);
        }
        visit_block(sharing, first, visit);
    }
}

vcl_status vcl_buyers_init(vcl_buyers *buyers, const vcl_paths *paths, const vcl_coverage *coverage,
                           vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct sharing sharing = { .buyers = buyers,
                               .fold = paths->layers->fold,
                               .coverage = coverage };

    *buyers = (vcl_buyers){ 0 };
    TRY(list_buyers(buyers, sharing.fold, err));
    TRY(vcl_reach_init(&sharing.reach, paths, err));
    TRY(vcl_alloc(&sharing.goals, VCL_BLOCK_BITS, sizeof *sharing.goals, err));
    TRY(vcl_alloc(&sharing.of_first, sharing.fold->vertex_count, sizeof(uint32_t), err));
    run_stage(&sharing, true, false, count_first);
    run_stage(&sharing, true, true, share_first);
    run_stage(&sharing, false, false, add_upstream);
done:
    vcl_reach_release(&sharing.reach);
    free(sharing.goals);
    free(sharing.of_first);
    return status;
}

void vcl_buyers_release(vcl_buyers *buyers)
{
    free(buyers->buyers);
    *buyers = (vcl_buyers){ 0 };
}
