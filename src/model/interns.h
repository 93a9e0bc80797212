/* Items of one size, each stored once and numbered 0, 1, 2 … in the order of their first
 * appearance. Items are compared by their bytes: they hold no padding and no pointers. */
#ifndef MODEL_INTERNS_H
#define MODEL_INTERNS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/array.h"
#include "base/hash.h"

typedef struct vcl_interns {
    vcl_array items;
    uint32_t *slots; /* open addressing: an item's number + 1, 0 where free */
    size_t slot_count; /* a power of two, or 0 */
    vcl_hash_key key;
    uint32_t last; /* the number that was asked for last */
} vcl_interns;

/* Nothing yet; allocates nothing. Items are whole words of eight bytes. */
void vcl_interns_init(vcl_interns *interns, size_t item_size);
void vcl_interns_release(vcl_interns *interns);

/* The number of a copy of *item. Expected O(1). VCL_ERROR_MEMORY. */
vcl_status vcl_interns_number(vcl_interns *interns, const void *item, uint32_t *out,
                              vcl_error *err);

/* Frees what only finding needs; the items stay. */
void vcl_interns_seal(vcl_interns *interns);

#endif
