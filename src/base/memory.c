/* Blocks, and what is resident, by /proc, against a limit. */
#include "base/memory.h"

#include <fcntl.h>
#include <inttypes.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/try.h"

/* One for the process, as its memory is. */
static _Atomic uint64_t limit;

void vcl_memory_limit(uint64_t bytes)
{
    atomic_store(&limit, bytes);
}

/* The beginning of a small file of the system, without allocating; false where there is none. */
static bool read_small(const char *path, char *buffer, size_t size)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t count = file < 0 ? -1 : read(file, buffer, size - 1);

    if (file >= 0) {
        close(file);
    }
    buffer[count > 0 ? count : 0] = '\0';
    return count > 0;
}

/* The first number of a file, 0 where there is none. */
static uint64_t number_in(const char *path)
{
    char buffer[64];

    return read_small(path, buffer, sizeof buffer) ? strtoull(buffer, NULL, 10) : 0;
}

uint64_t vcl_memory_of_machine(void)
{
    static const char *const groups[] = { "/sys/fs/cgroup/memory.max",
                                          "/sys/fs/cgroup/memory/memory.limit_in_bytes" };
    long pages = sysconf(_SC_PHYS_PAGES);
    long page = sysconf(_SC_PAGESIZE);
    uint64_t bytes = pages > 0 && page > 0 ? (uint64_t)pages * (uint64_t)page : 0;

    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        uint64_t allowed = number_in(groups[i]); /* "max" reads as 0 */
        if (allowed > 0 && (bytes == 0 || allowed < bytes)) {
            bytes = allowed;
        }
    }
    return bytes;
}

uint64_t vcl_memory_resident(void)
{
    char buffer[128];
    char *end = buffer;
    long page = sysconf(_SC_PAGESIZE);

    if (page <= 0 || !read_small("/proc/self/statm", buffer, sizeof buffer)) {
        return 0;
    }
    (void)strtoull(buffer, &end, 10); /* all of the address space comes first */
    return strtoull(end, NULL, 10) * (uint64_t)page;
}

/* "900 MiB", "24 GiB", rounded up. */
static void say_size(uint64_t bytes, char out[32])
{
    bool large = bytes >= (uint64_t)10 << 30;
    unsigned shift = large ? 30 : 20;

    snprintf(out, 32, "%" PRIu64 " %s", (bytes + ((uint64_t)1 << shift) - 1) >> shift,
             large ? "GiB" : "MiB");
}

static vcl_status refuse(uint64_t needed, uint64_t allowed, vcl_error *err)
{
    char sizes[2][32];

    say_size(needed, sizes[0]);
    say_size(allowed, sizes[1]);
    return vcl_fail(err, VCL_ERROR_MEMORY, VCL_MSG_MEMORY_LIMIT, sizes[0], sizes[1]);
}

vcl_status vcl_memory_ask(uint64_t more, vcl_error *err)
{
    uint64_t allowed = atomic_load(&limit);
    uint64_t resident = allowed > 0 ? vcl_memory_resident() : 0;

    if (resident == 0 || (resident <= allowed && more <= allowed - resident)) {
        return VCL_OK;
    }
    return refuse(more > UINT64_MAX - resident ? UINT64_MAX : resident + more, allowed, err);
}

vcl_status vcl_memory_check(vcl_error *err)
{
    return vcl_memory_ask(0, err);
}

void vcl_memory_foresee(uint64_t before, uint64_t done, uint64_t total, vcl_error *err)
{
    uint64_t resident = vcl_memory_resident();
    double needed = 0.0;

    if (err == NULL || err->status != VCL_ERROR_MEMORY ||
        err->message != (int)VCL_MSG_MEMORY_LIMIT || done == 0 || done >= total ||
        resident <= before) {
        return;
    }
    needed = (double)before + (double)(resident - before) * ((double)total / (double)done);
    if (needed > (double)atomic_load(&limit) && needed < 1e18) {
        vcl_error_clear(err);
        (void)refuse((uint64_t)needed, atomic_load(&limit), err);
    }
}

void vcl_memory_give_back(void)
{
#ifdef __GLIBC__
    (void)malloc_trim(0);
#endif
}

vcl_status vcl_alloc(void *out, size_t count, size_t size, vcl_error *err)
{
    static void *const none = NULL;
    vcl_status status = VCL_OK;
    void *block = NULL;

    memcpy(out, &none, sizeof none); /* `out` may be the address of any object pointer */
    if (size > 0 && count >= VCL_MEMORY_LARGE / size && count <= SIZE_MAX / size) {
        TRY(vcl_memory_ask(count * size, err));
    }
    /* At least one byte: calloc(0) may give NULL. calloc itself refuses what overflows. */
    block = count > 0 && size > 0 ? calloc(count, size) : calloc(1, 1);
    memcpy(out, &block, sizeof block);
    status = block != NULL ? VCL_OK : vcl_fail_memory(err);
done:
    return status;
}

/* Pages are at least so large. */
enum { PAGE = 4096 };

vcl_status vcl_alloc_written(void *out, size_t count, size_t size, vcl_error *err)
{
    vcl_status status = VCL_OK;
    volatile char *block = NULL;

    TRY(vcl_alloc(out, count, size, err));
    memcpy(&block, out, sizeof block);
    for (size_t i = 0; i < count * size; i += PAGE) {
        block[i] = 0;
    }
done:
    return status;
}
