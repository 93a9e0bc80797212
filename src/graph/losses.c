/* Lost and hurt: weights walk up the dominator trees of several layers at once. */
#include "graph/losses.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"
#include "graph/alone_loads.h"
#include "graph/climb.h"
#include "graph/covered_in.h"
#include "graph/heap.h"

struct walk {
    const vcl_layers *layers;
    const vcl_coverage *coverage;
    vcl_forest forest;
    vcl_climb climb;
    vcl_alone_loads alone;
    vcl_loss *losses;
    vcl_covered_in covered_in;
    uint32_t *set_of; /* by vertex: its set of layers, 0 where it does not count */
    vcl_load
        *loads; /* by vertex that somebody leads to: what has come to it, all 0 between groups */
    vcl_load *unstated; /* by the same: what has come to it from where layers no longer differ */
    bool *queued; /* by vertex: it is among the waiting */
    vcl_heap waiting; /* by depth in the group's first layer */
};

/* What a load does to whoever dominates in some layers before it goes on from the nearest common
 * dominator: hurt once each, and lost where it does in all. */
static void add_met(struct walk *walk, vcl_load load)
{
    const uint32_t *met = walk->climb.met.items;

    for (size_t i = 0; i < walk->climb.met.count; i++) {
        vcl_loss *loss = walk->losses + met[i];
        loss->households_hurt += load.households;
        loss->cooperatives_hurt += load.cooperatives;
        if (vcl_climb_is_common(&walk->climb, met[i])) {
            loss->households_lost += load.households;
            loss->cooperatives_lost += load.cooperatives;
        }
    }
}

/* The same for those who stand alone; in a single layer no one was stepped over. */
static void add_alone(struct walk *walk, uint32_t vertex, vcl_load load)
{
    vcl_set set = walk->climb.set;

    for (uint32_t i = 0; set.count > 1 && i < set.count; i++) {
        vcl_alone_loads_send(&walk->alone, set.items[i], vertex, walk->climb.nearest, load);
    }
}

/* Lets a vertex wait for its turn, the one deepest in the first layer first: nothing more will come
 * to it by then. */
static vcl_status push(struct walk *walk, uint32_t vertex, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_dominators *tree = walk->forest.trees + walk->climb.set.items[0];

    if (!walk->queued[vertex]) {
        TRY(vcl_heap_push(&walk->waiting, vcl_dominators_depth(tree, vertex), vertex, err));
        walk->queued[vertex] = true;
    }
done:
    return status;
}

static void add_load(vcl_load *to, vcl_load load)
{
    to->households += load.households;
    to->cooperatives += load.cooperatives;
}

/* Is the vertex in none of the group's layers other than it is in the unstated one? */
static bool is_unstated(const struct walk *walk, uint32_t vertex)
{
    vcl_set set = walk->climb.set;

    for (uint32_t i = 0; i < set.count; i++) {
        if (set.items[i] != VCL_UNSTATED_LAYER &&
            vcl_dominators_owns(walk->forest.trees + set.items[i], vertex)) {
            return false;
        }
    }
    return true;
}

/* Sends a load on to a vertex. Once all is as in the unstated layer, groups go on together. */
static vcl_status send(struct walk *walk, uint32_t vertex, vcl_load load, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (is_unstated(walk, vertex)) {
        add_load(walk->unstated + vertex, load);
    } else {
        add_load(walk->loads + vertex, load);
        TRY(push(walk, vertex, err));
    }
done:
    return status;
}

/* What comes to a vertex is lost and hurt when it is gone. */
static void charge(struct walk *walk, uint32_t vertex, vcl_load load)
{
    vcl_loss *loss = walk->losses + vertex;

    loss->households_lost += load.households;
    loss->households_hurt += load.households;
    loss->cooperatives_lost += load.cooperatives;
    loss->cooperatives_hurt += load.cooperatives;
}

/* What a vertex of the group being walked weighs itself. */
static vcl_load own_load(const struct walk *walk, uint32_t vertex, uint32_t set)
{
    const vcl_vertex *what = walk->layers->fold->vertices + vertex;

    if (walk->set_of[vertex] != set) {
        return (vcl_load){ 0 };
    }
    return (vcl_load){ what->kind == VCL_FARMER ? what->households : 0,
                       what->kind == VCL_COOPERATIVE ? 1 : 0 };
}

