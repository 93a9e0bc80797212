/* The tiers of a drawing and the order within each. */
#ifndef GRAPH_TIERS_H
#define GRAPH_TIERS_H

#include "graph/drawing.h"

/* A rank has so many tiers at most: what sells on within it stands further right. */
enum { VCL_TIERS_OF_RANK = 4, VCL_TIER_COUNT = VCL_DRAWN_RANKS * VCL_TIERS_OF_RANK };

typedef struct vcl_tiers {
    uint32_t count; /* vertices in tiers: those that have links */
    uint32_t *tier; /* by vertex: below VCL_TIER_COUNT; VCL_TIER_COUNT for one without links */
    uint32_t *order; /* vertices, tier by tier; those without links follow, by rank */
    uint32_t start[VCL_TIER_COUNT + 1]; /* where each tier begins in the order, many are empty */
} vcl_tiers;

/* Release in any case. VCL_ERROR_MEMORY. The first puts vertices into tiers, in their own order:
 * O(V + E); the second improves the order: O(E + V log V) a sweep. */
vcl_status vcl_tiers_init(vcl_tiers *tiers, const vcl_network *network, vcl_error *err);
vcl_status vcl_tiers_sort(vcl_tiers *tiers, const vcl_network *network, vcl_error *err);
void vcl_tiers_release(vcl_tiers *tiers);

#endif
