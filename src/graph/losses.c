/* Lost and hurt: weights walk up the dominator trees of several layers at once. */
#include "graph/losses.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/try.h"
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
    vcl_dominators *trees; /* by layer */
    vcl_loss *losses;
    vcl_covered_in covered_in;
    uint32_t *set_of; /* by vertex: its set of layers, 0 where it does not count */
    vcl_set set; /* of the group being walked */
    struct load *loads; /* by vertex: what has come to it, all 0 between groups */
    bool *queued; /* by vertex: it is among the waiting */
    vcl_heap waiting; /* by depth in the group's first layer */
    uint32_t *seen; /* by vertex: the round in which it was last met */
    uint32_t round;
};

static uint32_t local_in(const struct walk *walk, uint32_t layer, uint32_t vertex)
{
    return vcl_layer_find(walk->layers->layers + layer, vertex);
}

/* The immediate dominator of a vertex in a layer, VCL_NONE for the market. */
static uint32_t step_up(const struct walk *walk, uint32_t layer, uint32_t vertex)
{
    const vcl_dominators *tree = walk->trees + layer;
    uint32_t above = tree->nearest[local_in(walk, layer, vertex)];

    return above == tree->market ? VCL_NONE : walk->layers->layers[layer].vertices[above];
}

/* Does `above` dominate `below` in every layer of the group? */
static bool is_common(const struct walk *walk, uint32_t above, uint32_t below)
{
    for (uint32_t i = 0; i < walk->set.count; i++) {
        uint32_t layer = walk->set.items[i];
        uint32_t local = local_in(walk, layer, above);
        if (local == VCL_NONE ||
            !vcl_dominates(walk->trees + layer, local, local_in(walk, layer, below))) {
            return false;
        }
    }
    return true;
}

/* The nearest common dominator as a layer sees it; VCL_NONE for the market. */
static uint32_t nearest_common(const struct walk *walk, uint32_t layer, uint32_t vertex)
{
    uint32_t at = step_up(walk, layer, vertex);

    while (at != VCL_NONE && !is_common(walk, at, vertex)) {
        at = step_up(walk, layer, at);
    }
    return at;
}

/* Do all layers of the group agree on the nearest common dominator? Usually the immediate ones are
 * one and the same, which is seen without a walk. */
static bool agree(const struct walk *walk, uint32_t vertex, uint32_t *nearest)
{
    uint32_t above = step_up(walk, walk->set.items[0], vertex);
    uint32_t same = 1;

    while (same < walk->set.count && step_up(walk, walk->set.items[same], vertex) == above) {
        same++;
    }
    *nearest = above;
    if (same == walk->set.count) {
        return true;
    }
    *nearest = nearest_common(walk, walk->set.items[0], vertex);
    for (uint32_t i = 1; i < walk->set.count; i++) {
        if (nearest_common(walk, walk->set.items[i], vertex) != *nearest) {
            return false;
        }
    }
    return true;
}

/* Adds the load to whoever dominates `vertex` in some layer, up to and without `stop`: hurt once
 * each, and lost where it does in all. */
static void add_chains(struct walk *walk, uint32_t vertex, uint32_t stop, struct load load)
{
    walk->round++;
    for (uint32_t i = 0; i < walk->set.count; i++) {
        uint32_t at = step_up(walk, walk->set.items[i], vertex);
        for (; at != VCL_NONE && at != stop; at = step_up(walk, walk->set.items[i], at)) {
            vcl_loss *loss = walk->losses + at;
            if (walk->seen[at] == walk->round) {
                continue;
            }
            walk->seen[at] = walk->round;
            loss->households_hurt += load.households;
            loss->cooperatives_hurt += load.cooperatives;
            if (is_common(walk, at, vertex)) {
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
    uint32_t first = walk->set.items[0];
    uint32_t depth = walk->trees[first].enter[local_in(walk, first, vertex)];

    if (!walk->queued[vertex]) {
        TRY(vcl_heap_push(&walk->waiting, depth, vertex, err));
        walk->queued[vertex] = true;
    }
done:
    return status;
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
    struct load own = own_load(walk, vertex, set);
    vcl_loss *loss = walk->losses + vertex;
    uint32_t nearest = VCL_NONE;
    bool agreed = agree(walk, vertex, &nearest);

    walk->queued[vertex] = false;
    walk->loads[vertex] = (struct load){ 0 };
    loss->households_lost += load.households;
    loss->households_hurt += load.households;
    loss->cooperatives_lost += load.cooperatives;
    loss->cooperatives_hurt += load.cooperatives;
    load.households += own.households;
    load.cooperatives += own.cooperatives;
    add_chains(walk, vertex, agreed ? nearest : VCL_NONE, load);
    if (agreed && nearest != VCL_NONE) {
        walk->loads[nearest].households += load.households;
        walk->loads[nearest].cooperatives += load.cooperatives;
        TRY(push(walk, nearest, err));
    }
done:
    return status;
}

/* The households and cooperatives covered in the same layers, deepest first. */
static vcl_status walk_group(struct walk *walk, uint32_t set, const uint32_t *members,
                             uint32_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;

    walk->set = vcl_sets_at(&walk->covered_in.sets, set);
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
    TRY(vcl_alloc(&walk->queued, vertices, sizeof *walk->queued, err));
    TRY(vcl_alloc(&walk->seen, vertices, sizeof(uint32_t), err));
    TRY(vcl_alloc(&walk->trees, walk->layers->count, sizeof *walk->trees, err));
    for (uint32_t layer = 0; layer < walk->layers->count; layer++) {
        TRY(vcl_dominators_init(walk->trees + layer, walk->layers, layer, err));
    }
done:
    return status;
}

static void release_walk(struct walk *walk)
{
    for (uint32_t layer = 0; walk->trees != NULL && layer < walk->layers->count; layer++) {
        vcl_dominators_release(walk->trees + layer);
    }
    free(walk->trees);
    vcl_heap_release(&walk->waiting);
    vcl_covered_in_release(&walk->covered_in);
    free(walk->set_of);
    free(walk->loads);
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
done:
    release_walk(&walk);
    return status;
}

void vcl_losses_release(vcl_losses *losses)
{
    free(losses->losses);
    *losses = (vcl_losses){ 0 };
}
