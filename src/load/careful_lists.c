/* The careful reader of products and places. */
#include "base/try.h"
#include "load/careful_parts.h"
#include "load/vocabulary.h"

vcl_status vcl_careful_product(vcl_careful *careful, const vcl_field *field, vcl_position at,
                               vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_product_record product = { .at = at };
    uint64_t errors = 0;

    if (!vcl_careful_begin(field, &errors)) {
        field->reader->diagnostics->unreadable = true;
        return VCL_OK;
    }
    vcl_field_require(field, "id");
    product.id = vcl_field_product_id(vcl_field_at(field, "id"));
    product.name = vcl_field_text(vcl_field_at(field, "name"));
    product.name_en = vcl_field_text(vcl_field_at(field, "name_en"));
    TRY(vcl_diagnostics_status(field->reader->diagnostics, err));
    if (!vcl_careful_is_wrong(field, errors)) {
        TRY(vcl_builder_add_product(careful->builder, &product, err));
    } else if (product.id.size > 0) {
        TRY(vcl_builder_note_product(careful->builder, product.id, at, err));
    }
done:
    return status;
}

static void check_place(vcl_place_record *place, const vcl_field *object)
{
    vcl_field_require(object, "id");
    place->id = vcl_field_id(vcl_field_at(object, "id"));
    place->name = vcl_field_text(vcl_field_at(object, "name"));
    place->name_en = vcl_field_text(vcl_field_at(object, "name_en"));
    place->level = vcl_field_text(vcl_field_at(object, "level"));
    place->parent = vcl_field_id(vcl_field_at(object, "parent"));
    place->latitude = vcl_field_number(vcl_field_at(object, "lat"), VCL_LATITUDES);
    place->longitude = vcl_field_number(vcl_field_at(object, "lon"), VCL_LONGITUDES);
}

vcl_status vcl_careful_place(vcl_careful *careful, const vcl_field *field, vcl_position at,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_place_record place = { .at = at };
    uint64_t errors = 0;

    if (!vcl_careful_begin(field, &errors)) {
        field->reader->diagnostics->unreadable = true;
        return VCL_OK;
    }
    check_place(&place, field);
    TRY(vcl_diagnostics_status(field->reader->diagnostics, err));
    if (!vcl_careful_is_wrong(field, errors)) {
        TRY(vcl_builder_add_place(careful->builder, &place, err));
    } else if (place.id.size > 0) {
        TRY(vcl_builder_note_place(careful->builder, place.id, at, err));
    }
done:
    return status;
}
