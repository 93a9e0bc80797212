/* One dominator tree of a layer. The graph that it comes of has the layer's vertices, then, for a
 * product's layer, the branchings of the unstated tree above the vertices that lead there, and last
 * the market. */
#include "graph/dominators.h"

#include <stdlib.h>

#include "base/compare.h"
#include "base/memory.h"
#include "base/try.h"
#include "graph/branching.h"
#include "graph/immediate.h"

struct growing {
    const vcl_dominators *dominators;
    const vcl_vertex *vertices; /* of the fold */
    vcl_layer graph; /* of the tree's nodes; it has no vertices of its own */
    vcl_array branches; /* of vcl_branch, in the unstated tree */
    vcl_array extra; /* of uint32_t: nodes of the unstated tree that are not in the layer,
                                   sorted; their numbers here follow the layer's */
    uint32_t market;
};

/* The nodes of the unstated tree to which the layer's arcs lead. */
static vcl_status list_gates(const vcl_dominators *dominators, vcl_array *gates, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_layer *layer = dominators->layer;
    const vcl_dominators *unstated = dominators->unstated;

    for (uint32_t i = 0; i < layer->vertex_count; i++) {
        uint32_t node = vcl_dominators_owns_node(dominators, i)
                            ? VCL_NONE
                            : vcl_layer_find(unstated->layer, layer->vertices[i]);
        if (node != VCL_NONE && vcl_tree_holds(&unstated->tree, node)) {
            TRY(vcl_array_add(gates, &node, err));
        }
    }
done:
    return status;
}

/* Finds the branchings above the gates, and numbers those that are not in the layer. */
static vcl_status find_branches(struct growing *growing, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_dominators *unstated = growing->dominators->unstated;
    vcl_array gates;

    vcl_array_init(&gates, sizeof(uint32_t));
    TRY(list_gates(growing->dominators, &gates, err));
    TRY(vcl_branching(&unstated->tree, &gates, &growing->branches, err));
    for (size_t i = 0; i < growing->branches.count; i++) {
        uint32_t node = ((const vcl_branch *)growing->branches.items)[i].node;
        if (vcl_layer_find(growing->dominators->layer, unstated->vertices[node]) == VCL_NONE) {
            TRY(vcl_array_add(&growing->extra, &node, err));
        }
    }
    if (growing->extra.count > 0) {
        qsort(growing->extra.items, growing->extra.count, sizeof(uint32_t), vcl_compare_uint32);
    }
done:
    vcl_array_release(&gates);
    return status;
}

/* The number here of a node of the unstated tree that is the root, a gate or a branching. */
static uint32_t number_of(const struct growing *growing, uint32_t node)
{
    const vcl_dominators *unstated = growing->dominators->unstated;
    const uint32_t *extra = growing->extra.items;
    const uint32_t *found = NULL;
    uint32_t local = VCL_NONE;

    if (node == unstated->tree.root) {
        return growing->market;
    }
    local = vcl_layer_find(growing->dominators->layer, unstated->vertices[node]);
    if (local != VCL_NONE) {
        return local;
    }
    found = bsearch(&node, extra, growing->extra.count, sizeof *extra, vcl_compare_uint32);
    return growing->dominators->layer->vertex_count + (uint32_t)(found - extra);
}

/* Counts an arc, or places it once the starts are ends. */
static void add_arc(struct growing *growing, uint32_t from, uint32_t to)
{
    if (growing->graph.out == NULL) {
        growing->graph.out_start[from]++;
    } else {
        growing->graph.out[--growing->graph.out_start[from]] = to;
    }
}

/* The layer's arcs, those of its buyers to the market, and those between branchings. */
static void add_arcs(struct growing *growing)
{
    const vcl_layer *layer = growing->dominators->layer;

    for (uint32_t from = 0; from < layer->vertex_count; from++) {
        for (uint32_t i = layer->out_start[from]; i < layer->out_start[from + 1]; i++) {
            add_arc(growing, from, layer->out[i]);
        }
        if (growing->vertices[layer->vertices[from]].buyer) {
            add_arc(growing, from, growing->market);
        }
    }
    for (size_t i = 0; i < growing->branches.count; i++) {
        const vcl_branch *branch = (const vcl_branch *)growing->branches.items + i;
        add_arc(growing, number_of(growing, branch->node), number_of(growing, branch->above));
    }
}

static vcl_status fill_graph(struct growing *growing, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_layer *graph = &growing->graph;

    graph->vertex_count = growing->market + 1;
    TRY(vcl_alloc(&graph->out_start, (size_t)graph->vertex_count + 1, sizeof(uint32_t), err));
    add_arcs(growing);
    for (uint32_t i = 0; i < graph->vertex_count; i++) {
        graph->out_start[i + 1] += graph->out_start[i];
    }
    graph->arc_count = graph->out_start[graph->vertex_count];
    TRY(vcl_alloc(&graph->out, graph->arc_count, sizeof(uint32_t), err));
    add_arcs(growing);
done:
    return status;
}

/* (*parent)[node] is its immediate dominator. */
static vcl_status find_parents(struct growing *growing, uint32_t **parent, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *nearest = NULL;

    TRY(fill_graph(growing, err));
    TRY(vcl_alloc(&nearest, growing->graph.vertex_count, sizeof *nearest, err));
    TRY(vcl_immediate_dominators(&growing->graph, growing->market, nearest, err));
    *parent = nearest;
    nearest = NULL;
done:
    free(nearest);
    return status;
}

