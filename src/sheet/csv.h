/* CSV: a text file whose records are rows. */
#ifndef SHEET_CSV_H
#define SHEET_CSV_H

#include "sheet/sheet.h"

/* Fills an empty workbook. VCL_ERROR_MEMORY; VCL_ERROR_INPUT, naming the line, where it cannot be
 * read. O(size). */
vcl_status vcl_csv_read(const char *path, vcl_slice bytes, vcl_workbook *workbook, vcl_error *err);

/* What separates the cells of `text`: what a first line such as "sep=;" says, `*begin` being what
 * follows it; else comma, semicolon, tab or bar, whichever cuts most of the first records into
 * equally many cells, a comma where none does. O(the first records). */
char vcl_csv_separator(vcl_slice text, size_t *begin);

#endif
