/* The cells of one sheet: <sheetData>, its rows and cells, and <mergeCells>. */
#include "sheet/xlsx_sheet.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/try.h"
#include "sheet/build.h"
#include "sheet/xlsx_cell.h"
#include "sheet/xlsx_text.h"

typedef struct sheet_walk {
    const char *path;
    const char *part;
    vcl_sheet *sheet;
    uint32_t row;
    uint32_t column;
    bool in_row;
    bool in_cell;
    bool in_value;
    bool in_text; /* <is> */
    vcl_xlsx_cell cell;
} sheet_walk;

static bool is(const char *name, const char *other)
{
    return strcmp(name, other) == 0;
}

static vcl_status fail_here(const sheet_walk *walk, vcl_message message, vcl_error *err)
{
    return vcl_build_fail_at(walk->path, walk->sheet, walk->row, walk->column, message, err);
}

bool vcl_xlsx_place(const char *text, uint32_t *row, uint32_t *column)
{
    uint32_t letters = 0;

    for (; (*text | 0x20) >= 'a' && (*text | 0x20) <= 'z'; text++) {
        letters = letters * 26 + (uint32_t)((*text | 0x20) - 'a') + 1;
        if (letters > VCL_SHEET_MOST_COLUMNS) {
            return false;
        }
    }
    *column = letters;
    return letters > 0 && vcl_xlsx_integer(text, VCL_SHEET_MOST_ROWS, row) && *row > 0;
}

/* A row without a number follows the one before. */
static vcl_status begin_row(sheet_walk *walk, const char **attributes, vcl_error *err)
{
    const char *number = vcl_xlsx_attribute(attributes, "r");
    uint32_t row = walk->row + 1;

    walk->column = 0;
    if (number != NULL && !vcl_xlsx_integer(number, VCL_SHEET_MOST_ROWS, &row)) {
        return fail_here(walk, VCL_MSG_SHEET_PLACE, err);
    }
    if (row > VCL_SHEET_MOST_ROWS || row <= walk->row) {
        return fail_here(walk, VCL_MSG_SHEET_PLACE, err);
    }
    walk->row = row;
    walk->in_row = true;
    return vcl_build_row(walk->sheet, row, err);
}

/* So does a cell without a place. */
static vcl_status begin_cell(sheet_walk *walk, const char **attributes, vcl_error *err)
{
    const char *place = NULL;
    uint32_t row = walk->row;
    uint32_t column = walk->column + 1;

    vcl_xlsx_cell_begin(&walk->cell);
    for (; *attributes != NULL; attributes += 2) {
        if (is(*attributes, "r")) {
            place = attributes[1];
        } else if (is(*attributes, "t")) {
            vcl_xlsx_cell_set_type(&walk->cell, attributes[1]);
        } else if (is(*attributes, "s")) {
            vcl_xlsx_cell_set_style(&walk->cell, attributes[1]);
        }
    }
    bool is_placed = place == NULL || vcl_xlsx_place(place, &row, &column);
    if (!is_placed || row != walk->row || column <= walk->column ||
        column > VCL_SHEET_MOST_COLUMNS) {
        return fail_here(walk, VCL_MSG_SHEET_PLACE, err);
    }
    walk->column = column;
    walk->in_cell = true;
    return VCL_OK;
}

static vcl_status add_merged(sheet_walk *walk, const char *reference, vcl_error *err)
{
    char first[16] = "";
    const char *colon = reference != NULL ? strchr(reference, ':') : NULL;
    size_t size = colon != NULL ? (size_t)(colon - reference) : 0;
    vcl_sheet_range range = { 0 };

    walk->row = 0; /* no cell is to blame */
    walk->column = 0;
    if (size == 0 || size >= sizeof first) {
        return fail_here(walk, VCL_MSG_SHEET_MERGED, err);
    }
    memcpy(first, reference, size);
    if (!vcl_xlsx_place(first, &range.first_row, &range.first_column) ||
        !vcl_xlsx_place(colon + 1, &range.last_row, &range.last_column) ||
        range.last_row < range.first_row || range.last_column < range.first_column) {
        return fail_here(walk, VCL_MSG_SHEET_MERGED, err);
    }
    return vcl_array_add(&walk->sheet->merged, &range, err);
}

