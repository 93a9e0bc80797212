/* A whole file in memory. */
#ifndef SHEET_BYTES_H
#define SHEET_BYTES_H

#include "base/arena.h"

/* Reads the file `path`, "-" being standard input; a NUL that out->size does not count follows the
 * bytes. The caller frees out->bytes, which is NULL after a failure. VCL_ERROR_IO, also for a
 * folder; VCL_ERROR_MEMORY. */
vcl_status vcl_bytes_read(const char *path, vcl_slice *out, vcl_error *err);

#endif