/* Settles what came to a vertex and sends it on, with its own weight, to the next. */
static vcl_status settle(struct walk *walk, uint32_t vertex, uint32_t set, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_load load = { 0 };

    walk->queued[vertex] = false;
    if (vertex < walk->layers->reached) {
        load = walk->loads[vertex];
        walk->loads[vertex] = (vcl_load){ 0 };
        charge(walk, vertex, load);
    }
    add_load(&load, own_load(walk, vertex, set));
    TRY(vcl_climb_from(&walk->climb, vertex, err));
    add_met(walk, load);
    add_alone(walk, vertex, load);
    if (walk->climb.nearest != VCL_NONE) {
        TRY(send(walk, walk->climb.nearest, load, err));
    }
done:
    return status;
}

/* What has come to the unstated tree goes up it, the deepest first. */
static vcl_status walk_unstated(struct walk *walk, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_dominators *tree = walk->forest.trees + VCL_UNSTATED_LAYER;

    for (uint32_t vertex = 0; vertex < walk->layers->reached; vertex++) {
        if (walk->unstated[vertex].households > 0 || walk->unstated[vertex].cooperatives > 0) {
            TRY(vcl_heap_push(&walk->waiting, vcl_dominators_depth(tree, vertex), vertex, err));
            walk->queued[vertex] = true;
        }
    }
    while (walk->waiting.entries.count > 0) {
        uint32_t vertex = vcl_heap_pop(&walk->waiting);
        uint32_t above = vcl_dominators_above(tree, vertex);
        charge(walk, vertex, walk->unstated[vertex]);
        if (above == VCL_NONE) {
            continue;
        }
        add_load(walk->unstated + above, walk->unstated[vertex]);
        if (!walk->queued[above]) {
            TRY(vcl_heap_push(&walk->waiting, vcl_dominators_depth(tree, above), above, err));
            walk->queued[above] = true;
        }
    }
done:
    return status;
}

/* Do all arcs of farmers to whom nobody leads end at one vertex? So do those of most. It dominates them
 * in all layers, and nobody stands before it. */
static bool leads_straight_on(const struct walk *walk, uint32_t vertex, uint32_t *to)
{
    const vcl_fold *fold = walk->layers->fold;
    const vcl_vertex *record = fold->vertices + vertex;
    uint32_t first = fold->arcs_out[vertex];
    uint32_t end = fold->arcs_out[vertex + 1];
    bool entered = !record->implied && vcl_bits_has(fold->state->receives, record->actor);

    if (record->kind != VCL_FARMER || entered || first == end ||
        fold->arcs[first].target != fold->arcs[end - 1].target) {
        return false;
    }
    *to = fold->arcs[first].target;
    return true;
}

/* Takes in one of a group. To whom nobody leads nothing will come: it is settled at once. */
static vcl_status begin_at(struct walk *walk, uint32_t vertex, uint32_t set, vcl_error *err)
{
    uint32_t to = VCL_NONE;

    if (leads_straight_on(walk, vertex, &to)) {
        return send(walk, to, own_load(walk, vertex, set), err);
    }
    return vertex < walk->layers->reached ? push(walk, vertex, err)
                                          : settle(walk, vertex, set, err);
}

/* The households and cooperatives covered in the same layers, deepest first. */
static vcl_status walk_group(struct walk *walk, uint32_t set, const uint32_t *members,
                             uint32_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;

    walk->climb.set = vcl_sets_at(&walk->covered_in.sets, set);
    for (uint32_t i = 0; i < count; i++) {
        TRY(begin_at(walk, members[i], set, err));
    }
    while (walk->waiting.entries.count > 0) {
        TRY(settle(walk, vcl_heap_pop(&walk->waiting), set, err));
    }
done:
    return status;
}

