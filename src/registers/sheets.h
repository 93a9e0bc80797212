/* From workbooks to rows of typed values: the first half of an import.
 *
 * How each value was read is counted in the log here, save for names of parties, places and
 * products, of which only the rest of the import knows whom they mean. */
#ifndef REGISTERS_SHEETS_H
#define REGISTERS_SHEETS_H

#include <vclink/import.h>

#include "registers/log.h"
#include "registers/rows.h"

/* Appends what the files hold to `rows`, which stays valid without the files, and to `log`; every
 * sheet of every file is a source of both. `options` must not be NULL. VCL_ERROR_IO;
 * VCL_ERROR_INPUT: a file is damaged, the mapping is wrong, no sheet is known as a register, or
 * numbers can be read in two ways and nobody says how; VCL_ERROR_MEMORY. O(cells), and for each
 * sheet its first rows' headings. */
vcl_status vcl_sheets_read(const char *const *paths, size_t count,
                           const vcl_import_options *options, vcl_rows *rows, vcl_log *log,
                           vcl_error *err);

#endif
