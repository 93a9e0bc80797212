/* Making an allocation fail, by the linker's --wrap. */
#include "support/alloc.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>

static struct {
    size_t first; /* that fails */
    size_t last;
    size_t made;
    size_t failed;
} state;

void fail_allocation(size_t nth)
{
    state.first = nth;
    state.last = nth;
    state.made = 0;
    state.failed = 0;
}

void fail_allocations_from(size_t nth)
{
    fail_allocation(nth);
    state.last = SIZE_MAX;
}

size_t allocations_failed(void)
{
    return state.failed;
}

size_t allocations_made(void)
{
    return state.made;
}

static bool fails(void)
{
    state.made++;
    if (state.first == 0 || state.made < state.first || state.made > state.last) {
        return false;
    }
    state.failed++;
    errno = ENOMEM;
    return true;
}

/* The linker sends calls of malloc() to __wrap_malloc() and those of __real_malloc() to malloc(). */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
char *__real_strdup(const char *text);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
char *__wrap_strdup(const char *text);

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *block, size_t size)
{
    return fails() ? NULL : __real_realloc(block, size);
}

char *__wrap_strdup(const char *text)
{
    return fails() ? NULL : __real_strdup(text);
}
