/* A table as a sheet: headings in the reader's language, a filter on each, rows of values, and a
 * line of totals. One that is longer than a sheet goes on on the next; nothing is cut. A table of
 * one row without an id, such as the summary, stands upright. */
#include <stdio.h>
#include <string.h>

#include "base/message.h"
#include "base/try.h"
#include "base/unicode.h"
#include "export/format.h"
#include "export/layout.h"
#include "export/number.h"
#include "export/record.h"
#include "export/xlsx.h"

/* A blank line and the totals, below the heading and the rows. */
enum { heading_rows = 1, closing_rows = 3, rows_at_most = VCL_XLSX_ROWS - 1 - 3 };

enum { widest = 60, narrowest = 7, line_height = 15, filter_button = 3 };

/* A table on its way to one or several sheets. */
struct sheet_rows {
    vcl_xlsx *xlsx;
    const vcl_table *table;
    const vcl_layout *layout;
    lxw_worksheet *sheet;
    size_t first; /* the rows of the table that stand on this sheet */
    size_t end;
    size_t rows; /* those written on all sheets */
};

void vcl_xlsx_title_name(char *name, const char *title, size_t part)
{
    char number[32] = "";
    size_t room = VCL_XLSX_NAME;

    if (part > 0) {
        snprintf(number, sizeof number, " (%zu)", part + 1);
    }
    room -= strlen(number);
    snprintf(name, VCL_XLSX_NAME_SIZE, "%.*s%s", (int)vcl_unicode_prefix(vcl_slice_of(title), room),
             title, number);
}

void vcl_xlsx_sheet_name(char *name, const vcl_table *table, size_t part, vcl_language language)
{
    const char *title = vcl_table_title(table, language);

    vcl_xlsx_title_name(name, title[0] != '\0' ? title : vcl_table_name(table), part);
}

/* The longest word of a heading is never broken. */
static size_t longest_word(const char *label)
{
    size_t longest = 0;

    for (const char *at = label; *at != '\0';) {
        size_t size = strcspn(at, " ");
        size_t width = vcl_unicode_width((vcl_slice){ at, size });
        longest = width > longest ? width : longest;
        at += size;
        at += strspn(at, " ");
    }
    return longest;
}

static size_t width_of(const vcl_layout_column *measured, vcl_language language)
{
    const vcl_column *column = measured->column;
    const char *label = column->label[language];
    size_t word = longest_word(label) + filter_button;
    size_t half = vcl_unicode_width(vcl_slice_of(label)) / 2 + filter_button;
    size_t width = measured->content;

    width = width > widest ? widest : width;
    width = word > width ? word : width;
    width = half > width ? half : width;
    return width > narrowest ? width : narrowest;
}

/* How many lines a heading takes, as far as can be told without its font. */
static size_t heading_lines(const vcl_layout *layout)
{
    size_t lines = 1;

    for (size_t i = 0; i < layout->count; i++) {
        const vcl_layout_column *measured = &layout->columns[i];
        size_t label = vcl_unicode_width(vcl_slice_of(measured->column->label[layout->language]));
        size_t room = width_of(measured, layout->language) - 2;
        size_t needed = (label + room - 1) / room;
        lines = needed > lines ? needed : lines;
    }
    return lines;
}

static void write_headings(const struct sheet_rows *rows)
{
    const vcl_layout *layout = rows->layout;

    worksheet_set_row(rows->sheet, 0, (double)(heading_lines(layout) * line_height), NULL);
    for (size_t i = 0; i < layout->count; i++) {
        const vcl_column *column = layout->columns[i].column;
        vcl_xlsx_text(rows->xlsx, rows->sheet, 0, i, column->label[layout->language],
                      vcl_format_is_number(column) ? VCL_XLSX_HEADING_RIGHT : VCL_XLSX_HEADING);
        vcl_xlsx_width(rows->xlsx, rows->sheet, i, width_of(&layout->columns[i], layout->language));
    }
}

