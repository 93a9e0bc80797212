/* vclink_manual FOLDER: the manual in both languages and the completions, as a build makes and
 * installs them. A page bears the day of the release, or of SOURCE_DATE_EPOCH, never of the clock. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "manual/completions.h"
#include "manual/page.h"

enum { PATH_SIZE = 4096, DATE_SIZE = 32 };

static bool fail(const char *path)
{
    fprintf(stderr, "vclink_manual: %s: %s\n", path, strerror(errno));
    return false;
}

/* The file `name` in `folder`, which is made where it is missing; NULL once it has complained. */
static FILE *open_file(const char *folder, const char *name)
{
    char path[PATH_SIZE];
    FILE *stream;

    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        fail(folder);
        return NULL;
    }
    snprintf(path, sizeof path, "%s/%s", folder, name);
    stream = fopen(path, "w");
    if (stream == NULL) {
        fail(path);
    }
    return stream;
}

static bool close_file(FILE *stream, const char *folder)
{
    bool written = !ferror(stream);

    return (fclose(stream) == 0 && written) || fail(folder);
}

static bool write_page(const char *folder, manual_page page)
{
    char name[PATH_SIZE];

    snprintf(name, sizeof name, "vclink%s%s.1", page.command != NULL ? "-" : "",
             page.command != NULL ? page.command->name : "");
    page.stream = open_file(folder, name);
    if (page.stream == NULL) {
        return false;
    }
    manual_page_print(&page);
    return close_file(page.stream, folder);
}

/* The pages of one language, in its own folder man1. */
static bool write_pages(const char *folder, vcl_language language, const char *date)
{
    char inner[PATH_SIZE];
    manual_page page = { .language = language, .date = date };
    bool fine;

    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        return fail(folder);
    }
    snprintf(inner, sizeof inner, "%s/man1", folder);
    fine = write_page(inner, page);
    for (size_t i = 0; fine && (page.command = cli_command_at(i)) != NULL; i++) {
        fine = write_page(inner, page);
    }
    return fine;
}

static bool write_completion(const char *folder, const char *shell, const char *name,
                             void (*print)(FILE *stream))
{
    char inner[PATH_SIZE];
    FILE *stream;

    snprintf(inner, sizeof inner, "%s/%s", folder, shell);
    stream = open_file(inner, name);
    if (stream == NULL) {
        return false;
    }
    print(stream);
    return close_file(stream, inner);
}

static bool is_number(const char *text)
{
    size_t size = strlen(text);

    return size > 0 && size <= 11 && strspn(text, "0123456789") == size;
}

static void choose_date(char date[DATE_SIZE])
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    time_t seconds;
    struct tm day;

    snprintf(date, DATE_SIZE, "%s", VCL_RELEASE_DATE);
    if (epoch != NULL && is_number(epoch)) {
        seconds = (time_t)strtoll(epoch, NULL, 10);
        if (gmtime_r(&seconds, &day) != NULL) {
            strftime(date, DATE_SIZE, "%Y-%m-%d", &day);
        }
    }
}

static bool write_all(const char *folder)
{
    char date[DATE_SIZE];
    char inner[PATH_SIZE];
    bool fine;

    choose_date(date);
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        return fail(folder);
    }
    snprintf(inner, sizeof inner, "%s/man", folder);
    fine = write_pages(inner, VCL_ENGLISH, date);
    snprintf(inner, sizeof inner, "%s/man/vi", folder);
    return fine && write_pages(inner, VCL_VIETNAMESE, date) &&
           write_completion(folder, "bash", "vclink", manual_bash_print) &&
           write_completion(folder, "zsh", "_vclink", manual_zsh_print) &&
           write_completion(folder, "fish", "vclink.fish", manual_fish_print);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("usage: vclink_manual FOLDER\n", stderr);
        return CLI_USAGE;
    }
    return write_all(argv[1]) ? CLI_DONE : CLI_IO;
}
