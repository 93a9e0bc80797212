/* How a file is used to writing its objects: which key follows which, and with what spacing.
 *
 * A field's place is told by what was last seen there: the bytes from the value before it up to its
 * own (`, "place": `), compared as a whole. Where they differ, the key is read byte by byte, and
 * what is found is tried first the next time. A key that repeats is told by its slot. */
#ifndef LOAD_QUICK_HABIT_H
#define LOAD_QUICK_HABIT_H

#include <stdbool.h>
#include <stdint.h>

#include "load/field.h"

struct vcl_quick;
struct vcl_quick_field;

/* Reads a value into `record`. What follows it, or NULL where it is refused. At least
 * VCL_QUICK_ROOM bytes are in sight. */
typedef const char *vcl_quick_reader(struct vcl_quick *quick, const char *at,
                                     const struct vcl_quick_field *field, void *record);

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
    VCL_QUICK_ROOM = 32, /* bytes behind a place that readers may look at unasked */
    VCL_QUICK_OPENING = 0, /* the slot of the opening brace; that of fields[i] is i + 1 */
    VCL_QUICK_SLOTS = 32, /* keys beyond those of the shape are numbered as they come */
    VCL_QUICK_CLOSING, /* the closing brace */
    VCL_QUICK_REFUSED,
    VCL_QUICK_KEY = 24, /* bytes of a key that we do not know, at most */
    VCL_QUICK_GUESSES = 2,
};

/* Bytes that were seen between two values, and the slot that they lead to. */
typedef struct vcl_quick_guess {
    uint64_t words[3];
    uint64_t masks[3]; /* all ones for the bytes that count */
    uint8_t size; /* 0: there is none */
    uint8_t slot;
} vcl_quick_guess;

typedef struct vcl_quick_habit {
    const vcl_quick_shape *shape;
    vcl_quick_field fields[VCL_QUICK_SLOTS]; /* by slot */
    uint32_t slot_count;
    vcl_quick_guess guesses[VCL_QUICK_SLOTS][VCL_QUICK_GUESSES]; /* by the slot before */
    char others[VCL_QUICK_SLOTS][VCL_QUICK_KEY + 1]; /* keys that we do not know, by slot */
} vcl_quick_habit;

/* `shape` must outlive it. */
void vcl_quick_habit_init(vcl_quick_habit *habit, const vcl_quick_shape *shape);

/* Reads an object at `at` field by field into `record`. What follows it, or NULL. */
const char *vcl_quick_object(struct vcl_quick *quick, vcl_quick_habit *habit, const char *at,
                             void *record);

#endif
