/* A whole file in memory. */
#include "sheet/bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/try.h"

static const size_t first_room = 65536;

typedef struct file_bytes {
    char *bytes;
    size_t size;
    size_t room;
} file_bytes;

/* Room for one byte more than is hoped for, so that the end is seen without growing. */
static vcl_status grow(file_bytes *buffer, size_t room, vcl_error *err)
{
    vcl_status status = VCL_OK;
    char *bytes = NULL;

    TRY(vcl_memory_ask(room - buffer->room, err));
    bytes = realloc(buffer->bytes, room);
    if (bytes == NULL) {
        return vcl_fail_memory(err);
    }
    buffer->bytes = bytes;
    buffer->room = room;
done:
    return status;
}

/* Some file systems open a folder as if it were a file: ask first. 0, or an errno. */
static int examine(int descriptor, size_t *size)
{
    struct stat info;

    *size = 0;
    if (descriptor < 0 || fstat(descriptor, &info) != 0) {
        return errno;
    }
    if (S_ISREG(info.st_mode) && (uintmax_t)info.st_size < SIZE_MAX / 4) {
        *size = (size_t)info.st_size;
    }
    return S_ISDIR(info.st_mode) ? EISDIR : 0;
}

static vcl_status read_all(int descriptor, const char *path, file_bytes *buffer, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t expected = 0;
    ssize_t count = 1;
    int error = examine(descriptor, &expected);

    if (error != 0) {
        return vcl_fail_file(err, path, error);
    }
    TRY(grow(buffer, expected + first_room, err));
    while (count != 0) {
        if (buffer->room - buffer->size < 2) {
            TRY(grow(buffer, buffer->room * 2, err));
        }
        count = read(descriptor, buffer->bytes + buffer->size, buffer->room - buffer->size - 1);
        if (count < 0 && errno != EINTR) {
            return vcl_fail_file(err, path, errno);
        }
        buffer->size += count > 0 ? (size_t)count : 0;
    }
    buffer->bytes[buffer->size] = '\0';
done:
    return status;
}

vcl_status vcl_bytes_read(const char *path, vcl_slice *out, vcl_error *err)
{
    bool is_input = strcmp(path, "-") == 0;
    int descriptor = is_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    file_bytes buffer = { 0 };
    vcl_status status = read_all(descriptor, path, &buffer, err);

    if (descriptor >= 0 && !is_input) {
        close(descriptor);
    }
    *out = (vcl_slice){ buffer.bytes, buffer.size };
    if (status != VCL_OK) {
        free(buffer.bytes);
        *out = (vcl_slice){ 0 };
    }
    return status;
}
