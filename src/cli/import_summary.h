/* What came of an import, in numbers, and what to do next. */
#ifndef CLI_IMPORT_SUMMARY_H
#define CLI_IMPORT_SUMMARY_H

#include <stdio.h>

#include "cli/settings.h"

/* Prints how many rows became what. Every row read stands in one of the lines below the first. */
void cli_import_summary_print(FILE *stream, vcl_language language, vcl_import_counts counts);

/* Says where the dataset is and what to type next. */
void cli_import_next_print(const cli_settings *settings, const vcl_import *import);

#endif
