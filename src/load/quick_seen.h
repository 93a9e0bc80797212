/* Values that were seen lately, known again by their bytes: neighbours live in one place, and most
 * farmers list one or two of a few products. */
#ifndef LOAD_QUICK_SEEN_H
#define LOAD_QUICK_SEEN_H

#include "base/hash.h"
#include "load/quick_bytes.h"

enum { VCL_QUICK_SEEN_BITS = 9, VCL_QUICK_SEEN = 1 << VCL_QUICK_SEEN_BITS, VCL_QUICK_SEEN_IDS = 2 };

/* A value with its quotation marks or brackets, so that none is the beginning of another. */
typedef struct vcl_quick_value {
    vcl_quick_run run;
    uint32_t number; /* no other value had it, has it or will have it */
    uint32_t id_count;
    struct {
        uint8_t begin;
        uint8_t size;
    } ids[VCL_QUICK_SEEN_IDS]; /* that it holds */
} vcl_quick_value;

/* By a hash of the first sixteen bytes from the value on, one a slot. */
typedef struct vcl_quick_seen {
    vcl_quick_value values[VCL_QUICK_SEEN];
} vcl_quick_seen;

static inline void vcl_quick_seen_init(vcl_quick_seen *seen)
{
    for (uint32_t i = 0; i < VCL_QUICK_SEEN; i++) {
        seen->values[i] = (vcl_quick_value){ .run = VCL_QUICK_NO_RUN, .number = i };
    }
}

/* The slot of a value, which may hold another one. Sixteen bytes may be read. */
static inline vcl_quick_value *vcl_quick_seen_at(vcl_quick_seen *seen, const char *at)
{
    uint64_t mixed = vcl_hash_mix(vcl_quick_word(at), vcl_quick_word(at + 8));

    return seen->values + (mixed >> (64 - VCL_QUICK_SEEN_BITS));
}

/* Puts the value from `begin` to `end`, whose ids are to be set then, in its slot. False where it is
 * too long; it is not seen then. */
static inline bool vcl_quick_see(vcl_quick_value *value, const char *begin, const char *end)
{
    if (end - begin > VCL_QUICK_RUN || value->number > UINT32_MAX - VCL_QUICK_SEEN) {
        return false;
    }
    vcl_quick_run_set(&value->run, begin, end);
    value->number += VCL_QUICK_SEEN;
    value->id_count = 0;
    return true;
}

#endif