static vcl_status begin_in_cell(sheet_walk *walk, const char *name)
{
    if (is(name, "v")) {
        walk->in_value = true;
        walk->cell.has_value = true;
    } else if (is(name, "f")) {
        walk->cell.has_formula = true;
    } else if (is(name, "is")) {
        walk->in_text = true;
        walk->cell.has_value = true;
    } else if (walk->in_text) {
        vcl_xlsx_text_begin(&walk->cell.text, name);
    }
    return VCL_OK;
}

static vcl_status begin_element(void *context, const char *name, const char **attributes,
                                vcl_error *err)
{
    sheet_walk *walk = context;

    if (walk->in_cell) {
        return begin_in_cell(walk, name);
    } else if (walk->in_row) {
        return is(name, "c") ? begin_cell(walk, attributes, err) : VCL_OK;
    } else if (is(name, "row")) {
        return begin_row(walk, attributes, err);
    } else if (is(name, "mergeCell")) {
        return add_merged(walk, vcl_xlsx_attribute(attributes, "ref"), err);
    }
    return VCL_OK;
}

static vcl_status end_cell(sheet_walk *walk, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_sheet_cell cell = { .text = "", .column = (uint16_t)walk->column };

    walk->in_cell = false;
    walk->in_value = false;
    walk->in_text = false;
    if (!vcl_xlsx_cell_knows_text(&walk->cell)) {
        return fail_here(walk, VCL_MSG_SHEET_STRING, err);
    }
    TRY(vcl_xlsx_cell_end(&walk->cell, &cell, err));
    if (cell.kind != VCL_CELL_EMPTY) {
        TRY(vcl_build_cell(walk->sheet, &cell, err));
    }
done:
    return status;
}

static vcl_status end_element(void *context, const char *name, vcl_error *err)
{
    sheet_walk *walk = context;

    if (walk->in_cell && is(name, "c")) {
        return end_cell(walk, err);
    } else if (walk->in_cell && is(name, "v")) {
        walk->in_value = false;
    } else if (walk->in_cell && is(name, "is")) {
        walk->in_text = false;
    } else if (walk->in_text) {
        vcl_xlsx_text_end(&walk->cell.text, name);
    } else if (is(name, "row")) {
        walk->in_row = false;
    }
    return VCL_OK;
}

static vcl_status add_text(void *context, vcl_slice text, vcl_error *err)
{
    sheet_walk *walk = context;

    if (!(walk->in_value || (walk->in_text && walk->cell.text.is_open))) {
        return VCL_OK;
    }
    vcl_text_add_slice(&walk->cell.text.bytes, text);
    if (walk->cell.text.bytes.size > VCL_SHEET_LONGEST_TEXT) {
        return fail_here(walk, VCL_MSG_SHEET_TEXT_TOO_LONG, err);
    }
    return VCL_OK;
}

vcl_status vcl_xlsx_read_sheet(vcl_xlsx_archive *archive, const char *part,
                               const vcl_xlsx_shared *shared, vcl_arena *arena, vcl_sheet *sheet,
                               vcl_error *err)
{
    static const vcl_xlsx_handlers handlers = { begin_element, end_element, add_text };
    vcl_status status = VCL_OK;
    sheet_walk walk = { .path = archive->path,
                        .part = part,
                        .sheet = sheet,
                        .cell = { .shared = shared, .arena = arena } };

    TRY(vcl_xlsx_walk(archive, part, &handlers, &walk, err));
    vcl_build_end(sheet);
done:
    vcl_text_release(&walk.cell.text.bytes);
    return status;
}
