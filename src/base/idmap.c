/* From ids to dense numbers. */
#include "base/idmap.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/try.h"

static const unsigned first_slot_bits = 6;

/* The upper half of the hash is kept: growing never reads the ids again, and probing hardly ever
 * reads one that is not sought. */
struct vcl_idmap_slot {
    uint32_t hash;
    uint32_t occupant; /* the id's number + 1; 0 marks an empty slot */
};

enum { LONG = 1 };

/* A short id stands in `text`, filled up with NUL; a long one elsewhere, with LONG in the byte
 * where every short one has its last NUL. */
union vcl_idmap_id {
    char text[VCL_SHORT_ID + 1];
    uint64_t words[2];
    struct {
        const char *text;
        char unused[VCL_SHORT_ID - sizeof(const char *)];
        char mark;
    } elsewhere;
};

void vcl_idmap_init(vcl_idmap *map)
{
    *map = (vcl_idmap){ 0 };
    vcl_array_init(&map->ids, sizeof(union vcl_idmap_id));
    vcl_hash_make_key(&map->key);
}

static void free_slots(vcl_idmap *map)
{
    free(map->slots);
    map->slots = NULL;
    map->slot_bits = 0;
}

void vcl_idmap_release(vcl_idmap *map)
{
    free_slots(map);
    vcl_array_release(&map->ids);
    vcl_arena_release(&map->arena);
}

void vcl_idmap_seal(vcl_idmap *map)
{
    free_slots(map);
    vcl_array_trim(&map->ids);
}

/* Eight or fewer bytes of an id as a word that reads in memory as these bytes and then NUL. */
static uint64_t word_of(const char *bytes, size_t size)
{
    uint64_t word = 0;

    for (size_t i = 0; i < size; i++) {
        ((char *)&word)[i] = bytes[i];
    }
    return word;
}

/* A short id as two such words. Of one of eight bytes or more the second is cut from its last eight,
 * where the first byte of a word is its lowest: ids are looked up by the million. */
static void copy_short(uint64_t words[2], vcl_slice id)
{
    static const uint16_t one = 1;
    size_t rest = id.size > 8 ? id.size - 8 : 0;

    words[1] = 0;
    if (id.size < 8) {
        words[0] = word_of(id.bytes, id.size);
        return;
    }
    memcpy(words, id.bytes, 8);
    if (rest > 0 && *(const char *)&one == 1) {
        memcpy(words + 1, id.bytes + rest, 8);
        words[1] >>= 8 * (8 - rest);
    } else {
        words[1] = word_of(id.bytes + 8, rest);
    }
}

static void make_key(const vcl_idmap *map, vcl_slice id, vcl_idmap_key *key)
{
    uint64_t hash = 0;

    key->id = id;
    if (id.size > VCL_SHORT_ID) {
        hash = vcl_hash_bytes(&map->key, id.bytes, id.size);
    } else {
        copy_short(key->words, id);
        hash = vcl_hash_pair(&map->key, key->words[0], key->words[1]);
    }
    key->hash = (uint32_t)(hash >> 32);
}

/* Ids hold no NUL, so strncmp() never passes the end of a name. */
static bool is_at(const vcl_idmap *map, uint32_t number, const vcl_idmap_key *sought)
{
    const union vcl_idmap_id *there = (const union vcl_idmap_id *)map->ids.items + number;

    if (sought->id.size <= VCL_SHORT_ID) {
        return there->words[0] == sought->words[0] && there->words[1] == sought->words[1];
    }
    return there->elsewhere.mark == LONG &&
           strncmp(there->elsewhere.text, sought->id.bytes, sought->id.size) == 0 &&
           there->elsewhere.text[sought->id.size] == '\0';
}

/* Where a hash belongs if nothing is in the way. */
static size_t home_of(uint32_t hash, unsigned slot_bits)
{
    return hash >> (32 - slot_bits);
}

static size_t slot_count(unsigned slot_bits)
{
    return (size_t)1 << slot_bits;
}

/* The slot of the id that is sought, or the empty one where it belongs. */
static struct vcl_idmap_slot *slot_of(const vcl_idmap *map, const vcl_idmap_key *sought)
{
    size_t mask = slot_count(map->slot_bits) - 1;
    size_t i = home_of(sought->hash, map->slot_bits);

    while (map->slots[i].occupant != 0 && (map->slots[i].hash != sought->hash ||
                                           !is_at(map, map->slots[i].occupant - 1, sought))) {
        i = (i + 1) & mask;
    }
    return map->slots + i;
}

/* For a slot whose id is known not to be there yet. */
static void put(struct vcl_idmap_slot *slots, unsigned slot_bits, struct vcl_idmap_slot slot)
{
    size_t mask = slot_count(slot_bits) - 1;
    size_t i = home_of(slot.hash, slot_bits);

    while (slots[i].occupant != 0) {
        i = (i + 1) & mask;
    }
    slots[i] = slot;
}

