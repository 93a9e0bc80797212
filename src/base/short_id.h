/* An id of up to fifteen bytes, as nearly all are, in two words: copied, compared and hashed without
 * a loop. */
#ifndef BASE_SHORT_ID_H
#define BASE_SHORT_ID_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* Bytes of a short id, at most. */
enum { VCL_SHORT_ID = 15 };

/* The id, filled up with NUL, of which there is at least one. */
typedef union vcl_short_id {
    char text[VCL_SHORT_ID + 1];
    uint64_t words[2];
} vcl_short_id;

/* `id` has at most VCL_SHORT_ID bytes and no NUL. */
vcl_short_id vcl_short_id_of(vcl_slice id);

/* Its bytes without the NUL. */
static inline size_t vcl_short_id_size(const vcl_short_id *id)
{
    size_t size = id->words[1] == 0 ? 0 : sizeof id->words[0];

    while (id->text[size] != '\0') {
        size++;
    }
    return size;
}

static inline bool vcl_short_id_equal(const vcl_short_id *a, const vcl_short_id *b)
{
    return ((a->words[0] ^ b->words[0]) | (a->words[1] ^ b->words[1])) == 0;
}

/* Does `a` come before `b` in byte order? */
bool vcl_short_id_before(const vcl_short_id *a, const vcl_short_id *b);

#endif