/* Who it is stays in sight: the columns up to the name, if it is among the first. */
static size_t frozen_columns(const vcl_table *table)
{
    enum { among_the_first = 3 };
    size_t name = 0;

    if (vcl_table_find_column(table, "name", &name) && name < among_the_first) {
        return name + 1;
    }
    return vcl_table_column_count(table) > 1 ? 1 : 0;
}

static void write_rows(const struct sheet_rows *rows)
{
    const vcl_layout *layout = rows->layout;

    for (size_t row = rows->first; row < rows->end && !rows->xlsx->is_too_long; row++) {
        const vcl_value *values = vcl_table_row(rows->table, row);
        rows->xlsx->row = row;
        for (size_t i = 0; i < layout->count; i++) {
            vcl_xlsx_value(rows->xlsx, rows->sheet, heading_rows + row - rows->first, i, &values[i],
                           layout->columns[i].column, layout->columns[i].decimals);
        }
    }
}

static void add_bars(const struct sheet_rows *rows)
{
    size_t count = rows->end - rows->first;

    for (size_t i = 0; i < rows->layout->count && count > 0; i++) {
        if ((rows->layout->columns[i].column->flags & VCL_COLUMN_RATE) != 0) {
            vcl_xlsx_bars(rows->xlsx, rows->sheet, heading_rows, heading_rows + count - 1, i);
        }
    }
}

static bool has_totals(const vcl_layout *layout)
{
    for (size_t i = 0; i < layout->count; i++) {
        if (layout->columns[i].has_total) {
            return true;
        }
    }
    return false;
}

/* The line goes on through the cells that have no total. */
static void write_total(const struct sheet_rows *rows, size_t at, size_t index)
{
    const vcl_layout_column *measured = &rows->layout->columns[index];
    vcl_xlsx *xlsx = rows->xlsx;

    if (measured->has_total && !measured->total.is_null) {
        bool is_integer = measured->column->type == VCL_INTEGER;
        vcl_xlsx_number(xlsx, rows->sheet, at, index,
                        is_integer ? (double)measured->total.integer : measured->total.real,
                        is_integer ? xlsx->styles[VCL_XLSX_TOTAL_INTEGER]
                                   : xlsx->totals[measured->decimals]);
    } else if (index == 0) {
        vcl_xlsx_text(xlsx, rows->sheet, at, index,
                      vcl_message_template(VCL_MSG_TABLE_TOTAL, rows->layout->language),
                      VCL_XLSX_TOTAL);
    } else {
        vcl_xlsx_note(xlsx, worksheet_write_blank(rows->sheet, (lxw_row_t)at, (lxw_col_t)index,
                                                  xlsx->styles[VCL_XLSX_TOTAL]));
    }
}

/* "first 10 of 303 rows; totals are of all 303" */
static void write_note(const struct sheet_rows *rows, size_t at)
{
    size_t all = vcl_table_row_count(rows->table);
    vcl_number counts[2] = {
        vcl_number_of_integer((int64_t)all, rows->layout->language),
        vcl_number_of_integer((int64_t)rows->rows, rows->layout->language),
    };
    vcl_text note = { 0 };

    if (rows->rows < all) {
        vcl_message_format(
            &note,
            has_totals(rows->layout) ? VCL_MSG_TABLE_FIRST_ROWS_TOTALS : VCL_MSG_TABLE_FIRST_ROWS,
            rows->layout->language, (const char *const[]){ counts[0].bytes, counts[1].bytes }, 2);
        vcl_xlsx_text(rows->xlsx, rows->sheet, at, 0, vcl_text_bytes(&note), VCL_XLSX_ASIDE);
    }
    rows->xlsx->scratch.failed = rows->xlsx->scratch.failed || note.failed;
    vcl_text_release(&note);
}

/* Below a blank line, which ends what the filter hides. */
static void write_closing(const struct sheet_rows *rows)
{
    size_t at = heading_rows + (rows->end - rows->first) + 1;

    if (rows->end < rows->rows) {
        return; /* it goes on on the next sheet */
    }
    if (has_totals(rows->layout) && rows->rows > 0) {
        for (size_t i = 0; i < rows->layout->count; i++) {
            write_total(rows, at, i);
        }
        at++;
    }
    write_note(rows, at);
}

