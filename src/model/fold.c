/* Folding: a vertex for each organisation, each habit of farmers and each organisation's implied
 * members; arcs are what flows from each. */
#include "model/fold.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/memory.h"
#include "base/try.h"
#include "model/habits.h"

struct folding {
    vcl_fold *fold;
    vcl_habits habits;
    vcl_array vertices;
    vcl_array arcs;
    vcl_array flows; /* out of the vertex at hand */
};

static vcl_status add_organisations(struct folding *folding, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_fold *fold = folding->fold;
    const uint32_t *organisations = fold->state->chain->organisations.items;

    for (size_t i = 0; i < fold->state->chain->organisations.count; i++) {
        uint32_t actor = organisations[i];
        const vcl_actor *record = fold->state->chain->actors + actor;
        vcl_vertex vertex = { .actor = actor,
                              .products = record->products,
                              .households = 1,
                              .kind = record->kind,
                              .sells = record->sells,
                              .buyer = record->buyer };
        if (vcl_bits_has(fold->state->active, actor)) {
            fold->of_actor[actor] = (uint32_t)folding->vertices.count;
            TRY(vcl_array_add(&folding->vertices, &vertex, err));
        }
    }
done:
    return status;
}

/* The active ones. */
static uint32_t count_organisations(const vcl_state *state)
{
    const uint32_t *organisations = state->chain->organisations.items;
    uint32_t count = 0;

    for (size_t i = 0; i < state->chain->organisations.count; i++) {
        count += vcl_bits_has(state->active, organisations[i]) ? 1 : 0;
    }
    return count;
}

/* Room for all at once: arrays of so many that grow would leave holes. */
static vcl_status make_room(struct folding *folding, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = folding->fold->state->chain;
    const vcl_habit *habits = folding->habits.habits.items;
    const uint32_t *organisations = chain->organisations.items;
    size_t implied = chain->organisations.count; /* at most */
    size_t flows = implied;

    for (size_t i = 0; i < chain->organisations.count; i++) {
        vcl_span out = vcl_links_out(chain, organisations[i]);
        flows += out.end - out.first;
    }
    for (size_t i = 0; i < folding->habits.habits.count; i++) {
        flows += habits[i].flow_count;
    }
    TRY(vcl_array_reserve(
        &folding->vertices,
        folding->fold->organisation_count + folding->habits.habits.count + implied, err));
    TRY(vcl_array_reserve(&folding->arcs, flows, err));
done:
    return status;
}

static vcl_status add_farmers(struct folding *folding, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_habit *habits = folding->habits.habits.items;

    for (size_t i = 0; i < folding->habits.habits.count; i++) {
        vcl_vertex vertex = { .actor = habits[i].actor,
                              .products = habits[i].products,
                              .households = habits[i].households,
                              .kind = VCL_FARMER,
                              .sells = habits[i].sells };
        TRY(vcl_array_add(&folding->vertices, &vertex, err));
    }
done:
    return status;
}

static vcl_status add_implied(struct folding *folding, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_fold *fold = folding->fold;
    const vcl_actor *actors = fold->state->chain->actors;
    const uint32_t *organisations = fold->state->chain->organisations.items;

    for (size_t i = 0; i < fold->state->chain->organisations.count; i++) {
        uint32_t actor = organisations[i];
        vcl_vertex vertex = { .actor = actor,
                              .products = actors[actor].products,
                              .households = fold->state->implied[actor],
                              .kind = VCL_FARMER,
                              .sells = true,
                              .implied = true };
        if (vertex.households > 0 && actors[actor].status == VCL_ACTIVE) {
            TRY(vcl_array_add(&folding->vertices, &vertex, err));
            fold->of_implied[actor] = (uint32_t)folding->vertices.count;
        }
    }
done:
    return status;
}

/* The arcs out of one vertex along its flows. Their targets are organisations, sorted by actor as
 * they are by vertex, or farmers left alone, which stand in another order: arcs are sorted at the
 * end. */
static vcl_status add_arcs_along(struct folding *folding, uint32_t vertex, const vcl_flow *flows,
                                 size_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < count; i++) {
        vcl_arc arc = { .source = vertex,
                        .target = folding->fold->of_actor[flows[i].target],
                        .products = flows[i].products };
        TRY(vcl_array_add(&folding->arcs, &arc, err));
    }
done:
    return status;
}

static vcl_status add_arcs_of_organisation(struct folding *folding, uint32_t vertex, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_state *state = folding->fold->state;
    uint32_t actor = ((const vcl_vertex *)folding->vertices.items)[vertex].actor;

    folding->flows.count = 0;
    TRY(vcl_flows_along(state, vcl_links_out(state->chain, actor), &folding->flows, err));
    TRY(add_arcs_along(folding, vertex, folding->flows.items, folding->flows.count, err));
done:
    return status;
}

