/* From ids to dense numbers 0, 1, 2 … in the order of their first appearance.
 *
 * Open addressing with linear probing, at most three quarters full, under a secret key that differs
 * from run to run, so that no file can aim at one slot (and no output depends on it). Slots stand in
 * the order of hashes: growing passes over old and new ones from end to end. Ids hold no NUL byte;
 * those of up to 15 bytes, nearly all, cost no memory beyond their slot and their 16 bytes. */
#ifndef BASE_IDMAP_H
#define BASE_IDMAP_H

#include <stdint.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/hash.h"

#define VCL_NONE UINT32_MAX

typedef struct vcl_idmap {
    struct vcl_idmap_slot *slots;
    unsigned slot_bits; /* 2^slot_bits slots, or none while slots is NULL */
    vcl_hash_key key;
    vcl_array ids; /* of union vcl_idmap_id, by number */
    vcl_arena arena; /* the long ids */
    size_t size; /* of all ids with their NULs */
} vcl_idmap;

/* Ids of so many bytes stand in the map itself. */
enum { VCL_SHORT_ID = 15 };

/* An id that is sought. A short one stands in the key: what it was made of may be gone. */
typedef struct vcl_idmap_key {
    vcl_slice id;
    uint64_t words[2]; /* a short id, filled up with NUL */
    uint32_t hash;
} vcl_idmap_key;

/* An empty map; allocates nothing. */
void vcl_idmap_init(vcl_idmap *map);
void vcl_idmap_release(vcl_idmap *map);

/* The number of `id`, which is given the next one if it is new. Expected O(length).
 * VCL_ERROR_MEMORY, also beyond 2^32 - 2 ids. */
vcl_status vcl_idmap_intern(vcl_idmap *map, vcl_slice id, uint32_t *out, vcl_error *err);

/* The same in three steps, for many ids at a time: each step fetches from memory what the next one
 * reads. First the key of an id; */
void vcl_idmap_key_of(const vcl_idmap *map, vcl_slice id, vcl_idmap_key *out);

/* then a guess at its number, hardly ever wrong, VCL_NONE where it has none; */
uint32_t vcl_idmap_guess(const vcl_idmap *map, const vcl_idmap_key *key);

/* then its number, as vcl_idmap_intern(). */
vcl_status vcl_idmap_intern_key(vcl_idmap *map, const vcl_idmap_key *key, uint32_t *out,
                                vcl_error *err);

/* The number of `id`, or VCL_NONE. */
uint32_t vcl_idmap_find(const vcl_idmap *map, vcl_slice id);

/* The id of a number below vcl_idmap_count(); NUL-terminated, valid until the next intern. */
const char *vcl_idmap_name(const vcl_idmap *map, uint32_t number);
uint32_t vcl_idmap_count(const vcl_idmap *map);

/* The bytes of all ids, each with its NUL. */
size_t vcl_idmap_size(const vcl_idmap *map);

/* Compares the ids of two numbers in byte order. */
int vcl_idmap_compare(const vcl_idmap *map, uint32_t a, uint32_t b);

/* Eight bytes of an id from `offset` on, at most its length; the first stands highest, NUL where the
 * id has ended. */
uint64_t vcl_idmap_bytes(const vcl_idmap *map, uint32_t number, size_t offset);

/* Frees the slots and trims the names, which stay readable until release and no longer move; intern
 * and find no longer work. */
void vcl_idmap_seal(vcl_idmap *map);

#endif
