/* A folder of files that appears whole or not at all.
 *
 * The files are written into a temporary folder beside the target, each put on the disk, and the
 * folder is then renamed onto the target. A folder that is there is replaced only if it is empty or
 * holds nothing but what we wrote: a manifest that begins as ours do, and files that it names. Old
 * and new are exchanged in one step, and the old one is removed. */
#ifndef BASE_OUTPUT_FOLDER_H
#define BASE_OUTPUT_FOLDER_H

#include "base/manifest.h"
#include "base/output.h"

typedef struct vcl_output_folder {
    char *path; /* the target, links resolved */
    const vcl_manifest *manifest;
    vcl_temporary *temporary; /* NULL unless under way */
    vcl_temporary *files; /* those in it, the newest first */
    int descriptor; /* of the temporary folder */
} vcl_output_folder;

/* VCL_ERROR_IO (also for a folder with something else in it, and for the working folder),
 * VCL_ERROR_MEMORY; there is then nothing to release. */
vcl_status vcl_output_folder_open(vcl_output_folder *folder, const char *path,
                                  const vcl_manifest *manifest, vcl_error *err);

/* Opens a new file in it, which the caller commits and releases before the folder. `name` is new
 * and has no slash. VCL_ERROR_IO, VCL_ERROR_MEMORY. */
vcl_status vcl_output_folder_add(vcl_output_folder *folder, const char *name, vcl_output *output,
                                 vcl_error *err);

/* Syncs and renames. VCL_ERROR_IO, VCL_ERROR_MEMORY, the target then as it was before. */
vcl_status vcl_output_folder_commit(vcl_output_folder *folder, vcl_error *err);

/* Gives up unless committed: removes the temporary folder. A zeroed one is allowed. */
void vcl_output_folder_release(vcl_output_folder *folder);

#endif
