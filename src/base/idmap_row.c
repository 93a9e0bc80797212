/* The row: short ids that came in byte order and have no slots. */
#include "base/idmap_parts.h"

#include "base/try.h"

bool vcl_idmap_may_be_in_row(const vcl_idmap *map, const vcl_idmap_key *key)
{
    return map->row_count > 0 && key->text.size == 0 &&
           !vcl_short_id_before(&key->own, &vcl_idmap_at(map, map->row_first)->own) &&
           !vcl_short_id_before(&map->row_end, &key->own);
}

vcl_status vcl_idmap_give_up_row(vcl_idmap *map, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_idmap_make_room(map, map->row_count, err));
    /* Those of other ids in between have theirs, and are given the same again. */
    for (uint32_t number = map->row_first; number <= map->row_last; number++) {
        if (vcl_idmap_is_short(vcl_idmap_at(map, number))) {
            vcl_idmap_key key = vcl_idmap_key_of_short(map, &vcl_idmap_at(map, number)->own);
            *vcl_idmap_slot_of(map, &key) = (struct vcl_idmap_slot){ key.hash, number + 1 };
        }
    }
    map->slotted += map->row_count;
    map->row_count = 0;
done:
    return status;
}

void vcl_idmap_limit_row(vcl_idmap *map, uint32_t slotted)
{
    const union vcl_idmap_id *id = vcl_idmap_at(map, slotted);

    if (vcl_idmap_is_short(id) && vcl_short_id_before(&map->row_end, &id->own) &&
        vcl_short_id_before(&id->own, &map->row_limit)) {
        map->row_limit = id->own;
    }
}

/* May a row begin with `id`? Asked only when the map has doubled since it was asked last, for all
 * ids are looked through. */
static bool may_begin_row(vcl_idmap *map, const vcl_short_id *id)
{
    uint32_t count = vcl_idmap_count(map);

    if (map->row_count > 0 || count < map->row_next_try) {
        return false;
    }
    map->row_next_try = count < VCL_NONE / 2 ? 2 * count + 1 : VCL_NONE;
    map->row_first = count;
    map->row_end = *id;
    map->row_limit.words[0] = UINT64_MAX;
    for (uint32_t number = 0; number < count; number++) {
        if (vcl_short_id_equal(&vcl_idmap_at(map, number)->own, id)) {
            return false;
        }
        vcl_idmap_limit_row(map, number);
    }
    return true;
}

vcl_status vcl_idmap_append(vcl_idmap *map, const vcl_short_id *id, const vcl_idmap_key *key,
                            uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (!vcl_idmap_continues(map, id) && !may_begin_row(map, id)) {
        vcl_idmap_key made = key != NULL ? *key : vcl_idmap_key_of_short(map, id);
        return vcl_idmap_intern_key(map, &made, out, err);
    }
    TRY(vcl_idmap_add_short(map, id, err));
    map->row_end = *id;
    map->row_last = vcl_idmap_count(map) - 1;
    map->row_count++;
    *out = map->row_last;
done:
    return status;
}
