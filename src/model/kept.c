/* A table without probing: what is not there is found out anew. */
#include "model/kept.h"

/* The highest bits of a product depend on all of its factors. */
static size_t slot_of(const vcl_kept_ids *ids)
{
    uint64_t mixed = ids->first.words[0] * 0x9E3779B97F4A7C15u;

    mixed = (mixed ^ ids->first.words[1] ^ ids->second.words[0]) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ ids->second.words[1]) * 0x94D049BB133111EBu;
    return (size_t)(mixed >> (64 - VCL_KEPT_BITS));
}

bool vcl_kept_find(const vcl_kept *kept, const vcl_kept_ids *ids, uint32_t *number)
{
    const vcl_kept_item *item = kept->items + slot_of(ids);

    *number = item->number;
    return vcl_short_id_equal(&item->ids.first, &ids->first) &&
           vcl_short_id_equal(&item->ids.second, &ids->second);
}

void vcl_kept_put(vcl_kept *kept, const vcl_kept_ids *ids, uint32_t number)
{
    kept->items[slot_of(ids)] = (vcl_kept_item){ *ids, number };
}
