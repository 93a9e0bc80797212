/* From workbooks to rows of typed values: files, their sheets, and what is said of each. */
#include "registers/sheets.h"

#include <string.h>

#include "base/error.h"
#include "base/try.h"
#include "base/unicode.h"
#include "registers/mapping.h"
#include "registers/sheet_rows.h"
#include "sheet/sheet.h"

/* What stays the same over all files. */
typedef struct sheets_reading {
    const vcl_import_options *options;
    vcl_headings headings;
    vcl_mapping mapping;
    vcl_rows *rows;
    vcl_log *log;
    vcl_text undecided;
    vcl_array seen; /* of uint64_t: the fingerprints of the files before */
    bool found; /* a register */
} sheets_reading;

static void log_sheet(vcl_log *log, uint32_t source, vcl_log_result result, vcl_message message,
                      const char *const *arguments, size_t count)
{
    vcl_log_add(log, (vcl_cell_place){ source, 0, 0 }, VCL_FIELD_COUNT, result, message, arguments,
                count);
}

/* How a CSV file was read: its separator and encoding were seen, not stated. */
static void log_csv(sheets_reading *s, uint32_t source, const vcl_workbook *workbook)
{
    static const char *const encodings[] = {
        [VCL_ENCODING_UTF8] = "UTF-8",
        [VCL_ENCODING_UTF16_LE] = "UTF-16 LE",
        [VCL_ENCODING_UTF16_BE] = "UTF-16 BE",
        [VCL_ENCODING_WINDOWS_1258] = "Windows-1258",
    };
    char separator[] = { '"', workbook->separator, '"', '\0' };
    const char *arguments[] = { workbook->separator == '\t' ? "tab" : separator,
                                encodings[workbook->encoding] };

    log_sheet(s->log, source, VCL_LOG_USED, VCL_MSG_SHEET_CSV, arguments, 2);
}

/* What became of a column that is not read. */
static void log_unread_column(sheets_reading *s, uint32_t source, const vcl_sheet_layout *layout,
                              const vcl_layout_column *column)
{
    vcl_cell_place at = { source, 0, column->column };
    vcl_message message = column->is_passed ? VCL_MSG_COLUMN_PASSED : VCL_MSG_COLUMN_UNKNOWN;
    const char *arguments[2] = { NULL, NULL };
    vcl_text letters = { 0 };

    if (column->repeats < VCL_FIELD_COUNT) {
        const vcl_layout_column *columns = layout->columns.items;
        message = VCL_MSG_COLUMN_REPEATED;
        for (size_t i = 0; i < layout->columns.count; i++) {
            if (columns[i].field == column->repeats) {
                vcl_sheet_add_column(&letters, columns[i].column);
            }
        }
        arguments[0] = vcl_register_field_at(column->repeats)->heading[s->log->language];
        arguments[1] = vcl_text_bytes(&letters);
    } else if (column->is_ordinal) {
        message = VCL_MSG_COLUMN_ORDINAL;
    }
    s->log->failed = s->log->failed || letters.failed;
    /* Of what was asked for, and of numbers that nobody misses, only the log speaks. */
    bool is_wanted = column->is_ordinal || message == VCL_MSG_COLUMN_PASSED;
    vcl_log_add(s->log, at, VCL_FIELD_COUNT, is_wanted ? VCL_LOG_USED : VCL_LOG_PASSED, message,
                arguments, 2);
    vcl_text_release(&letters);
}

/* A column without a heading that holds something below the headings. */
static vcl_status log_unheaded_columns(sheets_reading *s, uint32_t source, const vcl_sheet *sheet,
                                       const vcl_sheet_layout *layout, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_layout_column *columns = layout->columns.items;
    vcl_array seen;

    vcl_array_init(&seen, sizeof(bool));
    TRY(vcl_array_resize(&seen, (size_t)sheet->last_column + 1, err));
    bool *is_seen = seen.items;
    for (size_t i = 0; i < layout->columns.count; i++) {
        is_seen[columns[i].column] = true;
    }
    for (size_t i = 0; i < sheet->rows.count; i++) {
        const vcl_sheet_row *row = vcl_sheet_row_at(sheet, i);
        for (size_t j = 0; row->number > layout->last_heading_row && j < row->count; j++) {
            const vcl_sheet_cell *cell = vcl_sheet_cell_of(sheet, row, j);
            if (!is_seen[cell->column]) {
                is_seen[cell->column] = true;
                vcl_log_add(s->log, (vcl_cell_place){ source, 0, cell->column }, VCL_FIELD_COUNT,
                            VCL_LOG_PASSED, VCL_MSG_COLUMN_UNHEADED, NULL, 0);
            }
        }
    }
done:
    vcl_array_release(&seen);
    return status;
}

