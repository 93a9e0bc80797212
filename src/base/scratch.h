/* A folder for files that are only ever temporary, with a first file in it; nobody but its owner
 * may look inside. It stands among such files (TMPDIR, else /tmp) and goes when it is released, when
 * a signal ends the process, or, after a kill, with the next one that is opened. */
#ifndef BASE_SCRATCH_H
#define BASE_SCRATCH_H

#include "base/temporary.h"

typedef struct vcl_scratch {
    vcl_temporary *folder;
    vcl_temporary *file;
    int descriptor; /* of the folder: its lock */
} vcl_scratch;

/* With an empty file `name`. VCL_ERROR_IO, VCL_ERROR_MEMORY; there is then nothing to release. */
vcl_status vcl_scratch_open(vcl_scratch *scratch, const char *name, vcl_error *err);

/* Removes the folder and all files in it. A zeroed one is allowed. */
void vcl_scratch_release(vcl_scratch *scratch);

#endif
