/* Reading a chain: counts, names, finding an actor. */
#include "model/chain.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void vcl_chain_free(vcl_chain *chain)
{
    if (chain == NULL) {
        return;
    }
    free(chain->actors);
    free(chain->links);
    free(chain->terms);
    free(chain->links_in);
    free(chain->out_start);
    free(chain->in_start);
    free(chain->out_of);
    free(chain->in_of);
    free(chain->products);
    free(chain->places);
    vcl_array_release(&chain->organisations);
    vcl_array_release(&chain->facts);
    vcl_array_release(&chain->amounts);
    vcl_sets_release(&chain->sets);
    vcl_ids_release(&chain->ids);
    vcl_interns_release(&chain->households);
    vcl_idmap_release(&chain->product_ids);
    vcl_idmap_release(&chain->place_ids);
    vcl_idmap_release(&chain->sectors);
    vcl_arena_release(&chain->texts);
    free(chain);
}

const char *vcl_chain_name(const vcl_chain *chain)
{
    return chain->name;
}

const char *vcl_chain_as_of(const vcl_chain *chain)
{
    return chain->as_of == VCL_NO_DATE ? NULL : chain->as_of_text;
}

const char *vcl_chain_currency(const vcl_chain *chain)
{
    return chain->currency;
}

const char *vcl_chain_source(const vcl_chain *chain)
{
    return chain->source;
}

size_t vcl_chain_actor_count(const vcl_chain *chain)
{
    return chain->actor_count;
}

size_t vcl_chain_link_count(const vcl_chain *chain)
{
    return chain->link_count;
}

size_t vcl_chain_product_count(const vcl_chain *chain)
{
    return chain->product_count;
}

size_t vcl_chain_place_count(const vcl_chain *chain)
{
    return chain->place_count;
}

const char *vcl_chain_actor_id(const vcl_chain *chain, size_t index)
{
    assert(index < chain->actor_count);
    return vcl_actor_id(chain, (uint32_t)index);
}

const char *vcl_chain_actor_name(const vcl_chain *chain, size_t index)
{
    assert(index < chain->actor_count);
    return vcl_actor_name(chain, (uint32_t)index);
}

vcl_kind vcl_chain_actor_kind(const vcl_chain *chain, size_t index)
{
    assert(index < chain->actor_count);
    return (vcl_kind)chain->actors[index].kind;
}

static uint32_t source_at(const vcl_chain *chain, uint32_t position)
{
    return chain->links[position].source;
}

static uint32_t target_at(const vcl_chain *chain, uint32_t position)
{
    return chain->links[chain->links_in[position]].target;
}

/* The first position in [low, high) of which an end is not below `actor`. */
static uint32_t first_at(const vcl_chain *chain, uint32_t (*end_at)(const vcl_chain *, uint32_t),
                         uint32_t low, uint32_t high, uint32_t actor)
{
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (end_at(chain, middle) < actor) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

vcl_span vcl_links_out_sought(const vcl_chain *chain, uint32_t actor)
{
    const uint32_t *start = chain->out_start + actor / VCL_LINKS_STEP;
    uint32_t first = first_at(chain, source_at, start[0], start[1], actor);

    return (vcl_span){ first, first_at(chain, source_at, first, start[1], actor + 1) };
}

vcl_span vcl_links_out(const vcl_chain *chain, uint32_t actor)
{
    const vcl_actor *record = chain->actors + actor;

    return record->kind == VCL_FARMER ? vcl_links_out_sought(chain, actor)
                                      : chain->out_of[record->more];
}

vcl_span vcl_links_in(const vcl_chain *chain, uint32_t actor)
{
    const vcl_actor *record = chain->actors + actor;

    if (record->kind != VCL_FARMER) {
        return chain->in_of[record->more];
    }
    const uint32_t *start = chain->in_start + actor / VCL_LINKS_STEP;
    uint32_t first = first_at(chain, target_at, start[0], start[1], actor);

    return (vcl_span){ first, first_at(chain, target_at, first, start[1], actor + 1) };
}

const char *vcl_actor_id(const vcl_chain *chain, uint32_t actor)
{
    return vcl_ids_at(&chain->ids, actor);
}

const vcl_facts *vcl_actor_facts(const vcl_chain *chain, uint32_t actor)
{
    const vcl_facts *facts = chain->facts.items;

    return chain->actors[actor].kind == VCL_FARMER ? NULL : facts + chain->actors[actor].more;
}

const char *vcl_actor_name(const vcl_chain *chain, uint32_t actor)
{
    const vcl_facts *facts = vcl_actor_facts(chain, actor);

    return facts == NULL ? NULL : facts->name;
}

uint32_t vcl_actor_members(const vcl_chain *chain, uint32_t actor)
{
    const vcl_facts *facts = vcl_actor_facts(chain, actor);

    return facts == NULL ? VCL_NONE : facts->members;
}

const vcl_amount *vcl_chain_amount(const vcl_chain *chain, uint32_t actor, uint32_t product)
{
    const vcl_amount *amounts = chain->amounts.items;
    size_t low = 0;
    size_t high = chain->amounts.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const vcl_amount *there = amounts + middle;
        if (there->actor < actor || (there->actor == actor && there->product < product)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == chain->amounts.count || amounts[low].actor != actor ||
        amounts[low].product != product) {
        return NULL;
    }
    return amounts + low;
}

const char *vcl_kind_word(vcl_kind kind)
{
    static const char *const words[] = { "farmer", "group", "cooperative", "union", "enterprise" };

    return words[kind];
}
