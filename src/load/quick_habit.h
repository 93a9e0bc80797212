/* How a file is used to writing its objects: which key follows which, and with what spacing.
 *
 * A field is told by what was last seen there: the bytes from the value before it up to its own
 * (`, "place": `), compared as a whole. Where they differ, the key is read byte by byte, and what is
 * found is tried first the next time. */
#ifndef LOAD_QUICK_HABIT_H
#define LOAD_QUICK_HABIT_H

#include "load/field.h"
#include "load/quick_bytes.h"

struct vcl_quick;
struct vcl_quick_slot;

/* Reads a value into `record`. What follows it, or NULL where it is refused. At least
 * VCL_QUICK_ROOM bytes may be read at `at`. */
typedef const char *vcl_quick_reader(struct vcl_quick *quick, const char *at,
                                     struct vcl_quick_slot *slot, void *record);

/* A field that we know. */
typedef struct vcl_quick_field {
    const char *key;
    vcl_quick_reader *read;
    size_t offset; /* in the record, for readers of one value */
    const vcl_words *words;
    const vcl_range *range;
} vcl_quick_field;

/* What an object may hold; `others` reads keys that we do not know, NULL refuses them. */
typedef struct vcl_quick_shape {
    const vcl_quick_field *fields;
    size_t count;
    vcl_quick_reader *others;
} vcl_quick_shape;

enum {
    VCL_QUICK_ROOM = 32, /* bytes that readers may look at unasked */
    VCL_QUICK_SLOTS = 32,
    VCL_QUICK_KEY = 24, /* bytes of a key that we do not know, at most */
    VCL_QUICK_GUESSES = 2,
};

/* What was seen between two values, and the slot of the second. */
typedef struct vcl_quick_guess {
    vcl_quick_run between;
    struct vcl_quick_slot *slot;
} vcl_quick_guess;

/* A key: slot 0 is the opening brace, i + 1 the shape's field i; others come as they are found. */
typedef struct vcl_quick_slot {
    vcl_quick_reader *read;
    size_t offset;
    uint64_t bit; /* its own */
    const vcl_quick_field *field; /* NULL for a key that we do not know */
    vcl_quick_guess guesses[VCL_QUICK_GUESSES]; /* what comes next, the latest first */
    vcl_quick_run word; /* a field of words: the latest, in its quotation marks */
    uint8_t word_index; /* its index */
    char key[VCL_QUICK_KEY + 1]; /* that we do not know */
} vcl_quick_slot;

typedef struct vcl_quick_habit {
    const vcl_quick_shape *shape;
    uint32_t slot_count;
    vcl_quick_slot slots[VCL_QUICK_SLOTS];
} vcl_quick_habit;

/* `shape` must outlive it. It must not be copied: slots point to each other. */
void vcl_quick_habit_init(vcl_quick_habit *habit, const vcl_quick_shape *shape);

/* What follows `before` (slot 0: the opening brace) at *at, which is then behind it, at a value: the
 * value's slot; slot 0 where the object ends, *at then at the brace; NULL where it is refused. */
vcl_quick_slot *vcl_quick_next(struct vcl_quick *quick, vcl_quick_habit *habit,
                               vcl_quick_slot *before, const char **at);

/* Reads an object at `at` field by field into `record`. What follows it, or NULL. */
const char *vcl_quick_object(struct vcl_quick *quick, vcl_quick_habit *habit, const char *at,
                             void *record);

#endif
