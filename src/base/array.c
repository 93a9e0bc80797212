/* A growable array of items of one size. */
#include "base/array.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/try.h"

static const size_t first_capacity = 8;

void vcl_array_init(vcl_array *array, size_t item_size)
{
    assert(item_size > 0);
    *array = (vcl_array){ .item_size = item_size };
}

void vcl_array_release(vcl_array *array)
{
    free(array->items);
    array->items = NULL;
    array->count = 0;
    array->capacity = 0;
}

vcl_status vcl_array_reserve(vcl_array *array, size_t capacity, vcl_error *err)
{
    void *items = NULL;

    if (capacity <= array->capacity) {
        return VCL_OK;
    }
    if (capacity <= SIZE_MAX / array->item_size) {
        items = realloc(array->items, capacity * array->item_size);
    }
    if (items == NULL) {
        return vcl_fail_memory(err);
    }
    array->items = items;
    array->capacity = capacity;
    return VCL_OK;
}

/* Doubles, so that n items added one by one cost O(n). */
static vcl_status grow(vcl_array *array, size_t count, vcl_error *err)
{
    size_t capacity = array->capacity > 0 ? array->capacity : first_capacity;

    if (count <= array->capacity) {
        return VCL_OK;
    }
    if (capacity < count) {
        capacity = capacity <= SIZE_MAX / 2 ? capacity * 2 : SIZE_MAX;
    }
    return vcl_array_reserve(array, capacity > count ? capacity : count, err);
}

vcl_status vcl_array_make_room(vcl_array *array, size_t more, vcl_error *err)
{
    return grow(array, array->count + more, err);
}

static char *item_at(const vcl_array *array, size_t index)
{
    return (char *)array->items + index * array->item_size;
}

vcl_status vcl_array_add(vcl_array *array, const void *item, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(grow(array, array->count + 1, err));
    memcpy(item_at(array, array->count), item, array->item_size);
    array->count++;
done:
    return status;
}

vcl_status vcl_array_resize(vcl_array *array, size_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(grow(array, count, err));
    if (count > array->count) {
        memset(item_at(array, array->count), 0, (count - array->count) * array->item_size);
    }
    array->count = count;
done:
    return status;
}

void *vcl_array_take(vcl_array *array)
{
    void *items = NULL;

    vcl_array_trim(array);
    items = array->items;
    vcl_array_init(array, array->item_size);
    return items;
}

void vcl_array_trim(vcl_array *array)
{
    void *items = NULL;

    if (array->count == 0) {
        vcl_array_release(array);
        return;
    }
    items = realloc(array->items, array->count * array->item_size);
    if (items != NULL) {
        array->items = items;
        array->capacity = array->count;
    }
}
