/* Handing arcs out to products by counting, and finding who leads to them. */
#include "graph/layer_arcs.h"

#include <stdlib.h>

#include "base/array.h"
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

/* For which products arcs stand in layers, arc by arc. */
struct listing {
    vcl_array products; /* of uint32_t */
    uint32_t *count; /* by arc: how many of them are its own */
};

/* Lists the products of every arc and counts the arcs of each; those that stand everywhere, which
 * list none, are listed at once. */
static vcl_status list_products(vcl_layer_arcs *arcs, struct listing *listing, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (uint32_t arc = 0; arc < arcs->fold->arc_count; arc++) {
        vcl_carried carried = carried_by(arcs, arc);
        if (carried.candidates.count == 0) {
            arcs->everywhere[arcs->everywhere_count++] = arc;
        }
        for (uint32_t i = 0; i < carried.candidates.count; i++) {
            if (vcl_carried_has(&carried, carried.candidates.items[i])) {
                TRY(vcl_array_add(&listing->products, carried.candidates.items + i, err));
                listing->count[arc]++;
                arcs->start[carried.candidates.items[i] + 1]++;
            }
        }
    }
done:
    return status;
}

/* Hands arcs out to their products, of each ascending. */
static void hand_out(vcl_layer_arcs *arcs, const struct listing *listing, size_t *next)
{
    const uint32_t *product = listing->products.items;

    for (uint32_t arc = 0; arc < arcs->fold->arc_count; arc++) {
        for (uint32_t i = 0; i < listing->count[arc]; i++) {
            arcs->arcs[next[*product++]++] = arc;
        }
    }
}

static vcl_status list_by_product(vcl_layer_arcs *arcs, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t products = arcs->fold->state->chain->product_count;
    struct listing listing = { 0 };
    size_t *next = NULL;

    vcl_array_init(&listing.products, sizeof(uint32_t));
    TRY(vcl_alloc(&listing.count, arcs->fold->arc_count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&arcs->everywhere, arcs->fold->arc_count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&arcs->start, (size_t)products + 1, sizeof *arcs->start, err));
    TRY(vcl_alloc(&next, products, sizeof *next, err));
    TRY(list_products(arcs, &listing, err));
    place_counts(arcs->start, next, products);
    TRY(vcl_alloc(&arcs->arcs, arcs->start[products], sizeof(uint32_t), err));
    hand_out(arcs, &listing, next);
done:
    vcl_array_release(&listing.products);
    free(listing.count);
    free(next);
    return status;
}

/* Indexes the arcs that stand everywhere by either end. */
static vcl_status index_everywhere(vcl_layer_arcs *arcs, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_fold *fold = arcs->fold;
    size_t vertices = fold->vertex_count;
    size_t *next = NULL;

    TRY(vcl_alloc(&arcs->out_start, vertices + 1, sizeof *arcs->out_start, err));
    TRY(vcl_alloc(&arcs->in_start, vertices + 1, sizeof *arcs->in_start, err));
    TRY(vcl_alloc(&next, vertices, sizeof *next, err));
    for (uint32_t i = 0; i < arcs->everywhere_count; i++) {
        const vcl_arc *arc = fold->arcs + arcs->everywhere[i];
        arcs->out_start[arc->source + 1]++;
        arcs->in_start[arc->target + 1]++;
    }
    place_counts(arcs->out_start, next, fold->vertex_count);
    place_counts(arcs->in_start, next, fold->vertex_count);
    TRY(vcl_alloc(&arcs->in, arcs->everywhere_count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&arcs->others, arcs->everywhere_count, sizeof(uint32_t), err));
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
    TRY(index_everywhere(arcs, err));
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
    free(arcs->others);
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

/* The arcs out of the first `met` vertices that were met, ascending, in `others`; their number. */
static uint32_t take_others(vcl_layer_arcs *arcs, uint32_t met)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < met; i++) {
        uint32_t vertex = arcs->met[i];
        for (size_t k = arcs->out_start[vertex]; k < arcs->out_start[vertex + 1]; k++) {
            arcs->others[count++] = arcs->everywhere[k];
        }
    }
    if (count > 1) {
        qsort(arcs->others, count, sizeof *arcs->others, vcl_compare_uint32);
    }
    return count;
}

/* Merges a product's own arcs, of which there are most, and those out of the vertices that lead to
 * them; the count. */
static uint32_t take_product(vcl_layer_arcs *arcs, uint32_t product, uint32_t *out)
{
    uint32_t others = take_others(arcs, meet_product(arcs, product));
    size_t end = arcs->start[product + 1];
    size_t own = arcs->start[product];
    uint32_t other = 0;
    uint32_t count = 0;

    while (own < end || other < others) {
        bool is_own = other == others || (own < end && arcs->arcs[own] < arcs->others[other]);
        out[count++] = is_own ? arcs->arcs[own++] : arcs->others[other++];
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
