/* The layers with the order of their parts: once as they are, and once without the arcs out of
 * buyers, where a path ends at the first buyer it meets. */
#ifndef GRAPH_PATHS_H
#define GRAPH_PATHS_H

#include "graph/order.h"

typedef struct vcl_paths {
    const vcl_layers *layers;
    vcl_order *all; /* by layer */
    vcl_order *first; /* by layer: paths end at the first buyer */
} vcl_paths;

/* `layers` must outlive the paths. Release in any case. Between vcl_bridge_enter() and
 * vcl_bridge_exit(). Linear in the layers. VCL_ERROR_MEMORY, VCL_ERROR_INTERNAL. */
vcl_status vcl_paths_init(vcl_paths *paths, const vcl_layers *layers, vcl_error *err);
void vcl_paths_release(vcl_paths *paths);

#endif
