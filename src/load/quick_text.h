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

/* The same, and for bytes beyond ASCII, blanks and exclamation marks: what is plain is found in fewer
 * steps. */
static inline uint64_t vcl_quick_ends_plain(uint64_t word)
{
    uint64_t quotes = word - (uint64_t)('"' + 1) * VCL_EACH_BYTE;
    uint64_t escapes = (word ^ (uint64_t)'\\' * VCL_EACH_BYTE) - VCL_EACH_BYTE;

    return (quotes | escapes | word) & VCL_HIGH_BITS;
}

/* The same for a text that begins at `begin` and is plain up to `at`, but longer than is looked at
 * in one go, or not plain. */
const char *vcl_quick_long_text(vcl_quick *quick, const char *begin, const char *at,
                                vcl_slice *out);

/* A text, its escapes undone and valid. What follows it, or NULL. */
static inline const char *vcl_quick_text(vcl_quick *quick, const char *at, vcl_slice *out)
{
    const char *begin = at + 1;
    uint64_t ends = vcl_quick_ends_plain(vcl_quick_word(begin));

    if (*at != '"') {
        return NULL;
    }
    at = begin;
    if (ends == 0) {
        at += 8;
        ends = vcl_quick_ends_plain(vcl_quick_word(at));
    }
    at += ends == 0 ? 8 : vcl_quick_first(ends);
    if (ends == 0 || *at != '"') {
        return vcl_quick_long_text(quick, begin, at, out);
    }
    *out = (vcl_slice){ begin, (size_t)(at - begin) };
    return at + 1;
}

/* An empty one; with escapes, none is. */
static inline bool vcl_quick_is_empty_text(const char *at)
{
    return at[0] == '"' && at[1] == '"';
}

#endif
