/* GeoJSON (RFC 7946) as plain arrays: the polygons of a FeatureCollection, with all that may say
 * which places they are. */
#ifndef LOAD_GEOJSON_H
#define LOAD_GEOJSON_H

#include "base/idmap.h"
#include "model/regions.h"

/* What a feature says under a key. */
typedef struct vcl_geo_value {
    uint32_t key; /* in keys */
    const char *text; /* or an integer in digits */
} vcl_geo_value;

typedef struct vcl_feature {
    uint32_t first; /* in rings */
    uint32_t count; /* 0 for what is no polygon */
    uint32_t first_value; /* in values */
    uint32_t value_count;
} vcl_feature;

/* A zeroed one may be released. */
typedef struct vcl_geojson {
    vcl_array features; /* of vcl_feature */
    vcl_array values; /* of vcl_geo_value, by feature, at most one of a key */
    vcl_array rings; /* of vcl_ring, the closing point left out */
    vcl_array points; /* of vcl_point */
    vcl_idmap keys; /* as users see them: "id" for the feature's own, else "properties.NAME_2" */
    vcl_arena texts;
} vcl_geojson;

/* Reads a file. Release in any case. VCL_ERROR_IO, VCL_ERROR_INPUT, VCL_ERROR_MEMORY. */
vcl_status vcl_geojson_read(vcl_geojson *geojson, const char *path, vcl_error *err);
void vcl_geojson_release(vcl_geojson *geojson);

#endif
