/* First buyers are counted for every vertex, then what it gives to each of them is summed up. */
#include "graph/buyers.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"

struct sharing {
    vcl_buyers *buyers;
    const vcl_fold *fold;
    const vcl_coverage *coverage;
    uint32_t *goals; /* the buyers' vertices */
    uint32_t *of_first; /* by vertex: the number of its first buyers */
    vcl_weights *sums; /* by buyer */
};

/* What is summed up by paths that end at the first buyer, for one kind. */
enum { REACH, EXCLUSIVE, SHAPLEY };

static vcl_status list_buyers(struct sharing *sharing, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_buyers *buyers = sharing->buyers;
    uint32_t organisations = sharing->fold->organisation_count;

    TRY(vcl_alloc(&sharing->goals, organisations, sizeof(uint32_t), err));
    for (uint32_t vertex = 0; vertex < organisations; vertex++) {
        if (sharing->fold->vertices[vertex].buyer) {
            sharing->goals[buyers->count++] = vertex;
        }
    }
    TRY(vcl_alloc(&buyers->buyers, buyers->count, sizeof *buyers->buyers, err));
    for (uint32_t i = 0; i < buyers->count; i++) {
        buyers->buyers[i].vertex = sharing->goals[i];
    }
    TRY(vcl_alloc(&sharing->sums, buyers->count, sizeof *sharing->sums, err));
done:
    return status;
}

/* What a covered vertex of a kind gives to each of its first buyers. */
static vcl_weights weigh_first(const struct sharing *sharing, uint32_t vertex, vcl_kind kind)
{
    const vcl_vertex *record = sharing->fold->vertices + vertex;
    double households = (double)record->households;
    uint32_t buyers = sharing->of_first[vertex];
    vcl_weights weights = { { 0.0 } };

    if (record->kind == kind && vcl_coverage_concerns(sharing->coverage, vertex)) {
        weights.of[REACH] = households;
        weights.of[EXCLUSIVE] = buyers == 1 ? households : 0.0;
        weights.of[SHAPLEY] = households / buyers;
    }
    return weights;
}

static vcl_weights weigh_households(const void *context, uint32_t vertex)
{
    return weigh_first(context, vertex, VCL_FARMER);
}

static vcl_weights weigh_cooperatives(const void *context, uint32_t vertex)
{
    return weigh_first(context, vertex, VCL_COOPERATIVE);
}

static void take_first(const vcl_weights *sums, vcl_buyer_reach *out)
{
    out->reach = (uint64_t)sums->of[REACH];
    out->exclusive = (uint64_t)sums->of[EXCLUSIVE];
    out->shapley = sums->of[SHAPLEY];
}

/* `reach` is by paths that end at the first buyer. */
static vcl_status share_first(struct sharing *sharing, vcl_reach *reach, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_buyers *buyers = sharing->buyers;

    TRY(vcl_alloc(&sharing->of_first, sharing->fold->vertex_count, sizeof(uint32_t), err));
    TRY(vcl_reach_count(reach, sharing->of_first, err));
    TRY(vcl_reach_sum(reach, weigh_households, sharing, sharing->sums, err));
    for (uint32_t i = 0; i < buyers->count; i++) {
        take_first(sharing->sums + i, &buyers->buyers[i].households);
    }
    TRY(vcl_reach_sum(reach, weigh_cooperatives, sharing, sharing->sums, err));
    for (uint32_t i = 0; i < buyers->count; i++) {
        take_first(sharing->sums + i, &buyers->buyers[i].cooperatives);
    }
done:
    return status;
}

vcl_status vcl_buyers_init(vcl_buyers *buyers, const vcl_coverage *coverage, const vcl_pace *pace,
                           bool every_vertex, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_layers *layers = coverage->layers;
    struct sharing sharing = { .buyers = buyers, .fold = layers->fold, .coverage = coverage };
    vcl_reach first = { 0 };

    *buyers = (vcl_buyers){ 0 };
    TRY(list_buyers(&sharing, err));
    TRY(vcl_reach_init(&first, layers, true, sharing.goals, buyers->count, err));
    first.pace = *pace;
    TRY(share_first(&sharing, &first, err));
    if (every_vertex) {
        buyers->of_first = sharing.of_first;
        sharing.of_first = NULL;
    }
done:
    vcl_reach_release(&first);
    free(sharing.goals);
    free(sharing.of_first);
    free(sharing.sums);
    return status;
}

void vcl_buyers_tell_upstream(vcl_buyers *buyers, const vcl_upstream *upstream)
{
    for (uint32_t i = 0; i < buyers->count; i++) {
        vcl_buyer *buyer = buyers->buyers + i;
        const vcl_upstream *told = upstream + buyer->vertex;
        buyer->households.upstream = told->households - told->uncovered;
        buyer->cooperatives.upstream = told->cooperatives;
    }
}

void vcl_buyers_release(vcl_buyers *buyers)
{
    free(buyers->buyers);
    free(buyers->of_first);
    *buyers = (vcl_buyers){ 0 };
}
