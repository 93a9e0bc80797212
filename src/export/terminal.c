/* Tables for a terminal: a title, headings, aligned cells, a footer with totals and the number of
 * rows. A row is never wider than the terminal; columns without room are named below the table. */
#include "export/exporter.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"
#include "base/unicode.h"
#include "export/bar.h"
#include "export/format.h"
#include "export/layout.h"
#include "export/number.h"
#include "export/record.h"
#include "export/screen.h"

/* What one table is drawn with. */
struct sheet {
    vcl_screen *screen;
    const vcl_table *table;
    size_t rows;
    vcl_layout layout;
    vcl_cell *cells; /* one a column */
};

static void clear_cells(const struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->layout.count; i++) {
        const vcl_layout_column *column = &sheet->layout.columns[i];
        vcl_cell *cell = &sheet->cells[i];
        vcl_text_clear(&cell->text);
        cell->width = column->width;
        cell->align = vcl_format_is_number(column->column) ? VCL_RIGHT : VCL_LEFT;
        cell->tone = VCL_TONE_PLAIN;
        cell->wraps = vcl_layout_is_prose(column);
    }
}

static void draw_cells(const struct sheet *sheet)
{
    vcl_screen_row(sheet->screen, 0, sheet->cells, sheet->layout.count);
}

static void draw_header(const struct sheet *sheet)
{
    clear_cells(sheet);
    for (size_t i = 0; i < sheet->layout.count; i++) {
        const vcl_column *column = sheet->layout.columns[i].column;
        vcl_text_add(&sheet->cells[i].text, column->label[sheet->screen->language]);
        sheet->cells[i].tone = VCL_TONE_HEADING;
        sheet->cells[i].wraps = true;
    }
    draw_cells(sheet);
    vcl_screen_rule(sheet->screen, 0, sheet->cells, sheet->layout.count);
}

/* A share of coverage is good when it is high; any other ("top_share") is neither. */
static vcl_tone tone_of_rate(const vcl_column *column, double rate)
{
    return strncmp(column->name, "rate_", 5) == 0 ? vcl_tone_of_coverage(rate) : VCL_TONE_NEUTRAL;
}

static void fill_rate(vcl_cell *cell, const vcl_layout *layout, const vcl_layout_column *column,
                      double rate)
{
    vcl_number percent = vcl_number_of_rate(rate, layout->language);
    size_t width = vcl_unicode_width(vcl_slice_of(percent.bytes));

    vcl_bar_add(&cell->text, rate, layout->bar);
    for (size_t i = width; i <= column->content; i++) {
        vcl_text_add_byte(&cell->text, ' ');
    }
    vcl_text_add(&cell->text, percent.bytes);
    cell->tone = tone_of_rate(column->column, rate);
}

static void fill_cell(vcl_cell *cell, const vcl_layout *layout, const vcl_layout_column *column,
                      const vcl_value *value)
{
    bool is_rate = (column->column->flags & VCL_COLUMN_RATE) != 0;

    if (is_rate && layout->bar > 0 && column->column->type == VCL_REAL && !value->is_null) {
        fill_rate(cell, layout, column, value->real);
        return;
    }
    vcl_format_value(&cell->text, value, column->column, column->decimals, layout->language);
    if (value->is_null) {
        cell->tone = VCL_TONE_ASIDE;
    } else if (column->column->type == VCL_TERM) {
        cell->tone = vcl_tone_of_term(value->text);
    }
}

static void draw_row(const struct sheet *sheet, size_t row)
{
    const vcl_value *values = vcl_table_row(sheet->table, row);

    clear_cells(sheet);
    for (size_t i = 0; i < sheet->layout.count; i++) {
        if (sheet->layout.columns[i].width > 0) {
            fill_cell(&sheet->cells[i], &sheet->layout, &sheet->layout.columns[i], &values[i]);
        }
    }
    draw_cells(sheet);
}

static bool has_totals(const vcl_layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        if (layout->columns[i].has_total && layout->columns[i].width > 0) {
            return true;
        }
    }
    return false;
}

/* Makes one cell of those on the left that have no total, for the word "Total" to stand in; where
 * it does not fit, they stay empty. */
static void fill_total_word(const struct sheet *sheet)
{
    const char *word = vcl_message_template(VCL_MSG_TABLE_TOTAL, sheet->screen->language);
    vcl_cell *cell = sheet->cells;
    size_t joined = 0;

    for (size_t i = 0; i < sheet->layout.count && !sheet->layout.columns[i].has_total; i++) {
        size_t width = sheet->cells[i].width;
        joined += width > 0 && joined > 0 ? width + VCL_CELL_GAP : width;
        sheet->cells[i].width = 0;
    }
    cell->width = joined > 0 ? joined : cell->width;
    if (vcl_unicode_width(vcl_slice_of(word)) <= joined) {
        vcl_text_add(&cell->text, word);
        cell->align = VCL_LEFT;
    }
}

