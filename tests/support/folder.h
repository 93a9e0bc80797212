/* Tests that run in an empty folder of their own. */
#ifndef SUPPORT_FOLDER_H
#define SUPPORT_FOLDER_H

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/assert.h"

static char own_folder[200];

static inline int enter_folder(void **state)
{
    const char *parent = getenv("TMPDIR");

    (void)state;
    snprintf(own_folder, sizeof own_folder, "%s/vclink.XXXXXX", parent != NULL ? parent : "/tmp");
    return mkdtemp(own_folder) == NULL || chdir(own_folder) != 0;
}

static inline int remove_entry(const char *path, const struct stat *there, int type,
                               struct FTW *place)
{
    (void)there;
    (void)type;
    (void)place;
    return remove(path);
}

static inline void remove_all(const char *path)
{
    enum { descriptors = 10 };

    nftw(path, remove_entry, descriptors, FTW_DEPTH | FTW_PHYS);
}

static inline int leave_folder(void **state)
{
    (void)state;
    if (chdir("/") != 0) {
        return -1;
    }
    remove_all(own_folder);
    return 0;
}

static inline size_t count_entries(const char *path)
{
    DIR *entries = opendir(path);
    size_t count = 0;

    assert_non_null(entries);
    while (readdir(entries) != NULL) {
        count++;
    }
    closedir(entries);
    return count - 2; /* . and .. */
}

static inline void write_file(const char *path, const char *content)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    assert_true(fputs(content, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static inline void assert_content(const char *path, const char *expected)
{
    char content[100];
    FILE *file = fopen(path, "r");
    size_t size = 0;

    assert_non_null(file);
    size = fread(content, 1, sizeof content - 1, file);
    content[size] = '\0';
    fclose(file);
    assert_string_equal(content, expected);
}

static inline mode_t mode_of(const char *path)
{
    struct stat there;

    assert_int_equal(stat(path, &there), 0);
    return there.st_mode & 07777;
}

/* As a process does that is writing it. The caller closes the descriptor. */
static inline int open_and_lock(const char *path)
{
    int descriptor = open(path, O_RDONLY);

    assert_true(descriptor >= 0);
    assert_int_equal(flock(descriptor, LOCK_EX | LOCK_NB), 0);
    return descriptor;
}

#endif
