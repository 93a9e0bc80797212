/* A folder of files that appears whole or not at all. */
#define _GNU_SOURCE /* renameat2(), realpath() */
#include "base/output_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/try.h"

static vcl_status fail(const vcl_output_folder *folder, int number, vcl_error *err)
{
    return vcl_fail_file(err, folder->path, number);
}

/* It is empty, or holds only what we wrote. */
static vcl_status check_content(const vcl_output_folder *folder, vcl_error *err)
{
    bool owned = false;
    int number = vcl_manifest_owns(folder->manifest, folder->path, &owned);

    if (number != 0) {
        return fail(folder, number, err);
    }
    return owned ? VCL_OK
                 : vcl_fail(err, VCL_ERROR_IO, VCL_MSG_FOLDER_NOT_OURS, folder->path, NULL);
}

/* Whoever stands in a folder would be left in one that is gone. */
static vcl_status check_not_current(const vcl_output_folder *folder, const struct stat *there,
                                    vcl_error *err)
{
    struct stat current;

    if (stat(".", &current) == 0 && current.st_dev == there->st_dev &&
        current.st_ino == there->st_ino) {
        return vcl_fail(err, VCL_ERROR_IO, VCL_MSG_FOLDER_IS_CURRENT, folder->path, NULL);
    }
    return VCL_OK;
}

/* Where old and new could not be exchanged in one step, the old one stands here for a moment. */
static char *aside_of(const char *path)
{
    static const char suffix[] = ".vclink-old";
    size_t size = strlen(path) + sizeof suffix;
    char *aside = malloc(size);

    if (aside != NULL) {
        snprintf(aside, size, "%s%s", path, suffix);
    }
    return aside;
}

/* A process was killed in that moment: the old one comes back. */
static vcl_status bring_back(const vcl_output_folder *folder, vcl_error *err)
{
    struct stat there;
    char *aside = aside_of(folder->path);

    if (aside == NULL) {
        return vcl_fail_memory(err);
    }
    if (lstat(folder->path, &there) != 0 && errno == ENOENT) {
        rename(aside, folder->path);
    }
    free(aside);
    return VCL_OK;
}

static vcl_status check_target(vcl_output_folder *folder, struct stat *there, vcl_error *err)
{
    vcl_status status = VCL_OK;
    char *resolved = realpath(folder->path, NULL);

    if (resolved == NULL || stat(resolved, there) != 0) {
        free(resolved);
        return fail(folder, errno, err);
    }
    free(folder->path);
    folder->path = resolved;
    if (!S_ISDIR(there->st_mode)) {
        return vcl_fail(err, VCL_ERROR_IO, VCL_MSG_IS_FILE, folder->path, NULL);
    }
    TRY(check_not_current(folder, there, err));
    TRY(check_content(folder, err));
done:
    return status;
}

/* A new folder's permissions follow the umask; a replaced one hands on its own. */
static vcl_status open_temporary(vcl_output_folder *folder, const struct stat *replaced,
                                 vcl_error *err)
{
    int number = 0;
    vcl_status status = VCL_OK;

    vcl_temporary_sweep(folder->path);
    status = vcl_temporary_folder(folder->path, 0777, &folder->temporary, &folder->descriptor,
                                  &number, err);
    if (status == VCL_ERROR_IO) {
        return fail(folder, number, err);
    }
    if (status == VCL_OK && replaced != NULL &&
        fchmod(folder->descriptor, replaced->st_mode & 0777) != 0) {
        return fail(folder, errno, err);
    }
    return status;
}

/* Without the slashes at its end, which a name that is not there yet may bear. */
static char *copy_of(const char *path)
{
    char *copy = strdup(path);

    for (size_t size = strlen(path); copy != NULL && size > 1 && copy[size - 1] == '/'; size--) {
        copy[size - 1] = '\0';
    }
    return copy;
}

static vcl_status open_path(vcl_output_folder *folder, const char *path, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct stat there;

    folder->path = copy_of(path);
    if (folder->path == NULL) {
        return vcl_fail_memory(err);
    }
    if (folder->path[0] == '\0') {
        return fail(folder, ENOENT, err);
    }
    TRY(bring_back(folder, err));
    if (lstat(folder->path, &there) != 0) {
        return errno == ENOENT ? open_temporary(folder, NULL, err) : fail(folder, errno, err);
    }
    TRY(check_target(folder, &there, err));
    TRY(open_temporary(folder, &there, err));
done:
    return status;
}