static void draw_totals(const struct sheet *sheet)
{
    clear_cells(sheet);
    for (size_t i = 0; i < sheet->layout.count; i++) {
        const vcl_layout_column *column = &sheet->layout.columns[i];
        vcl_cell *cell = &sheet->cells[i];
        cell->tone = VCL_TONE_ASIDE;
        if (column->has_total) {
            vcl_format_value(&cell->text, &column->total, column->column, column->decimals,
                             sheet->screen->language);
        }
    }
    vcl_screen_rule(sheet->screen, 0, sheet->cells, sheet->layout.count);
    fill_total_word(sheet);
    draw_cells(sheet);
}

static void draw_message(vcl_screen *screen, vcl_message message, const char *first,
                         const char *second)
{
    const char *arguments[] = { first, second };
    vcl_text text = { 0 };

    vcl_message_format(&text, message, screen->language, arguments, 2);
    vcl_screen_paragraph(screen, VCL_TONE_ASIDE, 0, vcl_text_bytes(&text));
    screen->failed = screen->failed || text.failed;
    vcl_text_release(&text);
}

static void draw_count(const struct sheet *sheet)
{
    size_t all = vcl_table_row_count(sheet->table);
    vcl_number shown = vcl_number_of_integer((int64_t)sheet->rows, sheet->screen->language);
    vcl_number total = vcl_number_of_integer((int64_t)all, sheet->screen->language);
    vcl_message message = all == 1 ? VCL_MSG_TABLE_ONE_ROW : VCL_MSG_TABLE_ROWS;

    if (all == 0) {
        message = VCL_MSG_TABLE_NO_ROWS;
    } else if (sheet->rows < all) {
        message =
            has_totals(&sheet->layout) ? VCL_MSG_TABLE_FIRST_ROWS_TOTALS : VCL_MSG_TABLE_FIRST_ROWS;
    }
    draw_message(sheet->screen, message, total.bytes, shown.bytes);
}

static void draw_left_out(const struct sheet *sheet)
{
    vcl_text names = { 0 };

    for (size_t i = 0; i < sheet->layout.count; i++) {
        const vcl_layout_column *column = &sheet->layout.columns[i];
        if (column->width == 0) {
            vcl_text_add(&names, names.size == 0 ? "" : " · ");
            vcl_text_add(&names, column->column->label[sheet->screen->language]);
        }
    }
    if (names.size > 0) {
        draw_message(sheet->screen, VCL_MSG_TABLE_LEFT_OUT, vcl_text_bytes(&names), NULL);
    }
    sheet->screen->failed = sheet->screen->failed || names.failed;
    vcl_text_release(&names);
}

static void draw_title(vcl_screen *screen, const vcl_table *table)
{
    vcl_screen_add(screen, VCL_TONE_HEADING, vcl_table_title(table, screen->language));
    vcl_screen_spaces(screen, VCL_CELL_GAP);
    vcl_screen_add(screen, VCL_TONE_ASIDE, vcl_table_name(table));
    vcl_screen_end_line(screen);
}

static void draw_rows(const struct sheet *sheet)
{
    if (sheet->rows > 0) {
        draw_header(sheet);
    }
    for (size_t row = 0; row < sheet->rows; row++) {
        draw_row(sheet, row);
    }
    if (sheet->rows > 0 && has_totals(&sheet->layout)) {
        draw_totals(sheet);
    }
    draw_count(sheet);
    draw_left_out(sheet);
}

static vcl_status draw_table(vcl_screen *screen, const vcl_table *table, size_t rows,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct sheet sheet = { .screen = screen, .table = table, .rows = rows };

    TRY(vcl_layout_measure(&sheet.layout, table, rows, screen->language, err));
    TRY(vcl_alloc(&sheet.cells, sheet.layout.count, sizeof *sheet.cells, err));
    vcl_layout_fit(&sheet.layout, screen->width);
    draw_title(screen, table);
    if (vcl_record_suits(table)) {
        vcl_record_draw(screen, &sheet.layout, vcl_table_row(table, 0));
    } else {
        draw_rows(&sheet);
    }
    TRY(vcl_screen_status(screen, err));
done:
    if (sheet.cells != NULL) {
        vcl_cells_release(sheet.cells, sheet.layout.count);
        free(sheet.cells);
    }
    vcl_layout_release(&sheet.layout);
    return status;
}

vcl_status vcl_write_terminal(const vcl_result *result, const vcl_export_options *options,
                              vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_screen screen;

    vcl_screen_init(&screen, options, output);
    for (size_t i = 0; i < vcl_result_table_count(result); i++) {
        const vcl_table *table = vcl_result_table(result, i);
        if (i > 0) {
            vcl_screen_end_line(&screen);
        }
        TRY(draw_table(&screen, table, vcl_exporter_rows(table, options), err));
    }
done:
    vcl_screen_release(&screen);
    return status;
}
