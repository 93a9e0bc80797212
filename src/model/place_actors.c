/* Actors brought into the order of their ids: where they are, if farmers came in that order, else in a
 * second array. */
#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"
#include "model/building.h"

/* An organisation while farmers move together. */
struct aside {
    vcl_actor actor;
    uint32_t at; /* where its record stands */
};

/* Do all names bear actors, and farmers names that grow in the order of their ids? */
static bool came_in_order(const vcl_builder *builder, const uint32_t *order, uint32_t count)
{
    const vcl_actor *actors = builder->naming.actors.items;
    uint32_t last = 0;

    if (count == 0 || count != builder->naming.actors.count) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (actors[order[i]].kind == VCL_FARMER) {
            if (order[i] < last) {
                return false;
            }
            last = order[i];
        }
    }
    return true;
}

static void set_aside(const vcl_builder *builder, const uint32_t *order, struct aside *aside)
{
    const vcl_actor *actors = builder->naming.actors.items;
    const uint32_t *node_at = builder->naming.node_at.items;
    const uint32_t *organisations = builder->chain->organisations.items;

    for (size_t i = 0; i < builder->chain->organisations.count; i++) {
        uint32_t name = order[organisations[i]];
        aside[i] = (struct aside){ actors[name], node_at[name] };
    }
}

/* Moves farmers together. */
static uint32_t keep_farmers(vcl_builder *builder)
{
    vcl_actor *actors = builder->naming.actors.items;
    uint32_t *node_at = builder->naming.node_at.items;
    uint32_t kept = 0;

    for (uint32_t name = 0; name < builder->naming.actors.count; name++) {
        if (actors[name].kind == VCL_FARMER) {
            actors[kept] = actors[name];
            node_at[kept++] = node_at[name];
        }
    }
    return kept;
}

/* Puts organisations back among the farmers, of whom there are `kept`, from the end. */
static void merge(vcl_builder *builder, uint32_t kept, const struct aside *aside)
{
    vcl_actor *actors = builder->naming.actors.items;
    uint32_t *node_at = builder->naming.node_at.items;
    const uint32_t *organisations = builder->chain->organisations.items;
    size_t left = builder->chain->organisations.count;

    while (left > 0) {
        uint32_t to = kept + (uint32_t)left - 1;
        if (organisations[left - 1] == to) {
            left--;
            actors[to] = aside[left].actor;
            node_at[to] = aside[left].at;
        } else {
            kept--;
            actors[to] = actors[kept];
            node_at[to] = node_at[kept];
        }
    }
}

static vcl_status place_in_place(vcl_builder *builder, const uint32_t *order, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct aside *aside = NULL;

    TRY(vcl_alloc(&aside, builder->chain->organisations.count, sizeof *aside, err));
    set_aside(builder, order, aside);
    merge(builder, keep_farmers(builder), aside);
    builder->chain->actors = vcl_array_take(&builder->naming.actors);
    builder->actor_at = vcl_array_take(&builder->naming.node_at);
done:
    free(aside);
    return status;
}

/* One array is gone before the next comes. */
static vcl_status place_by_copying(vcl_builder *builder, const uint32_t *order, uint32_t count,
                                   vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = builder->chain;
    const vcl_actor *actors = builder->naming.actors.items;
    const uint32_t *node_at = builder->naming.node_at.items;

    TRY(vcl_alloc(&chain->actors, count, sizeof *chain->actors, err));
    for (uint32_t i = 0; i < count; i++) {
        chain->actors[i] = actors[order[i]];
    }
    vcl_array_release(&builder->naming.actors);
    TRY(vcl_alloc(&builder->actor_at, count, sizeof *builder->actor_at, err));
    for (uint32_t i = 0; i < count; i++) {
        builder->actor_at[i] = node_at[order[i]];
    }
done:
    return status;
}

vcl_status vcl_place_actors(vcl_builder *builder, const uint32_t *order, uint32_t count,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(came_in_order(builder, order, count) ? place_in_place(builder, order, err)
                                             : place_by_copying(builder, order, count, err));
    builder->chain->actor_count = count;
done:
    return status;
}
