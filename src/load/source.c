/* The bytes of a dataset, seen through a window. */
#include "load/source.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/parallel.h"
#include "base/try.h"

/* Of a file of fewer bytes little is gained by reading ahead. */
enum { WORTH_A_THREAD = 8 * 1024 * 1024 };

/* Some file systems open a folder as if it were a file: ask first. */
static void examine(vcl_source *source)
{
    struct stat info;

    if (source->descriptor < 0 || fstat(source->descriptor, &info) != 0) {
        source->error = errno;
    } else if (S_ISDIR(info.st_mode)) {
        source->error = EISDIR;
    } else if (S_ISREG(info.st_mode)) {
        source->total = (uint64_t)info.st_size;
    }
}

vcl_status vcl_source_open(vcl_source *source, const char *name, size_t block_size,
                           const vcl_load_options *options, vcl_error *err)
{
    vcl_status status = VCL_OK;
    bool is_input = strcmp(name, "-") == 0;

    assert(block_size > 0);
    *source = (vcl_source){ .name = name, .options = options, .block_size = block_size };
    source->descriptor = is_input ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC);
    examine(source);
    TRY(vcl_source_status(source, err));
    if (source->total >= WORTH_A_THREAD && !is_input &&
        vcl_parallel_threads(options == NULL ? 0 : options->threads) > 1) {
        TRY(vcl_ahead_new(source->descriptor, block_size, &source->ahead, err));
    }
done:
    return status;
}

void vcl_source_open_memory(vcl_source *source, vcl_slice bytes, size_t block_size,
                            const vcl_load_options *options)
{
    assert(block_size > 0);
    *source = (vcl_source){ .options = options, .block_size = block_size, .descriptor = -1 };
    source->window.bytes = bytes.bytes;
    source->remaining = bytes.size;
    source->total = bytes.size;
}

void vcl_source_release(vcl_source *source)
{
    vcl_ahead_free(source->ahead);
    if (source->descriptor > STDIN_FILENO) {
        close(source->descriptor);
    }
    free(source->buffer);
    *source = (vcl_source){ .descriptor = -1 };
}

static void show_progress(const vcl_source *source)
{
    const vcl_load_options *options = source->options;

    if (options != NULL && options->progress != NULL) {
        options->progress(source->offset + source->window.size, source->total,
                          options->progress_context);
    }
}

/* The window then begins the buffer, wherever it was, with room for a block behind it. Growing by
 * halves and doublings keeps the copying linear in the bytes read. */
static bool make_room(vcl_source *source)
{
    size_t needed = source->window.size + source->block_size;
    size_t capacity = needed > 2 * source->capacity ? needed : 2 * source->capacity;
    char *buffer = source->capacity < needed ? malloc(capacity) : source->buffer;

    if (buffer == NULL) {
        source->error = ENOMEM;
        return false;
    }
    if (source->window.size > 0) {
        memmove(buffer, source->window.bytes, source->window.size);
    }
    if (buffer != source->buffer) {
        free(source->buffer);
        source->buffer = buffer;
        source->capacity = capacity;
    }
    source->window.bytes = buffer;
    return true;
}

/* Bytes read, 0 at the end or after a failure. */
static size_t read_block(vcl_source *source, char *block)
{
    ssize_t count;

    do {
        count = read(source->descriptor, block, source->block_size);
    } while (count < 0 && errno == EINTR);
    if (count < 0) {
        source->error = errno;
        return 0;
    }
    return (size_t)count;
}

/* What is left of the window goes before the block; if there is no room, both go to the buffer. */
static size_t add_from_ahead(vcl_source *source)
{
    size_t left = source->window.size;
    char *block = NULL;
    size_t size = vcl_ahead_next(source->ahead, &block, &source->error);

    if (size == 0) {
        return 0;
    }
    if (left <= VCL_AHEAD_ROOM) {
        if (left > 0) {
            memcpy(block - left, source->window.bytes, left);
        }
        source->window.bytes = block - left;
        return size;
    }
    if (!make_room(source)) {
        return 0;
    }
    memcpy(source->buffer + left, block, size);
    return size;
}

static size_t add_from_file(vcl_source *source)
{
    size_t used = source->window.size;

    if (source->buffer != NULL) {
        used += (size_t)(source->window.bytes - source->buffer);
    }
    if (source->capacity - used < source->block_size) {
        if (!make_room(source)) {
            return 0;
        }
        used = source->window.size;
    }
    return read_block(source, source->buffer + used);
}

static size_t add_from_memory(vcl_source *source)
{
    size_t added = source->remaining;

    if (added > source->block_size) {
        added = source->block_size;
    }
    source->remaining -= added;
    return added;
}

bool vcl_source_more(vcl_source *source)
{
    size_t added = 0;

    if (!source->ended) {
        added = source->descriptor < 0  ? add_from_memory(source)
                : source->ahead != NULL ? add_from_ahead(source)
                                        : add_from_file(source);
    }
    source->ended = added == 0;
    source->window.size += added;
    if (added > 0) {
        show_progress(source);
    }
    return added > 0;
}

void vcl_source_drop(vcl_source *source, size_t size)
{
    assert(size <= source->window.size);
    if (size > 0) {
        source->window.bytes += size;
        source->window.size -= size;
        source->offset += size;
    }
}

vcl_status vcl_source_status(const vcl_source *source, vcl_error *err)
{
    return source->error == 0 ? VCL_OK : vcl_fail_file(err, source->name, source->error);
}
