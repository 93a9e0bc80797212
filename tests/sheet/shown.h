/* A workbook, or why it could not be read, as lines of text. */
#ifndef TESTS_SHEET_SHOWN_H
#define TESTS_SHEET_SHOWN_H

#include "sheet/sheet.h"

/* Line ends within a text would look like those between cells. */
static inline void show_text(vcl_text *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\n') {
            vcl_text_add(out, "⏎");
        } else if (*text == '\r') {
            vcl_text_add(out, "␍");
        } else {
            vcl_text_add_byte(out, *text);
        }
    }
}

static inline void show_date(vcl_text *out, const vcl_workbook *workbook,
                             const vcl_sheet_cell *cell)
{
    vcl_date date = 0;
    char shown[VCL_DATE_SIZE];

    if (vcl_workbook_date(workbook, vcl_sheet_number(cell), &date)) {
        vcl_date_format(date, shown);
        vcl_text_add_byte(out, ' ');
        vcl_text_add(out, shown);
    }
}

static inline void show_cell(vcl_text *out, const vcl_workbook *workbook, uint32_t row,
                             const vcl_sheet_cell *cell)
{
    static const char *const kinds[] = { "?", "text", "number", "boolean", "error", "formula" };
    static const char *const forms[] = { "", " date", " time", " percent", " text" };

    vcl_sheet_add_column(out, cell->column);
    vcl_text_add_integer(out, row);
    vcl_text_add_byte(out, ' ');
    vcl_text_add(out, kinds[cell->kind]);
    if (cell->size > 0) {
        vcl_text_add_byte(out, ' ');
    }
    show_text(out, cell->text);
    vcl_text_add(out, forms[cell->form]);
    if (cell->form == VCL_FORM_DATE) {
        show_date(out, workbook, cell);
    }
    vcl_text_add_byte(out, '\n');
}

static inline void show_merged(vcl_text *out, const vcl_sheet_range *range)
{
    vcl_text_add(out, "merged ");
    vcl_sheet_add_column(out, range->first_column);
    vcl_text_add_integer(out, range->first_row);
    vcl_text_add_byte(out, ':');
    vcl_sheet_add_column(out, range->last_column);
    vcl_text_add_integer(out, range->last_row);
    vcl_text_add_byte(out, '\n');
}

static inline void show_sheet(vcl_text *out, const vcl_workbook *workbook, const vcl_sheet *sheet)
{
    vcl_text_add(out, sheet->is_hidden ? "hidden sheet " : "sheet ");
    vcl_text_add(out, sheet->name);
    vcl_text_add_byte(out, '\n');
    for (size_t i = 0; i < sheet->rows.count; i++) {
        const vcl_sheet_row *row = vcl_sheet_row_at(sheet, i);
        for (size_t j = 0; j < row->count; j++) {
            show_cell(out, workbook, row->number, vcl_sheet_cell_of(sheet, row, j));
        }
    }
    for (size_t i = 0; i < sheet->merged.count; i++) {
        show_merged(out, (const vcl_sheet_range *)sheet->merged.items + i);
    }
}

static inline void show_workbook(vcl_text *out, const vcl_workbook *workbook)
{
    static const char *const encodings[] = { "utf-8", "utf-16le", "utf-16be", "windows-1258" };

    if (workbook->is_csv) {
        vcl_text_add(out, "csv ");
        if (workbook->separator == '\t') {
            vcl_text_add(out, "tab");
        } else {
            vcl_text_add_byte(out, workbook->separator);
        }
        vcl_text_add_byte(out, ' ');
        vcl_text_add(out, encodings[workbook->encoding]);
        vcl_text_add_byte(out, '\n');
    }
    for (size_t i = 0; i < workbook->sheets.count; i++) {
        show_sheet(out, workbook, vcl_workbook_sheet(workbook, i));
    }
}

#endif
