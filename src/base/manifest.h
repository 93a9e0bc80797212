/* A file that names the others of its folder, and by which a folder is known as one we wrote. */
#ifndef BASE_MANIFEST_H
#define BASE_MANIFEST_H

#include <stdbool.h>

/* Static. */
typedef struct vcl_manifest {
    const char *name; /* "datapackage.json" */
    const char
        *beginning; /* its first bytes; the names of the other files stand in it, in quotes */
} vcl_manifest;

/* Is the folder `path` empty, or are all that stand in it files which the manifest in it names?
 * 0, or an errno where it cannot be told. O(files × size of the manifest). */
int vcl_manifest_owns(const vcl_manifest *manifest, const char *path, bool *owned);

#endif
