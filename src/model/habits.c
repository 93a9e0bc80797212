/* Flows out of every actor, and farmers sorted by what they do. */
#include "model/habits.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/try.h"

static int compare_flows(const void *a, const void *b)
{
    const vcl_flow *first = a;
    const vcl_flow *second = b;

    if (first->target != second->target) {
        return first->target < second->target ? -1 : 1;
    }
    return (first->products > second->products) - (first->products < second->products);
}

/* Sorts and makes distinct; the new count. */
static uint32_t sort_flows(vcl_flow *flows, uint32_t count)
{
    uint32_t kept = 0;

    if (count > 1) {
        qsort(flows, count, sizeof *flows, compare_flows);
    }
    for (uint32_t i = 0; i < count; i++) {
        if (kept == 0 || compare_flows(flows + kept - 1, flows + i) != 0) {
            flows[kept++] = flows[i];
        }
    }
    return kept;
}

/* The flows out of every actor, neighbours in one array. */
static vcl_status collect_flows(vcl_habits *habits, const vcl_state *state, bool *receives,
                                vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = state->chain;
    uint32_t count = 0;

    TRY(vcl_alloc(&habits->flows, chain->link_count, sizeof(vcl_flow), err));
    TRY(vcl_alloc(&habits->flows_start, (size_t)chain->actor_count + 1, sizeof(uint32_t), err));
    for (uint32_t actor = 0; actor < chain->actor_count; actor++) {
        uint32_t first = count;
        for (uint32_t i = chain->links_out[actor]; i < chain->links_out[actor + 1]; i++) {
            if (state->carries[i]) {
                habits->flows[count++] =
                    (vcl_flow){ chain->links[i].target,
                                vcl_link_terms(chain, chain->links + i)->products };
                receives[chain->links[i].target] = true;
            }
        }
        count = first + sort_flows(habits->flows + first, count - first);
        habits->flows_start[actor + 1] = count;
    }
done:
    return status;
}

static int compare_habits(const void *a, const void *b)
{
    const vcl_habit *first = a;
    const vcl_habit *second = b;
    uint32_t shared =
        first->flow_count < second->flow_count ? first->flow_count : second->flow_count;

    if (first->products != second->products) {
        return first->products < second->products ? -1 : 1;
    }
    if (first->sells != second->sells) {
        return first->sells ? -1 : 1;
    }
    for (uint32_t i = 0; i < shared; i++) {
        int order = compare_flows(first->flows + i, second->flows + i);
        if (order != 0) {
            return order;
        }
    }
    if (first->flow_count != second->flow_count) {
        return first->flow_count < second->flow_count ? -1 : 1;
    }
    if (first->alone != second->alone) {
        return first->alone ? 1 : -1;
    }
    return (first->actor > second->actor) - (first->actor < second->actor);
}

bool vcl_habits_alike(const vcl_habit *a, const vcl_habit *b)
{
    return !a->alone && !b->alone && a->products == b->products && a->sells == b->sells &&
           a->flow_count == b->flow_count &&
           (a->flow_count == 0 ||
            memcmp(a->flows, b->flows, a->flow_count * sizeof *a->flows) == 0);
}

static vcl_status collect_habits(vcl_habits *habits, const vcl_state *state, const bool *receives,
                                 vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = state->chain;

    TRY(vcl_alloc(&habits->habits, chain->actor_count, sizeof(vcl_habit), err));
    for (uint32_t actor = 0; actor < chain->actor_count; actor++) {
        uint32_t first = habits->flows_start[actor];
        if (chain->actors[actor].kind == VCL_FARMER && state->active[actor]) {
            habits->habits[habits->count++] = (vcl_habit){
                .flows = habits->flows + first,
                .flow_count = habits->flows_start[actor + 1] - first,
                .products = chain->actors[actor].products,
                .actor = actor,
                .sells = chain->actors[actor].sells,
                .alone = receives[actor],
            };
        }
    }
    if (habits->count > 0) {
        qsort(habits->habits, habits->count, sizeof(vcl_habit), compare_habits);
    }
done:
    return status;
}

vcl_status vcl_habits_init(vcl_habits *habits, const vcl_state *state, vcl_error *err)
{
    vcl_status status = VCL_OK;
    bool *receives = NULL; /* by actor: something flows to it */

    *habits = (vcl_habits){ 0 };
    TRY(vcl_alloc(&receives, state->chain->actor_count, sizeof *receives, err));
    TRY(collect_flows(habits, state, receives, err));
    TRY(collect_habits(habits, state, receives, err));
done:
    free(receives);
    return status;
}

void vcl_habits_release(vcl_habits *habits)
{
    free(habits->flows);
    free(habits->flows_start);
    free(habits->habits);
    *habits = (vcl_habits){ 0 };
}
