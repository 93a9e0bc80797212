/* Which features of a map are which places. */
#ifndef LOAD_REGIONS_MATCH_H
#define LOAD_REGIONS_MATCH_H

#include "load/geojson.h"
#include "load/places.h"

/* A feature that is a place. */
typedef struct vcl_match {
    uint32_t place;
    uint32_t feature;
} vcl_match;

/* A zeroed one may be released. */
typedef struct vcl_matching {
    uint32_t key; /* by which they are places; VCL_NONE where none is */
    vcl_array matches; /* of vcl_match, by place and feature; those with polygons */
} vcl_matching;

/* One key says for the whole file which places features are: the one by which most places are found,
 * then most features; of equals id, code, place, ma, name, then the first in byte order. Release in
 * any case. O(values log places). VCL_ERROR_MEMORY. */
vcl_status vcl_matching_init(vcl_matching *matching, const vcl_geojson *geojson,
                             const vcl_places *places, vcl_error *err);
void vcl_matching_release(vcl_matching *matching);

/* What the feature says under the key, or NULL. */
const char *vcl_matching_value(const vcl_geojson *geojson, const vcl_feature *feature,
                               uint32_t key);

#endif
