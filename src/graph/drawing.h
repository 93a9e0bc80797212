/* Where actors are drawn: a layered drawing of a directed network, left to right.
 *
 * After Sugiyama, Tagawa and Toda (1981): tiers are chosen first, then the order within each tier is
 * improved by sweeps that put every vertex at the barycentre of its neighbours in the tiers before,
 * then in those behind, so that links cross little; coordinates come last. Long links have no dummy
 * vertices: barycentres take neighbours of any tier by their share of the height. */
#ifndef GRAPH_DRAWING_H
#define GRAPH_DRAWING_H

#include <stdint.h>

#include <vclink/status.h>

enum { VCL_DRAWN_RANKS = 4 };

typedef struct vcl_drawn_link {
    uint32_t source; /* vertices */
    uint32_t target;
} vcl_drawn_link;

/* What is to be drawn; whoever has it drawn owns the arrays. */
typedef struct vcl_network {
    uint32_t count; /* vertices, in an order that says which comes first where nothing else does */
    const uint8_t *rank; /* by vertex: 0 … VCL_DRAWN_RANKS - 1, drawn from left to right */
    const vcl_drawn_link *links; /* distinct, none from a vertex to itself */
    uint32_t link_count;
} vcl_network;

/* Points by vertex. No two are the same. One unit is the least distance between two in a column; y
 * grows downward; both begin at 0. */
typedef struct vcl_drawing {
    double *x;
    double *y;
} vcl_drawing;

/* Draws: vertices of a rank stand in a column or, where links join them, in several; large columns
 * become blocks, so that the whole stays about half again as wide as high; vertices without links
 * stand below all others, by rank. Release in any case. O((V + E) log V). VCL_ERROR_MEMORY. */
vcl_status vcl_drawing_init(vcl_drawing *drawing, const vcl_network *network, vcl_error *err);
void vcl_drawing_release(vcl_drawing *drawing);

#endif
