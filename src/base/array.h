/* A growable array of items of one size.
 *
 * Invariants: count <= capacity; items is NULL only while capacity is 0; a zeroed struct with
 * item_size set is an empty array. Items move when the array grows. */
#ifndef BASE_ARRAY_H
#define BASE_ARRAY_H

#include <stddef.h>

#include <vclink/status.h>

typedef struct vcl_array {
    void *items;
    size_t count;
    size_t capacity;
    size_t item_size;
} vcl_array;

/* An empty array; allocates nothing. */
void vcl_array_init(vcl_array *array, size_t item_size);

/* Frees the items and leaves an empty array. */
void vcl_array_release(vcl_array *array);

/* Makes room for `capacity` items. VCL_ERROR_MEMORY, the array then unchanged. */
vcl_status vcl_array_reserve(vcl_array *array, size_t capacity, vcl_error *err);

/* Makes room for `more` items beyond the count. Amortised O(more). VCL_ERROR_MEMORY, as above. */
vcl_status vcl_array_make_room(vcl_array *array, size_t more, vcl_error *err);

/* Appends a copy of *item. Amortised O(1). VCL_ERROR_MEMORY, the array then unchanged. */
vcl_status vcl_array_add(vcl_array *array, const void *item, vcl_error *err);

/* Sets the count; new items are zeroed. VCL_ERROR_MEMORY, the array then unchanged. */
vcl_status vcl_array_resize(vcl_array *array, size_t count, vcl_error *err);

/* The items, trimmed, for the caller to free; leaves an empty array. NULL where it is empty. */
void *vcl_array_take(vcl_array *array);

/* Gives back the room beyond the count; keeps the array as it is where that fails. */
void vcl_array_trim(vcl_array *array);

#endif
