/* Where actors stand on a map: at their own coordinates, or else at those of their place or of the
 * nearest place around it that has some. */
#ifndef EXPORT_POSITIONS_H
#define EXPORT_POSITIONS_H

#include <vclink/table.h>

#include "base/idmap.h"

typedef enum vcl_located {
    VCL_LOCATED_NOWHERE = 0,
    VCL_LOCATED_OWN = 1,
    VCL_LOCATED_PLACE = 2,
    VCL_LOCATED_ANCESTOR = 3, /* a place that its place lies in */
} vcl_located;

typedef struct vcl_position {
    vcl_located located;
    double longitude; /* degrees, WGS 84 */
    double latitude;
    const char *place; /* id of the place whose coordinates these are; NULL if its own */
} vcl_position;

typedef struct vcl_positions {
    vcl_idmap actors; /* by id */
    vcl_position *positions; /* by actor */
} vcl_positions;

/* From the tables `nodes` and `places`, which must outlive it. O(nodes + places), and the depth of
 * places for each node. VCL_ERROR_MEMORY; release it in any case. */
vcl_status vcl_positions_init(vcl_positions *positions, const vcl_table *nodes,
                              const vcl_table *places, vcl_error *err);
void vcl_positions_release(vcl_positions *positions);

/* The position of an actor; located nowhere if there is none of that id. */
vcl_position vcl_positions_of(const vcl_positions *positions, const char *id);

#endif
