/* Is a folder one that we wrote? */
#include "base/manifest.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

/* The whole manifest as text; false where there is none that can be read. */
static bool read_manifest(vcl_text *out, int parent, const char *name)
{
    int descriptor = openat(parent, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    char block[4096];
    ssize_t size = 0;

    while (descriptor >= 0 && (size = read(descriptor, block, sizeof block)) > 0) {
        vcl_text_add_slice(out, (vcl_slice){ block, (size_t)size });
    }
    if (descriptor >= 0) {
        close(descriptor);
    }
    return descriptor >= 0 && size == 0 && !out->failed;
}

/* Does `name` stand in quotes in the manifest? A quote within a name would be escaped there. */
static bool names(const char *manifest, const char *name)
{
    size_t size = strlen(name);

    for (const char *at = strstr(manifest, name); at != NULL; at = strstr(at + 1, name)) {
        if (at > manifest && at[-1] == '"' && at[size] == '"' && strchr(name, '"') == NULL) {
            return true;
        }
    }
    return false;
}

static bool is_ours(int parent, const char *name, const vcl_manifest *manifest, const char *text)
{
    struct stat there;

    return fstatat(parent, name, &there, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(there.st_mode) &&
           (strcmp(name, manifest->name) == 0 || names(text, name));
}

static bool all_are_ours(DIR *entries, const vcl_manifest *manifest, const char *text)
{
    bool known = strncmp(text, manifest->beginning, strlen(manifest->beginning)) == 0;
    const struct dirent *entry = NULL;

    while ((entry = readdir(entries)) != NULL) {
        const char *name = entry->d_name;
        if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0 &&
            !(known && is_ours(dirfd(entries), name, manifest, text))) {
            return false;
        }
    }
    return true;
}

int vcl_manifest_owns(const vcl_manifest *manifest, const char *path, bool *owned)
{
    vcl_text text = { 0 };
    DIR *entries = opendir(path);
    int number = 0;

    if (entries == NULL) {
        return errno;
    }
    if (!read_manifest(&text, dirfd(entries), manifest->name)) {
        number = text.failed ? ENOMEM : 0;
        vcl_text_clear(&text);
    }
    if (number == 0) {
        *owned = all_are_ours(entries, manifest, vcl_text_bytes(&text));
    }
    closedir(entries);
    vcl_text_release(&text);
    return number;
}
