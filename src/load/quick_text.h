/* Texts of plain records, eight bytes at a time. */
#ifndef LOAD_QUICK_TEXT_H
#define LOAD_QUICK_TEXT_H

#include <string.h>

#include "load/quick.h"

#define VCL_EACH_BYTE UINT64_C(0x0101010101010101)
#define VCL_HIGH_BITS (UINT64_C(0x80) * VCL_EACH_BYTE)

/* Eight bytes, the first the lowest. */
static inline uint64_t vcl_quick_word(const char *at)
{
    unsigned char bytes[8];

    memcpy(bytes, at, sizeof bytes);
    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 |
           (uint64_t)bytes[3] << 24 | (uint64_t)bytes[4] << 32 | (uint64_t)bytes[5] << 40 |
           (uint64_t)bytes[6] << 48 | (uint64_t)bytes[7] << 56;
}

/* High bits of which the lowest marks the first byte that is a quotation mark, a backslash or a
 * control; bytes beyond ASCII are passed over. A subtraction borrows only from behind such a byte,
 * so that higher bits may be wrong but never the lowest. */
static inline uint64_t vcl_quick_stops(uint64_t word)
{
    uint64_t quotes = (word ^ (uint64_t)'"' * VCL_EACH_BYTE) - VCL_EACH_BYTE;
    uint64_t escapes = (word ^ (uint64_t)'\\' * VCL_EACH_BYTE) - VCL_EACH_BYTE;
    uint64_t controls = word - (uint64_t)' ' * VCL_EACH_BYTE;

    return (quotes | escapes | controls) & ~word & VCL_HIGH_BITS;
}

/* The index of the lowest byte whose high bit is set; `bits` must not be 0. */
static inline size_t vcl_quick_first(uint64_t bits)
{
    return (size_t)__builtin_ctzll(bits) / 8;
}

/* The same for a text that is not plain ASCII up to `at`, within the text that begins at `begin`. */
const char *vcl_quick_rest_of_text(vcl_quick *quick, const char *begin, const char *at,
                                   vcl_slice *out);

/* A text, its escapes undone and valid. What follows it, or NULL. */
static inline const char *vcl_quick_text(vcl_quick *quick, const char *at, vcl_slice *out)
{
    const char *begin = at + 1;

    if (*at != '"') {
        return NULL;
    }
    for (at = begin; quick->end - at >= VCL_QUICK_ROOM; at += 8) {
        uint64_t word = vcl_quick_word(at);
        uint64_t stops = vcl_quick_stops(word) | (word & VCL_HIGH_BITS);
        if (stops != 0) {
            at += vcl_quick_first(stops);
            if (*at != '"') {
                return vcl_quick_rest_of_text(quick, begin, at, out);
            }
            *out = (vcl_slice){ begin, (size_t)(at - begin) };
            return at + 1;
        }
    }
    return NULL;
}

#endif
