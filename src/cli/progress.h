/* Progress of what takes long: one line on standard error, only if it is a terminal and only after a
 * second. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include <vclink/message.h>

/* To the first column, then erase what stands on the line (ECMA-48: EL). */
#define CLI_ERASE_LINE "\r\033[K"

typedef struct cli_progress {
    const char *path;
    vcl_language language;
    bool enabled;
    bool shown;
    struct timespec began;
    struct timespec due; /* when the line is to be written next */
} cli_progress;

void cli_progress_begin(cli_progress *progress, const char *path, vcl_language language);

/* Is it time for a line? Then what stood on it is erased, and the caller writes and flushes. */
bool cli_progress_is_due(cli_progress *progress);

/* A vcl_progress; `context` is the cli_progress. */
void cli_progress_show(uint64_t bytes_read, uint64_t bytes_total, void *context);

/* Erases the line. */
void cli_progress_end(cli_progress *progress);

#endif
