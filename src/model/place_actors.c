/* Actors brought into the order of their ids: where they are, if farmers came in that order, else in a
 * second array. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"
#include "model/building.h"

/* An organisation while farmers move together. */
struct aside {
    vcl_actor actor;
    uint32_t at; /* where its record stands */
};

/* The actor of a name, as the chain has it; households are counted, and farmers who are not
 * active. */
static vcl_actor take_actor(const vcl_builder *builder, uint32_t name)
{
    const vcl_household *households = builder->chain->households.items.items;
    vcl_actor actor = ((const vcl_actor *)builder->naming.actors.items)[name];

    actor.products = builder->moved_sets[actor.products];
    if (actor.place != VCL_NONE) {
        actor.place = builder->moved_places[actor.place];
    }
    if (actor.kind == VCL_FARMER) {
        builder->chain->households_told += households[actor.more].count;
        builder->chain->idle_farmers += actor.status != VCL_ACTIVE ? 1 : 0;
    }
    return actor;
}

static void set_aside(const vcl_placing *placing, struct aside *aside)
{
    const vcl_builder *builder = placing->builder;
    const uint32_t *node_at = builder->naming.node_at.items;
    const uint32_t *organisations = builder->chain->organisations.items;

    for (size_t i = 0; i < builder->chain->organisations.count; i++) {
        uint32_t name = placing->order[organisations[i]];
        aside[i] = (struct aside){ take_actor(builder, name), node_at[name] };
    }
}

/* The organisations that come before all farmers, if the places of so many are not farmers' now: else
 * 0. */
static uint32_t room_in_front(const vcl_placing *placing)
{
    const vcl_array *array = &placing->builder->chain->organisations;
    const uint32_t *organisations = array->items;
    uint32_t front = 0;

    while (front < array->count && organisations[front] == front) {
        front++;
    }
    return front < placing->count && placing->order[front] >= front ? front : 0;
}

/* Moves farmers together behind the first `kept` places; where they end. */
static uint32_t keep_farmers(vcl_builder *builder, uint32_t kept)
{
    vcl_actor *actors = builder->naming.actors.items;
    uint32_t *node_at = builder->naming.node_at.items;

    for (uint32_t name = 0; name < builder->naming.actors.count; name++) {
        if (actors[name].kind == VCL_FARMER) {
            actors[kept] = take_actor(builder, name);
            node_at[kept++] = node_at[name];
        }
    }
    return kept;
}

/* Puts organisations back among the farmers, who are [front, end), from the end: those between two of
 * them move together. */
static void merge(vcl_builder *builder, uint32_t front, uint32_t end, const struct aside *aside)
{
    vcl_actor *actors = builder->naming.actors.items;
    uint32_t *node_at = builder->naming.node_at.items;
    const uint32_t *organisations = builder->chain->organisations.items;

    for (size_t left = builder->chain->organisations.count; left > 0; left--) {
        uint32_t to = organisations[left - 1];
        uint32_t behind = front + to - (uint32_t)(left - 1); /* the next farmer */
        if (behind != to + 1) {
            memmove(actors + to + 1, actors + behind, (end - behind) * sizeof *actors);
            memmove(node_at + to + 1, node_at + behind, (end - behind) * sizeof *node_at);
        }
        actors[to] = aside[left - 1].actor;
        node_at[to] = aside[left - 1].at;
        end = behind;
    }
}

static vcl_status place_in_place(const vcl_placing *placing, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_builder *builder = placing->builder;
    struct aside *aside = NULL;
    uint32_t front = room_in_front(placing);

    TRY(vcl_alloc(&aside, builder->chain->organisations.count, sizeof *aside, err));
    set_aside(placing, aside);
    merge(builder, front, keep_farmers(builder, front), aside);
    builder->chain->actors = vcl_array_take(&builder->naming.actors);
    builder->actor_at = vcl_array_take(&builder->naming.node_at);
done:
    free(aside);
    return status;
}

/* One array is gone before the next comes. */
static vcl_status place_by_copying(const vcl_placing *placing, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_builder *builder = placing->builder;
    vcl_chain *chain = builder->chain;
    const uint32_t *node_at = builder->naming.node_at.items;

    TRY(vcl_alloc(&chain->actors, placing->count, sizeof *chain->actors, err));
    for (uint32_t i = 0; i < placing->count; i++) {
        chain->actors[i] = take_actor(builder, placing->order[i]);
    }
    vcl_array_release(&builder->naming.actors);
    TRY(vcl_alloc(&builder->actor_at, placing->count, sizeof *builder->actor_at, err));
    for (uint32_t i = 0; i < placing->count; i++) {
        builder->actor_at[i] = node_at[placing->order[i]];
    }
done:
    return status;
}

vcl_status vcl_place_actors(const vcl_placing *placing, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(placing->in_order ? place_in_place(placing, err) : place_by_copying(placing, err));
    placing->builder->chain->actor_count = placing->count;
done:
    return status;
}
