/* A file that appears whole or not at all. */
#define _XOPEN_SOURCE 700 /* realpath() */
#include "base/output.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/error.h"
#include "base/try.h"

/* The one static of this library that changes: a signal handler can be told nothing, and must know
 * which file to remove. It holds the `temporary` of the output opened last, or NULL. */
static _Atomic(const char *) under_way;

_Static_assert(ATOMIC_POINTER_LOCK_FREE == 2, "a signal handler may read only what is lock-free");

/* Shorter than the 255 bytes of a name, with room for the dots and the suffix. */
enum { name_size = 200, attempts_at_most = 100 };

static vcl_status fail(const vcl_output *output, int number, vcl_error *err)
{
    return vcl_fail_file(err, output->path != NULL ? output->path : "stdout", number);
}

/* Only if it is this one: another output may be under way. */
static void forget(const char *temporary)
{
    atomic_compare_exchange_strong(&under_way, &temporary, NULL);
}

/* ".NAME.XXXXXX" in the folder of `path`; another attempt gives another X. */
static char *temporary_name(const char *path, unsigned attempt)
{
    const char *slash = strrchr(path, '/');
    size_t folder_size = slash != NULL ? (size_t)(slash - path) + 1 : 0;
    size_t size = folder_size + name_size + sizeof "..XXXXXX";
    char name[name_size + 1];
    struct timespec now = { 0 };
    char *temporary = malloc(size);

    if (temporary != NULL) {
        clock_gettime(CLOCK_MONOTONIC, &now);
        vcl_text_cut(name, sizeof name, vcl_slice_of(path + folder_size));
        snprintf(temporary, size, "%.*s.%s.%06lx", (int)folder_size, path, name,
                 ((unsigned long)now.tv_nsec * 31 + (unsigned long)getpid() + attempt) & 0xFFFFFF);
    }
    return temporary;
}

/* mkstemp() would need the umask for the final permissions, and a library cannot read it without
 * changing it for every thread of its host. */
static vcl_status create_temporary(vcl_output *output, mode_t mode, int *descriptor, vcl_error *err)
{
    *descriptor = -1;
    for (unsigned attempt = 0; *descriptor < 0 && attempt < attempts_at_most; attempt++) {
        free(output->temporary);
        output->temporary = temporary_name(output->path, attempt);
        if (output->temporary == NULL) {
            return vcl_fail_memory(err);
        }
        *descriptor = open(output->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (*descriptor < 0 && errno != EEXIST) {
            break;
        }
    }
    if (*descriptor < 0) {
        int number = errno;
        free(output->temporary);
        output->temporary = NULL;
        return fail(output, number, err);
    }
    atomic_store(&under_way, output->temporary);
    return VCL_OK;
}

/* A new file gets 0666 less the umask; one that is replaced hands on its permissions. */
static vcl_status open_temporary(vcl_output *output, const struct stat *replaced, vcl_error *err)
{
    vcl_status status = VCL_OK;
    mode_t mode = replaced != NULL ? replaced->st_mode & 0777 : 0666;
    int descriptor = -1;

    TRY(create_temporary(output, mode, &descriptor, err));
    if (replaced == NULL || fchmod(descriptor, mode) == 0) {
        output->stream = fdopen(descriptor, "w");
    }
    if (output->stream == NULL) {
        status = fail(output, errno, err);
        close(descriptor);
    }
done:
    return status;
}

/* Nothing is there, or a link to nothing: following it is left to the caller. */
static vcl_status open_new(vcl_output *output, const char *path, vcl_error *err)
{
    struct stat link;

    if (path[0] == '\0' || lstat(path, &link) == 0) {
        return vcl_fail_file(err, path, ENOENT);
    }
    output->path = strdup(path);
    return output->path != NULL ? open_temporary(output, NULL, err) : vcl_fail_memory(err);
}

/* The folder may allow what the file does not: read-only is a wish to keep it. */
static vcl_status open_replacing(vcl_output *output, const char *path, const struct stat *there,
                                 vcl_error *err)
{
    output->path = realpath(path, NULL);
    if (output->path == NULL || access(output->path, W_OK) != 0) {
        return vcl_fail_file(err, path, errno);
    }
    return open_temporary(output, there, err);
}

static vcl_status open_path(vcl_output *output, const char *path, vcl_error *err)
{
    struct stat there;

    if (stat(path, &there) != 0) {
        return errno == ENOENT ? open_new(output, path, err) : vcl_fail_file(err, path, errno);
    }
    if (S_ISREG(there.st_mode)) {
        return open_replacing(output, path, &there, err);
    }
    output->path = strdup(path);
    if (output->path == NULL) {
        return vcl_fail_memory(err);
    }
    output->stream = fopen(path, "w"); /* a folder is refused here */
    return output->stream != NULL ? VCL_OK : fail(output, errno, err);
}

vcl_status vcl_output_open(vcl_output *output, const char *path, vcl_error *err)
{
    vcl_status status = VCL_OK;

    *output = (vcl_output){ 0 };
    if (path == NULL || strcmp(path, "-") == 0) {
        output->stream = stdout;
        return VCL_OK;
    }
    status = open_path(output, path, err);
    if (status != VCL_OK) {
        vcl_output_release(output);
    }
    return status;
}

static void remember(vcl_output *output, int number)
{
    if (output->error == 0) {
        output->error = number != 0 ? number : EIO;
    }
}

void vcl_output_write(vcl_output *output, vcl_slice bytes)
{
    if (output->error != 0 || bytes.size == 0) {
        return;
    }
    errno = 0;
    if (fwrite(bytes.bytes, 1, bytes.size, output->stream) < bytes.size) {
        remember(output, errno);
    }
}

/* Standard output stays open: it is the host's. */
static void close_stream(vcl_output *output)
{
    if (output->stream != NULL && output->stream != stdout && fclose(output->stream) != 0) {
        remember(output, errno);
    }
    output->stream = NULL;
}

static void rename_temporary(vcl_output *output)
{
    if (rename(output->temporary, output->path) != 0) {
        remember(output, errno);
        return;
    }
    forget(output->temporary);
    free(output->temporary);
    output->temporary = NULL;
}

vcl_status vcl_output_commit(vcl_output *output, vcl_error *err)
{
    errno = 0;
    if (fflush(output->stream) != 0 || ferror(output->stream)) {
        remember(output, errno);
    }
    if (output->temporary != NULL && output->error == 0 && fsync(fileno(output->stream)) != 0) {
        remember(output, errno);
    }
    close_stream(output);
    if (output->temporary != NULL && output->error == 0) {
        rename_temporary(output);
    }
    return output->error == 0 ? VCL_OK : fail(output, output->error, err);
}

void vcl_output_release(vcl_output *output)
{
    close_stream(output);
    if (output->temporary != NULL) {
        unlink(output->temporary);
        forget(output->temporary);
    }
    free(output->temporary);
    free(output->path);
    *output = (vcl_output){ 0 };
}

void vcl_output_abandon(void)
{
    const char *temporary = atomic_load(&under_way);

    if (temporary != NULL) {
        unlink(temporary);
    }
}
