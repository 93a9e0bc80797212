/* Who is covered: from whom a path leads to a buyer, layer by layer. */
#ifndef GRAPH_COVERAGE_H
#define GRAPH_COVERAGE_H

#include "graph/layers.h"

/* Flags of a vertex, for one layer or for any. */
enum {
    VCL_COVERED = 1,
    VCL_DIRECT = 2, /* one of its own arcs ends at a buyer */
    VCL_PASSES_ON = 4, /* cannot be covered, but sends and is a buyer or leads to one */
};

typedef struct vcl_coverage {
    const vcl_layers *layers;
    uint8_t **of_layer; /* by layer, by local number */
    uint8_t *any; /* by vertex: over all layers */
    bool *unstated; /* by vertex: in the unstated layer it is a buyer or leads to one */
} vcl_coverage;

/* Is this a vertex that can be covered: no enterprise, it sells and is no buyer itself? */
bool vcl_vertex_counts(const vcl_vertex *vertex);

/* `layers` must outlive it. VCL_COVERED and VCL_DIRECT are set only on vertices that can be covered,
 * VCL_PASSES_ON only on the others. Release in any case. Between vcl_bridge_enter() and
 * vcl_bridge_exit(). Linear in the layers. VCL_ERROR_MEMORY, VCL_ERROR_INTERNAL. */
vcl_status vcl_coverage_init(vcl_coverage *coverage, const vcl_layers *layers, vcl_error *err);
void vcl_coverage_release(vcl_coverage *coverage);

/* The flags of a vertex for a product (the number of products: the unstated one). O(log n). */
uint8_t vcl_coverage_for(const vcl_coverage *coverage, uint32_t vertex, uint32_t product);

/* Is a vertex a buyer, or does it lead to one, in a product's layer (as above); in any? */
bool vcl_coverage_leads_for(const vcl_coverage *coverage, uint32_t vertex, uint32_t product);
bool vcl_coverage_leads(const vcl_coverage *coverage, uint32_t vertex);

/* Does a vertex count among those that a buyer or a loss concerns: covered households and
 * cooperatives? */
bool vcl_coverage_concerns(const vcl_coverage *coverage, uint32_t vertex);

#endif
