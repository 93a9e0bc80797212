/* Temporary files and folders beside what they will replace. */
#include "base/temporary.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/error.h"
#include "base/text.h"

#define MARK ".vclink-"

/* The statics of this library that change: a signal handler can be told nothing, and must know what
 * to remove. The newest stands first, a file so before its folder; writers hold the lock, the
 * handler reads. */
static _Atomic(vcl_temporary *) under_way;
static pthread_mutex_t writing = PTHREAD_MUTEX_INITIALIZER;

_Static_assert(ATOMIC_POINTER_LOCK_FREE == 2, "a signal handler may read only what is lock-free");

/* The name's beginning is shorter than the 255 bytes of a name, with room for dots and mark. */
enum { name_size = 200, digits = 6, attempts_at_most = 100 };

static void begin(vcl_temporary *temporary)
{
    pthread_mutex_lock(&writing);
    atomic_store(&temporary->next, atomic_load(&under_way));
    atomic_store(&under_way, temporary);
    pthread_mutex_unlock(&writing);
}

static void forget(const vcl_temporary *temporary)
{
    _Atomic(vcl_temporary *) *at = &under_way;

    pthread_mutex_lock(&writing);
    while (atomic_load(at) != NULL && atomic_load(at) != temporary) {
        at = &atomic_load(at)->next;
    }
    if (atomic_load(at) != NULL) {
        atomic_store(at, atomic_load(&temporary->next));
    }
    pthread_mutex_unlock(&writing);
}

static size_t folder_size(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash != NULL ? (size_t)(slash - path) + 1 : 0;
}

/* The folder that `path` stands in, or -1. */
static int open_parent(const char *path)
{
    char parent[PATH_MAX] = ".";

    vcl_text_cut(parent + 1, sizeof parent - 1, (vcl_slice){ path, folder_size(path) });
    return open(parent[1] != '\0' ? parent + 1 : parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* ".NAME.vclink-": how the temporaries of `target` begin. */
static void beginning_of(char buffer[static name_size + sizeof MARK + 1], const char *target)
{
    char name[name_size];

    vcl_text_cut(name, sizeof name, vcl_slice_of(target + folder_size(target)));
    snprintf(buffer, name_size + sizeof MARK + 1, ".%s" MARK, name);
}

static vcl_temporary *temporary_of(size_t path_size)
{
    vcl_temporary *temporary = malloc(sizeof(vcl_temporary) + path_size + 1);

    if (temporary != NULL) {
        atomic_init(&temporary->next, NULL);
        temporary->sibling = NULL;
        temporary->is_folder = false;
    }
    return temporary;
}

/* Another attempt gives another name. */
static vcl_temporary *temporary_beside(const char *target, unsigned attempt)
{
    char beginning[name_size + sizeof MARK + 1];
    size_t size = folder_size(target) + sizeof beginning + digits;
    vcl_temporary *temporary = temporary_of(size);
    struct timespec now = { 0 };

    if (temporary != NULL) {
        clock_gettime(CLOCK_MONOTONIC, &now);
        beginning_of(beginning, target);
        snprintf(temporary->path, size + 1, "%.*s%s%06lx", (int)folder_size(target), target,
                 beginning,
                 ((unsigned long)now.tv_nsec * 31 + (unsigned long)getpid() + attempt) & 0xFFFFFF);
    }
    return temporary;
}

/* Is it ours? Not if a sweep came between making and locking it. File systems that know no locks
 * do without; nothing is swept there. */
static bool take_lock(int descriptor)
{
    struct stat there;

    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        return false;
    }
    return fstat(descriptor, &there) == 0 && there.st_nlink > 0;
}

/* mkstemp() would need the umask for the final permissions, and a library cannot read it without
 * changing it for every thread of its host. */
static int make(const char *path, bool is_folder, mode_t mode)
{
    int descriptor = -1;

    if (!is_folder) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    } else if (mkdir(path, mode) == 0) {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        errno = descriptor < 0 && errno == ENOENT ? EEXIST : errno; /* swept: try again */
    }
    if (descriptor >= 0 && !take_lock(descriptor)) {
        close(descriptor);
        errno = EEXIST;
        return -1;
    }
    return descriptor;
}

static vcl_status make_beside(const char *target, bool is_folder, mode_t mode, vcl_temporary **out,
                              int *descriptor, int *number, vcl_error *err)
{
    *out = NULL;
    *descriptor = -1;
    *number = EEXIST;
    for (unsigned attempt = 0; *number == EEXIST && attempt < attempts_at_most; attempt++) {
        vcl_temporary *temporary = temporary_beside(target, attempt);
        if (temporary == NULL) {
            return vcl_fail_memory(err);
        }
        temporary->is_folder = is_folder;
        *descriptor = make(temporary->path, is_folder, mode);
        *number = *descriptor < 0 ? errno : 0;
        if (*descriptor >= 0) {
            begin(temporary);
            *out = temporary;
            return VCL_OK;
        }
        free(temporary);
    }
    return VCL_ERROR_IO;
}

