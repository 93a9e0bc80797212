/* Eight bytes at a time, and short runs of bytes that are compared as a whole. */
#ifndef LOAD_QUICK_BYTES_H
#define LOAD_QUICK_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define VCL_EACH_BYTE UINT64_C(0x0101010101010101)
#define VCL_HIGH_BITS (UINT64_C(0x80) * VCL_EACH_BYTE)

enum { VCL_QUICK_RUN = 24 }; /* bytes of a run, at most */

/* Bytes that were seen before. One that saw none has a word that no masked bytes equal. */
typedef struct vcl_quick_run {
    uint64_t words[VCL_QUICK_RUN / 8];
    uint64_t masks[VCL_QUICK_RUN / 8]; /* all ones for the bytes that count */
    uint32_t size;
    uint32_t lines; /* that end in it */
} vcl_quick_run;

#define VCL_QUICK_NO_RUN                                                                           \
    {                                                                                              \
        .words = { 1 }                                                                             \
    }

/* Eight bytes, the first the lowest. */
static inline uint64_t vcl_quick_word(const char *at)
{
    unsigned char bytes[8];

    memcpy(bytes, at, sizeof bytes);
    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 |
           (uint64_t)bytes[3] << 24 | (uint64_t)bytes[4] << 32 | (uint64_t)bytes[5] << 40 |
           (uint64_t)bytes[6] << 48 | (uint64_t)bytes[7] << 56;
}

/* The index of the lowest byte whose high bit is set; `bits` must not be 0. */
static inline size_t vcl_quick_first(uint64_t bits)
{
    return (size_t)__builtin_ctzll(bits) / 8;
}

/* All ones for the first `size` bytes of a word. */
static inline uint64_t vcl_quick_mask(size_t size)
{
    return size < 8 ? (UINT64_C(1) << 8 * size) - 1 : UINT64_MAX;
}

/* Sees the bytes from `begin` to `end`, unless they are too many; VCL_QUICK_RUN may be read. */
static inline void vcl_quick_run_set(vcl_quick_run *run, const char *begin, const char *end)
{
    size_t size = (size_t)(end - begin);

    *run = (vcl_quick_run)VCL_QUICK_NO_RUN;
    if (size > VCL_QUICK_RUN) {
        return;
    }
    for (size_t i = 0; i < VCL_QUICK_RUN / 8; i++) {
        run->masks[i] = size > 8 * i ? vcl_quick_mask(size - 8 * i) : 0;
        run->words[i] = vcl_quick_word(begin + 8 * i) & run->masks[i];
    }
    run->size = (uint32_t)size;
}

/* Counts the lines that end in it. */
static inline void vcl_quick_run_count_lines(vcl_quick_run *run, const char *begin)
{
    for (size_t i = 0; i < run->size; i++) {
        run->lines += begin[i] == '\n';
    }
}

/* Does the run stand at `at`, where VCL_QUICK_RUN bytes may be read? */
static inline bool vcl_quick_run_fits(const vcl_quick_run *run, const char *at)
{
    uint64_t other = ((vcl_quick_word(at) & run->masks[0]) ^ run->words[0]) |
                     ((vcl_quick_word(at + 8) & run->masks[1]) ^ run->words[1]);

    return other == 0 &&
           (run->size <= 16 || (vcl_quick_word(at + 16) & run->masks[2]) == run->words[2]);
}

#endif