/* Which vertex of the fold each node of the tree is. */
static vcl_status name_nodes(const struct growing *growing, vcl_dominators *dominators,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    const uint32_t *extra = growing->extra.items;
    uint32_t locals = dominators->layer->vertex_count;

    TRY(vcl_alloc(&dominators->vertices, (size_t)growing->market + 1, sizeof(uint32_t), err));
    for (uint32_t i = 0; i < locals; i++) {
        dominators->vertices[i] = dominators->layer->vertices[i];
    }
    for (size_t i = 0; i < growing->extra.count; i++) {
        dominators->vertices[locals + i] = dominators->unstated->vertices[extra[i]];
    }
    dominators->vertices[growing->market] = VCL_NONE;
done:
    return status;
}

/* Where a chain enters the unstated tree: at the first node above that the layer does not own.
 * Whoever is above is entered first. */
static vcl_status find_gates(vcl_dominators *dominators, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_tree *tree = &dominators->tree;
    uint32_t locals = dominators->layer->vertex_count;
    uint32_t *order = NULL;
    uint32_t held = 0;

    TRY(vcl_alloc(&dominators->gates, locals, sizeof(uint32_t), err));
    TRY(vcl_alloc(&order, tree->count, sizeof *order, err));
    held = vcl_tree_order(tree, order);
    /* The first is the root, the market. */
    for (uint32_t i = 1; i < held; i++) {
        uint32_t node = order[i];
        uint32_t above = tree->parent[node];
        if (!vcl_dominators_owns_node(dominators, node)) {
            continue;
        }
        if (vcl_dominators_owns_node(dominators, above)) {
            dominators->gates[node] = dominators->gates[above];
        } else {
            dominators->gates[node] = dominators->vertices[above];
        }
    }
done:
    free(order);
    return status;
}

vcl_status vcl_dominators_init(vcl_dominators *dominators, const vcl_layers *layers, uint32_t layer,
                               const vcl_dominators *unstated, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct growing growing = { .dominators = dominators, .vertices = layers->fold->vertices };
    uint32_t *parent = NULL;

    *dominators = (vcl_dominators){ .layer = layers->layers + layer, .unstated = unstated };
    vcl_array_init(&growing.branches, sizeof(vcl_branch));
    vcl_array_init(&growing.extra, sizeof(uint32_t));
    if (unstated != NULL) {
        TRY(find_branches(&growing, err));
    }
    growing.market = dominators->layer->vertex_count + (uint32_t)growing.extra.count;
    TRY(find_parents(&growing, &parent, err));
    TRY(vcl_tree_init(&dominators->tree, parent, growing.graph.vertex_count, growing.market, err));
    if (unstated != NULL) {
        vcl_tree_trim(&dominators->tree);
    }
    TRY(name_nodes(&growing, dominators, err));
    TRY(find_gates(dominators, err));
done:
    free(growing.graph.out_start);
    free(growing.graph.out);
    vcl_array_release(&growing.branches);
    vcl_array_release(&growing.extra);
    return status;
}

void vcl_dominators_release(vcl_dominators *dominators)
{
    vcl_tree_release(&dominators->tree);
    free(dominators->vertices);
    free(dominators->gates);
    *dominators = (vcl_dominators){ 0 };
}

bool vcl_dominators_owns_node(const vcl_dominators *dominators, uint32_t node)
{
    return node < dominators->layer->vertex_count &&
           (dominators->unstated == NULL || vcl_layer_sends(dominators->layer, node));
}

bool vcl_dominators_owns(const vcl_dominators *dominators, uint32_t vertex)
{
    return vcl_dominators_owns_node(dominators, vcl_layer_find(dominators->layer, vertex));
}

uint32_t vcl_dominators_above(const vcl_dominators *dominators, uint32_t vertex)
{
    uint32_t local = vcl_layer_find(dominators->layer, vertex);

    if (vcl_dominators_owns_node(dominators, local)) {
        return dominators->vertices[dominators->tree.parent[local]];
    }
    /* A buyer that is in no other layer stands right before the market. */
    return dominators->unstated == NULL ? VCL_NONE
                                        : vcl_dominators_above(dominators->unstated, vertex);
}

bool vcl_dominates(const vcl_dominators *dominators, uint32_t above, uint32_t below)
{
    uint32_t local_above = vcl_layer_find(dominators->layer, above);
    uint32_t local_below = vcl_layer_find(dominators->layer, below);

    if (above == below) {
        return true;
    }
    if (vcl_dominators_owns_node(dominators, local_above) &&
        vcl_dominators_owns_node(dominators, local_below)) {
        return vcl_tree_is_above(&dominators->tree, local_above, local_below);
    }
    if (dominators->unstated == NULL || vcl_dominators_owns_node(dominators, local_above)) {
        return false;
    }
    if (vcl_dominators_owns_node(dominators, local_below)) {
        below = dominators->gates[local_below];
    }
    return below != VCL_NONE && vcl_dominates(dominators->unstated, above, below);
}

uint32_t vcl_dominators_depth(const vcl_dominators *dominators, uint32_t vertex)
{
    uint32_t local = vcl_layer_find(dominators->layer, vertex);
    const vcl_dominators *unstated = dominators->unstated;

    if (vcl_dominators_owns_node(dominators, local)) {
        return dominators->tree.enter[local] + (unstated == NULL ? 0 : unstated->tree.count);
    }
    return unstated == NULL ? 0 : vcl_dominators_depth(unstated, vertex);
}
