/* What standard output is. */
#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Columns beyond this are taken for a mistake. */
enum { MOST_COLUMNS = 10000 };

const char *cli_output_path(const cli_settings *settings)
{
    bool standard = settings->output == NULL || strcmp(settings->output, "-") == 0;

    return standard ? NULL : settings->output;
}

bool cli_to_terminal(const cli_settings *settings)
{
    return cli_output_path(settings) == NULL && isatty(STDOUT_FILENO);
}

static size_t stated_columns(void)
{
    const char *text = getenv("COLUMNS");
    char *end = NULL;
    unsigned long columns = 0;

    if (text != NULL && text[0] >= '1' && text[0] <= '9') {
        columns = strtoul(text, &end, 10);
    }
    return end != NULL && *end == '\0' && columns <= MOST_COLUMNS ? columns : 0;
}

size_t cli_terminal_width(const cli_settings *settings)
{
    struct winsize size = { 0 };
    size_t stated = stated_columns();

    if (!cli_to_terminal(settings)) {
        return 0;
    }
    if (stated == 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
        return size.ws_col;
    }
    return stated;
}

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);

    return value != NULL && value[0] != '\0';
}

static bool terminal_has_color(void)
{
    const char *kind = getenv("TERM");

    return kind != NULL && strcmp(kind, "dumb") != 0;
}

static bool wants_color(const cli_settings *settings, bool to_terminal)
{
    if (settings->color != NULL && strcmp(settings->color, "auto") != 0) {
        return strcmp(settings->color, "always") == 0;
    }
    return !is_set("NO_COLOR") && to_terminal && terminal_has_color();
}

bool cli_wants_color(const cli_settings *settings)
{
    return wants_color(settings, cli_to_terminal(settings));
}

bool cli_wants_color_on_errors(const cli_settings *settings)
{
    return wants_color(settings, isatty(STDERR_FILENO));
}
