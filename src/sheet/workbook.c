/* A workbook's memory, and finding rows, cells and merged ranges in its sheets. */
#include <assert.h>
#include <stdlib.h>

#include "sheet/sheet.h"

void vcl_workbook_free(vcl_workbook *workbook)
{
    if (workbook == NULL) {
        return;
    }
    vcl_sheet *sheets = workbook->sheets.items;
    for (size_t i = 0; i < workbook->sheets.count; i++) {
        vcl_array_release(&sheets[i].rows);
        vcl_array_release(&sheets[i].cells);
        vcl_array_release(&sheets[i].merged);
    }
    vcl_array_release(&workbook->sheets);
    vcl_arena_release(&workbook->texts);
    free(workbook->bytes);
    free(workbook);
}

const vcl_sheet *vcl_workbook_sheet(const vcl_workbook *workbook, size_t index)
{
    assert(index < workbook->sheets.count);
    return (const vcl_sheet *)workbook->sheets.items + index;
}

const vcl_sheet_row *vcl_sheet_row_at(const vcl_sheet *sheet, size_t index)
{
    assert(index < sheet->rows.count);
    return (const vcl_sheet_row *)sheet->rows.items + index;
}

const vcl_sheet_cell *vcl_sheet_cell_of(const vcl_sheet *sheet, const vcl_sheet_row *row,
                                        size_t index)
{
    assert(index < row->count);
    return (const vcl_sheet_cell *)sheet->cells.items + row->first + index;
}

const vcl_sheet_row *vcl_sheet_find_row(const vcl_sheet *sheet, uint32_t number)
{
    size_t low = 0;
    size_t high = sheet->rows.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (vcl_sheet_row_at(sheet, middle)->number < number) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == sheet->rows.count || vcl_sheet_row_at(sheet, low)->number != number) {
        return NULL;
    }
    return vcl_sheet_row_at(sheet, low);
}

const vcl_sheet_cell *vcl_sheet_cell_at(const vcl_sheet *sheet, const vcl_sheet_row *row,
                                        uint32_t column)
{
    static const vcl_sheet_cell empty = { .text = "" };
    size_t low = 0;
    size_t count = row != NULL ? row->count : 0;
    size_t high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (vcl_sheet_cell_of(sheet, row, middle)->column < column) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == count || vcl_sheet_cell_of(sheet, row, low)->column != column) {
        return &empty;
    }
    return vcl_sheet_cell_of(sheet, row, low);
}

/* The first of the merged ranges that begins behind this place. */
static size_t first_behind(const vcl_sheet *sheet, uint32_t column, uint32_t row)
{
    const vcl_sheet_range *ranges = sheet->merged.items;
    size_t low = 0;
    size_t high = sheet->merged.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const vcl_sheet_range *range = &ranges[middle];
        if (range->first_column < column ||
            (range->first_column == column && range->first_row <= row)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Of the ranges that begin in one column, only the last that begins at or above the row may hold
 * it. */
const vcl_sheet_range *vcl_sheet_find_merged(const vcl_sheet *sheet, uint32_t row, uint32_t column)
{
    const vcl_sheet_range *ranges = sheet->merged.items;
    size_t next = 0;

    while (next < sheet->merged.count && ranges[next].first_column <= column) {
        uint32_t first_column = ranges[next].first_column;
        size_t behind = first_behind(sheet, first_column, row);
        if (behind > next && ranges[behind - 1].last_row >= row &&
            ranges[behind - 1].last_column >= column) {
            return &ranges[behind - 1];
        }
        next = first_behind(sheet, first_column, UINT32_MAX);
    }
    return NULL;
}
