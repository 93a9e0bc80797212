/* Nodes and links wait in a batch to be named; what comes of it is told the rest of the builder. */
#include "base/try.h"
#include "model/building.h"

/* An id that the batch cannot hold is named at once: the numbers of names follow no order. */
static vcl_status take_id(vcl_builder *builder, vcl_slice id, vcl_waiting_id *out, uint8_t *as,
                          vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (id.size > VCL_SHORT_ID) {
        *as = VCL_WAITING_NAME;
        TRY(vcl_idmap_intern(&builder->naming.names, id, &out->name, err));
    } else {
        *as = VCL_WAITING_ID;
        out->id = vcl_short_id_of(id);
    }
done:
    return status;
}

static vcl_waiting *next_waiting(vcl_builder *builder)
{
    return builder->batch.items + builder->batch.count;
}

static vcl_status count_one(vcl_builder *builder, vcl_error *err)
{
    builder->batch.count++;
    return builder->batch.count == VCL_BATCH
               ? vcl_naming_settle(&builder->naming, &builder->batch, err)
               : VCL_OK;
}

vcl_status vcl_builder_wait_node(vcl_builder *builder, vcl_slice id, uint32_t at,
                                 const vcl_actor *actor, bool owns, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_waiting *waiting = next_waiting(builder);

    waiting->is_link = false;
    waiting->owns = owns;
    waiting->at = at;
    waiting->actor = *actor;
    TRY(take_id(builder, id, &waiting->id, &waiting->id_as, err));
    builder->last_id = waiting->id_as == VCL_WAITING_ID ? waiting->id.id : (vcl_short_id){ 0 };
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
    TRY(take_id(builder, source, &waiting->source, &waiting->source_as, err));
    if (waiting->source_as == VCL_WAITING_ID &&
        vcl_short_id_equal(&waiting->source.id, &builder->last_id)) {
        waiting->source_as = VCL_WAITING_LAST_NODE;
    }
    TRY(take_id(builder, target, &waiting->id, &waiting->id_as, err));
    TRY(count_one(builder, err));
done:
    return status;
}

static vcl_status report_repeated(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_naming *naming = &builder->naming;
    const uint32_t *node_at = naming->node_at.items;

    for (size_t i = 0; i < naming->repeated.count; i++) {
        vcl_repeated repeated = ((const vcl_repeated *)naming->repeated.items)[i];
        const char *id = vcl_idmap_name(&naming->names, repeated.name);
        uint32_t previous = vcl_builder_position(builder, node_at[repeated.name]).line;
        TRY(vcl_builder_report_twice(builder, VCL_MSG_DUPLICATE_NODE, vcl_slice_of(id), previous,
                                     VCL_SECTION_NODES, vcl_builder_position(builder, repeated.at),
                                     err));
    }
done:
    return status;
}

vcl_status vcl_builder_settle(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_array *amounts = &builder->chain->amounts;
    const uint32_t *owners = NULL;

    TRY(vcl_naming_settle(&builder->naming, &builder->batch, err));
    owners = builder->naming.owners.items;
    for (size_t i = 0; i < amounts->count; i++) {
        vcl_amount *amount = (vcl_amount *)amounts->items + i;
        amount->actor = owners[amount->actor];
    }
    TRY(report_repeated(builder, err));
    vcl_array_release(&builder->naming.owners);
    vcl_array_release(&builder->naming.repeated);
done:
    return status;
}
