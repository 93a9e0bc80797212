/* Sorting numbers by a key of 64 bits. */
#ifndef BASE_KEYED_H
#define BASE_KEYED_H

#include <stddef.h>
#include <stdint.h>

#include <vclink/status.h>

typedef struct vcl_keyed {
    uint64_t key;
    uint32_t number;
} vcl_keyed;

/* Sorts by key, those of one key as they stood: by counting, a byte of the keys at a time, the lowest
 * first; bytes in which all agree are passed over. O(count) for each other byte.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_keyed_sort(vcl_keyed *items, size_t count, vcl_error *err);

#endif
