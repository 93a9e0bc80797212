/* Rows below the headings that are headings themselves: of another table, or these once more in other
 * words. */
#ifndef REGISTERS_ROW_HEADINGS_H
#define REGISTERS_ROW_HEADINGS_H

#include "registers/row_kind.h"

/* VCL_ROW_OTHER_TABLE, VCL_ROW_HEADINGS, or VCL_ROW_RECORD if the row is none: most of its cells are
 * headings that we know, two at least, and none a number. `below_gap`: no record stands right above
 * it. Memory may run out in `headings`, which remember it. O(cells * columns) for the few rows that
 * look so, else O(columns). */
vcl_row_kind vcl_row_as_headings(const vcl_sheet_layout *layout, vcl_headings *headings,
                                 const vcl_sheet *sheet, const vcl_sheet_row *row, bool below_gap);

/* Is the row's name a heading ("Bên bán") and has it no id or tax code? Likewise. O(columns). */
bool vcl_row_is_named_by_heading(const vcl_sheet_layout *layout, vcl_headings *headings,
                                 const vcl_sheet *sheet, const vcl_sheet_row *row);

#endif
