/* Which files an import reads and writes. */
#ifndef CLI_IMPORT_FILES_H
#define CLI_IMPORT_FILES_H

#include <vclink/export.h>

#include "cli/settings.h"

/* No file may be written that is read, save the review list over the decisions, and none twice.
 * CLI_USAGE once it has complained. */
int cli_import_check_files(const cli_settings *settings);

/* No file may be written whose ending says that it is something else: a dataset called x.csv, a log
 * called x.xlsx. CLI_USAGE once it has complained. */
int cli_import_check_endings(const cli_settings *settings, const vcl_export_format *format);

#endif
