/* How a file is used to writing its objects, and reading them by it. */
#include "load/quick_habit.h"

#include <assert.h>
#include <string.h>

#include "base/unicode.h"
#include "load/quick_parts.h"
#include "load/quick_text.h"

/* What leads to a value, and a look at it. */
enum { FIELD_ROOM = VCL_QUICK_RUN + VCL_QUICK_ROOM };

void vcl_quick_habit_init(vcl_quick_habit *habit, const vcl_quick_shape *shape)
{
    assert(shape->count < VCL_QUICK_SLOTS);
    memset(habit, 0, sizeof *habit);
    habit->shape = shape;
    habit->slot_count = (uint32_t)shape->count + 1;
    for (size_t i = 0; i < VCL_QUICK_SLOTS; i++) {
        vcl_quick_slot *slot = habit->slots + i;
        slot->bit = UINT64_C(1) << i;
        slot->word = (vcl_quick_run)VCL_QUICK_NO_RUN;
        for (size_t j = 0; j < VCL_QUICK_GUESSES; j++) {
            slot->guesses[j].between = (vcl_quick_run)VCL_QUICK_NO_RUN;
        }
    }
    for (size_t i = 0; i < shape->count; i++) {
        vcl_quick_slot *slot = habit->slots + i + 1;
        slot->field = shape->fields + i;
        slot->read = slot->field->read;
        slot->offset = slot->field->offset;
    }
}

/* Remembers that the bytes up to `value` led from slot `before` to `slot`. */
static void learn(vcl_quick_slot *before, vcl_quick_slot *slot, const char *at, const char *value)
{
    vcl_quick_guess *guesses = before->guesses;

    memmove(guesses + 1, guesses, (VCL_QUICK_GUESSES - 1) * sizeof *guesses);
    guesses->slot = slot;
    vcl_quick_run_set(&guesses->between, at, value);
    vcl_quick_run_count_lines(&guesses->between, at);
}

static bool is_key(const char *known, vcl_slice key)
{
    return strncmp(known, key.bytes, key.size) == 0 && known[key.size] == '\0';
}

/* The slot of a key that our shape does not have: such keys are told apart only so that none stands
 * twice. NULL where it is refused. */
static vcl_quick_slot *slot_of_other(vcl_quick_habit *habit, vcl_slice key)
{
    uint32_t slot = (uint32_t)habit->shape->count + 1;

    if (habit->shape->others == NULL || key.size > VCL_QUICK_KEY) {
        return NULL;
    }
    while (slot < habit->slot_count && !is_key(habit->slots[slot].key, key)) {
        slot++;
    }
    if (slot == VCL_QUICK_SLOTS || !vcl_unicode_valid(key, NULL)) {
        return NULL;
    }
    if (slot == habit->slot_count) {
        memcpy(habit->slots[slot].key, key.bytes, key.size);
        habit->slots[slot].read = habit->shape->others;
        habit->slot_count++;
    }
    return habit->slots + slot;
}

static vcl_quick_slot *slot_of(vcl_quick_habit *habit, vcl_slice key)
{
    for (uint32_t slot = 1; slot <= habit->shape->count; slot++) {
        if (is_key(habit->slots[slot].field->key, key)) {
            return habit->slots + slot;
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

/* Reads what stands between two values byte by byte. The slot that it leads to, *at then being that
 * of its value: slot 0 for the closing brace, NULL where it is refused. */
static vcl_quick_slot *spell(vcl_quick *quick, vcl_quick_habit *habit, vcl_quick_slot *before,
                             const char **at)
{
    const char *next = vcl_quick_space(quick, *at);
    vcl_quick_slot *slot = NULL;
    vcl_slice key = { 0 };

    if (next != NULL && *next == '}') {
        *at = next;
        return habit->slots;
    }
    if (next != NULL && before != habit->slots) {
        next = *next == ',' ? vcl_quick_space(quick, next + 1) : NULL;
    }
    next = next == NULL ? NULL : read_key(quick, next, &key);
    next = next == NULL ? NULL : vcl_quick_space(quick, next);
    next = next == NULL || *next != ':' ? NULL : vcl_quick_space(quick, next + 1);
    slot = next == NULL ? NULL : slot_of(habit, key);
    if (slot != NULL) {
        learn(before, slot, *at, next);
        *at = next;
    }
    return slot;
}

/* The slot behind `before` if what leads to it is as it was, and *at behind that; or NULL. */
static inline vcl_quick_slot *follow(vcl_quick *quick, const vcl_quick_slot *before,
                                     const char **at)
{
    const vcl_quick_guess *guess = before->guesses;

    for (size_t i = 0; i < VCL_QUICK_GUESSES; i++, guess++) {
        if (vcl_quick_run_fits(&guess->between, *at)) {
            *at += guess->between.size;
            quick->lines += guess->between.lines;
            return guess->slot;
        }
    }
    return NULL;
}

vcl_quick_slot *vcl_quick_next(vcl_quick *quick, vcl_quick_habit *habit, vcl_quick_slot *before,
                               const char **at)
{
    vcl_quick_slot *slot = NULL;

    if (quick->end - *at < FIELD_ROOM) {
        return NULL;
    }
    slot = follow(quick, before, at);
    return slot != NULL ? slot : spell(quick, habit, before, at);
}

static const char *pass_null(const char *at)
{
    return memcmp(at, "null", 4) == 0 ? at + 4 : NULL;
}

const char *vcl_quick_object(vcl_quick *quick, vcl_quick_habit *habit, const char *at, void *record)
{
    uint64_t seen = 0; /* bits of slots */
    vcl_quick_slot *slot = habit->slots;

    if (*at++ != '{') {
        return NULL;
    }
    while (at != NULL && quick->end - at >= FIELD_ROOM) {
        vcl_quick_slot *next = NULL;
        if (*at == '}') {
            return at + 1;
        }
        next = follow(quick, slot, &at);
        if (next == NULL) {
            next = spell(quick, habit, slot, &at);
            if (next == NULL || next == habit->slots) {
                return next == NULL ? NULL : at + 1;
            }
        }
        if ((seen & next->bit) != 0) {
            return NULL;
        }
        seen |= next->bit;
        slot = next;
        at = *at == 'n' ? pass_null(at) : slot->read(quick, at, slot, record);
    }
    return NULL;
}