/* On paper a wide table goes on on further pages, with who it is on each. */
static void set_paper(const struct sheet_rows *rows)
{
    enum { widest_page = 250 };
    size_t frozen = frozen_columns(rows->table);
    size_t width = 0;

    for (size_t i = 0; i < rows->layout->count; i++) {
        width += width_of(&rows->layout->columns[i], rows->layout->language);
    }
    worksheet_repeat_rows(rows->sheet, 0, 0);
    worksheet_fit_to_pages(rows->sheet, (uint16_t)(1 + width / widest_page), 0);
    if (width > widest_page && frozen > 0) {
        worksheet_repeat_columns(rows->sheet, 0, (lxw_col_t)(frozen - 1));
    }
}

static void write_part(struct sheet_rows *rows, size_t part)
{
    char name[VCL_XLSX_NAME_SIZE];
    size_t count = rows->end - rows->first;

    vcl_xlsx_sheet_name(name, rows->table, part, rows->layout->language);
    rows->sheet = vcl_xlsx_add_sheet(rows->xlsx, name);
    if (rows->sheet == NULL) {
        return;
    }
    write_headings(rows);
    vcl_xlsx_note(rows->xlsx, worksheet_autofilter(rows->sheet, 0, 0, (lxw_row_t)count,
                                                   (lxw_col_t)(rows->layout->count - 1)));
    write_rows(rows);
    write_closing(rows);
    add_bars(rows);
    worksheet_freeze_panes(rows->sheet, heading_rows, (lxw_col_t)frozen_columns(rows->table));
    set_paper(rows);
}

static void write_upright(vcl_xlsx *xlsx, const vcl_table *table, const vcl_layout *layout)
{
    enum { label_width = 28, value_width = 16, meaning_width = 70 };
    char name[VCL_XLSX_NAME_SIZE];
    const vcl_value *values = vcl_table_row(table, 0);
    lxw_worksheet *sheet = NULL;

    vcl_xlsx_sheet_name(name, table, 0, layout->language);
    sheet = vcl_xlsx_add_sheet(xlsx, name);
    vcl_xlsx_width(xlsx, sheet, 0, label_width);
    vcl_xlsx_width(xlsx, sheet, 1, value_width);
    vcl_xlsx_width(xlsx, sheet, 2, meaning_width);
    for (size_t i = 0; i < layout->count; i++) {
        const vcl_column *column = layout->columns[i].column;
        vcl_xlsx_text(xlsx, sheet, i, 0, column->label[layout->language], VCL_XLSX_PLAIN);
        vcl_xlsx_value(xlsx, sheet, i, 1, &values[i], column, layout->columns[i].decimals);
        vcl_xlsx_text(xlsx, sheet, i, 2, column->description[layout->language], VCL_XLSX_ASIDE);
    }
}

static void write_parts(vcl_xlsx *xlsx, const vcl_table *table, const vcl_layout *layout,
                        size_t count)
{
    struct sheet_rows rows = { .xlsx = xlsx, .table = table, .layout = layout, .rows = count };
    size_t part = 0;

    do {
        rows.first = rows.end;
        rows.end = count - rows.first > rows_at_most ? rows.first + rows_at_most : count;
        write_part(&rows, part++);
    } while (rows.end < count);
}

vcl_status vcl_xlsx_add_table(vcl_xlsx *xlsx, const vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_layout layout = { 0 };
    size_t count = vcl_exporter_rows(table, xlsx->options);

    xlsx->table = vcl_table_name(table);
    TRY(vcl_layout_measure(&layout, table, count, xlsx->options->language, err));
    if (vcl_record_suits(table) && count == 1) {
        write_upright(xlsx, table, &layout);
    } else if (layout.count > 0) {
        write_parts(xlsx, table, &layout, count);
    }
done:
    vcl_layout_release(&layout);
    return status;
}
