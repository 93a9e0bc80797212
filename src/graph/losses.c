/* Lost and hurt: weights walk up the dominator trees of several layers at once. */
#include "graph/losses.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/try.h"

/* Weight on its way to the market, at a vertex. */
struct load {
    uint64_t households;
    uint64_t cooperatives;
};

/* A vertex waiting in the heap: the one deepest in the first layer comes first. */
struct waiting {
    uint32_t enter;
    uint32_t vertex;
};

struct walk {
    const vcl_layers *layers;
    const vcl_coverage *coverage;
    vcl_dominators *trees; /* by layer */
    vcl_loss *losses;
    vcl_sets layer_sets;   /* of layers in which a vertex is covered */
    uint32_t *set_of;      /* by vertex: its set of layers, 0 where not covered */
    vcl_set set;           /* of the group being walked */
    struct load *loads;    /* by vertex: what has come to it, all 0 between groups */
    bool *queued;          /* by vertex: it waits in the heap */
    vcl_array heap;        /* of struct waiting */
    uint32_t *seen;        /* by vertex: the round in which it was last met */
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

static void swap(struct waiting *a, struct waiting *b)
{
    struct waiting kept = *a;

    *a = *b;
    *b = kept;
}

static vcl_status push(struct walk *walk, uint32_t vertex, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t first = walk->set.items[0];
    struct waiting item = { walk->trees[first].enter[local_in(walk, first, vertex)], vertex };

    if (walk->queued[vertex]) {
        return VCL_OK;
    }
    TRY(vcl_array_add(&walk->heap, &item, err));
    walk->queued[vertex] = true;
    struct waiting *heap = walk->heap.items;
    for (size_t i = walk->heap.count - 1; i > 0 && heap[(i - 1) / 2].enter < heap[i].enter;
         i = (i - 1) / 2) {
        swap(heap + i, heap + (i - 1) / 2);
    }
done:
    return status;
}

static uint32_t pop(struct walk *walk)
{
    struct waiting *heap = walk->heap.items;
    uint32_t vertex = heap[0].vertex;
    size_t count = --walk->heap.count;
    size_t i = 0;

    heap[0] = heap[count];
    for (;;) {
        size_t child = 2 * i + 1;
        if (child >= count) {
            break;
        }
        child += child + 1 < count && heap[child + 1].enter > heap[child].enter ? 1 : 0;
        if (heap[child].enter <= heap[i].enter) {
            break;
        }
        swap(heap + i, heap + child);
        i = child;
    }
    walk->queued[vertex] = false;
    return vertex;
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
static vcl_status walk_group(struct walk *walk, const uint32_t *members, uint32_t count,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t set = walk->set_of[members[0]];

    walk->set = vcl_sets_at(&walk->layer_sets, set);
    for (uint32_t i = 0; i < count; i++) {
        TRY(push(walk, members[i], err));
    }
    while (walk->heap.count > 0) {
        TRY(settle(walk, pop(walk), set, err));
    }
done:
    return status;
}

/* Does a vertex's fate count: a household or a cooperative that is covered? */
static bool is_counted(const struct walk *walk, uint32_t vertex)
{
    uint8_t kind = walk->layers->fold->vertices[vertex].kind;

    return (walk->coverage->any[vertex] & VCL_COVERED) != 0 &&
           (kind == VCL_FARMER || kind == VCL_COOPERATIVE);
}

/* The layers in which every counted vertex is covered: layer_start by vertex into covered_in. */
static vcl_status list_layers(const struct walk *walk, uint32_t **layer_start,
                              uint32_t **covered_in, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t count = walk->layers->fold->vertex_count;
    uint32_t *next = NULL;

    TRY(vcl_alloc(layer_start, (size_t)count + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&next, count, sizeof(uint32_t), err));
    for (int place = 0; place < 2; place++) {
        for (uint32_t layer = 0; layer < walk->layers->count; layer++) {
            const vcl_layer *here = walk->layers->layers + layer;
            for (uint32_t i = 0; i < here->vertex_count; i++) {
                uint32_t vertex = here->vertices[i];
                if ((walk->coverage->of_layer[layer][i] & VCL_COVERED) == 0) {
                    continue;
                }
                if (place == 0) {
                    (*layer_start)[vertex + 1]++;
                } else {
                    (*covered_in)[next[vertex]++] = layer;
                }
            }
        }
        for (uint32_t vertex = 0; vertex < count && place == 0; vertex++) {
            next[vertex] = (*layer_start)[vertex];
            (*layer_start)[vertex + 1] += (*layer_start)[vertex];
        }
        if (place == 0) {
            TRY(vcl_alloc(covered_in, (*layer_start)[count], sizeof(uint32_t), err));
        }
    }
done:
    free(next);
    return status;
}

static vcl_status find_sets(struct walk *walk, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *layer_start = NULL;
    uint32_t *covered_in = NULL;

    TRY(list_layers(walk, &layer_start, &covered_in, err));
    for (uint32_t vertex = 0; vertex < walk->layers->fold->vertex_count; vertex++) {
        if (is_counted(walk, vertex)) {
            TRY(vcl_sets_intern(&walk->layer_sets, covered_in + layer_start[vertex],
                                layer_start[vertex + 1] - layer_start[vertex],
                                walk->set_of + vertex, err));
        }
    }
done:
    free(layer_start);
    free(covered_in);
    return status;
}

/* Sorts the counted vertices by their set of layers (by counting) and walks each group. */
static vcl_status walk_groups(struct walk *walk, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t vertices = walk->layers->fold->vertex_count;
    uint32_t sets = vcl_sets_count(&walk->layer_sets);
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
    /* Set 0 holds whoever is not covered. */
    for (uint32_t set = 1; set < sets; set++) {
        TRY(walk_group(walk, members + start[set], start[set + 1] - start[set], err));
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

    vcl_array_init(&walk->heap, sizeof(struct waiting));
    TRY(vcl_sets_init(&walk->layer_sets, err));
    TRY(vcl_alloc(&walk->set_of, vertices, sizeof(uint32_t), err));
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
    vcl_array_release(&walk->heap);
    vcl_sets_release(&walk->layer_sets);
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
    TRY(find_sets(&walk, err));
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
