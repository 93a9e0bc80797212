/* Climbing the dominator trees of several layers at once, from an actor up to the nearest one that
 * dominates it in all of them.
 *
 * Layers agree on the nearest one, and nobody stands before it in one and beyond it in another,
 * unless both are on a cycle of arcs: goods that flow a to b for one product and b to a for
 * another. */
#ifndef GRAPH_CLIMB_H
#define GRAPH_CLIMB_H

#include "base/array.h"
#include "graph/forest.h"

typedef struct vcl_climb {
    const vcl_forest *forest;
    vcl_set set; /* the layers in which it climbs, at least one */
    bool agreed; /* of the last climb: all layers agree on the nearest common dominator */
    uint32_t nearest; /* that one; VCL_NONE for the market */
    vcl_array met; /* of uint32_t: the vertices, each once, that stand before the nearest common
                    dominator (if not agreed, before the market) in some layer and are not
                    alone; all in the one layer, if there is but one */

    /* private */
    uint32_t
        *hits; /* by vertex that somebody leads to: in how many layers it was met, in the round … */
    uint32_t *round_of; /* … by vertex */
    uint32_t round;
    vcl_array footholds; /* of vcl_foothold, by index in the set */
} vcl_climb;

/* `forest` must outlive it. Release in any case. VCL_ERROR_MEMORY. */
vcl_status vcl_climb_init(vcl_climb *climb, const vcl_forest *forest, vcl_error *err);
void vcl_climb_release(vcl_climb *climb);

/* Climbs from a vertex that is covered in all layers of climb->set. Usually the first steps lead to
 * one and the same; else it takes the steps, of those not alone, to where they meet.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_climb_from(vcl_climb *climb, uint32_t vertex, vcl_error *err);

/* Does one that was met dominate in all layers? */
bool vcl_climb_is_common(const vcl_climb *climb, uint32_t met);

#endif
