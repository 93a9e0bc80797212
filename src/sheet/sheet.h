/* Tables of cells from spreadsheet files: XLSX and CSV, told apart by what the file contains.
 *
 * Only cells that hold something are stored, row by row. Nothing is interpreted that the file does
 * not state: the cells of a CSV file are all texts. Rows and columns are counted from 1, as
 * spreadsheet programs show them; a CSV file is one sheet with the file's name, and a record of it
 * is a row, even where it goes over several lines or is empty. */
#ifndef SHEET_SHEET_H
#define SHEET_SHEET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/array.h"
#include "base/date.h"
#include "base/text.h"

/* What is read at most: rows (of a workbook) and columns as Excel has them, bytes of one text,
 * and of all parts of a workbook when unpacked. A file must fit into memory; vcl_memory_limit() is
 * kept. */
enum {
    VCL_SHEET_MOST_ROWS = 1048576,
    VCL_SHEET_MOST_COLUMNS = 16384,
    VCL_SHEET_LONGEST_TEXT = 1 << 20,
    VCL_SHEET_MOST_UNPACKED = 1 << 30,
};

typedef enum vcl_cell_kind {
    VCL_CELL_EMPTY, /* what vcl_sheet_cell_at() gives where nothing is stored */
    VCL_CELL_TEXT,
    VCL_CELL_NUMBER,
    VCL_CELL_BOOLEAN, /* "TRUE" or "FALSE" */
    VCL_CELL_ERROR, /* "#N/A"; or what stands in the place of a number and is none */
    VCL_CELL_FORMULA, /* whose value the file lacks: a spreadsheet program must save it first */
} vcl_cell_kind;

/* How a number is shown. Its text is never changed by that, save for leading zeros. */
typedef enum vcl_cell_form {
    VCL_FORM_PLAIN,
    VCL_FORM_DATE, /* a number of days: vcl_workbook_date(); a text of this form is ISO 8601 */
    VCL_FORM_TIME, /* a fraction of a day */
    VCL_FORM_PERCENT, /* 0.5 is shown as 50% */
    VCL_FORM_TEXT, /* digits that are no amount */
} vcl_cell_form;

/* `text` is valid UTF-8 without NUL, never NULL, owned by the workbook. Of a number it is the
 * decimal that a person would see in full: "1.1" (not 1.1000000000000001), "-0.0005", with an
 * exponent only beyond 21 digits, with the zeros before it that its format asks for:
 * "0312345678". */
typedef struct vcl_sheet_cell {
    const char *text;
    uint32_t size; /* of the text */
    uint16_t column;
    uint8_t kind; /* vcl_cell_kind */
    uint8_t form; /* vcl_cell_form */
} vcl_sheet_cell;

/* Its cells are items first … first + count - 1 of the sheet's, ordered by column. */
typedef struct vcl_sheet_row {
    uint32_t number;
    uint32_t first;
    uint32_t count; /* above 0 */
} vcl_sheet_row;

/* Merged cells; what they show stands in the first row and column. */
typedef struct vcl_sheet_range {
    uint32_t first_row, last_row;
    uint32_t first_column, last_column;
} vcl_sheet_range;

typedef struct vcl_sheet {
    const char *name;
    bool is_hidden;
    uint32_t last_column; /* that has a cell; 0 where none has */
    vcl_array rows; /* of vcl_sheet_row, ordered by number */
    vcl_array cells; /* of vcl_sheet_cell */
    vcl_array merged; /* of vcl_sheet_range, ordered by first column, then first row */
} vcl_sheet;

/* How a CSV file was written; nothing is guessed in silence. */
typedef enum vcl_sheet_encoding {
    VCL_ENCODING_UTF8,
    VCL_ENCODING_UTF16_LE,
    VCL_ENCODING_UTF16_BE,
    VCL_ENCODING_WINDOWS_1258,
} vcl_sheet_encoding;

typedef struct vcl_workbook {
    vcl_array sheets; /* of vcl_sheet, as the workbook orders them */
    bool is_csv;
    bool begins_1904; /* what a date's number counts from */
    char separator; /* of a CSV file */
    vcl_sheet_encoding encoding; /* of a CSV file */
    uint64_t fingerprint; /* of the file: the same for the same bytes */
    vcl_arena texts;
    char *bytes; /* the texts of a CSV file */
} vcl_workbook;

/* Reads the file `path`, "-" being standard input. A file without any byte is one sheet without
 * rows. The caller frees *out, which is NULL after a failure: VCL_ERROR_IO; VCL_ERROR_MEMORY;
 * VCL_ERROR_INPUT where it is neither XLSX nor CSV or is damaged, and the error says what to do.
 * O(bytes, unpacked). */
vcl_status vcl_workbook_open(const char *path, vcl_workbook **out, vcl_error *err);

/* The same from bytes, which are not kept; `path` is only a name. */
vcl_status vcl_workbook_read(const char *path, vcl_slice bytes, vcl_workbook **out, vcl_error *err);

/* NULL is allowed. */
void vcl_workbook_free(vcl_workbook *workbook);

/* `index` must be below workbook->sheets.count, sheet->rows.count, row->count. O(1). */
const vcl_sheet *vcl_workbook_sheet(const vcl_workbook *workbook, size_t index);
const vcl_sheet_row *vcl_sheet_row_at(const vcl_sheet *sheet, size_t index);
const vcl_sheet_cell *vcl_sheet_cell_of(const vcl_sheet *sheet, const vcl_sheet_row *row,
                                        size_t index);

/* The row with this number, or NULL. O(log rows). */
const vcl_sheet_row *vcl_sheet_find_row(const vcl_sheet *sheet, uint32_t number);

/* The cell of a row (NULL is allowed) in a column, else an empty one. O(log cells of the row). */
const vcl_sheet_cell *vcl_sheet_cell_at(const vcl_sheet *sheet, const vcl_sheet_row *row,
                                        uint32_t column);

/* The merged cells that this place belongs to, or NULL; one of them where a file lets them overlap.
 * O(columns that some begin in * log merged). */
const vcl_sheet_range *vcl_sheet_find_merged(const vcl_sheet *sheet, uint32_t row, uint32_t column);

/* The value of a number's cell; NaN for other kinds. The same in every locale. O(size). */
double vcl_sheet_number(const vcl_sheet_cell *cell);

/* The day of a number of the form VCL_FORM_DATE, without its time. False where there is none: below
 * the calendar's beginning, beyond the year 9999, or the 29 February 1900 that Excel counts. */
bool vcl_workbook_date(const vcl_workbook *workbook, double number, vcl_date *out);

/* Appends the letters of a column: 1 is A, 27 is AA. */
void vcl_sheet_add_column(vcl_text *out, uint32_t column);

/* Appends a place as spreadsheet programs write it, in either language: HTX!C14, or
 * 'Hợp tác xã'!C14. A row of 0 is left out, as is a column of 0. */
void vcl_sheet_add_place(vcl_text *out, const vcl_sheet *sheet, uint32_t row, uint32_t column);

#endif
