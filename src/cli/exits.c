/* The table of exit statuses. */
#include "cli/exits.h"

#include <signal.h>

static const cli_exit exits[] = {
    { CLI_DONE, CLI_TEXT_EXIT_DONE },
    { CLI_FOUND_ERRORS, CLI_TEXT_EXIT_FOUND_ERRORS },
    { CLI_USAGE, CLI_TEXT_EXIT_USAGE },
    { CLI_INPUT, CLI_TEXT_EXIT_INPUT },
    { CLI_IO, CLI_TEXT_EXIT_IO },
    { CLI_INTERNAL, CLI_TEXT_EXIT_INTERNAL },
    { CLI_SIGNALLED + SIGINT, CLI_TEXT_EXIT_INTERRUPTED },
    { CLI_SIGNALLED + SIGTERM, CLI_TEXT_EXIT_TERMINATED },
};

const cli_exit *cli_exit_at(size_t index)
{
    return index < sizeof exits / sizeof exits[0] ? &exits[index] : NULL;
}