vcl_status vcl_output_folder_open(vcl_output_folder *folder, const char *path,
                                  const vcl_manifest *manifest, vcl_error *err)
{
    vcl_status status = VCL_OK;

    *folder = (vcl_output_folder){ .manifest = manifest, .descriptor = -1 };
    status = open_path(folder, path, err);
    if (status != VCL_OK) {
        vcl_output_folder_release(folder);
    }
    return status;
}

vcl_status vcl_output_folder_add(vcl_output_folder *folder, const char *name, vcl_output *output,
                                 vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_temporary *file = NULL;
    int descriptor = -1;
    int number = 0;

    *output = (vcl_output){ .syncs = true };
    output->path = strdup(folder->path);
    if (output->path == NULL) {
        return vcl_fail_memory(err);
    }
    TRY(vcl_temporary_within(folder->temporary, name, &file, &descriptor, &number, err));
    file->sibling = folder->files;
    folder->files = file;
    output->stream = fdopen(descriptor, "w");
    if (output->stream == NULL) {
        number = errno;
        close(descriptor);
        status = VCL_ERROR_IO;
    }
done:
    if (status == VCL_ERROR_IO) {
        status = fail(folder, number, err);
    }
    if (status != VCL_OK) {
        vcl_output_release(output);
    }
    return status;
}

/* Both renames, or none. Signals wait: between the two nothing stands at the target. */
static int exchange_by_steps(const char *temporary, const char *path, const char *aside)
{
    sigset_t all;
    sigset_t before;
    int number = 0;

    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    if (rename(path, aside) != 0) {
        number = errno;
    } else if (rename(temporary, path) != 0) {
        number = errno;
        rename(aside, path);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return number;
}

/* Where the file system cannot exchange. An errno, 0 if it is done. */
static int exchange_slowly(const vcl_output_folder *folder)
{
    char *aside = aside_of(folder->path);
    int number = ENOMEM;

    if (aside != NULL) {
        vcl_temporary_remove_folder(aside);
        number = exchange_by_steps(folder->temporary->path, folder->path, aside);
    }
    if (number == 0) {
        vcl_temporary_remove_folder(aside);
    }
    free(aside);
    return number;
}

/* The target is there and not empty: it changes places with the new folder and is removed. */
static int exchange(const vcl_output_folder *folder)
{
#ifdef RENAME_EXCHANGE
    const char *temporary = folder->temporary->path;
    if (renameat2(AT_FDCWD, temporary, AT_FDCWD, folder->path, RENAME_EXCHANGE) == 0) {
        vcl_temporary_remove_folder(temporary);
        return 0;
    }
#endif
    return exchange_slowly(folder);
}

static void keep_files(vcl_output_folder *folder)
{
    while (folder->files != NULL) {
        vcl_temporary *file = folder->files;
        folder->files = file->sibling;
        vcl_temporary_keep(file);
    }
}

/* What is new stands in place: nothing of it may be removed any more. */
static void keep(vcl_output_folder *folder)
{
    keep_files(folder);
    vcl_temporary_keep(folder->temporary);
    folder->temporary = NULL;
    vcl_temporary_sync_parent(folder->path);
}

vcl_status vcl_output_folder_commit(vcl_output_folder *folder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    int number = fsync(folder->descriptor) != 0 ? errno : 0;

    if (number == 0 && rename(folder->temporary->path, folder->path) != 0) {
        number = errno;
    }
    if (number == ENOTEMPTY || number == EEXIST) {
        TRY(check_content(folder, err)); /* it may have changed since it was opened */
        number = exchange(folder);
    }
    if (number != 0) {
        return fail(folder, number, err);
    }
    keep(folder);
done:
    return status;
}

void vcl_output_folder_release(vcl_output_folder *folder)
{
    vcl_temporary_drop(folder->temporary); /* and the files in it */
    keep_files(folder);
    if (folder->descriptor > 0) {
        close(folder->descriptor);
    }
    free(folder->path);
    *folder = (vcl_output_folder){ .descriptor = -1 };
}
