/* What standard output is. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/settings.h"

/* Does what is written go to a terminal: standard output is one, and -o names no file? */
bool cli_to_terminal(const cli_settings *settings);

/* Columns of that terminal, by COLUMNS or by asking it; 0 where there is none or it does not
 * say. */
size_t cli_terminal_width(const cli_settings *settings);

/* Are colours wanted: --color, else NO_COLOR (no-color.org), else on a terminal that has them? */
bool cli_wants_color(const cli_settings *settings);

/* The same of standard error. */
bool cli_wants_color_on_errors(const cli_settings *settings);

/* The file that -o names; NULL for standard output. */
const char *cli_output_path(const cli_settings *settings);

#endif
