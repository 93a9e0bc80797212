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

/* Items by a hash of their ids, one a slot, without probing: what is not there is found out anew. One that is zeroed keeps nothing: no id is empty. */
enum { VCL_KEPT_BITS = 8, VCL_KEPT = 1 << VCL_KEPT_BITS };

typedef struct vcl_kept {
    vcl_kept_item items[VCL_KEPT];
} vcl_kept;

/* The highest bits of a product depend on all of its factors. */
static inline size_t vcl_kept_slot(const vcl_kept_ids *ids)
{
    uint64_t mixed = ids->first.words[0] * 0x9E3779B97F4A7C15u;

    mixed ^= (ids->first.words[1] ^ ids->second.words[1] << 7) * 0xBF58476D1CE4E5B9u;
    mixed ^= ids->second.words[0] * 0x94D049BB133111EBu;
    return (size_t)(mixed >> (64 - VCL_KEPT_BITS));
}

/* Is a number kept of `ids`? O(1). */
static inline bool vcl_kept_find(const vcl_kept *kept, const vcl_kept_ids *ids, uint32_t *number)
{
    const vcl_kept_item *item = kept->items + vcl_kept_slot(ids);

    *number = item->number;
    return vcl_short_id_equal(&item->ids.first, &ids->first) &&
           vcl_short_id_equal(&item->ids.second, &ids->second);
}

/* Keeps a number, and forgets another one if need be. O(1). */
static inline void vcl_kept_put(vcl_kept *kept, const vcl_kept_ids *ids, uint32_t number)
{
    kept->items[vcl_kept_slot(ids)] = (vcl_kept_item){ *ids, number };
}

#endif
