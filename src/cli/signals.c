/* Being interrupted. The one hidden global: a handler has no other way to know. */
#include "cli/signals.h"

#include <signal.h>
#include <unistd.h>

#include <vclink/export.h>

#include "cli/progress.h"
#include "cli/settings.h"

static volatile sig_atomic_t progress_shown;

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
