/* Putting a workbook together. */
#include "sheet/build.h"

#include <assert.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/try.h"

vcl_status vcl_build_sheet(vcl_workbook *workbook, vcl_slice name, vcl_sheet **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_sheet sheet = { 0 };

    vcl_array_init(&sheet.rows, sizeof(vcl_sheet_row));
    vcl_array_init(&sheet.cells, sizeof(vcl_sheet_cell));
    vcl_array_init(&sheet.merged, sizeof(vcl_sheet_range));
    TRY(vcl_arena_copy(&workbook->texts, name, &sheet.name, err));
    TRY(vcl_array_add(&workbook->sheets, &sheet, err));
    *out = (vcl_sheet *)workbook->sheets.items + workbook->sheets.count - 1;
done:
    return status;
}

static vcl_sheet_row *last_row(const vcl_sheet *sheet)
{
    return sheet->rows.count > 0 ? (vcl_sheet_row *)sheet->rows.items + sheet->rows.count - 1
                                 : NULL;
}

static void drop_empty_row(vcl_sheet *sheet)
{
    if (sheet->rows.count > 0 && last_row(sheet)->count == 0) {
        sheet->rows.count--;
    }
}

vcl_status vcl_build_row(vcl_sheet *sheet, uint32_t number, vcl_error *err)
{
    vcl_sheet_row row = { .number = number, .first = (uint32_t)sheet->cells.count };

    drop_empty_row(sheet);
    assert(sheet->rows.count == 0 || last_row(sheet)->number < number);
    return vcl_array_add(&sheet->rows, &row, err);
}

/* A larger array asks first, for its pages may be more than the process may take. */
static vcl_status make_room(vcl_array *array, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t bytes = array->capacity * array->item_size;

    if (array->count == UINT32_MAX) {
        return vcl_fail_memory(err);
    }
    if (array->count == array->capacity && bytes >= VCL_MEMORY_LARGE) {
        TRY(vcl_memory_ask(bytes, err));
    }
    TRY(vcl_array_make_room(array, 1, err));
done:
    return status;
}

vcl_status vcl_build_cell(vcl_sheet *sheet, const vcl_sheet_cell *cell, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_sheet_row *row = last_row(sheet);

    assert(row != NULL && cell->kind != VCL_CELL_EMPTY);
    TRY(make_room(&sheet->cells, err));
    ((vcl_sheet_cell *)sheet->cells.items)[sheet->cells.count++] = *cell;
    row->count++;
    if (cell->column > sheet->last_column) {
        sheet->last_column = cell->column;
    }
done:
    return status;
}

static int compare_ranges(const void *first, const void *second)
{
    const vcl_sheet_range *a = first;
    const vcl_sheet_range *b = second;

    if (a->first_column != b->first_column) {
        return a->first_column < b->first_column ? -1 : 1;
    }
    return (a->first_row > b->first_row) - (a->first_row < b->first_row);
}

void vcl_build_end(vcl_sheet *sheet)
{
    drop_empty_row(sheet);
    vcl_array_trim(&sheet->rows);
    vcl_array_trim(&sheet->cells);
    vcl_array_trim(&sheet->merged);
    if (sheet->merged.count > 1) {
        qsort(sheet->merged.items, sheet->merged.count, sheet->merged.item_size, compare_ranges);
    }
}

vcl_status vcl_build_fail_at(const char *path, const vcl_sheet *sheet, uint32_t row,
                             uint32_t column, vcl_message message, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text place = { 0 };

    vcl_sheet_add_place(&place, sheet, row, column);
    TRY(vcl_text_status(&place, err));
    status = vcl_fail(err, VCL_ERROR_INPUT, message, path, place.bytes);
done:
    vcl_text_release(&place);
    return status;
}

vcl_status vcl_build_fail_number(const char *path, uint64_t number, vcl_message message,
                                 vcl_error *err)
{
    char digits[24];
    size_t begin = sizeof digits - 1;

    digits[begin] = '\0';
    do {
        digits[--begin] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    return vcl_fail(err, VCL_ERROR_INPUT, message, path, digits + begin);
}
