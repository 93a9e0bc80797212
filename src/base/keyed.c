/* Sorting by counting, from the lowest byte of the keys to the highest (Seward 1954). */
#include "base/keyed.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"

enum { KEY_BYTES = 8, VALUES = 256 };

static unsigned byte_of(uint64_t key, unsigned byte)
{
    return (unsigned)(key >> 8 * byte & 0xFF);
}

/* The bits in which not all keys agree. */
static uint64_t differing_bits(const vcl_keyed *items, size_t count)
{
    uint64_t differing = 0;

    for (size_t i = 1; i < count; i++) {
        differing |= items[i].key ^ items[0].key;
    }
    return differing;
}

static void deal(const vcl_keyed *from, vcl_keyed *to, size_t count, unsigned byte)
{
    size_t next[VALUES + 1] = { 0 }; /* by value: where its next item goes */

    for (size_t i = 0; i < count; i++) {
        next[byte_of(from[i].key, byte) + 1]++;
    }
    for (size_t value = 0; value < VALUES; value++) {
        next[value + 1] += next[value];
    }
    for (size_t i = 0; i < count; i++) {
        to[next[byte_of(from[i].key, byte)]++] = from[i];
    }
}

vcl_status vcl_keyed_sort(vcl_keyed *items, size_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint64_t differing = differing_bits(items, count);
    vcl_keyed *room = NULL;
    vcl_keyed *from = items;
    vcl_keyed *to = NULL;

    TRY(vcl_alloc(&room, count, sizeof *room, err));
    to = room;
    for (unsigned byte = 0; byte < KEY_BYTES; byte++) {
        if (byte_of(differing, byte) != 0) {
            deal(from, to, count, byte);
            from = to;
            to = from == items ? room : items;
        }
    }
    if (from != items) {
        memcpy(items, from, count * sizeof *items);
    }
done:
    free(room);
    return status;
}
