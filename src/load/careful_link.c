/* The careful reader of links. */
#include "base/try.h"
#include "load/careful_parts.h"
#include "load/vocabulary.h"

static void check_words(vcl_link_record *link, const vcl_field *object)
{
    uint8_t kind = vcl_field_word(vcl_field_at(object, "kind"), &VCL_LINK_KINDS, VCL_NO_WORD);
    uint8_t contract =
        vcl_field_word(vcl_field_at(object, "contract"), &VCL_LINK_CONTRACTS, VCL_NO_WORD);

    link->has_kind = kind != VCL_NO_WORD;
    link->kind = link->has_kind ? kind : 0;
    link->contract = contract == VCL_NO_WORD ? VCL_CONTRACT_UNKNOWN : (uint8_t)(contract + 1);
    link->status =
        vcl_field_word(vcl_field_at(object, "status"), &VCL_LINK_STATUSES, VCL_LINK_ACTIVE);
}

static void check_link(vcl_careful *careful, vcl_link_record *link, const vcl_field *object)
{
    vcl_field_require(object, "source");
    link->source = vcl_field_id(vcl_field_at(object, "source"));
    vcl_field_require(object, "target");
    link->target = vcl_field_id(vcl_field_at(object, "target"));
    check_words(link, object);
    vcl_careful_link_products(careful, object);
    link->products = careful->link_products.items;
    link->product_count = careful->link_products.count;
    link->volume_kg = vcl_field_number(vcl_field_at(object, "volume_kg"), VCL_AMOUNTS);
    link->delivered_kg = vcl_field_number(vcl_field_at(object, "delivered_kg"), VCL_AMOUNTS);
    link->value = vcl_field_number(vcl_field_at(object, "value"), VCL_AMOUNTS);
    link->start = vcl_field_date(vcl_field_at(object, "start"));
    link->end = vcl_field_date(vcl_field_at(object, "end"));
}

vcl_status vcl_careful_link(vcl_careful *careful, const vcl_field *field, vcl_position at,
                            bool in_edges, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_link_record link = { .at = at, .in_edges = in_edges };
    uint64_t errors = 0;

    if (!vcl_careful_begin(field, &errors)) {
        return VCL_OK;
    }
    check_link(careful, &link, field);
    TRY(vcl_diagnostics_status(field->reader->diagnostics, err));
    if (!vcl_careful_is_wrong(field, errors)) {
        TRY(vcl_builder_add_link(careful->builder, &link, err));
    }
done:
    return status;
}