static void log_columns(sheets_reading *s, uint32_t source, const vcl_sheet_layout *layout)
{
    const vcl_layout_column *columns = layout->columns.items;

    for (size_t i = 0; i < layout->columns.count; i++) {
        vcl_log_set_column(s->log, source, columns[i].column, columns[i].heading, columns[i].field);
        if (columns[i].field == VCL_FIELD_COUNT) {
            log_unread_column(s, source, layout, &columns[i]);
        }
    }
}

/* "taken for the register Contracts; headings in row 4; 60 rows read, 2 passed over" */
static void log_taken(sheets_reading *s, const vcl_sheet_reading *reading, size_t read)
{
    vcl_text numbers[3] = { { 0 }, { 0 }, { 0 } };
    size_t values[3] = { reading->layout->last_heading_row, read, reading->passed };
    const char *arguments[4] = { vcl_register_at(reading->layout->kind)->title[s->log->language] };

    for (size_t i = 0; i < 3; i++) {
        vcl_text_add_integer(&numbers[i], (int64_t)values[i]);
        arguments[i + 1] = vcl_text_bytes(&numbers[i]);
        s->log->failed = s->log->failed || numbers[i].failed;
    }
    log_sheet(s->log, reading->source, VCL_LOG_USED, VCL_MSG_SHEET_TAKEN, arguments, 4);
    for (size_t i = 0; i < 3; i++) {
        vcl_text_release(&numbers[i]);
    }
}

static vcl_status read_register(sheets_reading *s, const vcl_workbook *workbook,
                                const vcl_sheet *sheet, const vcl_sheet_layout *layout,
                                vcl_source *source, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_sheet_reading reading = { .workbook = workbook,
                                  .sheet = sheet,
                                  .layout = layout,
                                  .headings = &s->headings,
                                  .source = (uint32_t)s->rows->sources.count,
                                  .mark = s->options->decimal,
                                  .rows = s->rows,
                                  .log = s->log,
                                  .undecided = &s->undecided };

    vcl_sheet_rows_init(&reading);
    s->found = true;
    source->kind = layout->kind;
    source->kind_word = layout->kind_word;
    log_columns(s, reading.source, layout);
    TRY(log_unheaded_columns(s, reading.source, sheet, layout, err));
    TRY(vcl_sheet_rows_look(&reading, err));
    TRY(vcl_sheet_rows_read(&reading, err));
    source->end_row = (uint32_t)s->rows->rows.count;
    log_taken(s, &reading, source->end_row - source->first_row);
done:
    vcl_sheet_rows_release(&reading);
    return status;
}

/* The sheet that explains the registers, in a template or an export of ours: by its title. */
static bool is_guide(const vcl_sheet *sheet)
{
    const vcl_sheet_cell *title = vcl_sheet_cell_of(sheet, vcl_sheet_row_at(sheet, 0), 0);

    return strcmp(title->text, vcl_message_template(VCL_MSG_GUIDE_TITLE, VCL_ENGLISH)) == 0 ||
           strcmp(title->text, vcl_message_template(VCL_MSG_GUIDE_TITLE, VCL_VIETNAMESE)) == 0;
}

/* Why a sheet is not looked at any further; VCL_MESSAGE_COUNT where it is. */
static vcl_message passed_sheet(const vcl_sheet *sheet, const vcl_mapped_sheet *mapped)
{
    if (mapped != NULL && mapped->is_passed) {
        return VCL_MSG_SHEET_PASSED;
    }
    if (sheet->is_hidden && mapped == NULL) {
        return VCL_MSG_SHEET_HIDDEN;
    }
    if (sheet->rows.count == 0) {
        return VCL_MSG_SHEET_EMPTY;
    }
    return is_guide(sheet) ? VCL_MSG_SHEET_GUIDE : VCL_MESSAGE_COUNT;
}

/* With a guide or an empty sheet nothing is left out: it is a line of the log, no warning. */
static vcl_log_result result_of(vcl_message passed)
{
    return passed == VCL_MSG_SHEET_GUIDE || passed == VCL_MSG_SHEET_EMPTY ? VCL_LOG_USED
                                                                          : VCL_LOG_PASSED;
}

