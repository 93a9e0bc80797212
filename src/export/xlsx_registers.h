/* A register on its way into a workbook: what its sheets share. */
#ifndef EXPORT_XLSX_REGISTERS_H
#define EXPORT_XLSX_REGISTERS_H

#include "export/register_rows.h"
#include "export/xlsx.h"

enum { VCL_XLSX_FROZEN = 2 }; /* columns that say whom or what a row is about */

/* A register on its way to one or several sheets. */
typedef struct vcl_register_sheet {
    vcl_xlsx *xlsx;
    vcl_registers *registers;
    vcl_register number;
    lxw_worksheet *sheet;
    size_t row; /* the next one */
    size_t part;
    bool is_example; /* rows are to be written over */
} vcl_register_sheet;

/* The headings, in both languages, with the widths and formats of their columns. */
void vcl_xlsx_add_register_headings(const vcl_register_sheet *sheet);

/* How it is printed. */
void vcl_xlsx_set_register_paper(const vcl_register_sheet *sheet);

/* Lists to choose from: words, and what the cells of other registers name. */
void vcl_xlsx_add_lists(const vcl_register_sheet *sheet);

/* Adds the sheet of the guide in `language`. VCL_ERROR_MEMORY. */
vcl_status vcl_xlsx_add_guide(vcl_xlsx *xlsx, const vcl_registers *registers, vcl_language language,
                              bool has_examples, vcl_error *err);

#endif
