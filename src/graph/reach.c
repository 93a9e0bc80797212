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
    TRY(vcl_alloc(&reach->parts, most_parts, VCL_BLOCK_WORDS * sizeof(uint64_t), err));
done:
    return status;
}

void vcl_reach_release(vcl_reach *reach)
{
    free(reach->bits);
    free(reach->parts);
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

/* Marks the parts in which goals lie; false if the layer holds none of them. */
static bool mark_goals(vcl_reach *reach, const vcl_layer *layer, const vcl_order *order,
                       const vcl_goal *goals, size_t count)
{
    bool any = false;

    memset(reach->parts, 0, (size_t)order->part_count * VCL_BLOCK_WORDS * sizeof(uint64_t));
    for (size_t i = 0; i < count; i++) {
        uint32_t local = vcl_layer_find(layer, goals[i].vertex);
        if (local != VCL_NONE) {
            set_bit(reach->parts + (size_t)order->part_of[local] * VCL_BLOCK_WORDS, goals[i].bit);
            any = true;
        }
    }
    return any;
}

static void run_layer(vcl_reach *reach, const vcl_layer *layer, const vcl_order *order)
{
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

void vcl_reach_run(vcl_reach *reach, const vcl_goal *goals, size_t count, bool first)
{
    const vcl_layers *layers = reach->paths->layers;

    memset(reach->bits, 0, (size_t)layers->fold->vertex_count * VCL_BLOCK_WORDS * sizeof(uint64_t));
    for (size_t i = 0; i < count; i++) {
        set_bit(reach->bits + (size_t)goals[i].vertex * VCL_BLOCK_WORDS, goals[i].bit);
    }
    for (uint32_t i = 0; i < layers->count; i++) {
        const vcl_order *order = first ? reach->paths->first + i : reach->paths->all + i;
        if (mark_goals(reach, layers->layers + i, order, goals, count)) {
            run_layer(reach, layers->layers + i, order);
        }
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
