/* Memory for many small texts that live and die together. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include <vclink/status.h>

/* Text by address and length; it need not end in NUL. bytes may be NULL where size is 0. */
typedef struct vcl_slice {
    const char *bytes;
    size_t size;
} vcl_slice;

/* A zeroed arena is empty. Blocks are linked; texts never move. */
typedef struct vcl_arena {
    struct vcl_arena_block *blocks;
} vcl_arena;

void vcl_arena_release(vcl_arena *arena);

/* Copies `text` with a closing NUL. *out stays valid until the arena is released.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_arena_copy(vcl_arena *arena, vcl_slice text, const char **out, vcl_error *err);

/* `size` bytes aligned for any object, not zeroed. VCL_ERROR_MEMORY. */
vcl_status vcl_arena_alloc(vcl_arena *arena, size_t size, void *out, vcl_error *err);

/* The slice of a NUL-terminated text; NULL gives an empty one. */
vcl_slice vcl_slice_of(const char *text);

static inline bool vcl_slice_equal(vcl_slice a, vcl_slice b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.bytes, b.bytes, a.size) == 0);
}

/* What follows the first `offset` bytes, at most text.size. */
vcl_slice vcl_slice_from(vcl_slice text, size_t offset);

#endif
