/* Taking vertices off from where goods come from; components and topological order of the rest. */
#include "graph/order.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "graph/bridge.h"

struct ordering {
    vcl_order *order;
    const vcl_layer *layer;
    uint32_t *arcs_in; /* by vertex: from those not yet taken off */
    uint32_t *taken; /* vertices in the order in which they are taken off, then those left */
    uint32_t taken_count;
    uint32_t *rest_of; /* by vertex: its number among those left, VCL_NONE if it is taken off;
                          NULL where all are */
    uint32_t rest_count;
    uint32_t rest_parts;
    uint32_t *number; /* by component of the rest: its part */
};

/* Takes off every vertex that no cycle leads to. */
static void take_off(struct ordering *ordering)
{
    const vcl_layer *layer = ordering->layer;

    for (uint32_t i = 0; i < layer->arc_count; i++) {
        ordering->arcs_in[layer->out[i]]++;
    }
    for (uint32_t i = 0; i < layer->vertex_count; i++) {
        if (ordering->arcs_in[i] == 0) {
            ordering->taken[ordering->taken_count++] = i;
        }
    }
    for (uint32_t i = 0; i < ordering->taken_count; i++) {
        uint32_t from = ordering->taken[i];
        for (uint32_t k = layer->out_start[from]; k < layer->out_start[from + 1]; k++) {
            if (--ordering->arcs_in[layer->out[k]] == 0) {
                ordering->taken[ordering->taken_count++] = layer->out[k];
            }
        }
    }
}

static void number_rest(struct ordering *ordering)
{
    for (uint32_t i = 0; i < ordering->taken_count; i++) {
        ordering->rest_of[ordering->taken[i]] = VCL_NONE;
    }
    for (uint32_t i = 0; i < ordering->layer->vertex_count; i++) {
        if (ordering->rest_of[i] != VCL_NONE) {
            ordering->rest_of[i] = ordering->rest_count++;
        }
    }
}

/* The arcs of the rest as igraph wants them: source, target, source … All of them stay within. */
static vcl_status add_rest(const struct ordering *ordering, igraph_vector_int_t *ends,
                           vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_layer *layer = ordering->layer;

    for (uint32_t from = 0; from < layer->vertex_count; from++) {
        for (uint32_t i = layer->out_start[from];
             ordering->rest_of[from] != VCL_NONE && i < layer->out_start[from + 1]; i++) {
            TRY_IG(igraph_vector_int_push_back(ends, ordering->rest_of[from]));
            TRY_IG(igraph_vector_int_push_back(ends, ordering->rest_of[layer->out[i]]));
        }
    }
done:
    return status;
}

/* Replaces the ends of arcs by their components and drops arcs within one. */
static void contract(igraph_vector_int_t *ends, const igraph_vector_int_t *component_of)
{
    igraph_integer_t kept = 0;

    for (igraph_integer_t i = 0; i < igraph_vector_int_size(ends); i += 2) {
        igraph_integer_t from = VECTOR(*component_of)[VECTOR(*ends)[i]];
        igraph_integer_t to = VECTOR(*component_of)[VECTOR(*ends)[i + 1]];
        if (from != to) {
            VECTOR(*ends)[kept++] = from;
            VECTOR(*ends)[kept++] = to;
        }
    }
    /* Shrinking allocates nothing. */
    (void)igraph_vector_int_resize(ends, kept);
}

/* Components are numbered from the end of their topological order. */
static vcl_status number_components(struct ordering *ordering, const igraph_vector_int_t *ends,
                                    vcl_error *err)
{
    vcl_status status = VCL_OK;
    igraph_t graph = { 0 };
    igraph_vector_int_t sorted = { 0 };

    TRY(vcl_alloc(&ordering->number, ordering->rest_parts, sizeof(uint32_t), err));
    TRY_IG(igraph_create(&graph, ends, ordering->rest_parts, IGRAPH_DIRECTED));
    TRY_IG(igraph_vector_int_init(&sorted, 0));
    TRY_IG(igraph_topological_sorting(&graph, &sorted, IGRAPH_IN));
    for (uint32_t i = 0; i < ordering->rest_parts; i++) {
        ordering->number[VECTOR(sorted)[i]] = i;
    }
done:
    igraph_vector_int_destroy(&sorted);
    igraph_destroy(&graph);
    return status;
}

