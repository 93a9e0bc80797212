/* The quick reader of products and places. */
#include <math.h>

#include "load/quick_parts.h"
#include "load/vocabulary.h"

#define PRODUCT(member) offsetof(vcl_product_record, member)
#define PLACE(member) offsetof(vcl_place_record, member)

static const vcl_quick_field product_fields[] = {
    { "id", vcl_quick_read_product_id, PRODUCT(id), NULL, NULL },
    { "name", vcl_quick_read_text, PRODUCT(name), NULL, NULL },
    { "name_en", vcl_quick_read_text, PRODUCT(name_en), NULL, NULL },
};

const vcl_quick_shape VCL_QUICK_PRODUCT = { product_fields,
                                            sizeof product_fields / sizeof product_fields[0],
                                            vcl_quick_pass_value };

static const vcl_quick_field place_fields[] = {
    { "id", vcl_quick_read_id, PLACE(id), NULL, NULL },
    { "name", vcl_quick_read_text, PLACE(name), NULL, NULL },
    { "name_en", vcl_quick_read_text, PLACE(name_en), NULL, NULL },
    { "level", vcl_quick_read_text, PLACE(level), NULL, NULL },
    { "parent", vcl_quick_read_id, PLACE(parent), NULL, NULL },
    { "lat", vcl_quick_read_number, PLACE(latitude), NULL, &VCL_LATITUDES },
    { "lon", vcl_quick_read_number, PLACE(longitude), NULL, &VCL_LONGITUDES },
};

const vcl_quick_shape VCL_QUICK_PLACE = { place_fields,
                                          sizeof place_fields / sizeof place_fields[0],
                                          vcl_quick_pass_value };

const char *vcl_quick_product(vcl_quick *quick, const char *at)
{
    quick->product = (vcl_product_record){ 0 };
    at = vcl_quick_object(quick, &quick->product_habit, at, &quick->product);
    return quick->product.id.size > 0 ? at : NULL;
}

const char *vcl_quick_place(vcl_quick *quick, const char *at)
{
    quick->place = (vcl_place_record){ .latitude = (double)NAN, .longitude = (double)NAN };
    at = vcl_quick_object(quick, &quick->place_habit, at, &quick->place);
    return quick->place.id.size > 0 ? at : NULL;
}
