/* Which files an import reads and writes. */
#ifndef CLI_IMPORT_FILES_H
#define CLI_IMPORT_FILES_H

#include "cli/settings.h"

/* No file may be written that is read, save the review list over the decisions, and none twice.
 * CLI_USAGE once it has complained. */
int cli_import_check_files(const cli_settings *settings);

#endif
