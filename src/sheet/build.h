/* Putting a workbook together, for its readers: sheets, rows and cells in the order of the file. */
#ifndef SHEET_BUILD_H
#define SHEET_BUILD_H

#include "base/message.h"
#include "sheet/sheet.h"

/* Adds an empty sheet, which stays where it is until the next is added. VCL_ERROR_MEMORY. */
vcl_status vcl_build_sheet(vcl_workbook *workbook, vcl_slice name, vcl_sheet **out, vcl_error *err);

/* Begins a row with a number above those before it. One that is given no cell is not kept.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_build_row(vcl_sheet *sheet, uint32_t number, vcl_error *err);

/* Adds a cell to the row that was begun last, in a column behind those before it.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_build_cell(vcl_sheet *sheet, const vcl_sheet_cell *cell, vcl_error *err);

/* All rows are there: gives back spare room and orders the merged ranges. */
void vcl_build_end(vcl_sheet *sheet);

/* Fails with {0} the path and {1} the place. */
vcl_status vcl_build_fail_at(const char *path, const vcl_sheet *sheet, uint32_t row,
                             uint32_t column, vcl_message message, vcl_error *err);

/* Fails with {0} the path and {1} a number. */
vcl_status vcl_build_fail_number(const char *path, uint64_t number, vcl_message message,
                                 vcl_error *err);

#endif
