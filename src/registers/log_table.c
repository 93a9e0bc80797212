/* The import log as a table: one line for all cells of a column, one for everything else. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/idmap.h"
#include "base/try.h"
#include "model/table.h"
#include "registers/log_parts.h"
#include "sheet/sheet.h"

static const vcl_column file_column = {
    "file", VCL_TEXT,          "",
    0,      { "File", "Tệp" }, { "the file as it was named", "tên tệp như trong câu lệnh" }
};
static const vcl_column sheet_column = {
    "sheet",
    VCL_TEXT,
    "",
    0,
    { "Sheet", "Trang tính" },
    { "the sheet of a workbook", "trang tính trong tệp" },
};
static const vcl_column row_column = {
    "row",
    VCL_INTEGER,
    "",
    0,
    { "Row", "Dòng" },
    { "the row as the spreadsheet shows it; empty: the sheet or the column as a whole",
      "dòng như trong bảng tính; để trống: cả trang tính hoặc cả cột" },
};
static const vcl_column column_column = {
    "column",
    VCL_TEXT,
    "",
    0,
    { "Column", "Cột" },
    { "the letters of the column; empty: the row or the sheet as a whole",
      "chữ cái của cột; để trống: cả dòng hoặc cả trang tính" },
};
static const vcl_column heading_column = {
    "heading",
    VCL_TEXT,
    "",
    0,
    { "Heading", "Tiêu đề cột" },
    { "what stands above the column", "nội dung ghi ở đầu cột" },
};
static const vcl_column field_column = {
    "field",
    VCL_TEXT,
    "",
    0,
    { "Taken for", "Được hiểu là" },
    { "the register and the field that the column was taken for, as a mapping file names them",
      "sổ và trường dữ liệu mà cột được hiểu là, ghi như trong tệp ánh xạ" },
};
static const vcl_column result_column = {
    "result",
    VCL_TERM,
    "",
    0,
    { "Result", "Kết quả" },
    { "what became of it: used, note (used, but to be looked at), passed_over, waiting (in the "
      "review list) or not_used",
      "đã dùng, cần xem lại, bỏ qua, chờ rà soát hoặc không dùng được" },
};
static const vcl_column cells_column = {
    "cells",
    VCL_INTEGER,
    "cells",
    0,
    { "Cells", "Số ô" },
    { "cells of the column that were used; of a row that was passed over, its cells in columns "
      "that "
      "are known",
      "số ô của cột đã được dùng; đối với dòng được bỏ qua là số ô nằm ở các cột đã nhận ra" },
};
static const vcl_column message_column = {
    "message",
    VCL_TEXT,
    "",
    0,
    { "Message", "Nội dung" },
    { "how it was understood, with an example, or why it was not used",
      "cách hiểu kèm ví dụ, hoặc lý do không dùng được" },
};

static const vcl_column *const columns[] = {
    &file_column,  &sheet_column,  &row_column,   &column_column,  &heading_column,
    &field_column, &result_column, &cells_column, &message_column,
};

static const vcl_table_kind log_kind = {
    "log", { "Import log", "Nhật ký nhập dữ liệu" }, columns, sizeof columns / sizeof *columns
};

static const char *const result_terms[VCL_LOG_RESULTS] = {
    [VCL_LOG_USED] = "used",          [VCL_LOG_NOTE] = "note",
    [VCL_LOG_PASSED] = "passed_over", [VCL_LOG_WAITING] = "waiting",
    [VCL_LOG_NOT_USED] = "not_used",
};

/* The sheet, its columns, its rows and cells. */
static int section_of(vcl_cell_place at)
{
    return at.row > 0 ? 2 : at.column > 0 ? 1 : 0;
}

