/* A chain drawn once more: backward, under other names, every household a record of its own, or its
 * implied members spelled out. Only what random chains have: no places, dates or volumes. */
#ifndef ANALYSIS_REDRAWN_H
#define ANALYSIS_REDRAWN_H

#include <stdio.h>

#include "model/state.h"
#include "support/chain.h"

struct redrawing {
    bool backward;
    bool renamed; /* in the opposite order */
    bool split; /* a record of n households becomes n records */
    bool spelled; /* implied members become a farmer's record */
};

/* The id of an actor when it is redrawn. */
static inline const char *redrawn_id(const vcl_chain *chain, uint32_t actor, bool renamed,
                                     char buffer[16])
{
    if (!renamed) {
        return vcl_actor_id(chain, actor);
    }
    snprintf(buffer, 16, "n%03u", (unsigned)(999 - actor));
    return buffer;
}

static inline void redraw_id(vcl_text *out, const char *before, const char *id, uint32_t copy)
{
    vcl_text_add(out, before);
    vcl_text_add(out, id);
    if (copy > 0) {
        vcl_text_add_byte(out, '.');
        vcl_text_add_integer(out, copy);
    }
    vcl_text_add_byte(out, '\'');
}

static inline void redraw_products(vcl_text *out, const vcl_chain *chain, uint32_t set)
{
    vcl_set products = vcl_sets_at(&chain->sets, set);

    vcl_text_add(out, ", 'products': [");
    for (uint32_t i = 0; i < products.count; i++) {
        redraw_id(out, i == 0 ? "'" : ", '", chain->products[products.items[i]].id, 0);
    }
    vcl_text_add_byte(out, ']');
}

static inline void redraw_number(vcl_text *out, const char *field, uint32_t number)
{
    vcl_text_add(out, field);
    vcl_text_add_integer(out, number);
}

static inline void redraw_facts(vcl_text *out, const vcl_chain *chain, uint32_t number)
{
    static const char *const statuses[] = { "active", "suspended", "dissolved" };
    const vcl_actor *actor = chain->actors + number;
    const vcl_facts *facts = vcl_actor_facts(chain, number);

    redraw_id(out, ", 'status': '", statuses[actor->status], 0);
    redraw_products(out, chain, actor->products);
    if (actor->kind != VCL_ENTERPRISE) {
        vcl_text_add(out, actor->sells ? ", 'sells': true" : ", 'sells': false");
    }
    if (facts != NULL && facts->buyer != VCL_UNSTATED) {
        vcl_text_add(out, actor->buyer ? ", 'buyer': true" : ", 'buyer': false");
    }
    if (vcl_actor_members(chain, number) != VCL_NONE) {
        redraw_number(out, ", 'members': ", vcl_actor_members(chain, number));
    }
}

/* How many records an actor becomes; 0 stands for one under its own name. */
static inline uint32_t copies_of(const vcl_chain *chain, uint32_t actor, bool split)
{
    return split && chain->actors[actor].kind == VCL_FARMER ? vcl_actor_count(chain, actor) : 0;
}

static inline void redraw_actor(vcl_text *out, const vcl_chain *chain, uint32_t number,
                                const struct redrawing *how)
{
    const vcl_actor *actor = chain->actors + number;
    uint32_t copies = copies_of(chain, number, how->split);
    char buffer[16];

    for (uint32_t copy = copies > 0 ? 1 : 0; copy <= copies; copy++) {
        redraw_id(out, "{'node': {'id': '", redrawn_id(chain, number, how->renamed, buffer), copy);
        redraw_id(out, ", 'kind': '", vcl_kind_word((vcl_kind)actor->kind), 0);
        redraw_facts(out, chain, number);
        if (actor->kind == VCL_FARMER && copy == 0) {
            redraw_number(out, ", 'count': ", vcl_actor_count(chain, number));
        }
        vcl_text_add(out, "}}\n");
    }
}

/* One record of a link between a copy of either end. */
static inline void redraw_copy(vcl_text *out, const vcl_chain *chain, const vcl_link *link,
                               const struct redrawing *how, uint32_t from, uint32_t to)
{
    static const char *const kinds[] = { "membership", "supply", "input" };
    static const char *const statuses[] = { "active", "ended", "breached" };
    char buffer[16];

    redraw_id(out, "{'link': {'source': '", redrawn_id(chain, link->source, how->renamed, buffer),
              from);
    redraw_id(out, ", 'target': '", redrawn_id(chain, link->target, how->renamed, buffer), to);
    redraw_id(out, ", 'kind': '", kinds[vcl_link_terms(chain, link)->kind], 0);
    redraw_id(out, ", 'status': '", statuses[vcl_link_terms(chain, link)->status], 0);
    redraw_products(out, chain, vcl_link_terms(chain, link)->products);
    vcl_text_add(out, "}}\n");
}

static inline void redraw_link(vcl_text *out, const vcl_chain *chain, uint32_t number,
                               const struct redrawing *how)
{
    const vcl_link *link = chain->links + number;
    uint32_t sources = copies_of(chain, link->source, how->split);
    uint32_t targets = copies_of(chain, link->target, how->split);

    for (uint32_t from = sources > 0 ? 1 : 0; from <= sources; from++) {
        for (uint32_t to = targets > 0 ? 1 : 0; to <= targets; to++) {
            redraw_copy(out, chain, link, how, from, to);
        }
    }
}

static inline void spell_out(vcl_text *out, const vcl_chain *chain)
{
    static const char *const statuses[] = { "active", "suspended", "dissolved" };
    vcl_state state;

    assert_int_equal(vcl_state_init(&state, chain, chain->as_of, NULL, 0, 2, NULL), VCL_OK);
    for (uint32_t i = 0; i < chain->actor_count; i++) {
        const vcl_actor *actor = chain->actors + i;
        if (state.implied[i] == 0) {
            continue;
        }
        redraw_id(out, "{'node': {'kind': 'farmer', 'id': 'members of ", vcl_actor_id(chain, i), 0);
        redraw_number(out, ", 'count': ", state.implied[i]);
        redraw_id(out, ", 'status': '", statuses[actor->status], 0);
        redraw_products(out, chain, actor->products);
        redraw_id(out, "}}\n{'link': {'source': 'members of ", vcl_actor_id(chain, i), 0);
        redraw_id(out, ", 'target': '", vcl_actor_id(chain, i), 0);
        vcl_text_add(out, "}}\n");
    }
    vcl_state_release(&state);
}

/* The chain of the new drawing, for the caller to free. */
static inline vcl_chain *redraw(const vcl_chain *chain, struct redrawing how)
{
    vcl_text drawing = { 0 };

    for (uint32_t i = 0; i < chain->link_count; i++) {
        redraw_link(&drawing, chain, how.backward ? chain->link_count - 1 - i : i, &how);
    }
    for (uint32_t i = 0; i < chain->actor_count; i++) {
        redraw_actor(&drawing, chain, how.backward ? chain->actor_count - 1 - i : i, &how);
    }
    if (how.spelled) {
        spell_out(&drawing, chain);
    }
    for (uint32_t i = 0; i < chain->product_count; i++) {
        redraw_id(&drawing, "{'product': {'id': '", chain->products[i].id, 0);
        vcl_text_add(&drawing, "}}\n");
    }
    vcl_chain *redrawn = chain_of(vcl_text_bytes(&drawing));
    vcl_text_release(&drawing);
    return redrawn;
}

#endif
