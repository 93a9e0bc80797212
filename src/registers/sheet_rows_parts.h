/* What looking at the rows of a sheet and reading them have in common. */
#ifndef REGISTERS_SHEET_ROWS_PARTS_H
#define REGISTERS_SHEET_ROWS_PARTS_H

#include "registers/sheet_rows.h"

/* Puts the row's cells where each column finds its own at once, or takes them away again. */
void vcl_sheet_rows_spread(vcl_sheet_reading *r, const vcl_sheet_row *row, bool there);

/* What the row at `index` of the sheet is. */
vcl_row_kind *vcl_sheet_rows_kind(const vcl_sheet_reading *r, size_t index);

/* The merged cells that say which actor this row is about and go over several rows, or NULL. */
const vcl_sheet_range *vcl_sheet_cells_actor(const vcl_sheet_reading *r, uint32_t row);

/* Reads what the row, which has been spread, has of a column: adds an entry or names the cell.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_sheet_cells_read(vcl_sheet_reading *r, const vcl_column_reader *reader, uint32_t row,
                                vcl_error *err);

#endif
