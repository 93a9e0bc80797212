/* The rows of one sheet, as typed values. */
#ifndef REGISTERS_SHEET_ROWS_H
#define REGISTERS_SHEET_ROWS_H

#include "registers/column.h"
#include "registers/layout.h"
#include "registers/row_kind.h"

/* A sheet that is being read. */
typedef struct vcl_sheet_reading {
    const vcl_workbook *workbook;
    const vcl_sheet *sheet;
    const vcl_sheet_layout *layout; /* of a register */
    vcl_headings *headings;
    uint32_t source;
    vcl_decimal_mark mark; /* by option */
    vcl_rows *rows;
    vcl_log *log;
    vcl_text *undecided; /* columns whose numbers can be read in two ways are added here */
    vcl_column_scratch scratch;
    vcl_array readers; /* of vcl_column_reader, by field */
    vcl_array kinds; /* of vcl_row_kind, by row of the sheet */
    vcl_array cells; /* of const vcl_sheet_cell *, by column: one row's own */
    size_t first_row; /* of this sheet among the rows */
    size_t passed; /* rows that are named in the log */
} vcl_sheet_reading;

/* Makes work space; allocates nothing. What is above it is the caller's to set. */
void vcl_sheet_rows_init(vcl_sheet_reading *reading);

/* Looks at all cells: reading->readers then know what their columns say as a whole.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_sheet_rows_look(vcl_sheet_reading *reading, vcl_error *err);

/* Adds the rows to reading->rows, once they were looked at. VCL_ERROR_MEMORY. */
vcl_status vcl_sheet_rows_read(vcl_sheet_reading *reading, vcl_error *err);

/* Only of work space. */
void vcl_sheet_rows_release(vcl_sheet_reading *reading);

#endif
