/* Memory for many small texts that live and die together. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/try.h"

struct vcl_arena_block {
    struct vcl_arena_block *next;
    size_t used;
    size_t capacity;
    alignas(max_align_t) char bytes[];
};

/* Blocks double from the first size to the last, so that small tables stay small. */
static const size_t first_block = 1024;
static const size_t last_block = 65536;

void vcl_arena_release(vcl_arena *arena)
{
    struct vcl_arena_block *block = arena->blocks;

    while (block != NULL) {
        struct vcl_arena_block *next = block->next;
        free(block);
        block = next;
    }
    arena->blocks = NULL;
}

static size_t next_capacity(const vcl_arena *arena, size_t size)
{
    size_t capacity = first_block;

    if (arena->blocks != NULL) {
        capacity = arena->blocks->capacity < last_block ? arena->blocks->capacity * 2 : last_block;
    }
    return capacity > size ? capacity : size;
}

/* A block with room for `size` bytes becomes the first, the one that is filled. */
static vcl_status add_block(vcl_arena *arena, size_t size, vcl_error *err)
{
    size_t capacity = next_capacity(arena, size);
    struct vcl_arena_block *block = NULL;

    if (capacity <= SIZE_MAX - sizeof *block) {
        block = malloc(sizeof *block + capacity);
    }
    if (block == NULL) {
        return vcl_fail_memory(err);
    }
    block->next = arena->blocks;
    block->used = 0;
    block->capacity = capacity;
    arena->blocks = block;
    return VCL_OK;
}

/* `alignment` is a power of two. */
static vcl_status take(vcl_arena *arena, size_t size, size_t alignment, char **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct vcl_arena_block *block = arena->blocks;
    size_t start = block != NULL ? (block->used + alignment - 1) & ~(alignment - 1) : 0;

    if (block == NULL || start > block->capacity || size > block->capacity - start) {
        TRY(add_block(arena, size, err));
        block = arena->blocks;
        start = 0;
    }
    block->used = start + size;
    *out = block->bytes + start;
done:
    return status;
}

vcl_status vcl_arena_copy(vcl_arena *arena, vcl_slice text, const char **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    char *copy = NULL;

    if (text.size == SIZE_MAX) {
        return vcl_fail_memory(err);
    }
    TRY(take(arena, text.size + 1, 1, &copy, err));
    if (text.size > 0) {
        memcpy(copy, text.bytes, text.size);
    }
    copy[text.size] = '\0';
    *out = copy;
done:
    return status;
}

vcl_status vcl_arena_alloc(vcl_arena *arena, size_t size, void *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    char *bytes = NULL;

    TRY(take(arena, size, alignof(max_align_t), &bytes, err));
    memcpy(out, &bytes, sizeof bytes); /* `out` may be the address of any object pointer */
done:
    return status;
}

vcl_slice vcl_slice_from(vcl_slice text, size_t offset)
{
    /* An empty one may have no bytes at all. */
    return offset == 0 ? text : (vcl_slice){ text.bytes + offset, text.size - offset };
}

vcl_slice vcl_slice_of(const char *text)
{
    return (vcl_slice){ text, text != NULL ? strlen(text) : 0 };
}
