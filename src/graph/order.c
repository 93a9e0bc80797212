/* Strongly connected components and their topological order, both by igraph. */
#include "graph/order.h"

#include <stdlib.h>

#include "base/error.h"
#include "graph/bridge.h"

/* Appends the arcs of the layer that are kept, as igraph wants them: source, target, source … */
static vcl_status add_arcs(igraph_vector_int_t *ends, const vcl_layer *layer, const bool *keeps,
                           vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY_IG(igraph_vector_int_reserve(ends, (igraph_integer_t)layer->arc_count * 2));
    for (uint32_t from = 0; from < layer->vertex_count; from++) {
        for (uint32_t i = layer->out_start[from]; i < layer->out_start[from + 1]; i++) {
            if (keeps == NULL || keeps[from]) {
                TRY_IG(igraph_vector_int_push_back(ends, from));
                TRY_IG(igraph_vector_int_push_back(ends, layer->out[i]));
            }
        }
    }
done:
    return status;
}

/* Replaces the ends of arcs by their parts and drops arcs within a part. */
static void contract(igraph_vector_int_t *ends, const igraph_vector_int_t *part_of)
{
    igraph_integer_t kept = 0;

    for (igraph_integer_t i = 0; i < igraph_vector_int_size(ends); i += 2) {
        igraph_integer_t from = VECTOR(*part_of)[VECTOR(*ends)[i]];
        igraph_integer_t to = VECTOR(*part_of)[VECTOR(*ends)[i + 1]];
        if (from != to) {
            VECTOR(*ends)[kept++] = from;
            VECTOR(*ends)[kept++] = to;
        }
    }
    /* Shrinking allocates nothing. */
    (void)igraph_vector_int_resize(ends, kept);
}

/* number[part] counts from the end of the topological order. */
static vcl_status number_parts(const igraph_vector_int_t *ends, igraph_integer_t parts,
                               uint32_t *number, vcl_error *err)
{
    vcl_status status = VCL_OK;
    igraph_t graph = { 0 };
    igraph_vector_int_t sorted = { 0 };

    TRY_IG(igraph_create(&graph, ends, parts, IGRAPH_DIRECTED));
    TRY_IG(igraph_vector_int_init(&sorted, 0));
    TRY_IG(igraph_topological_sorting(&graph, &sorted, IGRAPH_IN));
    for (igraph_integer_t i = 0; i < parts; i++) {
        number[VECTOR(sorted)[i]] = (uint32_t)i;
    }
done:
    igraph_vector_int_destroy(&sorted);
    igraph_destroy(&graph);
    return status;
}

/* next and next_start, by counting. */
static vcl_status list_next(vcl_order *order, const igraph_vector_int_t *ends,
                            const uint32_t *number, vcl_error *err)
{
    vcl_status status = VCL_OK;
    igraph_integer_t size = igraph_vector_int_size(ends);
    uint32_t *fill = NULL;

    TRY(vcl_alloc(&order->next_start, (size_t)order->part_count + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&order->next, (size_t)size / 2, sizeof(uint32_t), err));
    TRY(vcl_alloc(&fill, order->part_count, sizeof(uint32_t), err));
    for (igraph_integer_t i = 0; i < size; i += 2) {
        order->next_start[number[VECTOR(*ends)[i]] + 1]++;
    }
    for (uint32_t part = 0; part < order->part_count; part++) {
        fill[part] = order->next_start[part];
        order->next_start[part + 1] += order->next_start[part];
    }
    for (igraph_integer_t i = 0; i < size; i += 2) {
        order->next[fill[number[VECTOR(*ends)[i]]]++] = number[VECTOR(*ends)[i + 1]];
    }
done:
    free(fill);
    return status;
}

vcl_status vcl_order_init(vcl_order *order, const vcl_layer *layer, const bool *keeps,
                          vcl_error *err)
{
    vcl_status status = VCL_OK;
    igraph_t graph = { 0 };
    igraph_vector_int_t ends = { 0 };
    igraph_vector_int_t part_of = { 0 };
    igraph_integer_t parts = 0;
    uint32_t *number = NULL;

    *order = (vcl_order){ 0 };
    TRY_IG(igraph_vector_int_init(&ends, 0));
    TRY_IG(igraph_vector_int_init(&part_of, 0));
    TRY(add_arcs(&ends, layer, keeps, err));
    TRY_IG(igraph_create(&graph, &ends, layer->vertex_count, IGRAPH_DIRECTED));
    TRY_IG(igraph_connected_components(&graph, &part_of, NULL, &parts, IGRAPH_STRONG));
    order->part_count = (uint32_t)parts;
    contract(&ends, &part_of);
    TRY(vcl_alloc(&number, order->part_count, sizeof *number, err));
    TRY(number_parts(&ends, parts, number, err));
    TRY(vcl_alloc(&order->part_of, layer->vertex_count, sizeof(uint32_t), err));
    for (uint32_t i = 0; i < layer->vertex_count; i++) {
        order->part_of[i] = number[VECTOR(part_of)[i]];
    }
    TRY(list_next(order, &ends, number, err));
done:
    free(number);
    igraph_vector_int_destroy(&part_of);
    igraph_vector_int_destroy(&ends);
    igraph_destroy(&graph);
    return status;
}

void vcl_order_release(vcl_order *order)
{
    free(order->part_of);
    free(order->next_start);
    free(order->next);
    *order = (vcl_order){ 0 };
}
