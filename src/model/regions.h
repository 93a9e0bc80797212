/* Outlines of places, to draw a map: polygons of longitudes and latitudes in plain arrays. */
#ifndef MODEL_REGIONS_H
#define MODEL_REGIONS_H

#include <stdint.h>

#include <vclink/regions.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/outline.h"

enum { VCL_REGIONS_EXAMPLES = 3 };

typedef struct vcl_point {
    double longitude; /* degrees, east positive */
    double latitude; /* degrees, north positive */
} vcl_point;

/* A place is what lies within an odd number of its rings: islands and holes need no mark. */
typedef struct vcl_region {
    const char *place; /* its id */
    uint32_t first; /* in rings */
    uint32_t count;
} vcl_region;

struct vcl_regions {
    vcl_array regions; /* of vcl_region, by id of place */
    vcl_array rings; /* of vcl_ring, three points or more each */
    vcl_array points; /* of vcl_point */
    vcl_arena texts;
    const char *property; /* by which features were found to be places */
    size_t unmatched; /* features that are no place */
    const char *examples[VCL_REGIONS_EXAMPLES]; /* of them: what the property says, or NULL */
};

/* An empty one. VCL_ERROR_MEMORY. */
vcl_status vcl_regions_new(vcl_regions **out, vcl_error *err);

/* Moves all points onto a grid and drops those that a map as large as a screen cannot tell from what
 * stays; rings and regions of which nothing is left go too. Borders that two regions share stay
 * shared, if they have the same points. O(n log n) as a rule. VCL_ERROR_MEMORY. */
vcl_status vcl_regions_simplify(vcl_regions *regions, vcl_error *err);

#endif
