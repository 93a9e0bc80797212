/* vclink_manual FOLDER: the manual in both languages and the completions, as a build makes and
 * installs them. A page bears the day of the release, or of SOURCE_DATE_EPOCH, never of the clock. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "manual/completions.h"
#include "manual/page.h"

enum { PATH_SIZE = 256, DATE_SIZE = 32 };

static bool fail(const char *path)
{
    fprintf(stderr, "vclink_manual: %s: %s\n", path, strerror(errno));
    return false;
}

static bool make_folder(const char *path)
{
    return mkdir(path, 0777) == 0 || errno == EEXIST || fail(path);
}

static bool close_file(FILE *stream, const char *path)
{
    bool written = !ferror(stream);

    return (fclose(stream) == 0 && written) || fail(path);
}

/* The page of page.command, as folder/vclink-check.1. */
static bool write_page(const char *folder, manual_page page)
{
    const char *name = page.command != NULL ? page.command->name : "";
    char path[PATH_SIZE];

    snprintf(path, sizeof path, "%s/vclink%s%s.1", folder, name[0] != '\0' ? "-" : "", name);
    page.stream = fopen(path, "w");
    if (page.stream == NULL) {
        return fail(path);
    }
    manual_page_print(&page);
    return close_file(page.stream, path);
}

static bool write_pages(const char *folder, vcl_language language, const char *date)
{
    manual_page page = { .language = language, .date = date };
    bool fine = make_folder(folder) && write_page(folder, page);

    for (size_t i = 0; fine && (page.command = cli_command_at(i)) != NULL; i++) {
        fine = write_page(folder, page);
    }
    return fine;
}

static bool write_completion(const char *path, void (*print)(FILE *stream))
{
    FILE *stream = fopen(path, "w");

    if (stream == NULL) {
        return fail(path);
    }
    print(stream);
    return close_file(stream, path);
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

/* Into the current folder. */
static bool write_all(void)
{
    char date[DATE_SIZE];

    choose_date(date);
    return make_folder("man") && write_pages("man/man1", VCL_ENGLISH, date) &&
           make_folder("man/vi") && write_pages("man/vi/man1", VCL_VIETNAMESE, date) &&
           make_folder("bash") && write_completion("bash/vclink", manual_bash_print) &&
           make_folder("zsh") && write_completion("zsh/_vclink", manual_zsh_print) &&
           make_folder("fish") && write_completion("fish/vclink.fish", manual_fish_print);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("usage: vclink_manual FOLDER\n", stderr);
        return CLI_USAGE;
    }
    if (!make_folder(argv[1])) {
        return CLI_IO;
    }
    if (chdir(argv[1]) != 0) {
        fail(argv[1]);
        return CLI_IO;
    }
    return write_all() ? CLI_DONE : CLI_IO;
}
