/* Who reaches whom by a path in a layer, for 512 goals at a time.
 *
 * Every vertex has a block of 512 bits, one a goal; a layer's parts are visited in order, each
 * taking over the bits of the parts that its arcs lead to. Time O(blocks (V + E)) over the layers,
 * memory 128 bytes a vertex, however many goals there are. */
#ifndef GRAPH_REACH_H
#define GRAPH_REACH_H

#include "graph/paths.h"

enum {
    VCL_BLOCK_WORDS = 8,
    VCL_BLOCK_BITS = 512,
};

/* A vertex that counts as goal `bit` of a block; several vertices may share a goal. */
typedef struct vcl_goal {
    uint32_t vertex;
    uint32_t bit; /* below VCL_BLOCK_BITS */
} vcl_goal;

typedef struct vcl_reach {
    const vcl_paths *paths;
    uint64_t *bits; /* VCL_BLOCK_WORDS by vertex: the goals that it reaches, itself included */
    uint64_t *unstated; /* the same for the unstated layer alone */
    uint64_t *parts; /* work space */
} vcl_reach;

/* `paths` must outlive it. Release in any case. VCL_ERROR_MEMORY. */
vcl_status vcl_reach_init(vcl_reach *reach, const vcl_paths *paths, vcl_error *err);
void vcl_reach_release(vcl_reach *reach);

/* Fills reach->bits for the goals, over all layers; with `first`, by paths with no buyer inside. */
void vcl_reach_run(vcl_reach *reach, const vcl_goal *goals, size_t count, bool first);

/* Does `vertex` reach goal `bit` of the last run? */
bool vcl_reach_has(const vcl_reach *reach, uint32_t vertex, uint32_t bit);

/* The first goal that `vertex` reaches from `bit` on, or VCL_BLOCK_BITS: for walking them. */
uint32_t vcl_reach_next(const vcl_reach *reach, uint32_t vertex, uint32_t bit);

#endif
