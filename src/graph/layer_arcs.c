/* Handing arcs out to products and to parts, both by counting. Parts by igraph. */
#include "graph/layer_arcs.h"

#include <stdlib.h>

#include "base/compare.h"
#include "base/error.h"
#include "graph/bridge.h"
#include "model/carried.h"

static vcl_carried carried_by(const vcl_fold *fold, const vcl_arc *arc)
{
    return vcl_carried_by(&fold->state->chain->sets, arc->products,
                          fold->vertices[arc->source].products,
                          fold->vertices[arc->target].products);
}

/* Makes places of counts: start[i + 1] holds the count of i and becomes its end; next[i] its
 * beginning. */
static void place_counts(uint32_t *start, uint32_t *next, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        next[i] = start[i];
        start[i + 1] += start[i];
    }
}

/* Counts the arcs of each product, or, once they are counted, places them. */
static void hand_out(vcl_layer_arcs *arcs, uint32_t *next, bool place)
{
    for (uint32_t arc = 0; arc < arcs->fold->arc_count; arc++) {
        vcl_carried carried = carried_by(arcs->fold, arcs->fold->arcs + arc);
        for (uint32_t i = 0; i < carried.candidates.count; i++) {
            uint32_t product = carried.candidates.items[i];
            if (vcl_carried_has(&carried, product) && place) {
                arcs->arcs[next[product]++] = arc;
            } else if (vcl_carried_has(&carried, product)) {
                arcs->start[product + 1]++;
            }
        }
    }
}

static vcl_status list_by_product(vcl_layer_arcs *arcs, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t products = arcs->fold->state->chain->product_count;
    uint32_t *next = NULL;

    TRY(vcl_alloc(&arcs->start, (size_t)products + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&next, products, sizeof(uint32_t), err));
    hand_out(arcs, next, false);
    place_counts(arcs->start, next, products);
    TRY(vcl_alloc(&arcs->arcs, arcs->start[products], sizeof(uint32_t), err));
    hand_out(arcs, next, true);
done:
    free(next);
    return status;
}

static bool stands_everywhere(const vcl_fold *fold, uint32_t arc)
{
    return carried_by(fold, fold->arcs + arc).candidates.count == 0;
}

/* The weakly connected parts of the arcs that stand in every layer. */
static vcl_status find_parts(vcl_layer_arcs *arcs, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_fold *fold = arcs->fold;
    igraph_t graph = { 0 };
    igraph_vector_int_t ends = { 0 };
    igraph_vector_int_t part_of = { 0 };
    igraph_integer_t parts = 0;

    TRY(vcl_alloc(&arcs->part_of, fold->vertex_count, sizeof(uint32_t), err));
    TRY_IG(igraph_vector_int_init(&ends, 0));
    TRY_IG(igraph_vector_int_init(&part_of, 0));
    for (uint32_t arc = 0; arc < fold->arc_count; arc++) {
        if (stands_everywhere(fold, arc)) {
            TRY_IG(igraph_vector_int_push_back(&ends, fold->arcs[arc].source));
            TRY_IG(igraph_vector_int_push_back(&ends, fold->arcs[arc].target));
        }
    }
    TRY_IG(igraph_create(&graph, &ends, fold->vertex_count, IGRAPH_DIRECTED));
    TRY_IG(igraph_connected_components(&graph, &part_of, NULL, &parts, IGRAPH_WEAK));
    for (uint32_t vertex = 0; vertex < fold->vertex_count; vertex++) {
        arcs->part_of[vertex] = (uint32_t)VECTOR(part_of)[vertex];
    }
    arcs->part_count = (uint32_t)parts;
done:
    igraph_vector_int_destroy(&part_of);
    igraph_vector_int_destroy(&ends);
    igraph_destroy(&graph);
    return status;
}

static vcl_status list_by_part(vcl_layer_arcs *arcs, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_fold *fold = arcs->fold;
    uint32_t *next = NULL;

    TRY(vcl_alloc(&arcs->part_start, (size_t)arcs->part_count + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&arcs->taken_for, arcs->part_count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&next, arcs->part_count, sizeof(uint32_t), err));
    for (uint32_t arc = 0; arc < fold->arc_count; arc++) {
        if (stands_everywhere(fold, arc)) {
            arcs->part_start[arcs->part_of[fold->arcs[arc].source] + 1]++;
        }
    }
    place_counts(arcs->part_start, next, arcs->part_count);
    TRY(vcl_alloc(&arcs->part_arcs, arcs->part_start[arcs->part_count], sizeof(uint32_t), err));
    for (uint32_t arc = 0; arc < fold->arc_count; arc++) {
        if (stands_everywhere(fold, arc)) {
            arcs->part_arcs[next[arcs->part_of[fold->arcs[arc].source]]++] = arc;
        }
    }
done:
    free(next);
    return status;
}

vcl_status vcl_layer_arcs_init(vcl_layer_arcs *arcs, const vcl_fold *fold, vcl_error *err)
{
    vcl_status status = VCL_OK;

    *arcs = (vcl_layer_arcs){ .fold = fold };
    TRY(list_by_product(arcs, err));
    TRY(find_parts(arcs, err));
    TRY(list_by_part(arcs, err));
done:
    return status;
}

void vcl_layer_arcs_release(vcl_layer_arcs *arcs)
{
    free(arcs->start);
    free(arcs->arcs);
    free(arcs->part_of);
    free(arcs->part_start);
    free(arcs->part_arcs);
    free(arcs->taken_for);
    *arcs = (vcl_layer_arcs){ 0 };
}

/* Appends the arcs of a part, unless it was taken for the product before; the new count. */
static uint32_t take_part(vcl_layer_arcs *arcs, uint32_t part, uint32_t product, uint32_t *out,
                          uint32_t count)
{
    if (arcs->taken_for[part] == product + 1) {
        return count;
    }
    arcs->taken_for[part] = product + 1;
    for (uint32_t i = arcs->part_start[part]; i < arcs->part_start[part + 1]; i++) {
        out[count++] = arcs->part_arcs[i];
    }
    return count;
}

/* Appends a product's own arcs and the parts that they touch; the count. */
static uint32_t take_product(vcl_layer_arcs *arcs, uint32_t product, uint32_t *out)
{
    uint32_t count = 0;

    for (uint32_t i = arcs->start[product]; i < arcs->start[product + 1]; i++) {
        const vcl_arc *arc = arcs->fold->arcs + arcs->arcs[i];
        out[count++] = arcs->arcs[i];
        count = take_part(arcs, arcs->part_of[arc->source], product, out, count);
        count = take_part(arcs, arcs->part_of[arc->target], product, out, count);
    }
    return count;
}

uint32_t vcl_layer_arcs_of(vcl_layer_arcs *arcs, uint32_t product, uint32_t *out)
{
    uint32_t count = 0;

    if (product < arcs->fold->state->chain->product_count) {
        count = take_product(arcs, product, out);
    } else {
        for (uint32_t part = 0; part < arcs->part_count; part++) {
            count = take_part(arcs, part, product, out, count);
        }
    }
    if (count > 1) {
        qsort(out, count, sizeof *out, vcl_compare_uint32);
    }
    return count;
}
