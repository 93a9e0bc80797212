/* Growing the trees, and finding who stands alone. */
#include "graph/forest.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"
#include "graph/order.h"

/* Counts no further than two. Whoever sends nothing in a layer is only an end of arcs there: its
 * chain goes on elsewhere, so it is not alone. */
static vcl_status find_alone(vcl_forest *forest, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t vertices = forest->layers->fold->vertex_count;
    uint8_t *seen = NULL;

    TRY(vcl_alloc(&forest->alone, vertices, sizeof(bool), err));
    TRY(vcl_alloc(&seen, vertices, sizeof *seen, err));
    for (uint32_t number = 0; number < forest->layers->count; number++) {
        const vcl_layer *layer = forest->layers->layers + number;
        for (uint32_t i = 0; i < layer->vertex_count; i++) {
            bool first = seen[layer->vertices[i]] == 0;
            seen[layer->vertices[i]] = 1;
            forest->alone[layer->vertices[i]] =
                first && number != VCL_UNSTATED_LAYER && vcl_layer_sends(layer, i);
        }
    }
done:
    free(seen);
    return status;
}

/* From above to below: whoever stands on one alone shares what that shares. */
static vcl_status find_shared(vcl_forest *forest, uint32_t layer, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_dominators *tree = forest->trees + layer;
    uint32_t *order = NULL;
    uint32_t *shared = NULL;
    uint32_t held = 0;

    TRY(vcl_alloc(&order, tree->tree.count, sizeof *order, err));
    TRY(vcl_alloc(&forest->shared[layer], tree->tree.count, sizeof *shared, err));
    shared = forest->shared[layer];
    held = vcl_tree_order(&tree->tree, order);
    for (uint32_t i = 1; i < held; i++) {
        uint32_t above = tree->tree.parent[order[i]];
        bool alone = above != tree->tree.root && forest->alone[tree->vertices[above]];
        shared[order[i]] = alone ? shared[above] : above;
    }
done:
    free(order);
    return status;
}

/* Arcs of all layers are arcs of the fold: its parts are the cycles, where nobody stands to whom
 * nobody leads. */
static vcl_status find_cycles(vcl_forest *forest, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_fold *fold = forest->layers->fold;
    vcl_layer arcs = { .vertex_count = forest->layers->reached,
                       .out_start = fold->arcs_out,
                       .arc_count = fold->arcs_out[forest->layers->reached] };
    vcl_order order = { 0 };

    TRY(vcl_alloc(&arcs.out, arcs.arc_count, sizeof(uint32_t), err));
    for (uint32_t i = 0; i < arcs.arc_count; i++) {
        arcs.out[i] = fold->arcs[i].target;
    }
    TRY(vcl_order_init(&order, &arcs, err));
    forest->cycle_of = order.part_of;
    order.part_of = NULL;
done:
    vcl_order_release(&order);
    free(arcs.out);
    return status;
}

vcl_status vcl_forest_init(vcl_forest *forest, const vcl_layers *layers, vcl_error *err)
{
    vcl_status status = VCL_OK;

    *forest = (vcl_forest){ .layers = layers };
    TRY(vcl_alloc(&forest->trees, layers->count, sizeof *forest->trees, err));
    TRY(vcl_alloc(&forest->shared, layers->count, sizeof *forest->shared, err));
    TRY(find_alone(forest, err));
    TRY(find_cycles(forest, err));
    for (uint32_t layer = 0; layer < layers->count; layer++) {
        TRY(vcl_dominators_init(forest->trees + layer, layers, layer,
                                layer == VCL_UNSTATED_LAYER ? NULL : forest->trees, err));
        TRY(find_shared(forest, layer, err));
    }
done:
    return status;
}

void vcl_forest_release(vcl_forest *forest)
{
    for (uint32_t i = 0; forest->shared != NULL && i < forest->layers->count; i++) {
        vcl_dominators_release(forest->trees + i);
        free(forest->shared[i]);
    }
    free(forest->trees);
    free(forest->shared);
    free(forest->alone);
    free(forest->cycle_of);
    *forest = (vcl_forest){ 0 };
}

vcl_foothold vcl_forest_at(const vcl_forest *forest, uint32_t layer, uint32_t vertex)
{
    uint32_t node = vcl_layer_find(forest->trees[layer].layer, vertex);

    if (!vcl_dominators_owns_node(forest->trees + layer, node)) {
        layer = VCL_UNSTATED_LAYER;
        node = vcl_layer_find(forest->trees[layer].layer, vertex);
    }
    return (vcl_foothold){ forest, layer, node, vertex };
}

bool vcl_foothold_is_own(vcl_foothold at, uint32_t layer)
{
    return at.layer == layer && at.node != VCL_NONE;
}

/* A node that is not the layer's own is a gate: from there all is as in the unstated tree. */
static vcl_foothold stand_on(vcl_foothold at, uint32_t node)
{
    const vcl_dominators *tree = at.forest->trees + at.layer;

    if (node == tree->tree.root) {
        at.vertex = VCL_NONE;
        return at;
    }
    if (vcl_dominators_owns_node(tree, node)) {
        return (vcl_foothold){ at.forest, at.layer, node, tree->vertices[node] };
    }
    return vcl_forest_at(at.forest, VCL_UNSTATED_LAYER, tree->vertices[node]);
}

vcl_foothold vcl_foothold_above(vcl_foothold at)
{
    /* A buyer that is in no other layer stands right before the market. */
    if (at.node == VCL_NONE) {
        at.vertex = VCL_NONE;
        return at;
    }
    return stand_on(at, at.forest->trees[at.layer].tree.parent[at.node]);
}

vcl_foothold vcl_foothold_shared(vcl_foothold at)
{
    if (at.node == VCL_NONE) {
        return vcl_foothold_above(at);
    }
    return stand_on(at, at.forest->shared[at.layer][at.node]);
}

bool vcl_forest_dominates(const vcl_forest *forest, uint32_t layer, uint32_t above, uint32_t below)
{
    return vcl_dominates(forest->trees + layer, above, below);
}
