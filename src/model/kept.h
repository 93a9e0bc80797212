/* What was lately found out about short ids: a number each. Neighbours deliver to the same few. */
#ifndef MODEL_KEPT_H
#define MODEL_KEPT_H

#include "base/hash.h"
#include "base/short_id.h"

typedef struct vcl_kept_item {
    vcl_short_id id;
    uint32_t number;
} vcl_kept_item;

/* Items by a hash of their ids, one a slot, without probing: what is not there is found out anew. One
 * that is zeroed keeps nothing: no id is empty. */
enum { VCL_KEPT_BITS = 8, VCL_KEPT = 1 << VCL_KEPT_BITS };

typedef struct vcl_kept {
    vcl_kept_item items[VCL_KEPT];
} vcl_kept;

static inline size_t vcl_kept_slot(const vcl_short_id *id)
{
    return (size_t)(vcl_hash_mix(id->words[0], id->words[1]) >> (64 - VCL_KEPT_BITS));
}

/* Is a number kept of `id`? O(1). */
static inline bool vcl_kept_find(const vcl_kept *kept, const vcl_short_id *id, uint32_t *number)
{
    const vcl_kept_item *item = kept->items + vcl_kept_slot(id);

    *number = item->number;
    return vcl_short_id_equal(&item->id, id);
}

/* Keeps a number, and forgets another one if need be. O(1). */
static inline void vcl_kept_put(vcl_kept *kept, const vcl_short_id *id, uint32_t number)
{
    kept->items[vcl_kept_slot(id)] = (vcl_kept_item){ *id, number };
}

#endif
