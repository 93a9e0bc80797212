/* One cell of a workbook as it is read: its type, style, formula and value. */
#ifndef SHEET_XLSX_CELL_H
#define SHEET_XLSX_CELL_H

#include "sheet/xlsx_sheet.h"
#include "sheet/xlsx_text.h"

typedef enum vcl_xlsx_type {
    VCL_XLSX_NUMBER, /* n, and where none is stated */
    VCL_XLSX_SHARED, /* s: the number of a shared string */
    VCL_XLSX_FORMULA_TEXT, /* str */
    VCL_XLSX_INLINE, /* inlineStr */
    VCL_XLSX_BOOLEAN, /* b */
    VCL_XLSX_ERROR, /* e */
    VCL_XLSX_DATE, /* d: ISO 8601 */
} vcl_xlsx_type;

/* `shared` and `arena` are set by the caller, who also releases text.bytes. */
typedef struct vcl_xlsx_cell {
    const vcl_xlsx_shared *shared;
    vcl_arena *arena; /* of the texts */
    vcl_xlsx_text text; /* of the value */
    vcl_xlsx_type type;
    uint32_t style;
    bool has_formula;
    bool has_value;
    uint64_t bytes; /* of all cells' texts so far */
} vcl_xlsx_cell;

void vcl_xlsx_cell_begin(vcl_xlsx_cell *cell);
void vcl_xlsx_cell_set_type(vcl_xlsx_cell *cell, const char *type);
void vcl_xlsx_cell_set_style(vcl_xlsx_cell *cell, const char *style);

/* False where it refers to a shared string that there is not. */
bool vcl_xlsx_cell_knows_text(const vcl_xlsx_cell *cell);

/* Sets kind, form and text of *out. VCL_ERROR_MEMORY. */
vcl_status vcl_xlsx_cell_end(vcl_xlsx_cell *cell, vcl_sheet_cell *out, vcl_error *err);

#endif
