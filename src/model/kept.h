/* What was lately found out about one or two short ids: a number. Most farmers list one or two of a few
 * products, and the next one lives where the last one does and delivers to the same few. */
#ifndef MODEL_KEPT_H
#define MODEL_KEPT_H

#include "base/short_id.h"

/* Of one id the second is empty. */
typedef struct vcl_kept_ids {
    vcl_short_id first;
    vcl_short_id second;
} vcl_kept_ids;

typedef struct vcl_kept_item {
    vcl_kept_ids ids;
    uint32_t number;
} vcl_kept_item;

/* Items by a hash of their ids, one a slot. One that is zeroed keeps nothing: no id is empty. */
enum { VCL_KEPT_BITS = 8, VCL_KEPT = 1 << VCL_KEPT_BITS };

typedef struct vcl_kept {
    vcl_kept_item items[VCL_KEPT];
} vcl_kept;

/* Is a number kept of `ids`? O(1). */
bool vcl_kept_find(const vcl_kept *kept, const vcl_kept_ids *ids, uint32_t *number);

/* Keeps a number, and forgets another one if need be. O(1). */
void vcl_kept_put(vcl_kept *kept, const vcl_kept_ids *ids, uint32_t number);

#endif
