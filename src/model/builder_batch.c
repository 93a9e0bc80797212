/* Nodes and links wait for each other in a batch: looking their ids up in a large map means waiting
 * for memory, which for a batch is done once and not each time. */
#include <string.h>

#include "base/error.h"
#include "base/try.h"
#include "model/building.h"

/* The source of a link is often the node whose record came last. */
static bool is_of_last_node(const vcl_builder *builder, vcl_slice id)
{
    return id.size == builder->last_id_size && memcmp(id.bytes, builder->last_id, id.size) == 0;
}

/* An id that the batch cannot keep is named at once: the numbers of names follow no order. */
static vcl_status take_id(vcl_builder *builder, vcl_slice id, vcl_waiting_id *out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    out->name = VCL_NONE;
    out->is_last = false;
    if (id.size > VCL_SHORT_ID) {
        TRY(vcl_idmap_intern(&builder->names, id, &out->name, err));
    } else {
        vcl_idmap_key_of(&builder->names, id, &out->key);
    }
done:
    return status;
}

static vcl_waiting *next_waiting(vcl_builder *builder)
{
    return builder->batch + builder->batch_count;
}

static vcl_status count_one(vcl_builder *builder, vcl_error *err)
{
    builder->batch_count++;
    return builder->batch_count == VCL_BATCH ? vcl_builder_settle(builder, err) : VCL_OK;
}

vcl_status vcl_builder_wait_node(vcl_builder *builder, vcl_slice id, uint32_t at,
                                 const vcl_actor *actor, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_waiting *waiting = next_waiting(builder);

    waiting->is_link = false;
    waiting->at = at;
    waiting->actor = *actor;
    TRY(take_id(builder, id, waiting->ids, err));
    builder->last_id_size = id.size <= VCL_SHORT_ID ? id.size : 0;
    if (builder->last_id_size > 0) {
        memcpy(builder->last_id, id.bytes, builder->last_id_size);
    }
    TRY(count_one(builder, err));
done:
    return status;
}

vcl_status vcl_builder_wait_link(vcl_builder *builder, vcl_slice source, vcl_slice target,
                                 uint32_t terms, uint32_t at, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_waiting *waiting = next_waiting(builder);

    waiting->is_link = true;
    waiting->at = at;
    waiting->terms = terms;
    if (is_of_last_node(builder, source)) {
        waiting->ids[0].is_last = true;
    } else {
        TRY(take_id(builder, source, waiting->ids, err));
    }
    TRY(take_id(builder, target, waiting->ids + 1, err));
    TRY(count_one(builder, err));
done:
    return status;
}

/* Fetches what naming an id will read. */
static uint32_t fetch_id(const vcl_builder *builder, const vcl_waiting_id *id)
{
    if (id->is_last || id->name != VCL_NONE) {
        return VCL_NONE;
    }
    return vcl_idmap_guess(&builder->names, &id->key);
}

static void fetch(const vcl_builder *builder)
{
    for (uint32_t i = 0; i < builder->batch_count; i++) {
        const vcl_waiting *waiting = builder->batch + i;
        uint32_t name = fetch_id(builder, waiting->ids);
        if (waiting->is_link) {
            fetch_id(builder, waiting->ids + 1);
        } else if (name != VCL_NONE) {
            __builtin_prefetch((const vcl_actor *)builder->actors.items + name);
            __builtin_prefetch((const uint32_t *)builder->node_at.items + name);
        }
    }
}

/* Makes room for all that a batch may bring. */
static vcl_status make_room(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t names = (size_t)vcl_idmap_count(&builder->names) + 2 * VCL_BATCH;

    TRY(vcl_array_make_room(&builder->actors, names - builder->actors.count, err));
    TRY(vcl_array_make_room(&builder->node_at, names - builder->node_at.count, err));
    TRY(vcl_array_make_room(&builder->links, VCL_BATCH, err));
    TRY(vcl_array_make_room(&builder->link_at, VCL_BATCH, err));
done:
    return status;
}

/* Every name has an actor, nobody at first. There is room for it. */
static void add_nobodies(vcl_builder *builder)
{
    vcl_actor *actors = builder->actors.items;
    uint32_t *node_at = builder->node_at.items;

    for (; builder->actors.count < vcl_idmap_count(&builder->names); builder->actors.count++) {
        actors[builder->actors.count] = (vcl_actor){ .place = VCL_NONE, .kind = VCL_NO_ACTOR };
        node_at[builder->actors.count] = 0;
    }
    builder->node_at.count = builder->actors.count;
}

static vcl_status name_of(vcl_builder *builder, const vcl_waiting_id *id, uint32_t *out,
                          vcl_error *err)
{
    vcl_status status = VCL_OK;

    *out = id->is_last ? builder->last_node : id->name;
    if (*out == VCL_NONE) {
        TRY(vcl_idmap_intern_key(&builder->names, &id->key, out, err));
    }
    add_nobodies(builder);
done:
    return status;
}

/* Notes where a node stands; reports it if one of that name stands elsewhere. */
static vcl_status place_node(vcl_builder *builder, uint32_t name, uint32_t at, vcl_error *err)
{
    uint32_t *node_at = (uint32_t *)builder->node_at.items + name;
    const char *id = NULL;

    if (*node_at == 0) {
        *node_at = at;
        return VCL_OK;
    }
    id = vcl_idmap_name(&builder->names, name);
    return vcl_builder_report_twice(builder, VCL_MSG_DUPLICATE_NODE, vcl_slice_of(id),
                                    vcl_builder_position(builder, *node_at).line, VCL_SECTION_NODES,
                                    vcl_builder_position(builder, at), err);
}

static vcl_status settle_node(vcl_builder *builder, const vcl_waiting *waiting, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(name_of(builder, waiting->ids, &builder->last_node, err));
    TRY(place_node(builder, builder->last_node, waiting->at, err));
    ((vcl_actor *)builder->actors.items)[builder->last_node] = waiting->actor;
done:
    return status;
}

static vcl_status settle_link(vcl_builder *builder, const vcl_waiting *waiting, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_link link = { .terms = waiting->terms };

    TRY(name_of(builder, waiting->ids, &link.source, err));
    TRY(name_of(builder, waiting->ids + 1, &link.target, err));
    ((vcl_link *)builder->links.items)[builder->links.count++] = link;
    ((uint32_t *)builder->link_at.items)[builder->link_at.count++] = waiting->at;
done:
    return status;
}

vcl_status vcl_builder_settle(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(make_room(builder, err));
    fetch(builder);
    for (uint32_t i = 0; i < builder->batch_count; i++) {
        const vcl_waiting *waiting = builder->batch + i;
        TRY(waiting->is_link ? settle_link(builder, waiting, err)
                             : settle_node(builder, waiting, err));
    }
done:
    builder->batch_count = 0;
    return status;
}
