/* What is hurt by those who stand alone, in one product's layer and no other: by whoever they
 * dominate there. Loads are put on the way and summed up each tree once, however long it is. */
#ifndef GRAPH_ALONE_LOADS_H
#define GRAPH_ALONE_LOADS_H

#include "graph/forest.h"

/* Households and cooperatives on their way to the market. */
typedef struct vcl_load {
    uint64_t households;
    uint64_t cooperatives;
} vcl_load;

typedef struct vcl_alone_loads {
    const vcl_forest *forest;
    size_t *start; /* by layer: where its vertices to whom somebody leads begin */
    vcl_load *
        loads; /* by layer, by local number of those: what joins the way there, less what leaves it */
} vcl_alone_loads;

/* `forest` must outlive it. Release in any case. VCL_ERROR_MEMORY. */
vcl_status vcl_alone_loads_init(vcl_alone_loads *alone, const vcl_forest *forest, vcl_error *err);
void vcl_alone_loads_release(vcl_alone_loads *alone);

/* Sends a load through a layer from the dominator next above `from` up to the one before `end`
 * (VCL_NONE: up to the market). O(log n). */
void vcl_alone_loads_send(vcl_alone_loads *alone, uint32_t layer, uint32_t from, uint32_t end,
                          vcl_load load);

/* Sums the loads of a layer: afterwards each holds what passes its vertex. O(n).
 * VCL_ERROR_MEMORY. */
vcl_status vcl_alone_loads_sum(vcl_alone_loads *alone, uint32_t layer, vcl_error *err);

#endif
