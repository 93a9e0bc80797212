/* Outlines of places, for the map of a report. */
#ifndef VCLINK_REGIONS_H
#define VCLINK_REGIONS_H

#include <stddef.h>

#include <vclink/chain.h>
#include <vclink/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Polygons of a chain's places in longitudes and latitudes; owns what it holds. */
typedef struct vcl_regions vcl_regions;

/* NULL is allowed. */
VCL_API void vcl_regions_free(vcl_regions *regions);

#ifdef __cplusplus
}
#endif

#endif
