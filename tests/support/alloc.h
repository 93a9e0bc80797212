/* Making an allocation fail, so that a test can try each in turn:
 *
 *     for (size_t nth = 1;; nth++) {
 *         fail_allocation(nth);
 *         status = work(&err);
 *         if (allocations_failed() == 0) {
 *             break;
 *         }
 *         assert_int_equal(status, VCL_ERROR_MEMORY);
 *     }
 *
 * Counts calls of malloc, calloc, realloc and strdup in what is linked statically, by the linker's
 * --wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=strdup; those inside shared libraries (igraph,
 * jansson, the C library) neither fail nor count. One thread only. */
#ifndef SUPPORT_ALLOC_H
#define SUPPORT_ALLOC_H

#include <stddef.h>

/* From here on the `nth` allocation fails, the first being 1, and those after it succeed again. 0:
 * none fails. Counts begin anew. */
void fail_allocation(size_t nth);

/* The same, but all that follow it fail as well. */
void fail_allocations_from(size_t nth);

/* Since the last call of one of the above. */
size_t allocations_failed(void);
size_t allocations_made(void); /* the failed ones included */

#endif
