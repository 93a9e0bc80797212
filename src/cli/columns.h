/* What a column holds, in words. */
#ifndef CLI_COLUMNS_H
#define CLI_COLUMNS_H

#include "cli/texts.h"

/* "integer, households": its type and, if it has one, its unit; cut to `size` bytes. */
void cli_column_nature(const vcl_column *column, vcl_language language, char *buffer, size_t size);

#endif
