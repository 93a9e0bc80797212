/* Temporary files and folders beside what they will replace, named ".NAME.vclink-XXXXXX".
 *
 * Each is locked (flock) as long as its process lives, so that what a killed process left behind
 * can be told from what another is writing just now, and be swept away. All that are under way are
 * known to vcl_temporary_abandon(), which a signal handler may call. */
#ifndef BASE_TEMPORARY_H
#define BASE_TEMPORARY_H

#include <stdbool.h>
#include <sys/types.h>

#include <vclink/status.h>

typedef struct vcl_temporary {
    struct vcl_temporary *_Atomic next; /* the one begun before it that is still under way */
    struct vcl_temporary *sibling; /* for the owner's use */
    bool is_folder;
    char path[];
} vcl_temporary;

/* A new file beside `target`, open for writing; the caller closes `*descriptor`, best after
 * vcl_temporary_keep(), for closing unlocks it. `mode` is less the umask. VCL_ERROR_IO with errno
 * in `*number` (*err is left alone then); VCL_ERROR_MEMORY. */
vcl_status vcl_temporary_file(const char *target, mode_t mode, vcl_temporary **out, int *descriptor,
                              int *number, vcl_error *err);

/* A new folder beside `target`, as above; its descriptor is good for the lock, fsync() and fchmod(). */
vcl_status vcl_temporary_folder(const char *target, mode_t mode, vcl_temporary **out,
                                int *descriptor, int *number, vcl_error *err);

/* A new file `name` in a temporary folder. */
vcl_status vcl_temporary_within(const vcl_temporary *folder, const char *name, vcl_temporary **out,
                                int *descriptor, int *number, vcl_error *err);

/* It is under way no longer and stays where it is. Frees it; NULL is allowed. */
void vcl_temporary_keep(vcl_temporary *temporary);

/* Removes it, a folder with the files in it, and frees it; NULL is allowed. */
void vcl_temporary_drop(vcl_temporary *temporary);

/* Removes a folder and the files in it; folders in it stay, and it with them. */
void vcl_temporary_remove_folder(const char *path);

/* Removes what processes that were killed left beside `target`. O(entries of the folder). */
void vcl_temporary_sweep(const char *target);

/* Removes all that are under way. Async-signal-safe. */
void vcl_temporary_abandon(void);

/* Lets what was renamed in the folder of `path` survive a loss of power. */
void vcl_temporary_sync_parent(const char *path);

#endif
