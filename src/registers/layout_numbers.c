/* Which column numbers the rows, whatever stands above it, and whether all records have a number. */
#include "registers/layout_parts.h"
#include "registers/row_words.h"
#include "values/reading.h"

enum { LEAST_NUMBERED = 2, LONGEST_NUMBER = 6, MOST_UNNUMBERED = 2 /* for one that is */ };

/* How many rows of a column run 1, 2, 3 … */
typedef struct numbering {
    size_t numbered;
    size_t unnumbered;
    long last;
    bool breaks; /* a number is none of these */
} numbering;

/* The whole number that a cell holds, -1: none. */
static long number_in(const vcl_sheet_cell *cell)
{
    vcl_slice text = vcl_row_text(cell);
    long number = 0;

    if (text.size > 0 && text.bytes[text.size - 1] == '.') {
        text.size--;
    }
    for (size_t i = 0; i < text.size; i++) {
        if (!vcl_reading_is_digit(text.bytes[i])) {
            return -1;
        }
        number = number * 10 + (text.bytes[i] - '0');
    }
    return text.size > 0 && text.size <= LONGEST_NUMBER ? number : -1;
}

/* Numbers may begin anew in each section. */
static void count_row(numbering *n, const vcl_sheet *sheet, const vcl_sheet_row *row,
                      uint32_t column)
{
    const vcl_sheet_cell *cell = vcl_sheet_cell_at(sheet, row, column);
    long number = number_in(cell);

    if (number >= 0) {
        n->breaks = n->breaks || (number != n->last + 1 && number != 1);
        n->last = number;
        n->numbered++;
    } else if (vcl_sheet_layout_shown(sheet, row->number, column)->kind == VCL_CELL_EMPTY) {
        n->unnumbered += row->count > 0;
    }
}

bool vcl_layout_numbers_rows(const vcl_sheet *sheet, uint32_t last_heading_row, uint32_t column)
{
    numbering n = { 0 };

    for (size_t i = 0; i < sheet->rows.count && !n.breaks; i++) {
        const vcl_sheet_row *row = vcl_sheet_row_at(sheet, i);
        if (row->number > last_heading_row) {
            count_row(&n, sheet, row, column);
        }
    }
    return !n.breaks && n.numbered >= LEAST_NUMBERED &&
           n.unnumbered <= n.numbered * MOST_UNNUMBERED;
}
