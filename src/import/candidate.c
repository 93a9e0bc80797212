/* What a row says of whom it lists. */
#include "import/candidate.h"

#include "base/try.h"
#include "names/legal.h"
#include "names/name.h"

static void set_kind(vcl_identity_candidate *own, const char *kind, unsigned rank)
{
    if (kind != NULL && rank > own->rank) {
        own->kind = kind;
        own->rank = rank;
    }
}

vcl_status vcl_candidate_read(vcl_draft *draft, const vcl_gazetteer *gazetteer, uint32_t row,
                              vcl_text *scratch, vcl_identity_candidate *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_register kind = vcl_draft_register(draft, row);
    const vcl_identity_fields *fields = vcl_identity_fields_of(kind);
    const vcl_entry *cell = vcl_draft_entry(draft, row, fields->kind);

    *out = (vcl_identity_candidate){ .row = row,
                                     .id = vcl_draft_text(draft, row, fields->id),
                                     .tax_code = vcl_draft_text(draft, row, fields->tax_code),
                                     .name = vcl_draft_text(draft, row, fields->name),
                                     .place = vcl_gazetteer_row(gazetteer, row) };
    vcl_text_clear(scratch);
    vcl_name_key(scratch, out->name);
    TRY(vcl_text_status(scratch, err));
    out->key.size = scratch->size;
    TRY(vcl_draft_keep(draft, (vcl_slice){ vcl_text_bytes(scratch), scratch->size },
                       &out->key.bytes, err));
    out->legal = vcl_legal_kind(out->key);
    if (kind == VCL_REGISTER_ENTERPRISES) {
        set_kind(out, "enterprise", VCL_RANK_LIST);
        return VCL_OK;
    }
    set_kind(out, cell != NULL ? cell->word : NULL, VCL_RANK_CELL);
    if (kind == VCL_REGISTER_ORGANISATIONS ||
        (out->legal != NULL && vcl_legal_is_organisation(out->legal))) {
        set_kind(out, out->legal, VCL_RANK_NAME);
    }
    set_kind(out, vcl_draft_source(draft, row)->kind_word, VCL_RANK_WORD);
    set_kind(out, kind == VCL_REGISTER_MEMBERS ? "farmer" : NULL, VCL_RANK_LIST);
done:
    return status;
}
