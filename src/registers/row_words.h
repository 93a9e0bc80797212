/* How totals, remarks and sections begin; texts are in lower case, save for the numbers of sections. */
#ifndef REGISTERS_ROW_WORDS_H
#define REGISTERS_ROW_WORDS_H

#include <stdbool.h>

#include "base/arena.h"
#include "sheet/sheet.h"
#include "values/reading.h"

/* What a cell shows, without spaces at its ends; as it stands, not in lower case. */
static inline vcl_slice vcl_row_text(const vcl_sheet_cell *cell)
{
    return vcl_reading_trim((vcl_slice){ cell->text, cell->size });
}

/* Does a text begin with one of `count` words? */
bool vcl_row_begins_with_any(vcl_slice text, const char *const *list, size_t count);
bool vcl_row_holds(vcl_slice text, const char *part);

/* "Tổng cộng", but not "Tổng công ty …", which is a company. */
bool vcl_row_is_total(vcl_slice label);

/* "Ghi chú: …", "Người lập biểu", "…, ngày … tháng … năm …". */
bool vcl_row_is_remark(vcl_slice label);

/* "xã Đông Hưng" */
bool vcl_row_names_place(vcl_slice label);

/* Of remarks: one that may stand anywhere, "Ghi chú: …", and is no signature. */
bool vcl_row_is_note(vcl_slice label);

/* "I", "IV", "A": how sections are numbered where rows have 1, 2, 3. Its size at the beginning of
 * the text, 0 where there is none. */
size_t vcl_row_section_number(vcl_slice text);

/* "II. Xã Đông Hưng" */
bool vcl_row_begins_as_section(vcl_slice text);

#endif