/* Sorts the counted vertices by their set of layers (by counting) and walks each group. */
static vcl_status walk_groups(struct walk *walk, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t vertices = walk->layers->fold->vertex_count;
    uint32_t sets = vcl_sets_count(&walk->covered_in.sets);
    uint32_t *start = NULL;
    uint32_t *members = NULL;

    TRY(vcl_alloc(&start, (size_t)sets + 2, sizeof(uint32_t), err));
    TRY(vcl_alloc(&members, vertices, sizeof(uint32_t), err));
    for (uint32_t vertex = 0; vertex < vertices; vertex++) {
        start[walk->set_of[vertex] + 2]++;
    }
    for (uint32_t set = 0; set < sets; set++) {
        start[set + 2] += start[set + 1];
    }
    for (uint32_t vertex = 0; vertex < vertices; vertex++) {
        members[start[walk->set_of[vertex] + 1]++] = vertex;
    }
    /* Set 0 holds whoever does not count. */
    for (uint32_t set = 1; set < sets; set++) {
        TRY(walk_group(walk, set, members + start[set], start[set + 1] - start[set], err));
    }
done:
    free(start);
    free(members);
    return status;
}

/* What those who stand alone have been sent. */
static vcl_status charge_alone(struct walk *walk, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (uint32_t number = 0; number < walk->layers->count; number++) {
        const vcl_layer *layer = walk->layers->layers + number;
        const vcl_load *loads = walk->alone.loads + walk->alone.start[number];
        TRY(vcl_alone_loads_sum(&walk->alone, number, err));
        for (uint32_t i = 0; i < layer->reached; i++) {
            if (walk->forest.alone[layer->vertices[i]] && vcl_layer_sends(layer, i) &&
                (loads[i].households > 0 || loads[i].cooperatives > 0)) {
                walk->losses[layer->vertices[i]].households_hurt += loads[i].households;
                walk->losses[layer->vertices[i]].cooperatives_hurt += loads[i].cooperatives;
            }
        }
    }
done:
    return status;
}

static vcl_status init_walk(struct walk *walk, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t vertices = walk->layers->fold->vertex_count;

    vcl_heap_init(&walk->waiting);
    TRY(vcl_covered_in_init(&walk->covered_in, walk->coverage, err));
    TRY(vcl_alloc(&walk->set_of, vertices, sizeof(uint32_t), err));
    for (uint32_t vertex = 0; vertex < vertices; vertex++) {
        walk->set_of[vertex] =
            vcl_coverage_concerns(walk->coverage, vertex) ? walk->covered_in.of_vertex[vertex] : 0;
    }
    TRY(vcl_alloc(&walk->loads, walk->layers->reached, sizeof *walk->loads, err));
    TRY(vcl_alloc(&walk->unstated, walk->layers->reached, sizeof *walk->unstated, err));
    TRY(vcl_alloc(&walk->queued, vertices, sizeof *walk->queued, err));
    TRY(vcl_forest_init(&walk->forest, walk->layers, err));
    TRY(vcl_climb_init(&walk->climb, &walk->forest, err));
    TRY(vcl_alone_loads_init(&walk->alone, &walk->forest, err));
done:
    return status;
}

static void release_walk(struct walk *walk)
{
    vcl_alone_loads_release(&walk->alone);
    vcl_climb_release(&walk->climb);
    vcl_forest_release(&walk->forest);
    vcl_heap_release(&walk->waiting);
    vcl_covered_in_release(&walk->covered_in);
    free(walk->set_of);
    free(walk->loads);
    free(walk->unstated);
    free(walk->queued);
}

vcl_status vcl_losses_init(vcl_losses *losses, const vcl_coverage *coverage, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct walk walk = { .layers = coverage->layers, .coverage = coverage };
    uint32_t organisations = coverage->layers->fold->organisation_count;
    uint32_t reached = coverage->layers->reached;

    *losses = (vcl_losses){ 0 };
    TRY(vcl_alloc(&losses->losses, reached > organisations ? reached : organisations,
                  sizeof(vcl_loss), err));
    walk.losses = losses->losses;
    TRY(init_walk(&walk, err));
    TRY(walk_groups(&walk, err));
    TRY(charge_alone(&walk, err));
    TRY(walk_unstated(&walk, err));
done:
    release_walk(&walk);
    return status;
}

void vcl_losses_release(vcl_losses *losses)
{
    free(losses->losses);
    *losses = (vcl_losses){ 0 };
}
