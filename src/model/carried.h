/* For which products a link or arc stands in a layer: those that it carries and both its ends
 * handle, where whoever lists nothing carries or handles any. */
#ifndef MODEL_CARRIED_H
#define MODEL_CARRIED_H

#include "model/sets.h"

/* The candidates, and the two sets that must hold a candidate too unless they are empty. */
typedef struct vcl_carried {
    vcl_set candidates;
    vcl_set others[2];
} vcl_carried;

/* From the sets of the link, its source and its target. No candidates: none of them lists anything,
 * and the link stands in every layer, that of the unstated product included. Else it stands in the
 * layers of those candidates that vcl_carried_has() admits. O(1). */
vcl_carried vcl_carried_by(const vcl_sets *sets, uint32_t link, uint32_t source, uint32_t target);

/* Does it stand in the layer of `candidate`, one of the candidates? O(log n). */
bool vcl_carried_has(const vcl_carried *carried, uint32_t candidate);

/* Does it stand in any layer? O(n log n). */
bool vcl_carried_any(const vcl_carried *carried);

#endif
