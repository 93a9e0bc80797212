/* A tree that grows from the root, in which chains meet by jumps (Myers 1983); igraph for cycles. */
#include "graph/immediate.h"

#include <stdlib.h>

#include "base/memory.h"
#include "graph/bridge.h"
#include "graph/order.h"

/* The tree, by part of the order. */
struct growth {
    uint32_t *above; /* VCL_NONE for the root and for those outside */
    uint32_t *depth; /* of the root 1; 0 outside */
    uint32_t *jump; /* one further up, as far as for all of the same depth */
};

/* The lowest above both, which are in the tree. */
static uint32_t meet(const struct growth *growth, uint32_t a, uint32_t b)
{
    if (growth->depth[a] < growth->depth[b]) {
        uint32_t deeper = b;
        b = a;
        a = deeper;
    }
    while (growth->depth[a] > growth->depth[b]) {
        uint32_t jump = growth->jump[a];
        a = growth->depth[jump] >= growth->depth[b] ? jump : growth->above[a];
    }
    while (a != b) {
        bool apart = growth->jump[a] != growth->jump[b];
        a = apart ? growth->jump[a] : growth->above[a];
        b = apart ? growth->jump[b] : growth->above[b];
    }
    return a;
}

/* A jump is as long as the two before it together, or a single step: skew binary numbers. */
static void hang(struct growth *growth, uint32_t part, uint32_t above)
{
    uint32_t once = growth->jump[above];
    uint32_t twice = growth->jump[once];
    bool longer =
        growth->depth[above] - growth->depth[once] == growth->depth[once] - growth->depth[twice];

    growth->above[part] = above;
    growth->depth[part] = growth->depth[above] + 1;
    growth->jump[part] = longer ? twice : above;
}

/* Arcs lead to lower parts, so these hang in the tree before they are asked for. */
static void grow(struct growth *growth, const vcl_order *order, uint32_t root)
{
    for (uint32_t part = 0; part < order->part_count; part++) {
        uint32_t above = VCL_NONE;
        growth->above[part] = VCL_NONE;
        for (uint32_t i = order->next_start[part]; i < order->next_start[part + 1]; i++) {
            uint32_t next = order->next[i];
            if (growth->depth[next] > 0) {
                above = above == VCL_NONE ? next : meet(growth, above, next);
            }
        }
        if (part == root) {
            growth->depth[part] = 1;
            growth->jump[part] = part;
        } else if (above != VCL_NONE) {
            hang(growth, part, above);
        }
    }
}

/* `vertex_of` becomes the vertex that each part is. */
static void name_dominators(const struct growth *growth, const vcl_order *order,
                            uint32_t *vertex_of, uint32_t *nearest)
{
    for (uint32_t vertex = 0; vertex < order->part_count; vertex++) {
        vertex_of[order->part_of[vertex]] = vertex;
    }
    for (uint32_t vertex = 0; vertex < order->part_count; vertex++) {
        uint32_t above = growth->above[order->part_of[vertex]];
        nearest[vertex] = above == VCL_NONE ? VCL_NONE : vertex_of[above];
    }
}

/* Where every vertex is a part of its own. */
static vcl_status find_in_order(const vcl_order *order, uint32_t root, uint32_t *nearest,
                                vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct growth growth = { 0 };

    TRY(vcl_alloc(&growth.above, order->part_count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&growth.depth, order->part_count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&growth.jump, order->part_count, sizeof(uint32_t), err));
    grow(&growth, order, order->part_of[root]);
    name_dominators(&growth, order, growth.depth, nearest);
done:
    free(growth.above);
    free(growth.depth);
    free(growth.jump);
    return status;
}

static vcl_status find_by_igraph(const vcl_layer *arcs, uint32_t root, uint32_t *nearest,
                                 vcl_error *err)
{
    vcl_status status = VCL_OK;
    igraph_t graph = { 0 };
    igraph_vector_int_t ends = { 0 }; /* source, target, source … */
    igraph_vector_int_t found = { 0 };

    TRY_IG(igraph_vector_int_init(&ends, 0));
    for (uint32_t from = 0; from < arcs->vertex_count; from++) {
        for (uint32_t i = arcs->out_start[from]; i < arcs->out_start[from + 1]; i++) {
            TRY_IG(igraph_vector_int_push_back(&ends, from));
            TRY_IG(igraph_vector_int_push_back(&ends, arcs->out[i]));
        }
    }
    TRY_IG(igraph_create(&graph, &ends, arcs->vertex_count, IGRAPH_DIRECTED));
    TRY_IG(igraph_vector_int_init(&found, 0));
    TRY_IG(igraph_dominator_tree(&graph, root, &found, NULL, NULL, IGRAPH_IN));
    for (uint32_t i = 0; i < arcs->vertex_count; i++) {
        /* igraph: -1 for the root, -2 for what it does not reach. */
        nearest[i] = VECTOR(found)[i] < 0 ? VCL_NONE : (uint32_t)VECTOR(found)[i];
    }
done:
    igraph_vector_int_destroy(&found);
    igraph_vector_int_destroy(&ends);
    igraph_destroy(&graph);
    return status;
}

vcl_status vcl_immediate_dominators(const vcl_layer *graph, uint32_t root, uint32_t *nearest,
                                    vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_order order = { 0 };

    TRY(vcl_order_init(&order, graph, err));
    if (order.part_count == graph->vertex_count) {
        TRY(find_in_order(&order, root, nearest, err));
    } else {
        vcl_bridge_lock();
        status = find_by_igraph(graph, root, nearest, err);
        vcl_bridge_unlock();
    }
done:
    vcl_order_release(&order);
    return status;
}
