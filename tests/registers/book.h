/* One sheet, written as CSV with semicolons, and what reading it gives, for the tests. */
#ifndef TESTS_REGISTERS_BOOK_H
#define TESTS_REGISTERS_BOOK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/idmap.h"
#include "registers/log_parts.h"
#include "registers/sheet_rows.h"
#include "support/assert.h"

typedef struct book {
    vcl_workbook *workbook;
    vcl_headings headings;
    vcl_mapping mapping;
    vcl_sheet_layout layout;
    vcl_rows rows;
    vcl_log log;
    vcl_text undecided;
    vcl_text shown;
} book;

/* A sheet with that name. */
static inline void open_book(book *b, const char *name, const char *text)
{
    char path[100];

    *b = (book){ 0 };
    snprintf(path, sizeof path, "%s.csv", name);
    assert_int_equal(vcl_workbook_read(path, vcl_slice_of(text), &b->workbook, NULL), VCL_OK);
    vcl_headings_init(&b->headings);
    vcl_mapping_init(&b->mapping);
    vcl_sheet_layout_init(&b->layout);
    vcl_rows_init(&b->rows);
    vcl_log_init(&b->log, VCL_ENGLISH);
    assert_int_equal(vcl_headings_prepare(&b->headings, NULL), VCL_OK);
}

static inline void close_book(book *b)
{
    vcl_text_release(&b->shown);
    vcl_text_release(&b->undecided);
    vcl_log_release(&b->log);
    vcl_rows_release(&b->rows);
    vcl_sheet_layout_release(&b->layout);
    vcl_mapping_release(&b->mapping);
    vcl_headings_release(&b->headings);
    vcl_workbook_free(b->workbook);
}

/* Merges cells; ranges must come by first column, then first row. What the others hold is hidden in
 * a workbook, and must not be there. */
static inline void merge(book *b, uint32_t first_row, uint32_t last_row, uint32_t first_column,
                         uint32_t last_column)
{
    vcl_sheet *sheet = b->workbook->sheets.items;
    vcl_sheet_range range = { first_row, last_row, first_column, last_column };

    assert_int_equal(vcl_array_add(&sheet->merged, &range, NULL), VCL_OK);
}

static inline const vcl_sheet *sheet_of(const book *b)
{
    return vcl_workbook_sheet(b->workbook, 0);
}

/* A mapping of the one sheet. */
static inline void map_book(book *b, const char *json)
{
    assert_int_equal(vcl_mapping_read_memory(&b->mapping, "map.json", vcl_slice_of(json), NULL),
                     VCL_OK);
}

static inline vcl_status lay_out(book *b, vcl_error *err)
{
    const vcl_mapped_sheet *mapped = vcl_mapping_find(&b->mapping, "book.csv", sheet_of(b)->name);
    vcl_status status =
        vcl_sheet_layout_find(&b->headings, sheet_of(b), &b->mapping, mapped, &b->layout, err);

    return status == VCL_OK && mapped != NULL
               ? vcl_sheet_layout_check(&b->layout, &b->mapping, mapped, err)
               : status;
}

/* Reads the sheet, whose layout must be found. */
static inline vcl_status read_book(book *b, vcl_decimal_mark mark, vcl_error *err)
{
    vcl_status status = lay_out(b, err);
    vcl_sheet_reading reading = { .workbook = b->workbook,
                                  .sheet = sheet_of(b),
                                  .layout = &b->layout,
                                  .headings = &b->headings,
                                  .mark = mark,
                                  .rows = &b->rows,
                                  .log = &b->log,
                                  .undecided = &b->undecided };

    vcl_sheet_rows_init(&reading);
    vcl_log_add_sheet(&b->log, "book.csv", NULL);
    if (status == VCL_OK) {
        status = vcl_sheet_rows_look(&reading, err);
    }
    if (status == VCL_OK) {
        status = vcl_sheet_rows_read(&reading, err);
    }
    vcl_sheet_rows_release(&reading);
    return status;
}

/* "2: name=HTX A members=65; 3+2: products=Na": row 3 goes on with row 2. */
static inline const char *shown_rows(book *b)
{
    const vcl_row *rows = b->rows.rows.items;
    const vcl_entry *entries = b->rows.entries.items;

    vcl_text_clear(&b->shown);
    for (size_t i = 0; i < b->rows.rows.count; i++) {
        vcl_text_add(&b->shown, i > 0 ? "; " : "");
        vcl_text_add_integer(&b->shown, rows[i].number);
        if (rows[i].continues != VCL_NONE) {
            vcl_text_add(&b->shown, "+");
            vcl_text_add_integer(&b->shown, rows[rows[i].continues].number);
        }
        vcl_text_add(&b->shown, ":");
        for (uint32_t j = rows[i].first; j < rows[i].first + rows[i].count; j++) {
            vcl_text_add(&b->shown, " ");
            vcl_text_add(&b->shown, vcl_register_field_at(entries[j].field)->key);
            vcl_text_add(&b->shown, "=");
            vcl_column_add_understood(&b->shown, &entries[j], VCL_ENGLISH);
        }
    }
    return vcl_text_bytes(&b->shown);
}

static inline int compare_places(const void *first, const void *second)
{
    const vcl_log_line *a = first;
    const vcl_log_line *b = second;

    return a->at.row != b->at.row ? (a->at.row > b->at.row) - (a->at.row < b->at.row)
                                  : (a->at.column > b->at.column) - (a->at.column < b->at.column);
}

/* The lines of the log that are about rows and cells, by the names of their messages, so that no
 * test depends on wording: "5 ROW_TOTAL; C6 CELL_NOT_NUMBER". */
static inline const char *shown_log(book *b)
{
    static const char *const names[] = {
#define MESSAGE(id, english, vietnamese) #id,
#include "base/messages.def"
#undef MESSAGE
    };
    vcl_log_line *lines = b->log.lines.items;

    vcl_text_clear(&b->shown);
    if (b->log.lines.count > 0) {
        qsort(lines, b->log.lines.count, sizeof *lines, compare_places);
    }
    for (size_t i = 0; i < b->log.lines.count; i++) {
        if (lines[i].at.row > 0) {
            vcl_text_add(&b->shown, b->shown.size > 0 ? "; " : "");
            vcl_sheet_add_column(&b->shown, lines[i].at.column);
            vcl_text_add_integer(&b->shown, lines[i].at.row);
            vcl_text_add(&b->shown, " ");
            vcl_text_add(&b->shown, names[lines[i].message]);
        }
    }
    return vcl_text_bytes(&b->shown);
}

/* Reads a sheet and compares its rows, and what the log says of rows and cells. */
static inline void assert_read(const char *name, const char *text, const char *rows,
                               const char *log)
{
    book b;

    open_book(&b, name, text);
    assert_int_equal(read_book(&b, VCL_MARK_UNKNOWN, NULL), VCL_OK);
    assert_string_equal(shown_rows(&b), rows);
    assert_string_equal(shown_log(&b), log);
    close_book(&b);
}

#endif
