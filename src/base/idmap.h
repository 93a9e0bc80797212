/* From ids to dense numbers 0, 1, 2 … in the order of their first appearance.
 *
 * Open addressing with linear probing, at most three quarters full, under a secret key that differs
 * from run to run, so that no file can aim at one slot (and no output depends on it). Slots stand in
 * the order of hashes: growing passes over old and new ones from end to end. Ids hold no NUL byte;
 * short ones cost no memory beyond their slot and their 16 bytes.
 *
 * Short ids that are appended in byte order stand in a row and have no slots: that none of them is
 * there already is seen by comparing each with the one before and with the least slotted id behind
 * it. Whoever seeks an id that may be in the row has it given slots, each id at most once. */
#ifndef BASE_IDMAP_H
#define BASE_IDMAP_H

#include <stdint.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/hash.h"
#include "base/short_id.h"

#define VCL_NONE UINT32_MAX

typedef struct vcl_idmap {
    struct vcl_idmap_slot *slots;
    unsigned slot_bits; /* 2^slot_bits slots, or none while slots is NULL */
    vcl_hash_key key;
    vcl_array ids; /* of union vcl_idmap_id, by number */
    vcl_arena arena; /* the long ids */
    size_t size; /* of all ids with their NULs */
    size_t slotted; /* ids that have a slot: all but the row */
    uint32_t row_count;
    uint32_t row_first; /* its least id, the first that came, */
    uint32_t row_last; /* and the last; between their numbers are those of slotted ids, too */
    vcl_short_id row_end; /* the id of the last */
    vcl_short_id row_limit; /* the least slotted short id behind it, or what no id reaches */
    uint32_t row_next_try; /* with so many ids in the map another row may begin */
} vcl_idmap;

/* An id that is sought. */
typedef struct vcl_idmap_key {
    vcl_slice text; /* of a long id, else empty */
    vcl_short_id own; /* a short one */
    uint32_t hash;
    uint32_t guess; /* at its number; VCL_NONE: none */
} vcl_idmap_key;

/* An empty map; allocates nothing. */
void vcl_idmap_init(vcl_idmap *map);
void vcl_idmap_release(vcl_idmap *map);

/* The number of `id`, which is given the next one if it is new. Expected O(length).
 * VCL_ERROR_MEMORY, also beyond 2^32 - 2 ids. */
vcl_status vcl_idmap_intern(vcl_idmap *map, vcl_slice id, uint32_t *out, vcl_error *err);

/* The same for short ids in three steps, for many at a time: each step fetches from memory what the
 * next one reads. First the key of an id; */
void vcl_idmap_key_of(const vcl_idmap *map, const vcl_short_id *id, vcl_idmap_key *out);

/* then a guess at its number, hardly ever wrong, VCL_NONE where it has none; the key keeps it; */
uint32_t vcl_idmap_guess(const vcl_idmap *map, vcl_idmap_key *key);

/* then its number, as vcl_idmap_intern(). */
vcl_status vcl_idmap_intern_key(vcl_idmap *map, const vcl_idmap_key *key, uint32_t *out,
                                vcl_error *err);

/* The number of an id of those that mostly come in byte order: as vcl_idmap_intern(), save that one
 * that continues the row, or begins one, is put there. `key` is its key where it was made, else NULL.
 * Expected O(1) amortised. */
vcl_status vcl_idmap_append(vcl_idmap *map, const vcl_short_id *id, const vcl_idmap_key *key,
                            uint32_t *out, vcl_error *err);

/* Does `id` continue the row? Then it is new. O(1). */
static inline bool vcl_idmap_continues(const vcl_idmap *map, const vcl_short_id *id)
{
    return map->row_count > 0 && vcl_short_id_before(&map->row_end, id) &&
           vcl_short_id_before(id, &map->row_limit);
}

/* The number of `id`, or VCL_NONE. Not for maps that ids were appended to. */
uint32_t vcl_idmap_find(const vcl_idmap *map, vcl_slice id);

/* The id of a number below vcl_idmap_count(); NUL-terminated, valid until the next intern. */
const char *vcl_idmap_name(const vcl_idmap *map, uint32_t number);
static inline uint32_t vcl_idmap_count(const vcl_idmap *map)
{
    return (uint32_t)map->ids.count;
}

/* The bytes of all ids, each with its NUL. */
size_t vcl_idmap_size(const vcl_idmap *map);

/* Copies an id with its NUL to `out`; its size with that. Of a short id VCL_SHORT_ID + 1 bytes are
 * written, whatever its size. */
size_t vcl_idmap_copy(const vcl_idmap *map, uint32_t number, char *out);

/* Compares the ids of two numbers in byte order. */
int vcl_idmap_compare(const vcl_idmap *map, uint32_t a, uint32_t b);

/* Eight bytes of an id from `offset` on, at most its length; the first stands highest, NUL where the
 * id has ended. */
uint64_t vcl_idmap_bytes(const vcl_idmap *map, uint32_t number, size_t offset);

/* Frees the slots and trims the names, which stay readable until release and no longer move; intern
 * and find no longer work. */
void vcl_idmap_seal(vcl_idmap *map);

#endif