/* Implied members have one, to their organisation. */
static vcl_status add_arc_of_implied(struct folding *folding, uint32_t vertex, vcl_error *err)
{
    uint32_t actor = ((const vcl_vertex *)folding->vertices.items)[vertex].actor;
    vcl_arc arc = { .source = vertex, .target = folding->fold->of_actor[actor] };

    return arc.target == VCL_NONE ? VCL_OK : vcl_array_add(&folding->arcs, &arc, err);
}

static vcl_status add_arcs_of(struct folding *folding, uint32_t vertex, vcl_error *err)
{
    uint32_t organisations = folding->fold->organisation_count;

    if (vertex < organisations) {
        return add_arcs_of_organisation(folding, vertex, err);
    }
    if (vertex - organisations < folding->habits.habits.count) {
        const vcl_habit *habit =
            (const vcl_habit *)folding->habits.habits.items + vertex - organisations;
        return add_arcs_along(folding, vertex, habit->flows, habit->flow_count, err);
    }
    return add_arc_of_implied(folding, vertex, err);
}

static int compare_arcs(const void *a, const void *b)
{
    const vcl_arc *first = a;
    const vcl_arc *second = b;

    if (first->source != second->source) {
        return first->source < second->source ? -1 : 1;
    }
    if (first->target != second->target) {
        return first->target < second->target ? -1 : 1;
    }
    return (first->products > second->products) - (first->products < second->products);
}

/* They mostly come in order. */
static void sort_arcs(vcl_arc *arcs, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (compare_arcs(arcs + i - 1, arcs + i) > 0) {
            qsort(arcs, count, sizeof *arcs, compare_arcs);
            return;
        }
    }
}

static vcl_status add_arcs(struct folding *folding, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_fold *fold = folding->fold;

    TRY(vcl_alloc(&fold->arcs_out, folding->vertices.count + 1, sizeof(uint32_t), err));
    for (uint32_t vertex = 0; vertex < folding->vertices.count; vertex++) {
        TRY(add_arcs_of(folding, vertex, err));
        fold->arcs_out[vertex + 1] = (uint32_t)folding->arcs.count;
    }
    sort_arcs(folding->arcs.items, folding->arcs.count);
done:
    return status;
}

/* Hands the arrays over to the fold. */
static void keep(struct folding *folding)
{
    vcl_fold *fold = folding->fold;

    vcl_array_trim(&folding->vertices);
    vcl_array_trim(&folding->arcs);
    fold->vertices = folding->vertices.items;
    fold->vertex_count = (uint32_t)folding->vertices.count;
    fold->arcs = folding->arcs.items;
    fold->arc_count = (uint32_t)folding->arcs.count;
    vcl_array_init(&folding->vertices, sizeof(vcl_vertex));
    vcl_array_init(&folding->arcs, sizeof(vcl_arc));
}

vcl_status vcl_fold_init(vcl_fold *fold, const vcl_state *state, uint32_t threads, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t actors = state->chain->actor_count;
    struct folding folding = { .fold = fold };

    *fold = (vcl_fold){ .state = state };
    vcl_array_init(&folding.vertices, sizeof(vcl_vertex));
    vcl_array_init(&folding.arcs, sizeof(vcl_arc));
    vcl_array_init(&folding.flows, sizeof(vcl_flow));
    TRY(vcl_alloc(&fold->of_actor, actors, sizeof(uint32_t), err));
    fold->organisation_count = count_organisations(state);
    TRY(vcl_habits_init(&folding.habits, state, threads, fold->organisation_count, fold->of_actor,
                        err));
    TRY(vcl_alloc(&fold->of_implied, actors, sizeof(uint32_t), err));
    TRY(make_room(&folding, err));
    TRY(add_organisations(&folding, err));
    TRY(add_farmers(&folding, err));
    TRY(add_implied(&folding, err));
    TRY(add_arcs(&folding, err));
    keep(&folding);
done:
    vcl_array_release(&folding.vertices);
    vcl_array_release(&folding.arcs);
    vcl_array_release(&folding.flows);
    vcl_habits_release(&folding.habits);
    return status;
}

uint32_t vcl_fold_of_implied(const vcl_fold *fold, uint32_t actor)
{
    return fold->of_implied[actor] - 1; /* 0 - 1 is VCL_NONE */
}

void vcl_fold_release(vcl_fold *fold)
{
    free(fold->vertices);
    free(fold->arcs);
    free(fold->arcs_out);
    free(fold->of_actor);
    free(fold->of_implied);
    *fold = (vcl_fold){ 0 };
}