/* Keeps the table at most three quarters full after one more id. */
static vcl_status make_room(vcl_idmap *map, vcl_error *err)
{
    vcl_status status = VCL_OK;
    unsigned slot_bits = map->slots != NULL ? map->slot_bits + 1 : first_slot_bits;
    size_t old_count = map->slots != NULL ? slot_count(map->slot_bits) : 0;
    struct vcl_idmap_slot *slots = NULL;

    if (map->ids.count < old_count / 4 * 3) {
        return VCL_OK;
    }
    if (slot_bits > 32) {
        return vcl_fail_memory(err);
    }
    TRY(vcl_alloc(&slots, slot_count(slot_bits), sizeof *slots, err));
    for (size_t i = 0; i < old_count; i++) {
        if (map->slots[i].occupant != 0) {
            put(slots, slot_bits, map->slots[i]);
        }
    }
    free(map->slots);
    map->slots = slots;
    map->slot_bits = slot_bits;
done:
    return status;
}

/* Gives an id that is not there a number, and its slot, which is empty. */
static vcl_status add(vcl_idmap *map, const vcl_idmap_key *key, struct vcl_idmap_slot *slot,
                      vcl_error *err)
{
    vcl_status status = VCL_OK;
    union vcl_idmap_id own = { 0 };
    uint32_t number = vcl_idmap_count(map);

    if (number >= VCL_NONE - 1) {
        return vcl_fail_memory(err);
    }
    if (key->id.size > VCL_SHORT_ID) {
        own.elsewhere.mark = LONG;
        TRY(vcl_arena_copy(&map->arena, key->id, &own.elsewhere.text, err));
    } else {
        own.words[0] = key->words[0];
        own.words[1] = key->words[1];
    }
    TRY(vcl_array_add(&map->ids, &own, err));
    *slot = (struct vcl_idmap_slot){ key->hash, number + 1 };
    map->size += key->id.size + 1;
done:
    return status;
}

void vcl_idmap_key_of(const vcl_idmap *map, vcl_slice id, vcl_idmap_key *out)
{
    make_key(map, id, out);
    if (map->slots != NULL) {
        __builtin_prefetch(map->slots + home_of(out->hash, map->slot_bits));
    }
}

uint32_t vcl_idmap_guess(const vcl_idmap *map, const vcl_idmap_key *key)
{
    if (map->slots == NULL) {
        return VCL_NONE;
    }
    size_t mask = slot_count(map->slot_bits) - 1;
    size_t i = home_of(key->hash, map->slot_bits);
    while (map->slots[i].occupant != 0 && map->slots[i].hash != key->hash) {
        i = (i + 1) & mask;
    }
    if (map->slots[i].occupant != 0) {
        __builtin_prefetch((const union vcl_idmap_id *)map->ids.items + map->slots[i].occupant - 1);
    }
    return map->slots[i].occupant - 1;
}

vcl_status vcl_idmap_intern_key(vcl_idmap *map, const vcl_idmap_key *key, uint32_t *out,
                                vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct vcl_idmap_slot *slot = NULL;

    assert(map->slots != NULL || map->ids.count == 0); /* not sealed */
    TRY(make_room(map, err));
    slot = slot_of(map, key);
    if (slot->occupant == 0) {
        TRY(add(map, key, slot, err));
    }
    *out = slot->occupant - 1;
done:
    return status;
}

uint32_t vcl_idmap_find(const vcl_idmap *map, vcl_slice id)
{
    vcl_idmap_key key;

    if (map->slots == NULL) {
        return VCL_NONE;
    }
    make_key(map, id, &key);
    return slot_of(map, &key)->occupant - 1; /* 0 - 1 is VCL_NONE */
}

vcl_status vcl_idmap_intern(vcl_idmap *map, vcl_slice id, uint32_t *out, vcl_error *err)
{
    vcl_idmap_key key;

    make_key(map, id, &key);
    return vcl_idmap_intern_key(map, &key, out, err);
}

const char *vcl_idmap_name(const vcl_idmap *map, uint32_t number)
{
    const union vcl_idmap_id *id = (const union vcl_idmap_id *)map->ids.items + number;

    assert(number < map->ids.count);
    return id->elsewhere.mark == LONG ? id->elsewhere.text : id->text;
}

uint32_t vcl_idmap_count(const vcl_idmap *map)
{
    return (uint32_t)map->ids.count;
}

size_t vcl_idmap_size(const vcl_idmap *map)
{
    return map->size;
}

/* The bytes of a text up to its NUL, at most eight; the first stands highest. */
static uint64_t bytes_of(const char *text)
{
    uint64_t bytes = 0;

    for (unsigned i = 0; i < 8 && text[i] != '\0'; i++) {
        bytes |= (uint64_t)(unsigned char)text[i] << (56 - 8 * i);
    }
    return bytes;
}

uint64_t vcl_idmap_bytes(const vcl_idmap *map, uint32_t number, size_t offset)
{
    return bytes_of(vcl_idmap_name(map, number) + offset);
}

int vcl_idmap_compare(const vcl_idmap *map, uint32_t a, uint32_t b)
{
    return strcmp(vcl_idmap_name(map, a), vcl_idmap_name(map, b));
}
