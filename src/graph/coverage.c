/* Coverage by one pass over the parts of each layer. */
#include "graph/coverage.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"
#include "graph/order.h"

bool vcl_vertex_counts(const vcl_vertex *vertex)
{
    return vertex->kind != VCL_ENTERPRISE && vertex->sells && !vertex->buyer;
}

/* reaches[part]: does a buyer lie in it or in a part below? What a vertex reaches in the unstated
 * layer it reaches in every other too. */
static void mark_parts(const vcl_coverage *coverage, const vcl_layer *layer, const vcl_order *order,
                       bool *reaches)
{
    for (uint32_t i = 0; i < layer->vertex_count; i++) {
        if (coverage->unstated[layer->vertices[i]]) {
            reaches[order->part_of[i]] = true;
        }
    }
    for (uint32_t part = 0; part < order->part_count; part++) {
        for (uint32_t i = order->next_start[part]; i < order->next_start[part + 1]; i++) {
            reaches[part] = reaches[part] || reaches[order->next[i]];
        }
    }
}

static bool ends_at_buyer(const vcl_layer *layer, const vcl_vertex *vertices, uint32_t local)
{
    for (uint32_t i = layer->out_start[local]; i < layer->out_start[local + 1]; i++) {
        if (vertices[layer->vertices[layer->out[i]]].buyer) {
            return true;
        }
    }
    return false;
}

/* Of one whose arcs lead to a buyer. */
static uint8_t flags_of(const vcl_layer *layer, const vcl_vertex *vertices, uint32_t local)
{
    if (!vcl_vertex_counts(vertices + layer->vertices[local])) {
        return VCL_PASSES_ON;
    }
    return ends_at_buyer(layer, vertices, local) ? VCL_COVERED | VCL_DIRECT : VCL_COVERED;
}

static vcl_status cover_layer(vcl_coverage *coverage, uint32_t number, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_layer *layer = coverage->layers->layers + number;
    const vcl_vertex *vertices = coverage->layers->fold->vertices;
    vcl_order order = { 0 };
    uint8_t *flags = NULL;
    bool *reaches = NULL;

    TRY(vcl_order_init(&order, layer, err));
    TRY(vcl_alloc(&reaches, order.part_count, sizeof *reaches, err));
    TRY(vcl_alloc(&flags, layer->vertex_count, sizeof *flags, err));
    coverage->of_layer[number] = flags;
    mark_parts(coverage, layer, &order, reaches);
    for (uint32_t i = 0; i < layer->vertex_count; i++) {
        uint32_t vertex = layer->vertices[i];
        bool reaches_buyer = reaches[order.part_of[i]];
        if (number == VCL_UNSTATED_LAYER) {
            coverage->unstated[vertex] = reaches_buyer;
        }
        if (reaches_buyer && vcl_layer_sends(layer, i)) {
            flags[i] = flags_of(layer, vertices, i);
            coverage->any[vertex] |= flags[i];
        }
    }
done:
    vcl_order_release(&order);
    free(reaches);
    return status;
}

vcl_status vcl_coverage_init(vcl_coverage *coverage, const vcl_layers *layers, vcl_error *err)
{
    vcl_status status = VCL_OK;

    *coverage = (vcl_coverage){ .layers = layers };
    TRY(vcl_alloc(&coverage->of_layer, layers->count, sizeof *coverage->of_layer, err));
    TRY(vcl_alloc(&coverage->any, layers->fold->vertex_count, sizeof(uint8_t), err));
    TRY(vcl_alloc(&coverage->unstated, layers->fold->vertex_count, sizeof(bool), err));
    for (uint32_t i = 0; i < layers->fold->vertex_count; i++) {
        coverage->unstated[i] = layers->fold->vertices[i].buyer;
    }
    for (uint32_t i = 0; i < layers->count; i++) {
        TRY(cover_layer(coverage, i, err));
    }
done:
    return status;
}

void vcl_coverage_release(vcl_coverage *coverage)
{
    for (uint32_t i = 0; coverage->of_layer != NULL && i < coverage->layers->count; i++) {
        free(coverage->of_layer[i]);
    }
    free(coverage->of_layer);
    free(coverage->any);
    free(coverage->unstated);
    *coverage = (vcl_coverage){ 0 };
}

/* The flags of a vertex in a layer where it sends; false if it does not. */
static bool flags_in(const vcl_coverage *coverage, uint32_t vertex, uint32_t number, uint8_t *out)
{
    const vcl_layer *layer = coverage->layers->layers + number;
    uint32_t local = vcl_layer_find(layer, vertex);

    if (local == VCL_NONE || !vcl_layer_sends(layer, local)) {
        return false;
    }
    *out = coverage->of_layer[number][local];
    return true;
}

uint8_t vcl_coverage_for(const vcl_coverage *coverage, uint32_t vertex, uint32_t product)
{
    uint8_t flags = 0;

    if (!flags_in(coverage, vertex, coverage->layers->of_product[product], &flags) &&
        coverage->layers->fold->vertices[vertex].products == 0) {
        flags_in(coverage, vertex, VCL_UNSTATED_LAYER, &flags);
    }
    return flags;
}

bool vcl_coverage_leads_for(const vcl_coverage *coverage, uint32_t vertex, uint32_t product)
{
    return coverage->layers->fold->vertices[vertex].buyer ||
           vcl_coverage_for(coverage, vertex, product) != 0;
}

bool vcl_coverage_leads(const vcl_coverage *coverage, uint32_t vertex)
{
    return coverage->layers->fold->vertices[vertex].buyer || coverage->any[vertex] != 0;
}

bool vcl_coverage_concerns(const vcl_coverage *coverage, uint32_t vertex)
{
    uint8_t kind = coverage->layers->fold->vertices[vertex].kind;

    return (coverage->any[vertex] & VCL_COVERED) != 0 &&
           (kind == VCL_FARMER || kind == VCL_COOPERATIVE);
}
