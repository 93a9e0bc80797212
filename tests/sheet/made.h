/* The files that make.py writes, each with what reading it must give, in a folder of the test's own
 * that it runs in. */
#ifndef TESTS_SHEET_MADE_H
#define TESTS_SHEET_MADE_H

#include "sheet/shown.h"
#include "support/folder.h"

static inline int make_files(void **state)
{
    return enter_folder(state) != 0 ||
           system("/usr/bin/python3 " VCL_SOURCE_DIR "/tests/sheet/make.py .") != 0;
}

/* The whole of a small file, which the caller frees. */
static inline char *content_of(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    struct stat there;

    assert_non_null(file);
    assert_int_equal(fstat(fileno(file), &there), 0);
    char *content = calloc(1, (size_t)there.st_size + 1);
    assert_non_null(content);
    *size = fread(content, 1, (size_t)there.st_size, file);
    fclose(file);
    return content;
}

/* Calls `visit` for each file NAME and the content of NAME.expected; how many there were. */
static inline size_t visit_made(void (*visit)(const char *path, const char *expected))
{
    DIR *entries = opendir(".");
    size_t count = 0;

    assert_non_null(entries);
    for (struct dirent *entry = readdir(entries); entry != NULL; entry = readdir(entries)) {
        char path[512];
        size_t size = 0;
        snprintf(path, sizeof path, "%s.expected", entry->d_name);
        if (access(path, R_OK) == 0) {
            char *expected = content_of(path, &size);
            visit(entry->d_name, expected);
            free(expected);
            count++;
        }
    }
    closedir(entries);
    return count;
}

#endif
