/* From ids to dense numbers 0, 1, 2 … in the order of their first appearance.
 *
 * Open addressing with linear probing, at most half full; a seed that differs from run to run, so
 * that no file can aim at one slot (and no output depends on it). Ids live in the map's arena and
 * hold no NUL byte. */
#ifndef BASE_IDMAP_H
#define BASE_IDMAP_H

#include <stdint.h>

#include "base/arena.h"
#include "base/array.h"

#define VCL_NONE UINT32_MAX

typedef struct vcl_idmap {
    struct vcl_idmap_slot *slots;
    size_t slot_count; /* a power of two, or 0 */
    uint64_t seed[2];
    vcl_array names; /* of const char *, by number */
    vcl_arena arena;
} vcl_idmap;

/* An empty map; allocates nothing. */
void vcl_idmap_init(vcl_idmap *map);
void vcl_idmap_release(vcl_idmap *map);

/* The number of `id`, which is given the next one if it is new. Expected O(length).
 * VCL_ERROR_MEMORY, also beyond 2^32 - 2 ids. */
vcl_status vcl_idmap_intern(vcl_idmap *map, vcl_slice id, uint32_t *out, vcl_error *err);

/* The number of `id`, or VCL_NONE. */
uint32_t vcl_idmap_find(const vcl_idmap *map, vcl_slice id);

/* The id of a number below vcl_idmap_count(); NUL-terminated, valid until release. */
const char *vcl_idmap_name(const vcl_idmap *map, uint32_t number);
uint32_t vcl_idmap_count(const vcl_idmap *map);

/* Frees the slots and trims the names, which stay readable; intern and find no longer work. */
void vcl_idmap_seal(vcl_idmap *map);

#endif
