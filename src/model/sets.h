/* Sets of products, each stored once: set 0 is the empty set, which means "not stated, so any".
 *
 * Invariants: the items of a set are sorted and distinct; equal sets have one number. */
#ifndef MODEL_SETS_H
#define MODEL_SETS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/array.h"

typedef struct vcl_sets {
    vcl_array starts; /* of uint32_t, one more than there are sets */
    vcl_array items; /* of uint32_t */
    uint32_t *slots; /* open addressing over sets, VCL_NONE where free */
    size_t slot_count;
} vcl_sets;

/* A view of one set. */
typedef struct vcl_set {
    const uint32_t *items;
    uint32_t count;
} vcl_set;

/* Holds the empty set from the start. VCL_ERROR_MEMORY; release it in any case. */
vcl_status vcl_sets_init(vcl_sets *sets, vcl_error *err);
void vcl_sets_release(vcl_sets *sets);

/* The number of the set of `items[0 .. count)`, which are sorted and made distinct in place.
 * Expected O(count log count). VCL_ERROR_MEMORY. */
vcl_status vcl_sets_intern(vcl_sets *sets, uint32_t *items, uint32_t count, uint32_t *out,
                           vcl_error *err);

uint32_t vcl_sets_count(const vcl_sets *sets);

/* Valid until the next intern. */
vcl_set vcl_sets_at(const vcl_sets *sets, uint32_t set);

/* Does the set hold `item`? The empty set holds only what it lists: nothing. O(log n). */
bool vcl_set_contains(vcl_set set, uint32_t item);

/* Renames every item by rename[item] and gives the sets the order of their contents, so that set
 * numbers no longer depend on the order of records. `*moved` is the new number of each old set, for
 * the caller to free. VCL_ERROR_MEMORY. */
vcl_status vcl_sets_canonical(vcl_sets *sets, const uint32_t *rename, uint32_t **moved,
                              vcl_error *err);

#endif
