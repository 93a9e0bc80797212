/* How a sheet is laid out: which register it is, where its headings stand, and which field each
 * column is of. */
#ifndef REGISTERS_LAYOUT_H
#define REGISTERS_LAYOUT_H

#include "registers/headings.h"
#include "registers/mapping.h"
#include "sheet/sheet.h"

typedef struct vcl_layout_column {
    uint32_t column;
    vcl_register_field field; /* VCL_FIELD_COUNT: none that is read */
    bool is_ordinal; /* the rows' own numbers */
    bool is_passed; /* a mapping says so */
    vcl_register_field repeats; /* an earlier column has this field already; VCL_FIELD_COUNT: no */
    const char *heading; /* with the one above it, on one line; "" where there is none */
    const char *upper; /* what stands above it, or "" */
    const char *lower; /* its own, "" where there is none */
    const vcl_mapped_column *mapped; /* or NULL */
} vcl_layout_column;

typedef struct vcl_sheet_layout {
    vcl_register kind; /* VCL_REGISTER_COUNT: no register */
    uint32_t heading_row; /* number of the first, and of the last row of headings; 0: none */
    uint32_t last_heading_row;
    uint32_t
        ordinal_column; /* whose numbers run on without a gap, so that what has none is hardly a
                                record; 0: none */
    const char *kind_word; /* as in vcl_source */
    vcl_array columns; /* of vcl_layout_column, by column, those with a heading */
    vcl_arena texts;
} vcl_sheet_layout;

void vcl_sheet_layout_init(vcl_sheet_layout *layout);
void vcl_sheet_layout_release(vcl_sheet_layout *layout);

/* Finds the layout of a sheet; `mapped` is what a mapping says of it, or NULL. `is_csv`: its name is
 * its file's. Headings are sought in the first rows only. VCL_ERROR_MEMORY. */
vcl_status vcl_sheet_layout_find(vcl_headings *headings, const vcl_sheet *sheet,
                                 const vcl_mapping *mapping, const vcl_mapped_sheet *mapped,
                                 vcl_sheet_layout *layout, vcl_error *err);

/* Does the layout have what a mapping says of the sheet: headings, columns, fields with these units?
 * VCL_ERROR_INPUT names what it has not; VCL_ERROR_MEMORY. */
vcl_status vcl_sheet_layout_check(const vcl_sheet_layout *layout, const vcl_mapping *mapping,
                                  const vcl_mapped_sheet *mapped, vcl_error *err);

/* What shows in a cell: its own, or that of the merged cells it belongs to. */
const vcl_sheet_cell *vcl_sheet_layout_shown(const vcl_sheet *sheet, uint32_t row, uint32_t column);

#endif
