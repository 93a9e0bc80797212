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

/* Reads the outlines of a chain's places from the GeoJSON file `path`: a FeatureCollection (RFC 7946)
 * of Polygons and MultiPolygons in degrees. Any one key may say which places features are, their own
 * id or a property with texts or integers: the one that finds most places, then most features; of
 * equals id, code, place, ma, name, then the first in byte order. What it says is a place's id, else
 * its name, however typed ("TP." for "Thành phố"), else its name without the word for its level
 * ("Lục Ngạn" for "Huyện Lục Ngạn"), if no other place has that name. Marks always count. Outlines are simplified to about a thousandth of their whole extent; borders that two of
 * them share stay shared.
 *
 * The caller frees `*out`; it keeps nothing of the chain. VCL_ERROR_IO, VCL_ERROR_INPUT (no such
 * GeoJSON, or no feature is a place of the chain), VCL_ERROR_MEMORY. O(n log n) in its points as a
 * rule; the whole file is held in memory, and one above 64 MiB is refused. */
VCL_API vcl_status vcl_regions_load(const char *path, const vcl_chain *chain, vcl_regions **out,
                                    vcl_error *err);

/* How many places have outlines, and by which property features were taken for them:
 * "properties.NAME_2". Owned by the regions. */
VCL_API size_t vcl_regions_count(const vcl_regions *regions);
VCL_API const char *vcl_regions_property(const vcl_regions *regions);

/* How many features are no place of the chain; what the property says of some of them, `index` from
 * 0, NULL after the last. Owned by the regions. */
VCL_API size_t vcl_regions_unmatched(const vcl_regions *regions);
VCL_API const char *vcl_regions_example(const vcl_regions *regions, size_t index);

/* NULL is allowed. */
VCL_API void vcl_regions_free(vcl_regions *regions);

#ifdef __cplusplus
}
#endif

#endif
