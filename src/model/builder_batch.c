/* Nodes and links wait for each other in a batch: looking their ids up in a large map means waiting
 * for memory, which for a batch is done once and not each time. */
#include "base/error.h"
#include "base/try.h"
#include "model/building.h"

/* An id that the batch cannot keep is named at once: the numbers of names follow no order. */
static vcl_status take_id(vcl_builder *builder, vcl_slice id, vcl_waiting_id *out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    out->name = VCL_NONE;
    if (id.size > VCL_SHORT_ID) {
        TRY(vcl_idmap_intern(&builder->names, id, &out->name, err));
    } else {
        out->key = vcl_idmap_key_of(&builder->names, id);
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

    *waiting = (vcl_waiting){ .at = at, .actor = *actor, .id_count = 1 };
    TRY(take_id(builder, id, waiting->ids, err));
    TRY(count_one(builder, err));
done:
    return status;
}

vcl_status vcl_builder_wait_link(vcl_builder *builder, const vcl_slice ends[2], uint32_t terms,
                                 uint32_t at, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_waiting *waiting = next_waiting(builder);

    *waiting = (vcl_waiting){ .at = at, .terms = terms, .id_count = 2 };
    TRY(take_id(builder, ends[0], waiting->ids, err));
    TRY(take_id(builder, ends[1], waiting->ids + 1, err));
    TRY(count_one(builder, err));
done:
    return status;
}

/* Fetches what naming the ids of the batch will read. */
static void fetch(const vcl_builder *builder)
{
    for (uint32_t i = 0; i < builder->batch_count; i++) {
        const vcl_waiting *waiting = builder->batch + i;
        for (uint32_t k = 0; k < waiting->id_count; k++) {
            if (waiting->ids[k].name == VCL_NONE) {
                uint32_t name = vcl_idmap_guess(&builder->names, &waiting->ids[k].key);
                if (waiting->id_count == 1 && name != VCL_NONE) {
                    __builtin_prefetch((const vcl_actor *)builder->actors.items + name);
                    __builtin_prefetch((const uint32_t *)builder->node_at.items + name);
                }
            }
        }
    }
}

/* Gives every name an actor, for now nobody. */
static vcl_status add_nobodies(vcl_builder *builder, vcl_error *err)
{
    static const vcl_actor nobody = { .kind = VCL_NO_ACTOR };
    static const uint32_t nowhere = 0;
    vcl_status status = VCL_OK;

    while (builder->node_at.count < vcl_idmap_count(&builder->names)) {
        if (builder->actors.count == builder->node_at.count) {
            TRY(vcl_array_add(&builder->actors, &nobody, err));
        }
        TRY(vcl_array_add(&builder->node_at, &nowhere, err));
    }
done:
    return status;
}

static vcl_status name_of(vcl_builder *builder, const vcl_waiting_id *id, uint32_t *out,
                          vcl_error *err)
{
    vcl_status status = VCL_OK;

    *out = id->name;
    if (id->name == VCL_NONE) {
        TRY(vcl_idmap_intern_key(&builder->names, &id->key, out, err));
    }
    TRY(add_nobodies(builder, err));
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
    TRY(vcl_array_add(&builder->links, &link, err));
    TRY(vcl_array_add(&builder->link_at, &waiting->at, err));
done:
    return status;
}

vcl_status vcl_builder_settle(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;

    fetch(builder);
    for (uint32_t i = 0; i < builder->batch_count; i++) {
        const vcl_waiting *waiting = builder->batch + i;
        if (waiting->id_count == 1) {
            TRY(settle_node(builder, waiting, err));
        } else {
            TRY(settle_link(builder, waiting, err));
        }
    }
done:
    builder->batch_count = 0;
    return status;
}
