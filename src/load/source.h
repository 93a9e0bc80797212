/* The bytes of a dataset, from a file, standard input or memory, seen through a window.
 *
 * The window holds what was read and not yet dropped. It grows by one block, and only when asked,
 * so memory goes to the current record alone. A failure is remembered: the window then grows no
 * more, as at the end, and vcl_source_status() tells. */
#ifndef LOAD_SOURCE_H
#define LOAD_SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include <vclink/chain.h>

#include "base/arena.h"
#include "load/ahead.h"

enum { VCL_BLOCK_SIZE = 256 * 1024 };

typedef struct vcl_source {
    vcl_slice window;
    uint64_t offset; /* of the window's first byte in the file */

    /* private */
    const char *name;
    const vcl_load_options *options; /* or NULL */
    size_t block_size;
    int descriptor; /* -1 where the bytes are in memory */
    vcl_ahead *ahead; /* reads the file, or NULL */
    char *buffer; /* of a file: holds the window */
    size_t capacity; /* of buffer */
    size_t remaining; /* in memory: bytes behind the window */
    uint64_t total; /* 0 where not known */
    bool ended; /* nothing more comes */
    int error; /* errno of the first failure, or 0 */
} vcl_source;

/* Opens the file `name`, "-" being standard input, to be read by blocks of `block_size` (above 0),
 * as a rule VCL_BLOCK_SIZE. `name` and `options` (NULL is allowed) must outlive the source.
 * VCL_ERROR_IO, also for a folder. */
vcl_status vcl_source_open(vcl_source *source, const char *name, size_t block_size,
                           const vcl_load_options *options, vcl_error *err);

/* The same over bytes in memory, which must outlive the source; allocates nothing. */
void vcl_source_open_memory(vcl_source *source, vcl_slice bytes, size_t block_size,
                            const vcl_load_options *options);

/* A zeroed source that was never opened must not be released; one whose opening failed may be. */
void vcl_source_release(vcl_source *source);

/* Adds one more block behind the window. False at the end and after a failure. The window's bytes
 * may move in any case, save that nothing moves once this was false. Amortised O(block). */
bool vcl_source_more(vcl_source *source);

/* Takes the first `size` bytes off the window; they stay readable until the next more. O(1). */
void vcl_source_drop(vcl_source *source, size_t size);

/* VCL_OK, VCL_ERROR_IO or VCL_ERROR_MEMORY. */
vcl_status vcl_source_status(const vcl_source *source, vcl_error *err);

#endif
