/* Being interrupted, by a person or by a timer. The hidden globals: a handler has no other way to
 * know. */
#include "cli/signals.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include <vclink/export.h>

#include "cli/progress.h"
#include "cli/settings.h"

static volatile sig_atomic_t progress_shown;
static const char *volatile later_line;

void cli_signals_progress(bool shown)
{
    progress_shown = shown;
}

/* Only what is async-signal-safe. */
static void end_process(int number)
{
    vcl_export_abandon();
    if (progress_shown && write(STDERR_FILENO, CLI_ERASE_LINE, sizeof CLI_ERASE_LINE - 1) < 0) {
        _exit(CLI_SIGNALLED + number);
    }
    _exit(CLI_SIGNALLED + number);
}

static void install(int number)
{
    struct sigaction action = { .sa_handler = end_process };
    struct sigaction before;

    if (sigaction(number, NULL, &before) == 0 && before.sa_handler == SIG_IGN) {
        return;
    }
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

void cli_signals_install(void)
{
    install(SIGINT);
    install(SIGTERM);
    install(SIGHUP);
}

/* Only what is async-signal-safe; a line that cannot be shown is no loss. */
static void show_line(int number)
{
    const char *line = later_line;

    (void)number;
    if (line != NULL && write(STDERR_FILENO, line, strlen(line)) > 0) {
        progress_shown = true;
    }
}

void cli_signals_show_later(const char *line)
{
    struct sigaction action = { .sa_handler = show_line, .sa_flags = SA_RESTART };

    if (!isatty(STDERR_FILENO)) {
        return;
    }
    later_line = line;
    sigemptyset(&action.sa_mask);
    sigaction(SIGALRM, &action, NULL);
    alarm(1);
}

void cli_signals_done(void)
{
    alarm(0);
    later_line = NULL;
    if (progress_shown && write(STDERR_FILENO, CLI_ERASE_LINE, sizeof CLI_ERASE_LINE - 1) > 0) {
        progress_shown = false;
    }
}
