/* The example row of our template, wherever in the sheet it was sorted or saved to. */
#ifndef REGISTERS_ROW_EXAMPLE_H
#define REGISTERS_ROW_EXAMPLE_H

#include "registers/layout.h"

/* Does every column that we know hold its example, in either language, and nothing more? Numbers and
 * dates count by value, as another spreadsheet program may write them. O(columns). */
bool vcl_row_is_example(const vcl_sheet_layout *layout, const vcl_workbook *workbook,
                        const vcl_sheet *sheet, const vcl_sheet_row *row);

/* Has a row, the example or not, both the example's id and its name? O(columns). */
bool vcl_row_has_example_name(const vcl_sheet_layout *layout, const vcl_workbook *workbook,
                              const vcl_sheet *sheet, const vcl_sheet_row *row);

#endif
