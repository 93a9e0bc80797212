/* Allocating with an error, and asking before taking much memory. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

#include <vclink/memory.h>

/* Stores a zeroed block of `count` items of `size` bytes in the pointer that `out` points to (any
 * object pointer's address). A count of 0 gives a block that may be freed, never NULL. The caller
 * frees it with free(). VCL_ERROR_MEMORY, also where count * size overflows or passes the
 * limit. */
vcl_status vcl_alloc(void *out, size_t count, size_t size, vcl_error *err);

/* The same for a block, most of it to be used, whose items are read before they are written, as sums
 * and tables of slots are. The system first shows zeroes of its own where a page is only read, and
 * stops all processors that the process runs on when it is written after all: here each page is
 * written at once. */
vcl_status vcl_alloc_written(void *out, size_t count, size_t size, vcl_error *err);

/* Smaller blocks are taken without asking. */
enum { VCL_MEMORY_LARGE = 1 << 20 };

/* May the process take `more` bytes beyond what is resident? VCL_ERROR_MEMORY where that passes the
 * limit; the error says what is needed in all. O(1), some microseconds if there is a limit. */
vcl_status vcl_memory_ask(uint64_t more, vcl_error *err);

/* Has work passed the limit? VCL_ERROR_MEMORY then. */
vcl_status vcl_memory_check(vcl_error *err);

/* If *err (NULL is allowed) says that the limit was passed, lets it say what is needed if the work,
 * of which `done` parts of `total` are done, goes on as it has since `before` bytes were resident. */
void vcl_memory_foresee(uint64_t before, uint64_t done, uint64_t total, vcl_error *err);

/* Gives memory that has been freed back to the system, after work that took much of it: else the
 * allocator keeps the holes between what is still in use. Where it knows how. */
void vcl_memory_give_back(void);

/* Bytes of the process that are resident; 0 where that is not known. */
uint64_t vcl_memory_resident(void);

#endif
