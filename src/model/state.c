/* Activity and implied members. */
#include "model/state.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/try.h"

bool vcl_terms_are_current(const vcl_terms *terms, vcl_date as_of)
{
    if (terms->status != VCL_LINK_ACTIVE) {
        return false;
    }
    return as_of == VCL_NO_DATE || ((terms->start == VCL_NO_DATE || terms->start <= as_of) &&
                                    (terms->end == VCL_NO_DATE || as_of <= terms->end));
}

/* Counting the households known to belong to an organisation, each once. */
struct census {
    const vcl_state *state;
    uint32_t *counted_for; /* by actor: 1 + the organisation it was last counted for */
    uint32_t organisation;
    uint64_t known;
    uint64_t enough; /* counting stops here: no member is implied */
};

static bool first_time(struct census *census, uint32_t actor)
{
    bool first = census->counted_for[actor] != census->organisation + 1;

    census->counted_for[actor] = census->organisation + 1;
    return first;
}

/* Counts the farmers with a current membership link to `organisation`. */
static void count_farmers_of(struct census *census, uint32_t organisation)
{
    const vcl_chain *chain = census->state->chain;
    uint32_t end = chain->links_in_start[organisation + 1];

    for (uint32_t i = chain->links_in_start[organisation];
         i < end && census->known < census->enough; i++) {
        const vcl_link *link = chain->links + chain->links_in[i];
        const vcl_actor *source = chain->actors + link->source;
        const vcl_terms *terms = vcl_link_terms(chain, link);
        if (terms->kind == VCL_MEMBERSHIP && source->kind == VCL_FARMER &&
            vcl_terms_are_current(terms, census->state->as_of) &&
            first_time(census, link->source)) {
            census->known += vcl_actor_count(chain, link->source);
        }
    }
}

static void count_groups_of(struct census *census, uint32_t cooperative)
{
    const vcl_chain *chain = census->state->chain;
    uint32_t end = chain->links_in_start[cooperative + 1];

    for (uint32_t i = chain->links_in_start[cooperative]; i < end && census->known < census->enough;
         i++) {
        const vcl_link *link = chain->links + chain->links_in[i];
        const vcl_terms *terms = vcl_link_terms(chain, link);
        if (terms->kind == VCL_MEMBERSHIP && chain->actors[link->source].kind == VCL_GROUP &&
            vcl_terms_are_current(terms, census->state->as_of) &&
            first_time(census, link->source)) {
            census->known += census->state->implied[link->source];
            count_farmers_of(census, link->source);
        }
    }
}

/* Groups come first: their implied members count as known to their cooperatives. */
static void imply_members(vcl_state *state, vcl_kind kind, uint32_t *counted_for)
{
    const vcl_chain *chain = state->chain;

    for (uint32_t i = 0; i < chain->actor_count; i++) {
        const vcl_actor *actor = chain->actors + i;
        uint32_t members = vcl_actor_members(chain, i);
        struct census census = { state, counted_for, i, 0, members };
        if (actor->kind != (uint8_t)kind || !actor->sells || members == VCL_NONE) {
            continue;
        }
        count_farmers_of(&census, i);
        if (kind == VCL_COOPERATIVE) {
            count_groups_of(&census, i);
        }
        if (census.known < members) {
            state->implied[i] = (uint32_t)(members - census.known);
        }
    }
}

static void mark_links(vcl_state *state)
{
    const vcl_chain *chain = state->chain;

    for (uint32_t i = 0; i < chain->link_count; i++) {
        const vcl_link *link = chain->links + i;
        const vcl_terms *terms = vcl_link_terms(chain, link);
        state->carries[i] = terms->treated != VCL_INPUT && state->active[link->source] &&
                            state->active[link->target] &&
                            vcl_terms_are_current(terms, state->as_of);
    }
}

vcl_status vcl_state_init(vcl_state *state, const vcl_chain *chain, vcl_date as_of,
                          const uint32_t *without, size_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *counted_for = NULL;

    *state = (vcl_state){ .chain = chain, .as_of = as_of };
    TRY(vcl_alloc(&state->active, chain->actor_count, sizeof *state->active, err));
    TRY(vcl_alloc(&state->implied_active, chain->actor_count, sizeof(bool), err));
    TRY(vcl_alloc(&state->implied, chain->actor_count, sizeof *state->implied, err));
    TRY(vcl_alloc(&state->carries, chain->link_count, sizeof *state->carries, err));
    TRY(vcl_alloc(&counted_for, chain->actor_count, sizeof *counted_for, err));
    for (uint32_t i = 0; i < chain->actor_count; i++) {
        state->active[i] = chain->actors[i].status == VCL_ACTIVE;
        state->implied_active[i] = state->active[i];
    }
    for (size_t i = 0; i < count; i++) {
        state->active[without[i]] = false;
    }
    mark_links(state);
    imply_members(state, VCL_GROUP, counted_for);
    imply_members(state, VCL_COOPERATIVE, counted_for);
done:
    free(counted_for);
    return status;
}

void vcl_state_release(vcl_state *state)
{
    free(state->active);
    free(state->carries);
    free(state->implied);
    free(state->implied_active);
    *state = (vcl_state){ 0 };
}
