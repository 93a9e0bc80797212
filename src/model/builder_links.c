/* Taking in links. */
#include "base/try.h"
#include "model/building.h"

static vcl_status add_link_products(vcl_builder *builder, const vcl_link_record *record,
                                    uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = builder->chain;
    vcl_mention at = { .at = record->at,
                       .section = record->in_edges ? VCL_SECTION_EDGES : VCL_SECTION_LINKS };

    builder->scratch.count = 0;
    for (size_t i = 0; i < record->product_count; i++) {
        const vcl_link_product *said = record->products + i;
        uint32_t product = 0;
        at.element = said->element;
        at.field = said->element == VCL_NONE ? "product" : "products";
        TRY(vcl_builder_mention(&chain->product_ids, &builder->product_names, said->id, at,
                                &product, err));
        TRY(vcl_array_add(&builder->scratch, &product, err));
    }
    TRY(vcl_sets_intern(&chain->sets, builder->scratch.items, (uint32_t)builder->scratch.count, out,
                        err));
done:
    return status;
}

vcl_status vcl_builder_add_link(vcl_builder *builder, const vcl_link_record *record, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_link link = { .start = record->start,
                      .end = record->end,
                      .kind = record->has_kind ? record->kind : VCL_KIND_UNSTATED,
                      .status = record->status,
                      .contract = record->contract,
                      .volume_kg = record->volume_kg,
                      .delivered_kg = record->delivered_kg,
                      .value = record->value,
                      .at = record->at,
                      .in_edges = record->in_edges };

    TRY(vcl_builder_node_name(builder, record->source, &link.source, err));
    TRY(vcl_builder_node_name(builder, record->target, &link.target, err));
    TRY(add_link_products(builder, record, &link.products, err));
    TRY(vcl_array_add(&builder->links, &link, err));
done:
    return status;
}
