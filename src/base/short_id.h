/* An id of up to fifteen bytes, as nearly all are, in two words: copied, compared and hashed without
 * a loop. */
#ifndef BASE_SHORT_ID_H
#define BASE_SHORT_ID_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

/* Bytes of a short id, at most. */
enum { VCL_SHORT_ID = 15 };

/* The id, filled up with NUL, of which there is at least one. */
typedef union vcl_short_id {
    char text[VCL_SHORT_ID + 1];
    uint64_t words[2];
} vcl_short_id;

/* Is the first byte of a word its lowest? */
static inline bool vcl_low_first(void)
{
    const uint16_t one = 1;

    return *(const char *)&one == 1;
}

/* `id` has at most VCL_SHORT_ID bytes and no NUL. Ids are made by the million: of one of four bytes
 * or more the end is cut from its last four or eight, and the middle one of up to three may be the
 * first or the last. */
static inline vcl_short_id vcl_short_id_of(vcl_slice id)
{
    vcl_short_id out = { .words = { 0 } };
    uint32_t half = 0;

    if (vcl_low_first() && id.size > 8) {
        memcpy(out.words, id.bytes, 8);
        memcpy(out.words + 1, id.bytes + id.size - 8, 8);
        out.words[1] >>= 8 * (16 - id.size);
    } else if (vcl_low_first() && id.size >= 4) {
        memcpy(&half, id.bytes, 4);
        out.words[0] = half;
        memcpy(&half, id.bytes + id.size - 4, 4);
        out.words[0] |= (uint64_t)half << 8 * (id.size - 4);
    } else if (vcl_low_first() && id.size > 0 && id.size < 4) {
        size_t places[3] = { 0, id.size / 2, id.size - 1 };
        for (size_t i = 0; i < 3; i++) {
            out.words[0] |= (uint64_t)(unsigned char)id.bytes[places[i]] << 8 * places[i];
        }
    } else {
        for (size_t i = 0; i < id.size; i++) {
            out.text[i] = id.bytes[i];
        }
    }
    return out;
}

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

/* A word that compares as its bytes do. */
static inline uint64_t vcl_word_in_order(uint64_t word)
{
    return vcl_low_first() ? __builtin_bswap64(word) : word;
}

/* Does `a` come before `b` in byte order? */
static inline bool vcl_short_id_before(const vcl_short_id *a, const vcl_short_id *b)
{
    unsigned word = a->words[0] == b->words[0] ? 1 : 0;

    return vcl_word_in_order(a->words[word]) < vcl_word_in_order(b->words[word]);
}

#endif
