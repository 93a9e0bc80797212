/* Progress of what takes long. */
#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

#include "cli/signals.h"
#include "cli/texts.h"

enum { FIRST_MS = 1000, NEXT_MS = 200, NS_OF_MS = 1000000 };

static bool is_before(struct timespec a, struct timespec b)
{
    return a.tv_sec < b.tv_sec || (a.tv_sec == b.tv_sec && a.tv_nsec < b.tv_nsec);
}

static struct timespec later(struct timespec from, int delay_ms)
{
    from.tv_sec += delay_ms / 1000;
    from.tv_nsec += (long)(delay_ms % 1000) * NS_OF_MS;
    if (from.tv_nsec >= 1000L * NS_OF_MS) {
        from.tv_sec++;
        from.tv_nsec -= 1000L * NS_OF_MS;
    }
    return from;
}

void cli_progress_begin(cli_progress *progress, const char *path, vcl_language language)
{
    struct timespec now = { 0 };

    *progress = (cli_progress){ .path = path, .language = language };
    progress->enabled = isatty(STDERR_FILENO) && clock_gettime(CLOCK_MONOTONIC, &now) == 0;
    progress->due = later(now, FIRST_MS);
}

bool cli_progress_is_due(cli_progress *progress)
{
    struct timespec now;

    if (!progress->enabled || clock_gettime(CLOCK_MONOTONIC, &now) != 0 ||
        is_before(now, progress->due)) {
        return false;
    }
    progress->due = later(now, NEXT_MS);
    progress->shown = true;
    cli_signals_progress(true);
    fputs(CLI_ERASE_LINE, stderr);
    return true;
}

void cli_progress_show(uint64_t bytes_read, uint64_t bytes_total, void *context)
{
    cli_progress *progress = context;
    char digits[CLI_DIGITS_SIZE];

    if (!cli_progress_is_due(progress)) {
        return;
    }
    if (bytes_total > 0) {
        cli_digits(bytes_read / (bytes_total / 100 + 1), digits);
        cli_print(stderr, progress->language, CLI_TEXT_PROGRESS_PERCENT,
                  (const char *const[]){ progress->path, digits });
    } else {
        cli_digits(bytes_read >> 20, digits);
        cli_print(stderr, progress->language, CLI_TEXT_PROGRESS_MEBIBYTES,
                  (const char *const[]){ progress->path, digits });
    }
    fflush(stderr);
}

void cli_progress_end(cli_progress *progress)
{
    if (progress->shown) {
        fputs(CLI_ERASE_LINE, stderr);
        fflush(stderr);
        cli_signals_progress(false);
        progress->shown = false;
    }
}
