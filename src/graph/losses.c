/* Lost and hurt: weights walk up the dominator trees of several layers at once. */
#include "graph/losses.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/try.h"
#include "graph/climb.h"
#include "graph/covered_in.h"
#include "graph/heap.h"

/* Weight on its way to the market, at a vertex. */
struct load {
    uint64_t households;
    uint64_t cooperatives;
};

struct walk {
    const vcl_layers *layers;
    const vcl_coverage *coverage;
    vcl_climb climb;
    vcl_loss *losses;
    vcl_covered_in covered_in;
    uint32_t *set_of; /* by vertex: its set of layers, 0 where it does not count */
    struct load *loads; /* by vertex: what has come to it, all 0 between groups */
    struct load *unstated; /* by vertex: what has come to it from where layers no longer differ */
    bool *queued; /* by vertex: it is among the waiting */
    vcl_heap waiting; /* by depth in the group's first layer */
    uint32_t *seen; /* by vertex: the round in which it was last met */
    uint32_t round;
};

/* Adds the load to whoever dominates `vertex` in some layer: hurt once each, and lost where it does
 * in all. Where the layers agree on the nearest who does in all, nobody before does, and the load
 * goes on from there by itself. */
static void add_chains(struct walk *walk, uint32_t vertex, bool agreed, uint32_t nearest,
                       struct load load)
{
    uint32_t stop = agreed ? nearest : VCL_NONE;

    walk->round++;
    for (uint32_t i = 0; i < walk->climb.set.count; i++) {
        uint32_t at = vcl_climb_step(&walk->climb, i, vertex);
        for (; at != VCL_NONE && at != stop; at = vcl_climb_step(&walk->climb, i, at)) {
            vcl_loss *loss = walk->losses + at;
            if (walk->seen[at] == walk->round) {
                continue;
            }
            walk->seen[at] = walk->round;
            loss->households_hurt += load.households;
            loss->cooperatives_hurt += load.cooperatives;
            if (!agreed && vcl_climb_is_common(&walk->climb, at, vertex)) {
                loss->households_lost += load.households;
                loss->cooperatives_lost += load.cooperatives;
            }
        }
    }
}

/* Lets a vertex wait for its turn, the one deepest in the first layer first: nothing more will come
 * to it by then. */
static vcl_status push(struct walk *walk, uint32_t vertex, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t depth = vcl_dominators_depth(walk->climb.trees + walk->climb.set.items[0], vertex);

    if (!walk->queued[vertex]) {
        TRY(vcl_heap_push(&walk->waiting, depth, vertex, err));
        walk->queued[vertex] = true;
    }
done:
    return status;
}

static void add_load(struct load *to, struct load load)
{
    to->households += load.households;
    to->cooperatives += load.cooperatives;
}

/* Sends a load on to a vertex. Once all is as in the unstated layer, groups go on together. */
static vcl_status send(struct walk *walk, uint32_t vertex, struct load load, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (vcl_climb_is_unstated(&walk->climb, vertex)) {
        add_load(walk->unstated + vertex, load);
    } else {
        add_load(walk->loads + vertex, load);
        TRY(push(walk, vertex, err));
    }
done:
    return status;
}

/* What comes to a vertex is lost and hurt when it is gone. */
static void charge(struct walk *walk, uint32_t vertex, struct load load)
{
    vcl_loss *loss = walk->losses + vertex;

    loss->households_lost += load.households;
    loss->households_hurt += load.households;
    loss->cooperatives_lost += load.cooperatives;
    loss->cooperatives_hurt += load.cooperatives;
}

/* What a vertex of the group being walked weighs itself. */
static struct load own_load(const struct walk *walk, uint32_t vertex, uint32_t set)
{
    const vcl_vertex *what = walk->layers->fold->vertices + vertex;

    if (walk->set_of[vertex] != set) {
        return (struct load){ 0 };
    }
    return (struct load){ what->kind == VCL_FARMER ? what->households : 0,
                          what->kind == VCL_COOPERATIVE ? 1 : 0 };
}

/* Settles what came to a vertex and sends it on, with its own weight, to the next. */
static vcl_status settle(struct walk *walk, uint32_t vertex, uint32_t set, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct load load = walk->loads[vertex];
    uint32_t nearest = VCL_NONE;
    bool agreed = vcl_climb_agrees(&walk->climb, vertex, &nearest);

    walk->queued[vertex] = false;
    walk->loads[vertex] = (struct load){ 0 };
    charge(walk, vertex, load);
    add_load(&load, own_load(walk, vertex, set));
    add_chains(walk, vertex, agreed, nearest, load);
    if (agreed && nearest != VCL_NONE) {
        TRY(send(walk, nearest, load, err));
    }
done:
    return status;
}

/* What has come to the unstated tree goes up it, the deepest first. */
static vcl_status walk_unstated(struct walk *walk, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_dominators *tree = walk->climb.trees + VCL_UNSTATED_LAYER;
    uint32_t vertices = walk->layers->fold->vertex_count;

    for (uint32_t vertex = 0; vertex < vertices; vertex++) {
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

/* The households and cooperatives covered in the same layers, deepest first. */
static vcl_status walk_group(struct walk *walk, uint32_t set, const uint32_t *members,
                             uint32_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;

    walk->climb.set = vcl_sets_at(&walk->covered_in.sets, set);
    for (uint32_t i = 0; i < count; i++) {
        TRY(push(walk, members[i], err));
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
    TRY(vcl_alloc(&walk->loads, vertices, sizeof *walk->loads, err));
    TRY(vcl_alloc(&walk->unstated, vertices, sizeof *walk->unstated, err));
    TRY(vcl_alloc(&walk->queued, vertices, sizeof *walk->queued, err));
    TRY(vcl_alloc(&walk->seen, vertices, sizeof(uint32_t), err));
    TRY(vcl_alloc(&walk->climb.trees, walk->layers->count, sizeof *walk->climb.trees, err));
    for (uint32_t layer = 0; layer < walk->layers->count; layer++) {
        TRY(vcl_dominators_init(walk->climb.trees + layer, walk->layers, layer,
                                layer == VCL_UNSTATED_LAYER ? NULL : walk->climb.trees, err));
    }
done:
    return status;
}

static void release_walk(struct walk *walk)
{
    for (uint32_t layer = 0; walk->climb.trees != NULL && layer < walk->layers->count; layer++) {
        vcl_dominators_release(walk->climb.trees + layer);
    }
    free(walk->climb.trees);
    vcl_heap_release(&walk->waiting);
    vcl_covered_in_release(&walk->covered_in);
    free(walk->set_of);
    free(walk->loads);
    free(walk->unstated);
    free(walk->queued);
    free(walk->seen);
}

vcl_status vcl_losses_init(vcl_losses *losses, const vcl_coverage *coverage, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct walk walk = { .layers = coverage->layers, .coverage = coverage };

    *losses = (vcl_losses){ 0 };
    TRY(vcl_alloc(&losses->losses, coverage->layers->fold->vertex_count, sizeof(vcl_loss), err));
    walk.losses = losses->losses;
    TRY(init_walk(&walk, err));
    TRY(walk_groups(&walk, err));
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
