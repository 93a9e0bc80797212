/* A file that appears whole or not at all. */
#define _XOPEN_SOURCE 700 /* realpath() */
#include "base/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/try.h"

static vcl_status fail(const vcl_output *output, int number, vcl_error *err)
{
    return vcl_fail_file(err, output->path != NULL ? output->path : "stdout", number);
}

/* A new file gets `mode` less the umask; an exact one is what a replaced file hands on. */
static vcl_status open_temporary(vcl_output *output, mode_t mode, bool exact, vcl_error *err)
{
    vcl_status status = VCL_OK;
    int descriptor = -1;
    int number = 0;

    vcl_temporary_sweep(output->path);
    status = vcl_temporary_file(output->path, mode, &output->temporary, &descriptor, &number, err);
    if (status != VCL_OK) {
        return status == VCL_ERROR_IO ? fail(output, number, err) : status;
    }
    if (!exact || fchmod(descriptor, mode) == 0) {
        output->stream = fdopen(descriptor, "w");
    }
    if (output->stream == NULL) {
        status = fail(output, errno, err);
        close(descriptor);
    }
    output->syncs = true;
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
    return output->path != NULL ? open_temporary(output, 0666, false, err) : vcl_fail_memory(err);
}

/* The folder may allow what the file does not: read-only is a wish to keep it. */
static vcl_status open_replacing(vcl_output *output, const char *path, const struct stat *there,
                                 vcl_error *err)
{
    output->path = realpath(path, NULL);
    if (output->path == NULL || access(output->path, W_OK) != 0) {
        return vcl_fail_file(err, path, errno);
    }
    return open_temporary(output, there->st_mode & 0777, true, err);
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

vcl_status vcl_output_flush(vcl_output *output, vcl_text *text, vcl_error *err)
{
    vcl_status status = vcl_text_status(text, err);

    if (status == VCL_OK) {
        vcl_output_write(output, (vcl_slice){ text->bytes, text->size });
        vcl_text_clear(text);
    }
    return status;
}

/* Standard output stays open: it is the host's. */
static void close_stream(vcl_output *output)
{
    if (output->stream != NULL && output->stream != stdout && fclose(output->stream) != 0) {
        remember(output, errno);
    }
    output->stream = NULL;
}

/* Only then is it closed: that unlocks it, and it is to be nobody's leftover. */
static void rename_temporary(vcl_output *output)
{
    if (rename(output->temporary->path, output->path) != 0) {
        remember(output, errno);
        return;
    }
    vcl_temporary_keep(output->temporary);
    output->temporary = NULL;
    vcl_temporary_sync_parent(output->path);
}

vcl_status vcl_output_settle(vcl_output *output, vcl_error *err)
{
    errno = 0;
    if (fflush(output->stream) != 0 || ferror(output->stream)) {
        remember(output, errno);
    }
    if (output->syncs && output->error == 0 && fsync(fileno(output->stream)) != 0) {
        remember(output, errno);
    }
    return output->error == 0 ? VCL_OK : fail(output, output->error, err);
}

vcl_status vcl_output_commit(vcl_output *output, vcl_error *err)
{
    if (vcl_output_settle(output, err) == VCL_OK && output->temporary != NULL) {
        rename_temporary(output);
    }
    close_stream(output);
    return output->error == 0 ? VCL_OK : fail(output, output->error, err);
}

void vcl_output_release(vcl_output *output)
{
    close_stream(output);
    vcl_temporary_drop(output->temporary);
    free(output->path);
    *output = (vcl_output){ 0 };
}

void vcl_output_abandon(void)
{
    vcl_temporary_abandon();
}
