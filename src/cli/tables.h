/* Which tables a command computes: those named after the file, or all, less those skipped; or those
 * that a format needs. */
#ifndef CLI_TABLES_H
#define CLI_TABLES_H

#include "cli/settings.h"

/* The tables named after the file. */
cli_list cli_tables_named(const cli_settings *settings);

/* The tables to compute; the caller releases them. CLI_DONE, CLI_USAGE once it has complained of a
 * name that is none or that none is left, or CLI_INTERNAL. */
int cli_tables_choose(const cli_settings *settings, cli_list *tables);

/* The tables that `format` needs; the caller releases them. CLI_DONE or CLI_INTERNAL. */
int cli_tables_needed(const cli_settings *settings, const vcl_export_format *format,
                      cli_list *tables);

void cli_tables_release(cli_list *tables);

#endif
