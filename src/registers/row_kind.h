/* Which rows below the headings are records, and which are totals, sections, headings once more,
 * examples or remarks. */
#ifndef REGISTERS_ROW_KIND_H
#define REGISTERS_ROW_KIND_H

#include "registers/layout.h"

typedef enum vcl_row_kind {
    VCL_ROW_RECORD,
    VCL_ROW_BLANK, /* only white space */
    VCL_ROW_TOTAL,
    VCL_ROW_SECTION, /* "I. Huyện Lục Nam" */
    VCL_ROW_UNNUMBERED, /* "3 HTX" between rows that are numbered: a sum, most likely */
    VCL_ROW_HEADINGS, /* repeated on the next page */
    VCL_ROW_NUMBERS, /* of the columns: (1), (2), … */
    VCL_ROW_EXAMPLE, /* of our template, as it was */
    VCL_ROW_REMARK, /* below the table: "Ghi chú: …", signatures */
    VCL_ROW_OTHER_TABLE, /* a second table stands below the first */
    VCL_ROW_HEADING_NAME, /* a heading stands where a name should */
} vcl_row_kind;

/* `row` stands below the headings. `scratch` is work space, where lack of memory is remembered.
 * O(cells). */
vcl_row_kind vcl_row_judge(const vcl_sheet_layout *layout, const vcl_workbook *workbook,
                           const vcl_sheet *sheet, const vcl_sheet_row *row, vcl_text *scratch);

/* Does the text of a section name a place: "II. Xã Đông Hưng"? `scratch` is work space. */
bool vcl_row_speaks_of_place(vcl_slice text, vcl_text *scratch);

/* Could this row below a remark be one too: a few texts and no number? Below nothing but notes
 * (`below_note`), not below signatures, it is a record if it has two known columns or a name with a
 * legal form. */
bool vcl_row_may_be_remark(const vcl_sheet_layout *layout, const vcl_sheet *sheet,
                           const vcl_sheet_row *row, bool below_note, vcl_text *scratch);

/* Is this remark a note, which may stand in the middle of a table, and no signature? */
bool vcl_row_is_note_at(const vcl_sheet *sheet, const vcl_sheet_row *row, vcl_text *scratch);

/* The first text of a row that is more than a number, else "IV", or "": to name it in the log. */
const char *vcl_row_first_text(const vcl_sheet *sheet, const vcl_sheet_row *row);

#endif
