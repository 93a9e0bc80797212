/* Marks, one bit each: an eighth of what as many bool take, for what farmers have millions of. */
#ifndef BASE_BITS_H
#define BASE_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { VCL_BITS_OF_WORD = 64 };

/* The words that so many bits take. */
static inline size_t vcl_bits_words(size_t count)
{
    return count / VCL_BITS_OF_WORD + 1;
}

static inline bool vcl_bits_has(const uint64_t *bits, uint32_t index)
{
    return (bits[index / VCL_BITS_OF_WORD] >> index % VCL_BITS_OF_WORD & 1) != 0;
}

static inline void vcl_bits_set(uint64_t *bits, uint32_t index)
{
    bits[index / VCL_BITS_OF_WORD] |= (uint64_t)1 << index % VCL_BITS_OF_WORD;
}

/* Sets the first `count`. O(count / 64). */
static inline void vcl_bits_set_all(uint64_t *bits, size_t count)
{
    for (size_t i = 0; i < count / VCL_BITS_OF_WORD; i++) {
        bits[i] = UINT64_MAX;
    }
    bits[count / VCL_BITS_OF_WORD] |= ((uint64_t)1 << count % VCL_BITS_OF_WORD) - 1;
}

static inline void vcl_bits_clear(uint64_t *bits, uint32_t index)
{
    bits[index / VCL_BITS_OF_WORD] &= ~((uint64_t)1 << index % VCL_BITS_OF_WORD);
}

#endif
