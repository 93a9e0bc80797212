/* Activity and implied members. */
#include "model/state.h"

#include <stdlib.h>

#include "base/jobs.h"
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

/* Where all farmers are active only organisations need a look. */
static void mark_actors(vcl_state *state, const uint32_t *without, size_t count)
{
    const vcl_chain *chain = state->chain;
    const uint32_t *organisations = chain->organisations.items;

    vcl_bits_set_all(state->active, chain->actor_count);
    for (uint32_t i = 0; chain->idle_farmers > 0 && i < chain->actor_count; i++) {
        if (chain->actors[i].status != VCL_ACTIVE) {
            vcl_bits_clear(state->active, i);
        }
    }
    for (size_t i = 0; i < chain->organisations.count; i++) {
        if (chain->actors[organisations[i]].status != VCL_ACTIVE) {
            vcl_bits_clear(state->active, organisations[i]);
        }
    }
    for (size_t i = 0; i < count; i++) {
        vcl_bits_clear(state->active, without[i]);
    }
}

/* What links of some terms do on the day, their ends aside. */
struct conduct {
    uint32_t terms;
    bool carries;
    bool sells;
};

static struct conduct conduct_of(const vcl_state *state, const vcl_link *link)
{
    const vcl_terms *terms = vcl_link_terms(state->chain, link);

    return (struct conduct){ .terms = link->terms,
                             .carries = terms->treated != VCL_INPUT &&
                                        vcl_terms_are_current(terms, state->as_of),
                             .sells = terms->treated == VCL_SUPPLY };
}

/* Many links have the terms of the one before. */
static vcl_status mark_links(vcl_state *state, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = state->chain;
    struct conduct last = { .terms = VCL_NONE };

    for (uint32_t i = 0; i < chain->link_count; i++) {
        const vcl_link *link = chain->links + i;
        last = link->terms == last.terms ? last : conduct_of(state, link);
        if (!last.carries || !vcl_bits_has(state->active, link->source) ||
            !vcl_bits_has(state->active, link->target)) {
            continue;
        }
        vcl_bits_set(state->carries, i);
        vcl_bits_set(state->receives, link->target);
        if (last.sells && chain->actors[link->target].buyer) {
            TRY(vcl_array_add(&state->sales, &i, err));
        }
    }
done:
    return status;
}

static vcl_status make_bits(uint64_t **out, size_t count, vcl_error *err)
{
    return vcl_alloc(out, vcl_bits_words(count), sizeof(uint64_t), err);
}

/* What the chain is on the day, and who is known to belong to whom: neither needs the other. */
struct marking {
    vcl_state *state;
    const uint32_t *without;
    size_t count;
    vcl_census census;
};

static vcl_status mark(void *context, vcl_error *err)
{
    const struct marking *marking = context;

    mark_actors(marking->state, marking->without, marking->count);
    return mark_links(marking->state, err);
}

static vcl_status take_census(void *context, vcl_error *err)
{
    struct marking *marking = context;

    return vcl_census_init(&marking->census, marking->state->chain, marking->state->as_of, err);
}

vcl_status vcl_state_init(vcl_state *state, const vcl_chain *chain, vcl_date as_of,
                          const uint32_t *without, size_t count, uint32_t threads, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct marking marking = { .state = state, .without = without, .count = count };
    const vcl_job jobs[] = { { mark, &marking }, { take_census, &marking } };

    *state = (vcl_state){ .chain = chain, .as_of = as_of };
    vcl_array_init(&state->sales, sizeof(uint32_t));
    TRY(make_bits(&state->active, chain->actor_count, err));
    TRY(vcl_alloc(&state->implied, chain->actor_count, sizeof *state->implied, err));
    TRY(make_bits(&state->carries, chain->link_count, err));
    TRY(make_bits(&state->receives, chain->actor_count, err));
    TRY(vcl_jobs_run(jobs, sizeof jobs / sizeof *jobs, threads, err));
    imply_members(state, VCL_GROUP, &marking.census);
    imply_members(state, VCL_COOPERATIVE, &marking.census);
done:
    vcl_census_release(&marking.census);
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
