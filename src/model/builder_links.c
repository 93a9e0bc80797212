/* Taking in links. */
#include <math.h>

#include "base/try.h"
#include "model/building.h"

static vcl_status add_link_products(vcl_builder *builder, const vcl_link_record *record,
                                    uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = builder->chain;
    vcl_mention at = { .at = record->at,
                       .section = record->in_edges ? VCL_SECTION_EDGES : VCL_SECTION_LINKS };

    *out = 0; /* of none */
    if (record->product_count == 0) {
        return VCL_OK;
    }
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

/* Terms are told apart by their bytes: one NaN, one zero. */
static double one_form(double amount)
{
    return isnan(amount) ? (double)NAN : amount + 0.0;
}

static vcl_status number_terms(vcl_builder *builder, const vcl_link_record *record, uint32_t *out,
                               vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_terms terms = { .start = record->start,
                        .end = record->end,
                        .kind = record->has_kind ? record->kind : VCL_KIND_UNSTATED,
                        .status = record->status,
                        .contract = record->contract,
                        .volume_kg = one_form(record->volume_kg),
                        .delivered_kg = one_form(record->delivered_kg),
                        .value = one_form(record->value) };

    TRY(add_link_products(builder, record, &terms.products, err));
    TRY(vcl_interns_number(&builder->terms, &terms, out, err));
done:
    return status;
}

/* Where the number of a link's terms is kept, counted from 1; NULL if it says more than words. */
static uint32_t *kept_terms(vcl_builder *builder, const vcl_link_record *record)
{
    bool is_plain = record->product_count == 0 && record->start == VCL_NO_DATE &&
                    record->end == VCL_NO_DATE && isnan(record->volume_kg) &&
                    isnan(record->delivered_kg) && isnan(record->value);
    size_t kind = record->has_kind ? 1 + (size_t)record->kind : 0;

    return is_plain ? &builder->plain_terms[kind][record->status][record->contract] : NULL;
}

/* Terms of words alone, as most links have, are looked up once. */
static vcl_status terms_of(vcl_builder *builder, const vcl_link_record *record, uint32_t *out,
                           vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *kept = kept_terms(builder, record);

    if (kept != NULL && *kept > 0) {
        *out = *kept - 1;
        return VCL_OK;
    }
    TRY(number_terms(builder, record, out, err));
    if (kept != NULL) {
        *kept = *out + 1;
    }
done:
    return status;
}

vcl_status vcl_builder_add_link(vcl_builder *builder, const vcl_link_record *record, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t terms = 0;
    uint32_t at = 0;

    TRY(terms_of(builder, record, &terms, err));
    TRY(vcl_builder_note_position(builder, record->at, record->in_edges, &at, err));
    TRY(vcl_builder_wait_link(builder, record->source, record->target, terms, at, err));
done:
    return status;
}
