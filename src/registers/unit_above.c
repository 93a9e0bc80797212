/* The unit that stands above a table. */
#include "registers/unit_above.h"

#include <string.h>

#include "base/unicode.h"

enum { LONGEST = 120 }; /* bytes of such a line */

/* What follows "đơn vị tính", wherever that stands in a line; empty where it does not. */
static vcl_slice behind_label(vcl_slice lower)
{
    static const char *const labels[] = { "đơn vị tính", "đvt", "đơn vị:", "unit:", "units:" };

    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        size_t size = strlen(labels[i]);
        for (size_t at = 0; at + size <= lower.size; at++) {
            if (memcmp(lower.bytes + at, labels[i], size) == 0) {
                return vcl_slice_from(lower, at + size);
            }
        }
    }
    return (vcl_slice){ 0 };
}

/* One of the units in "triệu đồng, tấn)". */
static bool find_unit(vcl_slice list, vcl_quantity quantity, int *power)
{
    size_t start = 0;

    for (size_t i = 0; i <= list.size; i++) {
        if (i < list.size && strchr(",;:()", list.bytes[i]) == NULL) {
            continue;
        }
        vcl_slice part = { list.bytes + start, i - start };
        if (vcl_unit_read(part, quantity, power).understood) {
            return true;
        }
        start = i + 1;
    }
    return false;
}

const vcl_sheet_cell *vcl_unit_above(const vcl_sheet *sheet, uint32_t heading_row,
                                     vcl_quantity quantity, int *power, vcl_text *scratch)
{
    for (size_t i = 0; i < sheet->rows.count; i++) {
        const vcl_sheet_row *row = vcl_sheet_row_at(sheet, i);
        for (size_t j = 0; row->number < heading_row && j < row->count; j++) {
            const vcl_sheet_cell *cell = vcl_sheet_cell_of(sheet, row, j);
            if (cell->kind != VCL_CELL_TEXT || cell->size > LONGEST) {
                continue;
            }
            vcl_text_clear(scratch);
            vcl_unicode_lower(scratch, (vcl_slice){ cell->text, cell->size });
            vcl_slice units = behind_label((vcl_slice){ vcl_text_bytes(scratch), scratch->size });
            if (units.size > 0 && find_unit(units, quantity, power)) {
                return cell;
            }
        }
        if (row->number >= heading_row) {
            break;
        }
    }
    return NULL;
}
