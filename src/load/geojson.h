/* GeoJSON (RFC 7946) as plain arrays: the polygons of a FeatureCollection, with what may say which
 * places they are. */
#ifndef LOAD_GEOJSON_H
#define LOAD_GEOJSON_H

#include "model/regions.h"

/* What may name a place, in the order of trust. */
typedef enum vcl_geo_key {
    VCL_GEO_FEATURE_ID,
    VCL_GEO_ID,
    VCL_GEO_CODE,
    VCL_GEO_PLACE,
    VCL_GEO_MA,
    VCL_GEO_NAME,
    VCL_GEO_KEY_COUNT,
} vcl_geo_key;

typedef struct vcl_feature {
    const char *values[VCL_GEO_KEY_COUNT]; /* texts; integers in digits; NULL where there is none */
    uint32_t first; /* in rings */
    uint32_t count; /* 0 for what is no polygon */
} vcl_feature;

/* A zeroed one may be released. */
typedef struct vcl_geojson {
    vcl_array features; /* of vcl_feature */
    vcl_array rings; /* of vcl_ring, the closing point left out */
    vcl_array points; /* of vcl_point */
    vcl_arena texts;
} vcl_geojson;

/* "properties.code". Static. */
const char *vcl_geojson_key_name(vcl_geo_key key);

/* Reads a file. Release in any case. VCL_ERROR_IO, VCL_ERROR_INPUT, VCL_ERROR_MEMORY. */
vcl_status vcl_geojson_read(vcl_geojson *geojson, const char *path, vcl_error *err);
void vcl_geojson_release(vcl_geojson *geojson);

#endif
