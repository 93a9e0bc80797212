/* Nodes and links wait in a batch to be named; what comes of it is told the rest of the builder. */
#include "base/try.h"
#include "model/building.h"

/* Notes an id that the batch has no place for. */
static void wait_long(vcl_batch *batch, vcl_slice id, vcl_waiting_id *out, uint8_t *as)
{
    *as = VCL_WAITING_LONG;
    out->text.begin = batch->long_ids.size;
    out->text.size = id.size;
    vcl_text_add_slice(&batch->long_ids, id);
}

static vcl_status count_one(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_batch *batch = builder->batch;

    batch->count++;
    if (batch->count == VCL_BATCH || batch->long_ids.size >= VCL_BATCH_LONG_IDS) {
        TRY(vcl_namer_take(builder->namer, builder->threads > 1, err));
        builder->batch = vcl_namer_batch(builder->namer);
    }
done:
    return status;
}

vcl_status vcl_builder_wait_node(vcl_builder *builder, vcl_slice id, uint32_t at, bool owns,
                                 vcl_error *err)
{
    vcl_waiting *waiting = vcl_builder_waiting(builder);

    waiting->is_link = false;
    waiting->owns = owns;
    waiting->at = at;
    builder->last_id = (vcl_short_id){ 0 };
    if (id.size > VCL_SHORT_ID) {
        wait_long(builder->batch, id, &waiting->id, &waiting->id_as);
    } else {
        vcl_short_id own = vcl_short_id_of(id);
        waiting->id_as = VCL_WAITING_ID;
        waiting->id.id = own;
        builder->last_id = own;
    }
    return count_one(builder, err);
}

vcl_status vcl_builder_wait_link(vcl_builder *builder, vcl_slice source, vcl_slice target,
                                 uint32_t terms, uint32_t at, vcl_error *err)
{
    vcl_waiting *waiting = vcl_builder_waiting(builder);

    waiting->is_link = true;
    waiting->at = at;
    waiting->terms = terms;
    if (source.size > VCL_SHORT_ID) {
        wait_long(builder->batch, source, &waiting->source, &waiting->source_as);
    } else {
        vcl_short_id own = vcl_short_id_of(source);
        waiting->source_as =
            vcl_short_id_equal(&own, &builder->last_id) ? VCL_WAITING_LAST_NODE : VCL_WAITING_ID;
        waiting->source.id = own;
    }
    if (target.size > VCL_SHORT_ID) {
        wait_long(builder->batch, target, &waiting->id, &waiting->id_as);
    } else {
        waiting->id_as = VCL_WAITING_ID;
        waiting->id.id = vcl_short_id_of(target);
    }
    return count_one(builder, err);
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

    TRY(vcl_namer_finish(builder->namer, err));
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