vcl_status vcl_temporary_file(const char *target, mode_t mode, vcl_temporary **out, int *descriptor,
                              int *number, vcl_error *err)
{
    return make_beside(target, false, mode, out, descriptor, number, err);
}

vcl_status vcl_temporary_folder(const char *target, mode_t mode, vcl_temporary **out,
                                int *descriptor, int *number, vcl_error *err)
{
    return make_beside(target, true, mode, out, descriptor, number, err);
}

vcl_status vcl_temporary_within(const vcl_temporary *folder, const char *name, vcl_temporary **out,
                                int *descriptor, int *number, vcl_error *err)
{
    size_t size = strlen(folder->path) + 1 + strlen(name);
    vcl_temporary *temporary = temporary_of(size);

    *out = NULL;
    *descriptor = -1;
    if (temporary == NULL) {
        return vcl_fail_memory(err);
    }
    snprintf(temporary->path, size + 1, "%s/%s", folder->path, name);
    *descriptor = open(temporary->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (*descriptor < 0) {
        *number = errno;
        free(temporary);
        return VCL_ERROR_IO;
    }
    begin(temporary);
    *out = temporary;
    return VCL_OK;
}

void vcl_temporary_keep(vcl_temporary *temporary)
{
    if (temporary != NULL) {
        forget(temporary);
        free(temporary);
    }
}

void vcl_temporary_drop(vcl_temporary *temporary)
{
    if (temporary == NULL) {
        return;
    }
    if (temporary->is_folder) {
        vcl_temporary_remove_folder(temporary->path);
    } else {
        unlink(temporary->path);
    }
    vcl_temporary_keep(temporary);
}

/* Takes `descriptor`, an open folder or -1; NULL where it cannot be read. */
static DIR *entries_of(int descriptor)
{
    DIR *entries = descriptor >= 0 ? fdopendir(descriptor) : NULL;

    if (entries == NULL && descriptor >= 0) {
        close(descriptor);
    }
    return entries;
}

static void remove_folder(int parent, const char *name)
{
    DIR *entries =
        entries_of(openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    const struct dirent *entry = NULL;

    while (entries != NULL && (entry = readdir(entries)) != NULL) {
        unlinkat(dirfd(entries), entry->d_name, 0); /* refuses folders, . and .. among them */
    }
    if (entries != NULL) {
        closedir(entries);
    }
    unlinkat(parent, name, AT_REMOVEDIR);
}

void vcl_temporary_remove_folder(const char *path)
{
    remove_folder(AT_FDCWD, path);
}

/* Of this user, and locked by nobody: whoever made it is gone. */
static bool is_left_behind(int descriptor)
{
    struct stat there;

    return descriptor >= 0 && fstat(descriptor, &there) == 0 && there.st_uid == geteuid() &&
           (S_ISREG(there.st_mode) || S_ISDIR(there.st_mode)) &&
           flock(descriptor, LOCK_EX | LOCK_NB) == 0;
}

static void sweep_one(int parent, const char *name)
{
    int descriptor = openat(parent, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

    if (is_left_behind(descriptor) && unlinkat(parent, name, 0) != 0) {
        remove_folder(parent, name);
    }
    if (descriptor >= 0) {
        close(descriptor);
    }
}

static bool is_temporary_name(const char *name, const char *beginning)
{
    size_t size = strlen(beginning);

    return strncmp(name, beginning, size) == 0 && strlen(name + size) == digits &&
           strspn(name + size, "0123456789abcdef") == digits;
}

void vcl_temporary_sweep(const char *target)
{
    char beginning[name_size + sizeof MARK + 1];
    DIR *entries = entries_of(open_parent(target));
    const struct dirent *entry = NULL;

    beginning_of(beginning, target);
    while (entries != NULL && (entry = readdir(entries)) != NULL) {
        if (is_temporary_name(entry->d_name, beginning)) {
            sweep_one(dirfd(entries), entry->d_name);
        }
    }
    if (entries != NULL) {
        closedir(entries);
    }
}

void vcl_temporary_abandon(void)
{
    for (const vcl_temporary *at = atomic_load(&under_way); at != NULL;
         at = atomic_load(&at->next)) {
        if (at->is_folder) {
            rmdir(at->path);
        } else {
            unlink(at->path);
        }
    }
}

/* It fails where file systems do not know it; the new content is in its place by then. */
void vcl_temporary_sync_parent(const char *path)
{
    int descriptor = open_parent(path);

    if (descriptor >= 0) {
        fsync(descriptor);
        close(descriptor);
    }
}
