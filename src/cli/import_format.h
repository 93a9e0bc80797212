/* What vclink import writes: which formats of the library there are for a dataset. */
#ifndef CLI_IMPORT_FORMAT_H
#define CLI_IMPORT_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include <vclink/export.h>

/* The name of the format at `index`; NULL after the last. Static. */
const char *cli_import_format(size_t index);

/* The format of --to's word, else that of the ending of `path` (NULL: none), else the first. Static. */
const vcl_export_format *cli_import_format_of(const char *word, const char *path);

/* Is it one that other commands read, not registers again? */
bool cli_import_gives_dataset(const vcl_export_format *format);

#endif
