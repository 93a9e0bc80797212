/* What an import left out, as lines: FILE: SHEET!CELL: not used: HEADING: why. */
#ifndef CLI_IMPORT_LOG_H
#define CLI_IMPORT_LOG_H

#include <stdio.h>

#include "cli/settings.h"

/* Prints the lines of the log that a person should see: what was not used or waits for a decision,
 * then what to look at, then sheets and columns that were passed over; a few of each column, some
 * tens in all, and how many more there are. `written`: where the whole log stands, or NULL. */
void cli_import_log_print(FILE *stream, const cli_settings *settings, const vcl_result *log,
                          const char *written);

#endif