static vcl_status read_sheet(sheets_reading *s, const char *path, const vcl_workbook *workbook,
                             const vcl_sheet *sheet, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_sheet_layout layout;
    const vcl_mapped_sheet *mapped = vcl_mapping_find(&s->mapping, path, sheet->name);
    vcl_source source = { .kind = VCL_REGISTER_COUNT,
                          .first_row = (uint32_t)s->rows->rows.count,
                          .end_row = (uint32_t)s->rows->rows.count };

    vcl_sheet_layout_init(&layout);
    TRY(vcl_unicode_copy(&s->rows->texts, vcl_slice_of(path), &source.file, err));
    TRY(vcl_unicode_copy(&s->rows->texts, vcl_slice_of(sheet->name), &source.sheet, err));
    uint32_t number =
        vcl_log_add_sheet(s->log, source.file, workbook->is_csv ? NULL : source.sheet);
    if (workbook->is_csv) {
        log_csv(s, number, workbook);
    }
    vcl_message passed = passed_sheet(sheet, mapped);
    if (passed != VCL_MESSAGE_COUNT) {
        log_sheet(s->log, number, result_of(passed), passed, NULL, 0);
    } else {
        TRY(vcl_sheet_layout_find(&s->headings, sheet, &s->mapping, mapped, &layout, err));
        if (mapped != NULL) {
            TRY(vcl_sheet_layout_check(&layout, &s->mapping, mapped, err));
        }
        if (layout.kind == VCL_REGISTER_COUNT) {
            log_sheet(s->log, number, VCL_LOG_PASSED, VCL_MSG_SHEET_UNKNOWN, NULL, 0);
        } else {
            TRY(read_register(s, workbook, sheet, &layout, &source, err));
        }
    }
    TRY(vcl_array_add(&s->rows->sources, &source, err));
done:
    vcl_sheet_layout_release(&layout);
    return status;
}

/* The file before that has the same content, or NULL. */
static const char *same_before(const sheets_reading *s, const char *const *paths,
                               const vcl_workbook *workbook)
{
    const uint64_t *seen = s->seen.items;

    for (size_t i = 0; i < s->seen.count; i++) {
        if (seen[i] == workbook->fingerprint) {
            return paths[i];
        }
    }
    return NULL;
}

static vcl_status read_file(sheets_reading *s, const char *const *paths, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_workbook *workbook = NULL;
    const char *path = paths[s->seen.count];
    uint32_t first = (uint32_t)s->rows->sources.count;

    TRY(vcl_workbook_open(path, &workbook, err));
    for (size_t i = 0; i < workbook->sheets.count; i++) {
        TRY(read_sheet(s, path, workbook, vcl_workbook_sheet(workbook, i), err));
    }
    const char *same = same_before(s, paths, workbook);
    if (same != NULL && workbook->sheets.count > 0) {
        log_sheet(s->log, first, VCL_LOG_NOTE, VCL_MSG_SHEET_SAME_CONTENT, &same, 1);
    }
    TRY(vcl_array_add(&s->seen, &workbook->fingerprint, err));
done:
    vcl_workbook_free(workbook);
    return status;
}

/* "a.xlsx, b.csv" */
static vcl_status fail_of_all(const char *const *paths, size_t count, vcl_message message,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text names = { 0 };

    for (size_t i = 0; i < count; i++) {
        vcl_text_add(&names, i > 0 ? ", " : "");
        vcl_text_add(&names, paths[i]);
    }
    TRY(vcl_text_status(&names, err));
    status = vcl_fail(err, VCL_ERROR_INPUT, message, vcl_text_bytes(&names), NULL);
done:
    vcl_text_release(&names);
    return status;
}

vcl_status vcl_sheets_read(const char *const *paths, size_t count,
                           const vcl_import_options *options, vcl_rows *rows, vcl_log *log,
                           vcl_error *err)
{
    vcl_status status = VCL_OK;
    sheets_reading s = { .options = options, .rows = rows, .log = log };

    vcl_array_init(&s.seen, sizeof(uint64_t));
    vcl_headings_init(&s.headings);
    vcl_mapping_init(&s.mapping);
    TRY(vcl_headings_prepare(&s.headings, err));
    if (options->mapping != NULL) {
        TRY(vcl_mapping_read(&s.mapping, options->mapping, err));
    }
    for (size_t i = 0; i < count; i++) {
        TRY(read_file(&s, paths, err));
    }
    TRY(vcl_mapping_check_met(&s.mapping, paths, count, err));
    TRY(vcl_text_status(&s.undecided, err));
    if (s.undecided.size > 0) {
        TRY(vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_DECIMAL_UNDECIDED, s.undecided.bytes, NULL));
    }
    if (!s.found) {
        TRY(fail_of_all(paths, count, VCL_MSG_NO_REGISTER, err));
    }
    if (rows->rows.count == 0 && vcl_log_tally(log, VCL_LOG_NOT_USED) == 0) {
        TRY(fail_of_all(paths, count, VCL_MSG_NOTHING_FILLED, err));
    }
    if (log->failed) {
        TRY(vcl_fail_memory(err));
    }
done:
    vcl_mapping_release(&s.mapping);
    vcl_headings_release(&s.headings);
    vcl_array_release(&s.seen);
    vcl_text_release(&s.undecided);
    return status;
}
