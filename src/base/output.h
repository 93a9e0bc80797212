/* A file that appears whole or not at all.
 *
 * Writes go to a temporary file beside the target (base/temporary.h), which is renamed onto it by
 * vcl_output_commit(); only a regular file (or nothing) is replaced, its permissions kept, and a
 * symbolic link's target is what is replaced. A file that may not be written is not replaced, a
 * link to nothing not followed. Standard output (NULL or "-"), devices and pipes are written to as
 * they are. Writing never needs a check: a failure is remembered until commit. */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include <stdio.h>

#include "base/temporary.h"
#include "base/text.h"

typedef struct vcl_output {
    FILE *stream;
    char *path; /* the target, links resolved; NULL for standard output */
    vcl_temporary *temporary; /* NULL unless a temporary file is under way */
    bool syncs; /* a file of our own: commit waits until it is on the disk */
    int error; /* the first errno, 0 if none */
} vcl_output;

/* VCL_ERROR_IO (the folder is missing or may not be written, the path is a folder),
 * VCL_ERROR_MEMORY; there is then nothing to release. */
vcl_status vcl_output_open(vcl_output *output, const char *path, vcl_error *err);

void vcl_output_write(vcl_output *output, vcl_slice bytes);

/* Writes what `text` holds and empties it. VCL_ERROR_MEMORY where it could not hold it all. */
vcl_status vcl_output_flush(vcl_output *output, vcl_text *text, vcl_error *err);

/* Flushes and syncs, so that committing has little left that can fail. VCL_ERROR_IO. */
vcl_status vcl_output_settle(vcl_output *output, vcl_error *err);

/* Settles, renames and closes. VCL_ERROR_IO, the target then as it was before. */
vcl_status vcl_output_commit(vcl_output *output, vcl_error *err);

/* Gives up unless committed: closes and removes the temporary file. A zeroed one is allowed. */
void vcl_output_release(vcl_output *output);

/* Removes the temporary files and folders of all outputs under way. Async-signal-safe. */
void vcl_output_abandon(void);

#endif
