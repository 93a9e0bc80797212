/* Handing arcs out to products by counting, and finding who leads to them. */
#include "graph/layer_arcs.h"

#include <stdlib.h>

#include "base/compare.h"
#include "base/memory.h"
#include "base/try.h"
#include "model/carried.h"

static vcl_carried carried_by(const vcl_layer_arcs *arcs, uint32_t arc)
{
    const vcl_arc *record = arcs->fold->arcs + arc;
    const vcl_vertex *vertices = arcs->fold->vertices;

    return vcl_carried_by(&arcs->classes->sets, record->products, vertices[record->source].products,
                          vertices[record->target].products);
}

/* Makes places of counts: start[i + 1] holds the count of i and becomes its end; next[i] its
 * beginning. */
static void place_counts(size_t *start, size_t *next, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        next[i] = start[i];
        start[i + 1] += start[i];
    }
}

/* Counts the arcs of each product, or, once they are counted, places them. */
static void hand_out(vcl_layer_arcs *arcs, size_t *next, bool place)
{
    for (uint32_t arc = 0; arc < arcs->fold->arc_count; arc++) {
        vcl_carried carried = carried_by(arcs, arc);
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
    size_t *next = NULL;

    TRY(vcl_alloc(&arcs->start, (size_t)products + 1, sizeof *arcs->start, err));
    TRY(vcl_alloc(&next, products, sizeof *next, err));
    hand_out(arcs, next, false);
    place_counts(arcs->start, next, products);
    TRY(vcl_alloc(&arcs->arcs, arcs->start[products], sizeof(uint32_t), err));
    hand_out(arcs, next, true);
done:
    free(next);
    return status;
}

static bool stands_everywhere(const vcl_layer_arcs *arcs, uint32_t arc)
{
    return carried_by(arcs, arc).candidates.count == 0;
}

/* Lists the arcs that stand everywhere, and indexes them by either end. */
static vcl_status list_everywhere(vcl_layer_arcs *arcs, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_fold *fold = arcs->fold;
    size_t vertices = fold->vertex_count;
    size_t *next = NULL;

    TRY(vcl_alloc(&arcs->everywhere, fold->arc_count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&arcs->out_start, vertices + 1, sizeof *arcs->out_start, err));
    TRY(vcl_alloc(&arcs->in_start, vertices + 1, sizeof *arcs->in_start, err));
    TRY(vcl_alloc(&next, vertices, sizeof *next, err));
    for (uint32_t arc = 0; arc < fold->arc_count; arc++) {
        if (stands_everywhere(arcs, arc)) {
            arcs->everywhere[arcs->everywhere_count++] = arc;
            arcs->out_start[fold->arcs[arc].source + 1]++;
            arcs->in_start[fold->arcs[arc].target + 1]++;
        }
    }
    place_counts(arcs->out_start, next, fold->vertex_count);
    place_counts(arcs->in_start, next, fold->vertex_count);
    TRY(vcl_alloc(&arcs->in, arcs->everywhere_count, sizeof(uint32_t), err));
    for (uint32_t i = 0; i < arcs->everywhere_count; i++) {
        uint32_t arc = arcs->everywhere[i];
        arcs->in[next[fold->arcs[arc].target]++] = arc;
    }
done:
    free(next);
    return status;
}

vcl_status vcl_layer_arcs_init(vcl_layer_arcs *arcs, const vcl_fold *fold,
                               const vcl_classes *classes, vcl_error *err)
{
    vcl_status status = VCL_OK;

    *arcs = (vcl_layer_arcs){ .fold = fold, .classes = classes };
    TRY(list_by_product(arcs, err));
    TRY(list_everywhere(arcs, err));
    TRY(vcl_alloc(&arcs->met_for, fold->vertex_count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&arcs->met, fold->vertex_count, sizeof(uint32_t), err));
done:
    return status;
}

void vcl_layer_arcs_release(vcl_layer_arcs *arcs)
{
    free(arcs->start);
    free(arcs->arcs);
    free(arcs->everywhere);
    free(arcs->out_start);
    free(arcs->in_start);
    free(arcs->in);
    free(arcs->met_for);
    free(arcs->met);
    *arcs = (vcl_layer_arcs){ 0 };
}

/* Notes a vertex for a product, unless it was met before; the new count. */
static uint32_t meet(vcl_layer_arcs *arcs, uint32_t vertex, uint32_t product, uint32_t count)
{
    if (arcs->met_for[vertex] == product + 1) {
        return count;
    }
    arcs->met_for[vertex] = product + 1;
    arcs->met[count] = vertex;
    return count + 1;
}

/* The vertices that lead to a product's own arcs: their sources, and whoever leads to those by arcs
 * that stand everywhere. They are left in `met`; returns their number. */
static uint32_t meet_product(vcl_layer_arcs *arcs, uint32_t product)
{
    uint32_t count = 0;

    for (size_t i = arcs->start[product]; i < arcs->start[product + 1]; i++) {
        count = meet(arcs, arcs->fold->arcs[arcs->arcs[i]].source, product, count);
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t vertex = arcs->met[i];
        for (size_t k = arcs->in_start[vertex]; k < arcs->in_start[vertex + 1]; k++) {
            count = meet(arcs, arcs->fold->arcs[arcs->in[k]].source, product, count);
        }
    }
    return count;
}

/* Appends a product's own arcs and those out of the vertices that lead to them; the count. */
static uint32_t take_product(vcl_layer_arcs *arcs, uint32_t product, uint32_t *out)
{
    uint32_t met = meet_product(arcs, product);
    uint32_t count = 0;

    for (size_t i = arcs->start[product]; i < arcs->start[product + 1]; i++) {
        out[count++] = arcs->arcs[i];
    }
    for (uint32_t i = 0; i < met; i++) {
        uint32_t vertex = arcs->met[i];
        for (size_t k = arcs->out_start[vertex]; k < arcs->out_start[vertex + 1]; k++) {
            out[count++] = arcs->everywhere[k];
        }
    }
    if (count > 1) {
        qsort(out, count, sizeof *out, vcl_compare_uint32);
    }
    return count;
}

uint32_t vcl_layer_arcs_of(vcl_layer_arcs *arcs, uint32_t product, uint32_t *out)
{
    if (product < arcs->fold->state->chain->product_count) {
        return take_product(arcs, product, out);
    }
    for (uint32_t i = 0; i < arcs->everywhere_count; i++) {
        out[i] = arcs->everywhere[i];
    }
    return arcs->everywhere_count;
}
