/* The unit that stands above a table for all its columns: "Đơn vị tính: triệu đồng". */
#ifndef REGISTERS_UNIT_ABOVE_H
#define REGISTERS_UNIT_ABOVE_H

#include "sheet/sheet.h"
#include "values/unit.h"

/* Finds it in the rows above `heading_row`, of several the first that is of `quantity`. The cell that
 * states it, or NULL; `scratch` is work space, where lack of memory is remembered. */
const vcl_sheet_cell *vcl_unit_above(const vcl_sheet *sheet, uint32_t heading_row,
                                     vcl_quantity quantity, int *power, vcl_text *scratch);

#endif
