/* Random small chains, dense and full of cycles, the same for the same seed: up to 18 actors, three
 * products, every kind of link between any two. */
#ifndef SUPPORT_RANDOM_CHAIN_H
#define SUPPORT_RANDOM_CHAIN_H

#include <stdio.h>

#include "support/chain.h"
#include "support/chance.h"

/* Percentages: how much of each a chain has. */
typedef struct chain_habits {
    uint32_t listing; /* nodes and links that list products */
    uint32_t upstream; /* links against the usual direction */
    uint32_t idle; /* inactive nodes and links */
} chain_habits;

typedef struct drawn_actor {
    const char *kind;
    char id[8];
} drawn_actor;

enum { MOST_DRAWN = 18 };

/* ", 'products': […]", or nothing. */
static inline void draw_products(vcl_text *out, struct chance *chance, uint32_t listing)
{
    static const char *const lists[] = { "'p'", "'q'", "'r'", "'p', 'q'", "'q', 'r'", "'p', 'r'" };

    if (happens(chance, listing)) {
        vcl_text_add(out, ", 'products': [");
        vcl_text_add(out, lists[any_of(chance, 6)]);
        vcl_text_add(out, "]");
    }
}

static inline void draw_number(vcl_text *out, const char *field, uint32_t number)
{
    vcl_text_add(out, field);
    vcl_text_add_integer(out, number);
}

static inline void draw_node(vcl_text *out, struct chance *chance, const chain_habits *habits,
                             const drawn_actor *actor)
{
    bool farmer = actor->kind[0] == 'f';
    bool enterprise = actor->kind[0] == 'e';

    vcl_text_add(out, "{'node': {'id': '");
    vcl_text_add(out, actor->id);
    vcl_text_add(out, "', 'kind': '");
    vcl_text_add(out, actor->kind);
    vcl_text_add(out, "'");
    draw_products(out, chance, habits->listing);
    vcl_text_add(out, happens(chance, habits->idle) ? ", 'status': 'dissolved'" : "");
    vcl_text_add(out, !enterprise && happens(chance, 10) ? ", 'sells': false" : "");
    if (!farmer && happens(chance, 15)) {
        vcl_text_add(out, happens(chance, 50) ? ", 'buyer': true" : ", 'buyer': false");
    }
    if (farmer && happens(chance, 60)) {
        draw_number(out, ", 'count': ", 1 + any_of(chance, 4));
    }
    if (!farmer && !enterprise && actor->kind[0] != 'u' && happens(chance, 50)) {
        draw_number(out, ", 'members': ", any_of(chance, 12));
    }
    vcl_text_add(out, "}}\n");
}

static inline void draw_link(vcl_text *out, struct chance *chance, const chain_habits *habits,
                             const drawn_actor *actors, uint32_t count)
{
    uint32_t source = any_of(chance, count);
    uint32_t target = any_of(chance, count);

    if (source > target && !happens(chance, habits->upstream)) {
        uint32_t kept = source;
        source = target;
        target = kept;
    }
    vcl_text_add(out, "{'link': {'source': '");
    vcl_text_add(out, actors[source].id);
    vcl_text_add(out, "', 'target': '");
    vcl_text_add(out, actors[target].id);
    vcl_text_add(out, "'");
    draw_products(out, chance, habits->listing);
    vcl_text_add(out, happens(chance, habits->idle) ? ", 'status': 'ended'" : "");
    vcl_text_add(out, happens(chance, 10) ? ", 'kind': 'input'" : "");
    vcl_text_add(out, "}}\n");
}

/* The habits of a seed: with and without products, upstream links, idle ones. */
static inline chain_habits habits_of(uint64_t seed)
{
    return (chain_habits){ .listing = (uint32_t)(seed % 4) * 20,
                           .upstream = (uint32_t)(seed / 4 % 3) * 35,
                           .idle = seed / 12 % 2 == 0 ? 0 : 10 };
}

/* A drawing of its own for each seed; the caller releases it. */
static inline vcl_text random_drawing(uint64_t seed)
{
    static const char *const kinds[] = { "farmer", "group", "cooperative", "union", "enterprise" };
    const chain_habits habits = habits_of(seed);
    struct chance chance = { seed };
    drawn_actor actors[MOST_DRAWN];
    uint32_t count = 4 + any_of(&chance, MOST_DRAWN - 4);
    uint32_t links = 2 + any_of(&chance, 3 * count);
    vcl_text drawing = { 0 };

    for (uint32_t i = 0; i < count; i++) {
        /* From farmers to enterprises, a few anywhere. */
        uint32_t kind = happens(&chance, 85) ? i * 5 / count : any_of(&chance, 5);
        actors[i].kind = kinds[kind];
        snprintf(actors[i].id, sizeof actors[i].id, "%c%02u", "fgcue"[kind], (unsigned)i);
        draw_node(&drawing, &chance, &habits, actors + i);
    }
    for (uint32_t i = 0; i < links; i++) {
        draw_link(&drawing, &chance, &habits, actors, count);
    }
    return drawing;
}

static inline vcl_chain *random_chain(uint64_t seed)
{
    vcl_text drawing = random_drawing(seed);
    vcl_chain *chain = chain_of(vcl_text_bytes(&drawing));

    vcl_text_release(&drawing);
    return chain;
}

/* Prints the drawing of a seed, for whoever looks at a failure. */
static inline void print_random_chain(uint64_t seed)
{
    vcl_text drawing = random_drawing(seed);

    print_error("seed %u:\n%s", (unsigned)seed, vcl_text_bytes(&drawing));
    vcl_text_release(&drawing);
}

#endif
