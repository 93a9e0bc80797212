/* Activity and implied members. */
#include "model/state.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"
#include "model/census.h"

/* Groups come first: their implied members count as known to their cooperatives. */
static void imply_members(vcl_state *state, vcl_kind kind, vcl_census *census)
{
    const vcl_chain *chain = state->chain;
    const uint32_t *organisations = chain->organisations.items;

    for (size_t i = 0; i < chain->organisations.count; i++) {
        uint32_t organisation = organisations[i];
        const vcl_actor *actor = chain->actors + organisation;
        uint32_t members = vcl_actor_members(chain, organisation);
        if (actor->kind == (uint8_t)kind && actor->sells && members != VCL_NONE) {
            uint64_t known = vcl_census_known(census, organisation, state->implied, members);
            state->implied[organisation] = known < members ? (uint32_t)(members - known) : 0;
        }
    }
}

static void mark_actors(vcl_state *state, const uint32_t *without, size_t count)
{
    const vcl_chain *chain = state->chain;

    for (uint32_t i = 0; i < chain->actor_count; i++) {
        state->active[i] = chain->actors[i].status == VCL_ACTIVE;
    }
    for (size_t i = 0; i < count; i++) {
        state->active[without[i]] = false;
    }
}

static vcl_status mark_links(vcl_state *state, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = state->chain;

    for (uint32_t i = 0; i < chain->link_count; i++) {
        const vcl_link *link = chain->links + i;
        const vcl_terms *terms = vcl_link_terms(chain, link);
        if (terms->treated == VCL_INPUT || !state->active[link->source] ||
            !state->active[link->target] || !vcl_terms_are_current(terms, state->as_of)) {
            continue;
        }
        state->carries[i] = true;
        state->receives[link->target] = true;
        if (terms->treated == VCL_SUPPLY && chain->actors[link->target].buyer) {
            TRY(vcl_array_add(&state->sales, &i, err));
        }
    }
done:
    return status;
}

vcl_status vcl_state_init(vcl_state *state, const vcl_chain *chain, vcl_date as_of,
                          const uint32_t *without, size_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_census census = { 0 };

    *state = (vcl_state){ .chain = chain, .as_of = as_of };
    vcl_array_init(&state->sales, sizeof(uint32_t));
    TRY(vcl_alloc(&state->active, chain->actor_count, sizeof *state->active, err));
    TRY(vcl_alloc(&state->implied, chain->actor_count, sizeof *state->implied, err));
    TRY(vcl_alloc(&state->carries, chain->link_count, sizeof *state->carries, err));
    TRY(vcl_alloc(&state->receives, chain->actor_count, sizeof *state->receives, err));
    mark_actors(state, without, count);
    TRY(mark_links(state, err));
    TRY(vcl_census_init(&census, chain, as_of, err));
    imply_members(state, VCL_GROUP, &census);
    imply_members(state, VCL_COOPERATIVE, &census);
done:
    vcl_census_release(&census);
    return status;
}

void vcl_state_release(vcl_state *state)
{
    free(state->active);
    free(state->carries);
    free(state->receives);
    free(state->implied);
    vcl_array_release(&state->sales);
    *state = (vcl_state){ 0 };
}
