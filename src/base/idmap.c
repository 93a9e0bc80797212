/* From ids to dense numbers. */
#include "base/idmap.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/idmap_parts.h"
#include "base/memory.h"
#include "base/try.h"

static const unsigned first_slot_bits = 6;

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

static uint32_t upper_half(uint64_t hash)
{
    return (uint32_t)(hash >> 32);
}

vcl_idmap_key vcl_idmap_key_of_short(const vcl_idmap *map, const vcl_short_id *id)
{
    uint64_t hash = vcl_hash_pair(&map->key, id->words[0], id->words[1]);

    return (vcl_idmap_key){ .own = *id, .hash = upper_half(hash), .guess = VCL_NONE };
}

static vcl_idmap_key key_of(const vcl_idmap *map, vcl_slice id)
{
    if (id.size <= VCL_SHORT_ID) {
        vcl_short_id own = vcl_short_id_of(id);
        return vcl_idmap_key_of_short(map, &own);
    }
    uint64_t hash = vcl_hash_bytes(&map->key, id.bytes, id.size);
    return (vcl_idmap_key){ .text = id, .hash = upper_half(hash), .guess = VCL_NONE };
}

/* Ids hold no NUL, so strncmp() never passes the end of a name. */
static bool is_at(const vcl_idmap *map, uint32_t number, const vcl_idmap_key *sought)
{
    const union vcl_idmap_id *there = vcl_idmap_at(map, number);

    if (sought->text.size == 0) {
        return vcl_short_id_equal(&there->own, &sought->own);
    }
    return !vcl_idmap_is_short(there) &&
           strncmp(there->elsewhere.text, sought->text.bytes, sought->text.size) == 0 &&
           there->elsewhere.text[sought->text.size] == '\0';
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

struct vcl_idmap_slot *vcl_idmap_slot_of(const vcl_idmap *map, const vcl_idmap_key *sought)
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

vcl_status vcl_idmap_make_room(vcl_idmap *map, size_t more, vcl_error *err)
{
    vcl_status status = VCL_OK;
    unsigned slot_bits = map->slots != NULL ? map->slot_bits : first_slot_bits;
    size_t old_count = map->slots != NULL ? slot_count(map->slot_bits) : 0;
    struct vcl_idmap_slot *slots = NULL;

    if (map->slotted + more <= old_count / 4 * 3) {
        return VCL_OK;
    }
    while (map->slotted + more > slot_count(slot_bits) / 4 * 3) {
        slot_bits++;
    }
    if (slot_bits > 32) {
        return vcl_fail_memory(err);
    }
    TRY(vcl_alloc_written(&slots, slot_count(slot_bits), sizeof *slots, err));
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

static vcl_status add(vcl_idmap *map, const union vcl_idmap_id *id, size_t size, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (vcl_idmap_count(map) >= VCL_NONE - 1) {
        return vcl_fail_memory(err);
    }
    if (map->ids.count == map->ids.capacity) {
        TRY(vcl_array_make_room(&map->ids, 1, err));
    }
    ((union vcl_idmap_id *)map->ids.items)[map->ids.count++] = *id;
    map->size += size + 1;
done:
    return status;
}

vcl_status vcl_idmap_add_short(vcl_idmap *map, const vcl_short_id *id, vcl_error *err)
{
    return add(map, &(union vcl_idmap_id){ .own = *id }, vcl_short_id_size(id), err);
}

static vcl_status add_key(vcl_idmap *map, const vcl_idmap_key *key, vcl_error *err)
{
    vcl_status status = VCL_OK;
    union vcl_idmap_id id = { .elsewhere.mark = LONG };

    if (key->text.size == 0) {
        return vcl_idmap_add_short(map, &key->own, err);
    }
    TRY(vcl_arena_copy(&map->arena, key->text, &id.elsewhere.text, err));
    TRY(add(map, &id, key->text.size, err));
done:
    return status;
}

void vcl_idmap_key_of(const vcl_idmap *map, const vcl_short_id *id, vcl_idmap_key *out)
{
    *out = vcl_idmap_key_of_short(map, id);
    if (map->slots != NULL) {
        __builtin_prefetch(map->slots + home_of(out->hash, map->slot_bits));
    }
}

uint32_t vcl_idmap_guess(const vcl_idmap *map, vcl_idmap_key *key)
{
    if (map->slots == NULL) {
        return VCL_NONE;
    }
    size_t mask = slot_count(map->slot_bits) - 1;
    size_t i = home_of(key->hash, map->slot_bits);
    while (map->slots[i].occupant != 0 && map->slots[i].hash != key->hash) {
        i = (i + 1) & mask;
    }
    key->guess = map->slots[i].occupant - 1; /* 0 - 1: VCL_NONE */
    if (key->guess != VCL_NONE) {
        __builtin_prefetch(vcl_idmap_at(map, key->guess));
    }
    return key->guess;
}

vcl_status vcl_idmap_intern_key(vcl_idmap *map, const vcl_idmap_key *key, uint32_t *out,
                                vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct vcl_idmap_slot *slot = NULL;

    assert(map->slots != NULL || map->slotted == 0); /* not sealed */
    if (key->guess != VCL_NONE && is_at(map, key->guess, key)) {
        *out = key->guess;
        return VCL_OK;
    }
    TRY(vcl_idmap_make_room(map, 1, err));
    slot = vcl_idmap_slot_of(map, key);
    if (slot->occupant == 0 && vcl_idmap_may_be_in_row(map, key)) {
        TRY(vcl_idmap_give_up_row(map, err));
        TRY(vcl_idmap_make_room(map, 1, err));
        slot = vcl_idmap_slot_of(map, key);
    }
    if (slot->occupant == 0) {
        TRY(add_key(map, key, err));
        map->slotted++;
        *slot = (struct vcl_idmap_slot){ key->hash, vcl_idmap_count(map) };
        if (map->row_count > 0) {
            vcl_idmap_limit_row(map, slot->occupant - 1);
        }
    }
    *out = slot->occupant - 1;
done:
    return status;
}

uint32_t vcl_idmap_find(const vcl_idmap *map, vcl_slice id)
{
    vcl_idmap_key key = key_of(map, id);

    assert(map->row_count == 0);
    return map->slots == NULL ? VCL_NONE
                              : vcl_idmap_slot_of(map, &key)->occupant - 1; /* 0 - 1: VCL_NONE */
}

vcl_status vcl_idmap_intern(vcl_idmap *map, vcl_slice id, uint32_t *out, vcl_error *err)
{
    vcl_idmap_key key = key_of(map, id);

    return vcl_idmap_intern_key(map, &key, out, err);
}

const char *vcl_idmap_name(const vcl_idmap *map, uint32_t number)
{
    assert(number < map->ids.count);
    return vcl_idmap_is_short(vcl_idmap_at(map, number))
               ? vcl_idmap_at(map, number)->own.text
               : vcl_idmap_at(map, number)->elsewhere.text;
}

size_t vcl_idmap_copy(const vcl_idmap *map, uint32_t number, char *out)
{
    const union vcl_idmap_id *id = vcl_idmap_at(map, number);

    if (vcl_idmap_is_short(id)) {
        memcpy(out, id->own.text, sizeof id->own.text);
        return vcl_short_id_size(&id->own) + 1;
    }
    size_t size = strlen(id->elsewhere.text) + 1;
    memcpy(out, id->elsewhere.text, size);
    return size;
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
    const union vcl_idmap_id *first = vcl_idmap_at(map, a);
    const union vcl_idmap_id *second = vcl_idmap_at(map, b);

    if (!vcl_idmap_is_short(first) || !vcl_idmap_is_short(second)) {
        return strcmp(vcl_idmap_name(map, a), vcl_idmap_name(map, b));
    }
    return vcl_short_id_before(&second->own, &first->own) -
           vcl_short_id_before(&first->own, &second->own);
}
