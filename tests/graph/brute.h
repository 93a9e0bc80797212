/* The contract once more, slowly: every record and every organisation's implied members a vertex of
 * its own, every product a layer of its own, a path found by following every link. */
#ifndef GRAPH_BRUTE_H
#define GRAPH_BRUTE_H

#include "model/fold.h"
#include "support/assert.h"

enum { MOST_VERTICES = 64, MOST_LAYERS = 4 };

/* Sets of vertices are bits. */
struct brute {
    const vcl_state *state;
    uint32_t actor_of[MOST_VERTICES];
    bool implied[MOST_VERTICES];
    uint64_t households[MOST_VERTICES]; /* farmers and implied members, else 0 */
    uint32_t count;
    uint32_t layers; /* the products and, last, the unstated one */
    uint64_t out[MOST_LAYERS][MOST_VERTICES];
    uint64_t buyers;
    uint64_t coverable; /* no enterprise, it sells and is no buyer */
    uint64_t cooperatives;
};

static inline uint64_t bit_of(uint32_t vertex)
{
    return (uint64_t)1 << vertex;
}

/* Does whoever has this set of products carry or handle one? */
static inline bool brute_takes(const vcl_chain *chain, uint32_t set, uint32_t product)
{
    vcl_set listed = vcl_sets_at(&chain->sets, set);

    return listed.count == 0 ||
           (product < chain->product_count && vcl_set_contains(listed, product));
}

static inline void brute_add_vertex(struct brute *brute, uint32_t actor, bool implied)
{
    const vcl_actor *record = brute->state->chain->actors + actor;
    uint32_t vertex = brute->count++;
    bool farmer = implied || record->kind == VCL_FARMER;

    assert_true(brute->count <= MOST_VERTICES);
    brute->actor_of[vertex] = actor;
    brute->implied[vertex] = implied;
    brute->households[vertex] = !farmer   ? 0
                                : implied ? brute->state->implied[actor]
                                          : vcl_actor_count(brute->state->chain, actor);
    brute->buyers |= !implied && record->buyer ? bit_of(vertex) : 0;
    if (implied || (record->kind != VCL_ENTERPRISE && record->sells && !record->buyer)) {
        brute->coverable |= bit_of(vertex);
    }
    brute->cooperatives |= !farmer && record->kind == VCL_COOPERATIVE ? bit_of(vertex) : 0;
}

static inline uint32_t brute_find(const struct brute *brute, uint32_t actor, bool implied)
{
    uint32_t vertex = 0;

    while (vertex < brute->count &&
           (brute->actor_of[vertex] != actor || brute->implied[vertex] != implied)) {
        vertex++;
    }
    return vertex < brute->count ? vertex : VCL_NONE;
}

/* An arc that carries `products`, in each layer where both its ends stand. */
static inline void brute_add_arc(struct brute *brute, uint32_t from, uint32_t to, uint32_t products)
{
    const vcl_chain *chain = brute->state->chain;

    for (uint32_t layer = 0; layer < brute->layers; layer++) {
        if (brute_takes(chain, products, layer) &&
            brute_takes(chain, chain->actors[brute->actor_of[from]].products, layer) &&
            brute_takes(chain, chain->actors[brute->actor_of[to]].products, layer)) {
            brute->out[layer][from] |= bit_of(to);
        }
    }
}

static inline void brute_init(struct brute *brute, const vcl_state *state)
{
    const vcl_chain *chain = state->chain;

    *brute = (struct brute){ .state = state, .layers = chain->product_count + 1 };
    assert_true(brute->layers <= MOST_LAYERS);
    for (uint32_t i = 0; i < chain->actor_count; i++) {
        if (vcl_bits_has(state->active, i)) {
            brute_add_vertex(brute, i, false);
        }
        if (state->implied[i] > 0 && chain->actors[i].status == VCL_ACTIVE) {
            brute_add_vertex(brute, i, true);
        }
    }
    for (uint32_t i = 0; i < chain->link_count; i++) {
        const vcl_link *link = chain->links + i;
        if (vcl_bits_has(state->carries, i)) {
            brute_add_arc(brute, brute_find(brute, link->source, false),
                          brute_find(brute, link->target, false),
                          vcl_link_terms(chain, link)->products);
        }
    }
    for (uint32_t i = 0; i < brute->count; i++) {
        uint32_t organisation = brute_find(brute, brute->actor_of[i], false);
        if (brute->implied[i] && organisation != VCL_NONE) {
            brute_add_arc(brute, i, organisation, 0);
        }
    }
}

/* Whom `from` reaches in a layer by one arc or more; paths touch nobody in `gone` and go on through
 * nobody in `ends`. */
static inline uint64_t brute_reach(const struct brute *brute, uint32_t layer, uint32_t from,
                                   uint64_t gone, uint64_t ends)
{
    uint64_t found = brute->out[layer][from] & ~gone;
    uint64_t before = 0;

    while (found != before) {
        before = found;
        for (uint32_t i = 0; i < brute->count; i++) {
            if ((before & ~ends & bit_of(i)) != 0) {
                found |= brute->out[layer][i] & ~gone;
            }
        }
    }
    return found;
}

/* The layers, as bits, in which a vertex is covered while `gone` are gone. */
static inline uint32_t brute_covered(const struct brute *brute, uint32_t vertex, uint64_t gone)
{
    uint32_t layers = 0;

    for (uint32_t layer = 0; layer < brute->layers; layer++) {
        if ((brute->coverable & bit_of(vertex)) != 0 &&
            (brute_reach(brute, layer, vertex, gone, 0) & brute->buyers) != 0) {
            layers |= 1u << layer;
        }
    }
    return layers;
}

/* Whom a vertex reaches in some layer; with `first`, by paths with no buyer inside. */
static inline uint64_t brute_reach_any(const struct brute *brute, uint32_t vertex, bool first)
{
    uint64_t found = 0;

    for (uint32_t layer = 0; layer < brute->layers; layer++) {
        found |= brute_reach(brute, layer, vertex, 0, first ? brute->buyers : 0);
    }
    return found;
}

/* A vertex of the fold. */
static inline uint32_t brute_folded(const struct brute *brute, const vcl_fold *fold,
                                    uint32_t vertex)
{
    uint32_t actor = brute->actor_of[vertex];

    return brute->implied[vertex] ? vcl_fold_of_implied(fold, actor) : fold->of_actor[actor];
}

#endif
