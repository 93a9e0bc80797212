/* A workbook being written, by libxlsxwriter: what its sheets share.
 *
 * Writing never needs a check: the first failure is remembered and told by vcl_xlsx_status(). Rows
 * are written from top to bottom, for each goes to the disk when the next one begins. */
#ifndef EXPORT_XLSX_H
#define EXPORT_XLSX_H

#include <xlsxwriter.h>

#include "base/text.h"
#include "export/exporter.h"

typedef enum vcl_xlsx_style {
    VCL_XLSX_PLAIN = 0,
    VCL_XLSX_ID, /* text, whatever it looks like */
    VCL_XLSX_INTEGER, /* 40,000 or 40.000, as the reader's own settings say */
    VCL_XLSX_RANK,
    VCL_XLSX_RATE,
    VCL_XLSX_DATE,
    VCL_XLSX_BESIDE, /* text to the right of a number */
    VCL_XLSX_PROSE, /* broken over lines */
    VCL_XLSX_HEADING, /* of a column */
    VCL_XLSX_HEADING_RIGHT,
    VCL_XLSX_TOTAL,
    VCL_XLSX_TOTAL_INTEGER,
    VCL_XLSX_TITLE, /* of the workbook */
    VCL_XLSX_ANSWER, /* its first sentence */
    VCL_XLSX_SECTION,
    VCL_XLSX_ASIDE,
    VCL_XLSX_LINK,
    VCL_XLSX_KEY_HEADING, /* of a column that must be filled in */
    VCL_XLSX_DAY, /* day/month/year in either language */
    VCL_XLSX_GENERAL, /* a number with all of its digits */
    VCL_XLSX_EXAMPLE, /* a text, number or day that is to be written over */
    VCL_XLSX_EXAMPLE_NUMBER,
    VCL_XLSX_EXAMPLE_DAY,
    VCL_XLSX_GROUP, /* a line over others */
    VCL_XLSX_STYLES
} vcl_xlsx_style;

enum {
    VCL_XLSX_DECIMALS = 10, /* of reals: 0 … 9 */
    VCL_XLSX_ROWS = 1048576, /* of a sheet */
    VCL_XLSX_CHARACTERS = 32767, /* of a cell, in UTF-16 */
    VCL_XLSX_NAME = 31, /* of a sheet, in UTF-16 */
    VCL_XLSX_NAME_SIZE = 31 * 4 + 1, /* in bytes */
};

typedef struct vcl_xlsx {
    lxw_workbook *book;
    const vcl_result *result;
    const vcl_export_options *options;
    lxw_format *styles[VCL_XLSX_STYLES];
    lxw_format *reals[VCL_XLSX_DECIMALS]; /* by their decimals */
    lxw_format *totals[VCL_XLSX_DECIMALS];
    vcl_text scratch;
    lxw_error error; /* the first one */
    const char *table; /* the name of the one being written, or NULL, and */
    size_t row; /* its row, for an error to name */
    bool is_too_long; /* a cell of that row is more than a workbook holds */
} vcl_xlsx;

/* Makes the formats. The book is open. */
void vcl_xlsx_make_styles(vcl_xlsx *xlsx);

/* A new sheet; NULL once something failed, which all of the following allow. `name` has at most
 * VCL_XLSX_NAME characters, and no other sheet has it. */
lxw_worksheet *vcl_xlsx_add_sheet(vcl_xlsx *xlsx, const char *name);

/* A text as text, never as a formula or a link. Hidden characters are shown as <U+202E>, save line
 * feeds. NULL and "" write nothing. */
void vcl_xlsx_text(vcl_xlsx *xlsx, lxw_worksheet *sheet, size_t row, size_t column,
                   const char *text, vcl_xlsx_style style);

/* A number. With 12 significant digits, like everywhere. */
void vcl_xlsx_number(vcl_xlsx *xlsx, lxw_worksheet *sheet, size_t row, size_t column, double value,
                     lxw_format *format);

/* A cell of a table, null as nothing; reals with `decimals`. */
void vcl_xlsx_value(vcl_xlsx *xlsx, lxw_worksheet *sheet, size_t row, size_t column,
                    const vcl_value *value, const vcl_column *described, int decimals);

/* How wide a column is made for `content`, in characters. */
void vcl_xlsx_width(vcl_xlsx *xlsx, lxw_worksheet *sheet, size_t column, size_t content);

/* Bars from 0 to 1 behind the rates of a column, from row `first` to `last`. */
void vcl_xlsx_bars(vcl_xlsx *xlsx, lxw_worksheet *sheet, size_t first, size_t last, size_t column);

/* Remembers a failure of the library. */
void vcl_xlsx_note(vcl_xlsx *xlsx, lxw_error error);

/* Writes a workbook whose sheets `write_sheets` adds. As vcl_exporter_write. */
typedef vcl_status vcl_xlsx_write_sheets(vcl_xlsx *xlsx, vcl_error *err);
vcl_status vcl_xlsx_write(const vcl_result *result, const vcl_export_options *options,
                          vcl_xlsx_write_sheets *write_sheets, vcl_output *output, vcl_error *err);

/* The name of the `part`-th sheet (from 0) under a title; `name` has VCL_XLSX_NAME_SIZE bytes. */
void vcl_xlsx_title_name(char *name, const char *title, size_t part);

/* The sheets. The name of a table's sheet, the `part`-th from 0; `name` has VCL_XLSX_NAME_SIZE
 * bytes. */
void vcl_xlsx_sheet_name(char *name, const vcl_table *table, size_t part, vcl_language language);
void vcl_xlsx_add_cover(vcl_xlsx *xlsx);
vcl_status vcl_xlsx_add_table(vcl_xlsx *xlsx, const vcl_table *table, vcl_error *err);
void vcl_xlsx_add_definitions(vcl_xlsx *xlsx);

/* Reads the workbook at `path` back: is every part in it whole? libxlsxwriter does not notice when
 * the disk that its temporary files are on is full. False if not, or it cannot be read. */
bool vcl_xlsx_is_whole(const char *path);

#endif
