/* Reach in blocks of bits over the parts of each layer. */
#include "graph/reach.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/try.h"

vcl_status vcl_reach_init(vcl_reach *reach, const vcl_paths *paths, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t most_parts = 0;

    *reach = (vcl_reach){ .paths = paths };
    for (uint32_t i = 0; i < paths->layers->count; i++) {
        uint32_t all = paths->all[i].part_count;
        uint32_t first = paths->first[i].part_count;
        most_parts = all > most_parts ? all : most_parts;
        most_parts = first > most_parts ? first : most_parts;
    }
    TRY(vcl_alloc(&reach->bits, paths->layers->fold->vertex_count,
                  VCL_BLOCK_WORDS * sizeof(uint64_t), err));
    TRY(vcl_alloc(&reach->unstated, paths->layers->fold->vertex_count,
                  VCL_BLOCK_WORDS * sizeof(uint64_t), err));
    TRY(vcl_alloc(&reach->parts, most_parts, VCL_BLOCK_WORDS * sizeof(uint64_t), err));
done:
    return status;
}

void vcl_reach_release(vcl_reach *reach)
{
    free(reach->bits);
    free(reach->parts);
    free(reach->unstated);
    *reach = (vcl_reach){ 0 };
}

static void set_bit(uint64_t *block, uint32_t bit)
{
    block[bit / 64] |= (uint64_t)1 << (bit % 64);
}

static void join(uint64_t *into, const uint64_t *from)
{
    for (size_t word = 0; word < VCL_BLOCK_WORDS; word++) {
        into[word] |= from[word];
    }
}

/* Spreads through a layer what its vertices are known to reach. */
static void run_layer(vcl_reach *reach, const vcl_layer *layer, const vcl_order *order)
{
    memset(reach->parts, 0, (size_t)order->part_count * VCL_BLOCK_WORDS * sizeof(uint64_t));
    for (uint32_t i = 0; i < layer->vertex_count; i++) {
        join(reach->parts + (size_t)order->part_of[i] * VCL_BLOCK_WORDS,
             reach->unstated + (size_t)layer->vertices[i] * VCL_BLOCK_WORDS);
    }
    for (uint32_t part = 0; part < order->part_count; part++) {
        uint64_t *block = reach->parts + (size_t)part * VCL_BLOCK_WORDS;
        for (uint32_t i = order->next_start[part]; i < order->next_start[part + 1]; i++) {
            join(block, reach->parts + (size_t)order->next[i] * VCL_BLOCK_WORDS);
        }
    }
    for (uint32_t i = 0; i < layer->vertex_count; i++) {
        join(reach->bits + (size_t)layer->vertices[i] * VCL_BLOCK_WORDS,
             reach->parts + (size_t)order->part_of[i] * VCL_BLOCK_WORDS);
    }
}

/* The unstated layer is the first: what a vertex reaches there it reaches in all others. */
void vcl_reach_run(vcl_reach *reach, const vcl_goal *goals, size_t count, bool first)
{
    const vcl_layers *layers = reach->paths->layers;
    const vcl_order *orders = first ? reach->paths->first : reach->paths->all;
    size_t size = (size_t)layers->fold->vertex_count * VCL_BLOCK_WORDS * sizeof(uint64_t);

    memset(reach->bits, 0, size);
    for (size_t i = 0; i < count; i++) {
        set_bit(reach->bits + (size_t)goals[i].vertex * VCL_BLOCK_WORDS, goals[i].bit);
    }
    for (uint32_t i = 0; i < layers->count; i++) {
        if (i <= VCL_UNSTATED_LAYER + 1) {
            memcpy(reach->unstated, reach->bits, size);
        }
        run_layer(reach, layers->layers + i, orders + i);
    }
}

bool vcl_reach_has(const vcl_reach *reach, uint32_t vertex, uint32_t bit)
{
    const uint64_t *block = reach->bits + (size_t)vertex * VCL_BLOCK_WORDS;

    return (block[bit / 64] >> (bit % 64) & 1) != 0;
}

uint32_t vcl_reach_next(const vcl_reach *reach, uint32_t vertex, uint32_t bit)
{
    const uint64_t *block = reach->bits + (size_t)vertex * VCL_BLOCK_WORDS;

    while (bit < VCL_BLOCK_BITS) {
        uint64_t rest = block[bit / 64] >> (bit % 64);
        if (rest == 0) {
            bit = (bit / 64 + 1) * 64;
        } else if ((rest & 1) != 0) {
            return bit;
        } else {
            bit++;
        }
    }
    return VCL_BLOCK_BITS;
}
