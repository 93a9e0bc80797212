/* Building layers: the arcs of each product become a graph of its own; those alike are kept once. */
#include "graph/layers.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/compare.h"
#include "base/memory.h"
#include "base/try.h"
#include "graph/layer_arcs.h"

struct layering {
    vcl_layers *layers;
    vcl_layer_arcs arcs;
    uint32_t *taken; /* the arcs of the layer being made */
    vcl_arc *merged; /* the same, (source, target) distinct */
    uint32_t *local_of; /* by vertex: its local number, VCL_NONE */
    vcl_array kept; /* of vcl_layer */
    vcl_idmap hashes; /* of layers, numbered in the order of their coming */
    vcl_array of_hash; /* of uint32_t: the first layer of each hash */
};

/* Parallel arcs of a product's layer become one; how many are left in `merged`. */
static uint32_t merge_arcs(struct layering *layering, uint32_t product)
{
    uint32_t taken = vcl_layer_arcs_of(&layering->arcs, product, layering->taken);
    uint32_t count = 0;

    for (uint32_t i = 0; i < taken; i++) {
        vcl_arc arc = layering->layers->fold->arcs[layering->taken[i]];
        if (count == 0 || layering->merged[count - 1].source != arc.source ||
            layering->merged[count - 1].target != arc.target) {
            layering->merged[count++] = arc;
        }
    }
    return count;
}

static uint64_t hash_of(const vcl_arc *arcs, uint32_t count)
{
    uint64_t hash = 0xD6E8FEB86659FD93u ^ count;

    for (uint32_t i = 0; i < count; i++) {
        hash = (hash ^ ((uint64_t)arcs[i].source << 32 | arcs[i].target)) * 0x9FB21C651E98DF25u;
        hash ^= hash >> 32;
    }
    return hash;
}

/* Adds a vertex to `ends` unless it is there. */
static uint32_t meet_end(struct layering *layering, uint32_t vertex, uint32_t *ends, uint32_t found)
{
    if (layering->local_of[vertex] == VCL_NONE) {
        layering->local_of[vertex] = 0;
        ends[found++] = vertex;
    }
    return found;
}

/* Merges sorted ends, the first `sources` and the rest up to `count`, into `out`. */
static void merge_ends(const uint32_t *ends, uint32_t sources, uint32_t count, uint32_t *out)
{
    for (uint32_t source = 0, other = sources; source < sources || other < count;) {
        bool is_source = other == count || (source < sources && ends[source] < ends[other]);
        *out++ = is_source ? ends[source++] : ends[other++];
    }
}

/* How many of sorted vertices come before `end`. */
static uint32_t count_below(const uint32_t *vertices, uint32_t count, uint32_t end)
{
    uint32_t low = 0;

    while (low < count) {
        uint32_t middle = low + (count - low) / 2;
        if (vertices[middle] < end) {
            low = middle + 1;
        } else {
            count = middle;
        }
    }
    return low;
}

/* The ends of `count` merged arcs, sorted, each once. Sources, of which there are most, come so. */
static vcl_status collect_vertices(struct layering *layering, uint32_t count, vcl_layer *layer,
                                   vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *ends = NULL;
    uint32_t sources = 0;
    uint32_t found = 0;

    TRY(vcl_alloc(&ends, (size_t)count * 2, sizeof *ends, err));
    for (uint32_t i = 0; i < count; i++) {
        sources = meet_end(layering, layering->merged[i].source, ends, sources);
    }
    found = sources;
    for (uint32_t i = 0; i < count; i++) {
        found = meet_end(layering, layering->merged[i].target, ends, found);
    }
    qsort(ends + sources, found - sources, sizeof *ends, vcl_compare_uint32);
    TRY(vcl_alloc(&layer->vertices, found, sizeof *ends, err));
    merge_ends(ends, sources, found, layer->vertices);
    layer->vertex_count = found;
    layer->reached = count_below(layer->vertices, found, layering->layers->reached);
done:
    for (uint32_t i = 0; i < found; i++) {
        layering->local_of[ends[i]] = VCL_NONE;
    }
    free(ends);
    return status;
}

/* Arcs are sorted by source and target, and so are local numbers: one pass fills the layer. */
static vcl_status fill_layer(struct layering *layering, uint32_t count, vcl_layer *layer,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(collect_vertices(layering, count, layer, err));
    TRY(vcl_alloc(&layer->out_start, (size_t)layer->vertex_count + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&layer->out, count, sizeof(uint32_t), err));
    layer->arc_count = count;
    for (uint32_t i = 0; i < layer->vertex_count; i++) {
        layering->local_of[layer->vertices[i]] = i;
    }
    for (uint32_t i = 0; i < count; i++) {
        layer->out_start[layering->local_of[layering->merged[i].source] + 1]++;
        layer->out[i] = layering->local_of[layering->merged[i].target];
    }
    for (uint32_t i = 0; i < layer->vertex_count; i++) {
        layer->out_start[i + 1] += layer->out_start[i];
        layering->local_of[layer->vertices[i]] = VCL_NONE;
    }
done:
    return status;
}

static void release_layer(vcl_layer *layer)
{
    free(layer->vertices);
    free(layer->out_start);
    free(layer->out);
}

