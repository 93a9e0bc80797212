/* Which format is written where. */
#ifndef CLI_FORMAT_H
#define CLI_FORMAT_H

#include "cli/settings.h"

/* The format asked for by --format or --to, or else by the ending of -o's name (".csv", ".txt" for a
 * table); NULL where neither says. */
const char *cli_format_stated(const cli_settings *settings, vcl_export_use use);

/* Writes `result` to where -o says. Gives the exit status, having complained. */
int cli_format_write(const cli_settings *settings, const vcl_result *result, vcl_export_use use,
                     const char *format, const char *source);

/* Complains where --bom goes with another format than CSV. CLI_DONE or CLI_USAGE. */
int cli_format_check(const cli_settings *settings, const char *format);

#endif
