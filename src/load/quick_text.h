/* Texts of plain records, eight bytes at a time. */
#ifndef LOAD_QUICK_TEXT_H
#define LOAD_QUICK_TEXT_H

#include "load/quick.h"

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