static int compare_numbers(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_places(vcl_cell_place a, vcl_cell_place b)
{
    int order = compare_numbers(a.source, b.source);

    order = order != 0 ? order : section_of(a) - section_of(b);
    order = order != 0 ? order : compare_numbers(a.row, b.row);
    return order != 0 ? order : compare_numbers(a.column, b.column);
}

/* By what was said in full, so that lines added in another order come out in the same. */
static int compare_lines(const void *first, const void *second)
{
    const vcl_log_line *a = first;
    const vcl_log_line *b = second;
    int order = compare_places(a->at, b->at);

    order = order != 0 ? order : (int)a->result - (int)b->result;
    order = order != 0 ? order : (int)a->message - (int)b->message;
    order = order != 0 ? order : strcmp(a->text, b->text);
    return order != 0 ? order : (int)a->field - (int)b->field;
}

/* The most frequent first. */
static int compare_counts(const void *first, const void *second)
{
    const vcl_log_counted *a = first;
    const vcl_log_counted *b = second;
    int order = compare_numbers(b->cells, a->cells);

    order = order != 0 ? order : (int)a->message - (int)b->message;
    return order != 0 ? order : (int)a->field - (int)b->field;
}

/* "date, day first: "31/12/2025" is 2025-12-31 (58 cells); year only …". */
static void add_counts(vcl_text *out, const vcl_log_counted *counts, size_t count,
                       vcl_language language)
{
    for (size_t i = 0; i < count; i++) {
        const char *arguments[] = { counts[i].written, counts[i].understood };
        vcl_text number = { 0 };
        vcl_text_add(out, i > 0 ? "; " : "");
        vcl_message_format(out, counts[i].message, language, arguments, 2);
        vcl_text_add_integer(&number, (int64_t)counts[i].cells);
        const char *cells[] = { vcl_text_bytes(&number) };
        vcl_text_add(out, " ");
        vcl_message_format(out, counts[i].cells == 1 ? VCL_MSG_LOG_CELL : VCL_MSG_LOG_CELLS,
                           language, cells, 1);
        out->failed = out->failed || number.failed;
        vcl_text_release(&number);
    }
}

/* What a log is written with. */
typedef struct writing {
    const vcl_log *log;
    vcl_array lines; /* of vcl_log_line: those of the log, and one a column */
    vcl_array counts; /* of one column */
    vcl_arena texts;
    vcl_text text; /* scratch */
} writing;

static vcl_status add_column_line(writing *w, uint32_t source, uint32_t column,
                                  const vcl_log_column *counted, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_log_counted *all = w->log->counts.items;
    vcl_log_line line = { .at = { source, 0, column },
                          .field = counted->field,
                          .result = VCL_LOG_USED,
                          .cells = counted->cells };

    w->counts.count = 0;
    for (uint32_t i = counted->first; i != VCL_NONE; i = all[i].next) {
        TRY(vcl_array_add(&w->counts, &all[i], err));
    }
    if (w->counts.count == 0) {
        return VCL_OK;
    }
    qsort(w->counts.items, w->counts.count, sizeof *all, compare_counts);
    vcl_text_clear(&w->text);
    add_counts(&w->text, w->counts.items, w->counts.count, w->log->language);
    TRY(vcl_text_status(&w->text, err));
    TRY(vcl_arena_copy(&w->texts, (vcl_slice){ w->text.bytes, w->text.size }, &line.text, err));
    TRY(vcl_array_add(&w->lines, &line, err));
done:
    return status;
}

static vcl_status gather_lines(writing *w, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_log_sheet *sheets = w->log->sheets.items;
    const vcl_log_line *lines = w->log->lines.items;

    TRY(vcl_array_reserve(&w->lines, w->log->lines.count, err));
    for (size_t i = 0; i < w->log->lines.count; i++) {
        TRY(vcl_array_add(&w->lines, &lines[i], err));
    }
    for (uint32_t i = 0; i < w->log->sheets.count; i++) {
        const vcl_log_column *all = sheets[i].columns.items;
        for (uint32_t j = 0; j < sheets[i].columns.count; j++) {
            TRY(add_column_line(w, i, j + 1, &all[j], err));
        }
    }
    if (w->lines.count > 0) {
        qsort(w->lines.items, w->lines.count, sizeof *lines, compare_lines);
    }
done:
    return status;
}

/* "organisations.tax_id" */
static void add_field(vcl_table *table, vcl_register_field field, vcl_text *scratch)
{
    if (field >= VCL_FIELD_COUNT) {
        vcl_table_add_null(table);
        return;
    }
    const vcl_register_field_definition *definition = vcl_register_field_at(field);
    vcl_text_clear(scratch);
    vcl_text_add(scratch, vcl_register_at(definition->owner)->key);
    vcl_text_add_byte(scratch, '.');
    vcl_text_add(scratch, definition->key);
    vcl_table_add_text(table, vcl_text_bytes(scratch));
}

static void add_place(vcl_table *table, const vcl_log_sheet *sheet, vcl_cell_place at,
                      vcl_text *scratch)
{
    vcl_table_add_text(table, sheet->file);
    vcl_table_add_text(table, sheet->sheet);
    if (at.row > 0) {
        vcl_table_add_integer(table, at.row);
    } else {
        vcl_table_add_null(table);
    }
    if (at.column == 0) {
        vcl_table_add_null(table);
        vcl_table_add_null(table);
        return;
    }
    const vcl_log_column *all = sheet->columns.items;
    vcl_text_clear(scratch);
    vcl_sheet_add_column(scratch, at.column);
    vcl_table_add_text(table, vcl_text_bytes(scratch));
    vcl_table_add_text(table,
                       at.column <= sheet->columns.count ? all[at.column - 1].heading : NULL);
}

static void add_line(vcl_table *table, const vcl_log *log, const vcl_log_line *line,
                     vcl_text *scratch)
{
    const vcl_log_sheet *sheet = (const vcl_log_sheet *)log->sheets.items + line->at.source;

    add_place(table, sheet, line->at, scratch);
    add_field(table, line->field, scratch);
    vcl_table_add_term(table, result_terms[line->result]);
    if (line->cells > 0) {
        vcl_table_add_integer(table, (int64_t)line->cells);
    } else {
        vcl_table_add_null(table);
    }
    vcl_table_add_text(table, line->text);
}

vcl_status vcl_log_finish(const vcl_log *log, vcl_result **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    writing w = { .log = log };
    vcl_result *result = NULL;
    vcl_table *table = NULL;

    *out = NULL;
    if (log->failed) {
        return vcl_fail_memory(err);
    }
    vcl_array_init(&w.lines, sizeof(vcl_log_line));
    vcl_array_init(&w.counts, sizeof(vcl_log_counted));
    TRY(gather_lines(&w, err));
    TRY(vcl_result_new(&result, err));
    TRY(vcl_result_add(result, &log_kind, &table, err));
    TRY(vcl_table_reserve(table, w.lines.count, err));
    const vcl_log_line *lines = w.lines.items;
    for (size_t i = 0; i < w.lines.count; i++) {
        add_line(table, log, &lines[i], &w.text);
    }
    TRY(vcl_text_status(&w.text, err));
    TRY(vcl_table_status(table, err));
    *out = result;
    result = NULL;
done:
    vcl_result_free(result);
    vcl_text_release(&w.text);
    vcl_arena_release(&w.texts);
    vcl_array_release(&w.counts);
    vcl_array_release(&w.lines);
    return status;
}
