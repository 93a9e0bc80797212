/* Reading ahead: a thread fills blocks from a file while earlier ones are looked at. */
#ifndef LOAD_AHEAD_H
#define LOAD_AHEAD_H

#include <stddef.h>

#include <vclink/status.h>

/* Bytes before a block that its user may write: what is left of the block before it fits there. */
enum { VCL_AHEAD_ROOM = 64 * 1024 };

typedef struct vcl_ahead vcl_ahead;

/* Begins to read a regular file, whose reading never waits for anybody. `*out` is NULL where there is
 * no thread to be had. VCL_ERROR_MEMORY. */
vcl_status vcl_ahead_new(int descriptor, size_t block_size, vcl_ahead **out, vcl_error *err);

/* Stops reading. NULL is allowed. */
void vcl_ahead_free(vcl_ahead *ahead);

/* Waits for the next block; its size, 0 at the end and after a failure, of which *error is then the
 * errno. A block and its room stay until the next but one is asked for. */
size_t vcl_ahead_next(vcl_ahead *ahead, char **block, int *error);

#endif
