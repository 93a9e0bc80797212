/* What a cell of a workbook holds. */
#include "sheet/xlsx_cell.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"
#include "sheet/number.h"
#include "sheet/xlsx_styles.h"

void vcl_xlsx_cell_begin(vcl_xlsx_cell *cell)
{
    vcl_text_clear(&cell->text.bytes);
    cell->text.is_open = false;
    cell->text.readings = 0;
    cell->type = VCL_XLSX_NUMBER;
    cell->style = 0;
    cell->has_formula = false;
    cell->has_value = false;
}

void vcl_xlsx_cell_set_type(vcl_xlsx_cell *cell, const char *type)
{
    static const char *const names[] = { "n", "s", "str", "inlineStr", "b", "e", "d" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(type, names[i]) == 0) {
            cell->type = (vcl_xlsx_type)i;
        }
    }
}

void vcl_xlsx_cell_set_style(vcl_xlsx_cell *cell, const char *style)
{
    (void)vcl_xlsx_integer(style, UINT32_MAX - 1, &cell->style);
}

/* The value as it is written, blanks around it aside. */
static vcl_slice value_of(const vcl_xlsx_cell *cell)
{
    vcl_slice value = { vcl_text_bytes(&cell->text.bytes), cell->text.bytes.size };

    while (value.size > 0 && strchr(" \t\r\n", value.bytes[0]) != NULL) {
        value = vcl_slice_from(value, 1);
    }
    while (value.size > 0 && strchr(" \t\r\n", value.bytes[value.size - 1]) != NULL) {
        value.size--;
    }
    return value;
}

static const vcl_slice *shared_string(const vcl_xlsx_cell *cell)
{
    vcl_slice value = value_of(cell);
    size_t index = 0;

    for (size_t i = 0; i < value.size; i++) {
        if (value.bytes[i] < '0' || value.bytes[i] > '9' || index > cell->shared->strings.count) {
            return NULL;
        }
        index = index * 10 + (size_t)(value.bytes[i] - '0');
    }
    if (value.size == 0 || index >= cell->shared->strings.count) {
        return NULL;
    }
    return (const vcl_slice *)cell->shared->strings.items + index;
}

bool vcl_xlsx_cell_knows_text(const vcl_xlsx_cell *cell)
{
    return cell->type != VCL_XLSX_SHARED || cell->text.bytes.size == 0 ||
           shared_string(cell) != NULL;
}

static vcl_xlsx_style style_of(const vcl_xlsx_cell *cell)
{
    const vcl_xlsx_style *styles = cell->shared->styles.items;

    return cell->style < cell->shared->styles.count ? styles[cell->style] : (vcl_xlsx_style){ 0 };
}

/* A text that stays, and is no longer than VCL_SHEET_LONGEST_TEXT. */
static void set_text(vcl_sheet_cell *out, vcl_cell_kind kind, vcl_slice text)
{
    assert(text.size <= VCL_SHEET_LONGEST_TEXT);
    out->kind = (uint8_t)(text.size > 0 ? kind : VCL_CELL_EMPTY);
    out->text = text.size > 0 ? text.bytes : "";
    out->size = (uint32_t)text.size;
}

static vcl_status copy_text(vcl_xlsx_cell *cell, vcl_cell_kind kind, vcl_slice text,
                            vcl_sheet_cell *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint64_t before = cell->bytes / VCL_MEMORY_LARGE;
    vcl_slice copy = { .size = text.size };

    cell->bytes += text.size + 1;
    if (cell->bytes / VCL_MEMORY_LARGE > before) {
        TRY(vcl_memory_ask(VCL_MEMORY_LARGE, err));
    }
    TRY(vcl_arena_copy(cell->arena, text, &copy.bytes, err));
    set_text(out, kind, copy);
done:
    return status;
}

/* What is no number, such as NaN, is kept as an error. */
static vcl_status end_number(vcl_xlsx_cell *cell, vcl_sheet_cell *out, vcl_error *err)
{
    char text[VCL_NUMBER_ROOM];
    vcl_slice value = value_of(cell);
    vcl_xlsx_style style = style_of(cell);
    size_t size = vcl_number_write(value, style.width, text);

    if (size == 0) {
        return copy_text(cell, VCL_CELL_ERROR, value, out, err);
    }
    out->form = style.form;
    return copy_text(cell, VCL_CELL_NUMBER, (vcl_slice){ text, size }, out, err);
}

static void end_boolean(const vcl_xlsx_cell *cell, vcl_sheet_cell *out)
{
    vcl_slice value = value_of(cell);
    bool is_true = value.size > 0 && (value.bytes[0] == '1' || value.bytes[0] == 't');

    if (value.size > 0) {
        set_text(out, VCL_CELL_BOOLEAN, vcl_slice_of(is_true ? "TRUE" : "FALSE"));
    }
}

static vcl_status end_text(vcl_xlsx_cell *cell, vcl_sheet_cell *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slice text = { 0 };

    TRY(vcl_xlsx_text_take(&cell->text, cell->arena, &text, err));
    set_text(out, VCL_CELL_TEXT, text);
done:
    return status;
}

/* Writers that compute nothing leave a formula's value out, or empty where it is a number. */
static bool lacks_value(const vcl_xlsx_cell *cell)
{
    return cell->has_formula &&
           (!cell->has_value || (cell->type == VCL_XLSX_NUMBER && cell->text.bytes.size == 0));
}

vcl_status vcl_xlsx_cell_end(vcl_xlsx_cell *cell, vcl_sheet_cell *out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_text_status(&cell->text.bytes, err));
    if (lacks_value(cell)) {
        out->kind = VCL_CELL_FORMULA;
    } else if (cell->text.bytes.size == 0) {
        out->kind = VCL_CELL_EMPTY;
    } else if (cell->type == VCL_XLSX_SHARED) {
        set_text(out, VCL_CELL_TEXT, *shared_string(cell));
    } else if (cell->type == VCL_XLSX_BOOLEAN) {
        end_boolean(cell, out);
    } else if (cell->type == VCL_XLSX_ERROR) {
        TRY(copy_text(cell, VCL_CELL_ERROR, value_of(cell), out, err));
    } else if (cell->type == VCL_XLSX_DATE) {
        out->form = VCL_FORM_DATE;
        TRY(copy_text(cell, VCL_CELL_TEXT, value_of(cell), out, err));
    } else if (cell->type == VCL_XLSX_NUMBER) {
        TRY(end_number(cell, out, err));
    } else {
        TRY(end_text(cell, out, err));
    }
done:
    return status;
}