/* The parts of the rest are the lowest. */
static vcl_status order_rest(struct ordering *ordering, vcl_error *err)
{
    vcl_status status = VCL_OK;
    igraph_t graph = { 0 };
    igraph_vector_int_t ends = { 0 };
    igraph_vector_int_t component_of = { 0 };
    igraph_integer_t components = 0;

    TRY_IG(igraph_vector_int_init(&ends, 0));
    TRY_IG(igraph_vector_int_init(&component_of, 0));
    TRY(add_rest(ordering, &ends, err));
    TRY_IG(igraph_create(&graph, &ends, ordering->rest_count, IGRAPH_DIRECTED));
    TRY_IG(igraph_connected_components(&graph, &component_of, NULL, &components, IGRAPH_STRONG));
    igraph_destroy(&graph);
    graph = (igraph_t){ 0 };
    ordering->rest_parts = (uint32_t)components;
    contract(&ends, &component_of);
    TRY(number_components(ordering, &ends, err));
    for (uint32_t i = 0; i < ordering->layer->vertex_count; i++) {
        if (ordering->rest_of[i] != VCL_NONE) {
            igraph_integer_t component = VECTOR(component_of)[ordering->rest_of[i]];
            ordering->order->part_of[i] = ordering->number[component];
        }
    }
done:
    igraph_vector_int_destroy(&component_of);
    igraph_vector_int_destroy(&ends);
    igraph_destroy(&graph);
    return status;
}

/* Whoever was taken off first is the highest part. */
static void number_taken(struct ordering *ordering)
{
    vcl_order *order = ordering->order;

    order->part_count = ordering->rest_parts + ordering->taken_count;
    for (uint32_t i = 0; i < ordering->taken_count; i++) {
        order->part_of[ordering->taken[i]] = order->part_count - 1 - i;
    }
}

/* Lists those left behind those taken off, likewise from the highest part down. */
static void list_rest(struct ordering *ordering)
{
    const uint32_t *part_of = ordering->order->part_of;
    uint32_t *next = ordering->number; /* by part: where its next vertex goes */
    uint32_t end = ordering->taken_count;

    memset(next, 0, ordering->rest_parts * sizeof *next);
    for (uint32_t i = 0; i < ordering->layer->vertex_count; i++) {
        next[part_of[i]] += ordering->rest_of[i] != VCL_NONE ? 1 : 0;
    }
    for (uint32_t part = ordering->rest_parts; part-- > 0;) {
        end += next[part];
        next[part] = end - next[part];
    }
    for (uint32_t i = 0; i < ordering->layer->vertex_count; i++) {
        if (ordering->rest_of[i] != VCL_NONE) {
            ordering->taken[next[part_of[i]]++] = i;
        }
    }
}

/* The parts of those that a cycle leads to. */
static vcl_status find_rest(struct ordering *ordering, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_alloc(&ordering->rest_of, ordering->layer->vertex_count, sizeof(uint32_t), err));
    number_rest(ordering);
    vcl_bridge_lock();
    status = order_rest(ordering, err);
    vcl_bridge_unlock();
    TRY(status);
    list_rest(ordering);
done:
    return status;
}

/* next, part by part, each lower one once; `seen` is by part. */
static void fill_next(const struct ordering *ordering, uint32_t *seen)
{
    const vcl_layer *layer = ordering->layer;
    vcl_order *order = ordering->order;
    uint32_t kept = 0;

    memset(seen, 0, order->part_count * sizeof *seen);
    for (uint32_t i = layer->vertex_count; i-- > 0;) {
        uint32_t from = ordering->taken[i];
        uint32_t part = order->part_of[from];
        for (uint32_t k = layer->out_start[from + 1]; k-- > layer->out_start[from];) {
            uint32_t next = order->part_of[layer->out[k]];
            if (next != part && seen[next] != part + 1) {
                seen[next] = part + 1;
                order->next[kept++] = next;
            }
        }
        order->next_start[part + 1] = kept;
    }
}

vcl_status vcl_order_init(vcl_order *order, const vcl_layer *layer, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct ordering ordering = { .order = order, .layer = layer };
    uint32_t count = layer->vertex_count;

    *order = (vcl_order){ 0 };
    TRY(vcl_alloc(&ordering.arcs_in, count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&ordering.taken, count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&order->part_of, count, sizeof(uint32_t), err));
    take_off(&ordering);
    if (ordering.taken_count < count) {
        TRY(find_rest(&ordering, err));
    }
    number_taken(&ordering);
    TRY(vcl_alloc(&order->next_start, (size_t)order->part_count + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&order->next, layer->arc_count, sizeof(uint32_t), err));
    fill_next(&ordering, ordering.arcs_in);
done:
    free(ordering.arcs_in);
    free(ordering.taken);
    free(ordering.rest_of);
    free(ordering.number);
    return status;
}

void vcl_order_release(vcl_order *order)
{
    free(order->part_of);
    free(order->next_start);
    free(order->next);
    *order = (vcl_order){ 0 };
}