static bool same_layer(const vcl_layer *a, const vcl_layer *b)
{
    return a->vertex_count == b->vertex_count && a->arc_count == b->arc_count &&
           memcmp(a->vertices, b->vertices, a->vertex_count * sizeof(uint32_t)) == 0 &&
           memcmp(a->out_start, b->out_start, (a->vertex_count + 1) * sizeof(uint32_t)) == 0 &&
           memcmp(a->out, b->out, a->arc_count * sizeof(uint32_t)) == 0;
}

/* The earlier layer that equals this one, or VCL_NONE. Of layers that share a hash and yet differ
 * only the first is found: the others are kept without being shared. */
static uint32_t find_same(const struct layering *layering, uint32_t hash, const vcl_layer *layer)
{
    const uint32_t *of_hash = layering->of_hash.items;
    const vcl_layer *kept = layering->kept.items;

    if (hash < layering->of_hash.count && same_layer(kept + of_hash[hash], layer)) {
        return of_hash[hash];
    }
    return VCL_NONE;
}

/* Keeps the layer of `product`, or takes the earlier one that it equals. */
static vcl_status add_layer(struct layering *layering, uint32_t product, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_layer layer = { 0 };
    char key[24];
    uint32_t hash = 0;
    uint32_t number = 0;
    uint32_t count = merge_arcs(layering, product);

    snprintf(key, sizeof key, "%" PRIx64, hash_of(layering->merged, count));
    TRY(fill_layer(layering, count, &layer, err));
    TRY(vcl_idmap_intern(&layering->hashes, vcl_slice_of(key), &hash, err));
    number = find_same(layering, hash, &layer);
    if (number == VCL_NONE) {
        number = (uint32_t)layering->kept.count;
        TRY(vcl_array_add(&layering->kept, &layer, err));
        layer = (vcl_layer){ 0 };
    }
    if (hash == layering->of_hash.count) {
        TRY(vcl_array_add(&layering->of_hash, &number, err));
    }
    layering->layers->of_product[product] = number;
done:
    release_layer(&layer);
    return status;
}

/* The unstated product comes first: whoever has no arcs of its own shares its layer. Leaders come
 * before the others of their class. */
static vcl_status add_layers(struct layering *layering, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *of_product = layering->layers->of_product;
    uint32_t unstated = layering->layers->fold->state->chain->product_count;

    TRY(add_layer(layering, unstated, err));
    for (uint32_t product = 0; product < unstated; product++) {
        uint32_t leader = layering->layers->classes.leader[product];
        if (leader != product) {
            of_product[product] = of_product[leader];
        } else if (layering->arcs.start[product] == layering->arcs.start[product + 1]) {
            of_product[product] = VCL_UNSTATED_LAYER;
        } else {
            TRY(add_layer(layering, product, err));
        }
    }
done:
    return status;
}

static uint32_t find_reached(const vcl_fold *fold)
{
    uint32_t reached = 0;

    for (uint32_t i = 0; i < fold->arc_count; i++) {
        reached = fold->arcs[i].target >= reached ? fold->arcs[i].target + 1 : reached;
    }
    return reached;
}

vcl_status vcl_layers_init(vcl_layers *layers, const vcl_fold *fold, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct layering layering = { .layers = layers };
    size_t products = fold->state->chain->product_count;

    *layers = (vcl_layers){ .fold = fold, .reached = find_reached(fold) };
    vcl_array_init(&layering.kept, sizeof(vcl_layer));
    vcl_array_init(&layering.of_hash, sizeof(uint32_t));
    vcl_idmap_init(&layering.hashes);
    TRY(vcl_alloc(&layers->of_product, products + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&layering.taken, fold->arc_count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&layering.merged, fold->arc_count, sizeof(vcl_arc), err));
    TRY(vcl_alloc(&layering.local_of, fold->vertex_count, sizeof(uint32_t), err));
    memset(layering.local_of, 0xFF, fold->vertex_count * sizeof(uint32_t));
    TRY(vcl_classes_init(&layers->classes, fold->state->chain, err));
    TRY(vcl_layer_arcs_init(&layering.arcs, fold, &layers->classes, err));
    TRY(add_layers(&layering, err));
done:
    layers->layers = layering.kept.items;
    layers->count = (uint32_t)layering.kept.count;
    vcl_idmap_release(&layering.hashes);
    vcl_array_release(&layering.of_hash);
    vcl_layer_arcs_release(&layering.arcs);
    free(layering.taken);
    free(layering.merged);
    free(layering.local_of);
    return status;
}

void vcl_layers_release(vcl_layers *layers)
{
    for (uint32_t i = 0; i < layers->count; i++) {
        release_layer(layers->layers + i);
    }
    free(layers->layers);
    free(layers->of_product);
    vcl_classes_release(&layers->classes);
    *layers = (vcl_layers){ 0 };
}

uint32_t vcl_layer_find(const vcl_layer *layer, uint32_t vertex)
{
    /* Who is looked for is mostly an organisation, and these are few. */
    bool early = layer->reached > 0 && vertex <= layer->vertices[layer->reached - 1];
    uint32_t low = early ? 0 : layer->reached;
    uint32_t left = early ? layer->reached : layer->vertex_count - layer->reached; /* from low on */

    /* No branch of which the machine could guess no better than a coin. */
    while (left > 1) {
        uint32_t half = left / 2;
        low += layer->vertices[low + half] <= vertex ? half : 0;
        left -= half;
    }
    return left > 0 && layer->vertices[low] == vertex ? low : VCL_NONE;
}
