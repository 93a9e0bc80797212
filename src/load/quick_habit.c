/* How a file is used to writing its objects, and reading them by it. */
#include "load/quick_habit.h"

#include <assert.h>
#include <string.h>

#include "base/unicode.h"
#include "load/quick_parts.h"
#include "load/quick_text.h"

enum { GUESS_SIZE = 24 };

void vcl_quick_habit_init(vcl_quick_habit *habit, const vcl_quick_shape *shape)
{
    assert(shape->count < VCL_QUICK_SLOTS);
    memset(habit, 0, sizeof *habit);
    habit->shape = shape;
    memcpy(habit->fields + 1, shape->fields, shape->count * sizeof *shape->fields);
    habit->slot_count = (uint32_t)shape->count + 1;
}

static bool fits(const vcl_quick_guess *guess, const char *at)
{
    uint64_t other = 0;

    for (size_t i = 0; i < 3; i++) {
        other |= (vcl_quick_word(at + 8 * i) ^ guess->words[i]) & guess->masks[i];
    }
    return other == 0 && guess->size > 0;
}

/* Remembers that the bytes up to `value` led from slot `before` to `slot`. */
static void learn(vcl_quick_habit *habit, uint32_t before, uint32_t slot, const char *at,
                  const char *value)
{
    vcl_quick_guess *guesses = habit->guesses[before];
    size_t size = (size_t)(value - at);
    char bytes[GUESS_SIZE] = { 0 };
    char mask[GUESS_SIZE] = { 0 };

    if (size > GUESS_SIZE) {
        return;
    }
    memmove(guesses + 1, guesses, (VCL_QUICK_GUESSES - 1) * sizeof *guesses);
    memcpy(bytes, at, size);
    memset(mask, 0xFF, size);
    for (size_t i = 0; i < 3; i++) {
        guesses->words[i] = vcl_quick_word(bytes + 8 * i);
        guesses->masks[i] = vcl_quick_word(mask + 8 * i);
    }
    guesses->size = (uint8_t)size;
    guesses->slot = (uint8_t)slot;
}

/* The slot of a key that our shape does not have: keys are told apart only so that none stands
 * twice. */
static uint32_t slot_of_other(vcl_quick_habit *habit, vcl_slice key)
{
    uint32_t slot = (uint32_t)habit->shape->count + 1;

    if (habit->shape->others == NULL || key.size > VCL_QUICK_KEY) {
        return VCL_QUICK_REFUSED;
    }
    while (slot < habit->slot_count && (strlen(habit->others[slot]) != key.size ||
                                        memcmp(habit->others[slot], key.bytes, key.size) != 0)) {
        slot++;
    }
    if (slot == VCL_QUICK_SLOTS || !vcl_unicode_valid(key, NULL)) {
        return VCL_QUICK_REFUSED;
    }
    if (slot == habit->slot_count) {
        memcpy(habit->others[slot], key.bytes, key.size);
        habit->fields[slot].read = habit->shape->others;
        habit->slot_count++;
    }
    return slot;
}

static uint32_t slot_of(vcl_quick_habit *habit, vcl_slice key)
{
    for (uint32_t slot = 1; slot <= habit->shape->count; slot++) {
        const char *known = habit->fields[slot].key;
        if (strncmp(known, key.bytes, key.size) == 0 && known[key.size] == '\0') {
            return slot;
        }
    }
    return slot_of_other(habit, key);
}

/* A key without escapes. What follows it, or NULL. */
static const char *read_key(const vcl_quick *quick, const char *at, vcl_slice *key)
{
    const char *begin = at + 1;

    if (*at != '"') {
        return NULL;
    }
    for (at = begin; quick->end - at >= VCL_QUICK_ROOM; at += 8) {
        uint64_t stops = vcl_quick_stops(vcl_quick_word(at));
        if (stops != 0) {
            at += vcl_quick_first(stops);
            *key = (vcl_slice){ begin, (size_t)(at - begin) };
            return *at == '"' ? at + 1 : NULL;
        }
    }
    return NULL;
}

/* Reads what stands between two values byte by byte. The slot that it leads to; *at is then that of
 * its value, or behind the closing brace. */
static uint32_t spell(vcl_quick *quick, vcl_quick_habit *habit, uint32_t before, const char **at)
{
    const char *begin = *at;
    const char *next = vcl_quick_space(quick, begin);
    vcl_slice key = { 0 };
    uint32_t slot = VCL_QUICK_REFUSED;

    if (next != NULL && *next == '}') {
        *at = next + 1;
        return VCL_QUICK_CLOSING;
    }
    if (next != NULL && before != VCL_QUICK_OPENING) {
        next = *next == ',' ? vcl_quick_space(quick, next + 1) : NULL;
    }
    next = next == NULL ? NULL : read_key(quick, next, &key);
    next = next == NULL ? NULL : vcl_quick_space(quick, next);
    next = next == NULL || *next != ':' ? NULL : vcl_quick_space(quick, next + 1);
    if (next == NULL) {
        return VCL_QUICK_REFUSED;
    }
    slot = slot_of(habit, key);
    if (slot != VCL_QUICK_REFUSED) {
        learn(habit, before, slot, begin, next);
        *at = next;
    }
    return slot;
}

/* The slot behind `before`, and *at behind what leads to it. */
static uint32_t follow(vcl_quick *quick, vcl_quick_habit *habit, uint32_t before, const char **at)
{
    const vcl_quick_guess *guess = habit->guesses[before];

    if (quick->end - *at < VCL_QUICK_ROOM) {
        return VCL_QUICK_REFUSED;
    }
    if (**at == '}') {
        (*at)++;
        return VCL_QUICK_CLOSING;
    }
    for (size_t i = 0; i < VCL_QUICK_GUESSES; i++, guess++) {
        if (fits(guess, *at)) {
            *at += guess->size;
            return guess->slot;
        }
    }
    return spell(quick, habit, before, at);
}

static const char *pass_null(const char *at)
{
    return memcmp(at, "null", 4) == 0 ? at + 4 : NULL;
}

const char *vcl_quick_object(vcl_quick *quick, vcl_quick_habit *habit, const char *at, void *record)
{
    uint32_t seen = 0; /* slots, bit by bit */
    uint32_t slot = VCL_QUICK_OPENING;

    if (*at++ != '{') {
        return NULL;
    }
    while (at != NULL) {
        slot = follow(quick, habit, slot, &at);
        if (slot == VCL_QUICK_CLOSING) {
            return at;
        }
        if (slot == VCL_QUICK_REFUSED || (seen >> slot & 1) != 0 ||
            quick->end - at < VCL_QUICK_ROOM) {
            return NULL;
        }
        seen |= UINT32_C(1) << slot;
        at = *at == 'n' ? pass_null(at)
                        : habit->fields[slot].read(quick, at, habit->fields + slot, record);
    }
    return NULL;
}
