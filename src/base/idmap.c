/* From ids to dense numbers. Hashed by SipHash-1-3 (Aumasson and Bernstein 2012) under a secret
 * key: who does not know it cannot make ids that collide. */
#include "base/idmap.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#include "base/error.h"
#include "base/try.h"

static const size_t first_slot_count = 64;

/* Half of the hash is kept, so that growing never reads the ids again. */
struct vcl_idmap_slot {
    uint32_t hash;
    uint32_t occupant; /* the id's number + 1; 0 marks an empty slot */
};

static uint64_t rotate(uint64_t word, unsigned bits)
{
    return word << bits | word >> (64 - bits);
}

static inline void sip_round(uint64_t v[4])
{
    v[0] += v[1];
    v[2] += v[3];
    v[1] = rotate(v[1], 13) ^ v[0];
    v[3] = rotate(v[3], 16) ^ v[2];
    v[0] = rotate(v[0], 32);
    v[2] += v[1];
    v[0] += v[3];
    v[1] = rotate(v[1], 17) ^ v[2];
    v[3] = rotate(v[3], 21) ^ v[0];
    v[2] = rotate(v[2], 32);
}

static inline void absorb(uint64_t v[4], uint64_t word)
{
    v[3] ^= word;
    sip_round(v);
    v[0] ^= word;
}

/* Words are read in the machine's byte order: the hash never leaves the process. */
static uint32_t hash_of(const vcl_idmap *map, vcl_slice id)
{
    uint64_t v[4] = { map->seed[0] ^ 0x736f6d6570736575u, map->seed[1] ^ 0x646f72616e646f6du,
                      map->seed[0] ^ 0x6c7967656e657261u, map->seed[1] ^ 0x7465646279746573u };
    uint64_t word = 0;
    size_t i = 0;

    for (; id.size - i >= sizeof word; i += sizeof word) {
        memcpy(&word, id.bytes + i, sizeof word);
        absorb(v, word);
    }
    word = (uint64_t)id.size << 56;
    for (unsigned shift = 0; i < id.size; i++, shift += 8) {
        word |= (uint64_t)(unsigned char)id.bytes[i] << shift;
    }
    absorb(v, word);
    v[2] ^= 0xff;
    sip_round(v);
    sip_round(v);
    sip_round(v);
    word = v[0] ^ v[1] ^ v[2] ^ v[3];
    return (uint32_t)(word ^ word >> 32);
}

/* Where the system has no entropy to give, time and address still differ from run to run. */
static void make_seed(vcl_idmap *map)
{
    struct timespec now = { 0 };

    if (getentropy(map->seed, sizeof map->seed) != 0) {
        clock_gettime(CLOCK_REALTIME, &now);
        map->seed[0] = (uint64_t)now.tv_sec << 30 ^ (uint64_t)now.tv_nsec;
        map->seed[1] = (uint64_t)(uintptr_t)map;
    }
}

void vcl_idmap_init(vcl_idmap *map)
{
    *map = (vcl_idmap){ 0 };
    vcl_array_init(&map->names, sizeof(const char *));
    make_seed(map);
}

static void free_slots(vcl_idmap *map)
{
    free(map->slots);
    map->slots = NULL;
    map->slot_count = 0;
}

void vcl_idmap_release(vcl_idmap *map)
{
    free_slots(map);
    vcl_array_release(&map->names);
    vcl_arena_release(&map->arena);
}

void vcl_idmap_seal(vcl_idmap *map)
{
    free_slots(map);
    vcl_array_trim(&map->names);
}

/* Ids hold no NUL, so strncmp() never passes the end of `name`. */
static bool is_name(const char *name, vcl_slice id)
{
    return (id.size == 0 || strncmp(name, id.bytes, id.size) == 0) && name[id.size] == '\0';
}

/* The slot that holds `id`, or the empty one where it belongs. */
static struct vcl_idmap_slot *slot_of(const vcl_idmap *map, vcl_slice id, uint32_t hash)
{
    size_t mask = map->slot_count - 1;
    size_t i = hash & mask;

    while (map->slots[i].occupant != 0 &&
           (map->slots[i].hash != hash ||
            !is_name(vcl_idmap_name(map, map->slots[i].occupant - 1), id))) {
        i = (i + 1) & mask;
    }
    return map->slots + i;
}

/* For a slot whose id is known not to be there yet. */
static void put(struct vcl_idmap_slot *slots, size_t slot_count, struct vcl_idmap_slot slot)
{
    size_t i = slot.hash & (slot_count - 1);

    while (slots[i].occupant != 0) {
        i = (i + 1) & (slot_count - 1);
    }
    slots[i] = slot;
}

/* Keeps the table at most half full after one more id. */
static vcl_status make_room(vcl_idmap *map, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t slot_count = map->slot_count > 0 ? map->slot_count * 2 : first_slot_count;
    struct vcl_idmap_slot *slots = NULL;

    if (map->names.count < map->slot_count / 2) {
        return VCL_OK;
    }
    TRY(vcl_alloc(&slots, slot_count, sizeof *slots, err));
    for (size_t i = 0; i < map->slot_count; i++) {
        if (map->slots[i].occupant != 0) {
            put(slots, slot_count, map->slots[i]);
        }
    }
    free(map->slots);
    map->slots = slots;
    map->slot_count = slot_count;
done:
    return status;
}

static vcl_status add(vcl_idmap *map, vcl_slice id, uint32_t hash, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const char *name = NULL;
    uint32_t number = vcl_idmap_count(map);

    if (number >= VCL_NONE - 1) {
        return vcl_fail_memory(err);
    }
    TRY(make_room(map, err));
    TRY(vcl_arena_copy(&map->arena, id, &name, err));
    TRY(vcl_array_add(&map->names, &name, err));
    put(map->slots, map->slot_count, (struct vcl_idmap_slot){ hash, number + 1 });
done:
    return status;
}

/* VCL_NONE where it is not there. */
static uint32_t find(const vcl_idmap *map, vcl_slice id, uint32_t hash)
{
    if (map->slot_count == 0) {
        return VCL_NONE;
    }
    return slot_of(map, id, hash)->occupant - 1; /* 0 - 1 is VCL_NONE */
}

uint32_t vcl_idmap_find(const vcl_idmap *map, vcl_slice id)
{
    return find(map, id, hash_of(map, id));
}

vcl_status vcl_idmap_intern(vcl_idmap *map, vcl_slice id, uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t hash = hash_of(map, id);
    uint32_t number = find(map, id, hash);

    assert(map->slot_count > 0 || map->names.count == 0); /* not sealed */
    if (number == VCL_NONE) {
        number = vcl_idmap_count(map);
        TRY(add(map, id, hash, err));
    }
    *out = number;
done:
    return status;
}

const char *vcl_idmap_name(const vcl_idmap *map, uint32_t number)
{
    assert(number < map->names.count);
    return ((const char *const *)map->names.items)[number];
}

uint32_t vcl_idmap_count(const vcl_idmap *map)
{
    return (uint32_t)map->names.count;
}
