/* Progress of what takes long. */
#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

#include "cli/duration.h"
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
    progress->began = now;
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

/* Seconds that remain if it goes on as it has; 0 where that is not known yet. */
static double seconds_left(const cli_progress *progress, double done)
{
    struct timespec now;

    if (done <= 0.0 || clock_gettime(CLOCK_MONOTONIC, &now) != 0) {
        return 0.0;
    }
    double gone_s = (double)(now.tv_sec - progress->began.tv_sec) +
                    (double)(now.tv_nsec - progress->began.tv_nsec) / (1000.0 * NS_OF_MS);
    return gone_s * (1.0 - done) / done;
}

static void print_percent(const cli_progress *progress, double done)
{
    char digits[CLI_DIGITS_SIZE];
    char duration[CLI_DURATION_SIZE];
    double left_s = seconds_left(progress, done);

    cli_digits((uint64_t)(done * 100.0), digits);
    cli_duration(progress->language, left_s, duration);
    cli_print(stderr, progress->language,
              left_s >= 1.0 ? CLI_TEXT_PROGRESS_PERCENT_LEFT : CLI_TEXT_PROGRESS_PERCENT,
              (const char *const[]){ progress->path, digits, duration });
}

void cli_progress_show(uint64_t bytes_read, uint64_t bytes_total, void *context)
{
    cli_progress *progress = context;
    bool all = bytes_total > 0 && bytes_read >= bytes_total;
    char digits[CLI_DIGITS_SIZE];

    /* Once all is read nothing more is heard until the records are joined. */
    if (all && progress->shown) {
        progress->due = progress->began;
    }
    if (!cli_progress_is_due(progress)) {
        return;
    }
    if (all) {
        cli_print(stderr, progress->language, CLI_TEXT_PROGRESS_JOINING,
                  (const char *const[]){ progress->path });
    } else if (bytes_total > 0) {
        print_percent(progress, (double)bytes_read / (double)bytes_total);
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
