/* The import log. */
#include "registers/log.h"

#include <assert.h>

#include "base/error.h"
#include "base/idmap.h"
#include "base/try.h"
#include "registers/log_parts.h"
#include "sheet/sheet.h"

void vcl_log_init(vcl_log *log, vcl_language language)
{
    *log = (vcl_log){ .language = language };
    vcl_array_init(&log->sheets, sizeof(vcl_log_sheet));
    vcl_array_init(&log->counts, sizeof(vcl_log_counted));
    vcl_array_init(&log->lines, sizeof(vcl_log_line));
}

void vcl_log_release(vcl_log *log)
{
    vcl_log_sheet *sheets = log->sheets.items;

    for (size_t i = 0; i < log->sheets.count; i++) {
        vcl_log_column *columns = sheets[i].columns.items;
        for (size_t j = 0; j < sheets[i].columns.count; j++) {
            vcl_array_release(&columns[j].rows);
        }
        vcl_array_release(&sheets[i].columns);
    }
    vcl_array_release(&log->sheets);
    vcl_array_release(&log->counts);
    vcl_array_release(&log->lines);
    vcl_arena_release(&log->texts);
    vcl_text_release(&log->scratch);
}

/* NULL stays NULL, as does what there is no memory for, which is remembered. */
static const char *keep(vcl_log *log, const char *text)
{
    const char *kept = NULL;

    if (text != NULL && vcl_arena_copy(&log->texts, vcl_slice_of(text), &kept, NULL) != VCL_OK) {
        log->failed = true;
    }
    return kept;
}

uint32_t vcl_log_add_sheet(vcl_log *log, const char *file, const char *sheet)
{
    vcl_log_sheet added = { .file = keep(log, file), .sheet = keep(log, sheet) };

    vcl_array_init(&added.columns, sizeof(vcl_log_column));
    if (vcl_array_add(&log->sheets, &added, NULL) != VCL_OK) {
        log->failed = true;
    }
    return (uint32_t)log->sheets.count - 1;
}

/* The column of a sheet, which is known from here on; NULL where memory has run out. */
static vcl_log_column *reach_column(vcl_log *log, uint32_t source, uint32_t column)
{
    static const vcl_log_column nothing = { .field = VCL_FIELD_COUNT, .first = VCL_NONE };

    if (log->failed) {
        return NULL;
    }
    assert(source < log->sheets.count && column > 0);
    vcl_array *columns = &((vcl_log_sheet *)log->sheets.items)[source].columns;
    while (columns->count < column) {
        if (vcl_array_add(columns, &nothing, NULL) != VCL_OK) {
            log->failed = true;
            return NULL;
        }
        vcl_array_init(&((vcl_log_column *)columns->items)[columns->count - 1].rows, 1);
    }
    return (vcl_log_column *)columns->items + column - 1;
}

void vcl_log_set_column(vcl_log *log, uint32_t source, uint32_t column, const char *heading,
                        vcl_register_field field)
{
    vcl_log_column *reached = reach_column(log, source, column);

    if (reached != NULL) {
        reached->heading = keep(log, heading);
        reached->field = field;
    }
}

void vcl_log_add(vcl_log *log, vcl_cell_place at, vcl_register_field field, vcl_log_result result,
                 vcl_message message, const char *const *arguments, size_t count)
{
    assert(log->failed || at.source < log->sheets.count);
    vcl_text_clear(&log->scratch);
    vcl_message_format(&log->scratch, message, log->language, arguments, count);
    vcl_log_line line = { .at = at,
                          .field = field,
                          .result = result,
                          .message = message,
                          .text = keep(log, vcl_text_bytes(&log->scratch)) };
    if (log->scratch.failed || vcl_array_add(&log->lines, &line, NULL) != VCL_OK) {
        log->failed = true;
    }
    log->tallies[result]++;
}

void vcl_log_add_row(vcl_log *log, vcl_cell_place at, size_t cells, vcl_message message,
                     const char *const *arguments, size_t count)
{
    vcl_log_add(log, at, VCL_FIELD_COUNT, VCL_LOG_PASSED, message, arguments, count);
    if (!log->failed) {
        ((vcl_log_line *)log->lines.items)[log->lines.count - 1].cells = cells;
    }
}

static uint32_t find_count(const vcl_log *log, uint32_t first, vcl_register_field field,
                           vcl_message message)
{
    const vcl_log_counted *counts = log->counts.items;

    while (first != VCL_NONE &&
           (counts[first].message != message || counts[first].field != field)) {
        first = counts[first].next;
    }
    return first;
}

bool vcl_log_wants_example(const vcl_log *log, vcl_cell_place at, vcl_register_field field,
                           vcl_message message)
{
    const vcl_log_sheet *sheets = log->sheets.items;

    if (log->failed || at.column > sheets[at.source].columns.count) {
        return !log->failed;
    }
    const vcl_log_column *columns = sheets[at.source].columns.items;
    uint32_t found = find_count(log, columns[at.column - 1].first, field, message);
    return found == VCL_NONE || at.row < ((const vcl_log_counted *)log->counts.items)[found].row;
}

/* A cell may be counted for several reasons, but it is one cell. */
static void count_cell(vcl_log *log, vcl_log_column *column, uint32_t row)
{
    size_t at = row / 8;
    uint8_t bit = (uint8_t)(1U << row % 8);

    if (at >= column->rows.count && vcl_array_resize(&column->rows, (at + 1) * 2, NULL) != VCL_OK) {
        log->failed = true;
        return;
    }
    uint8_t *bits = column->rows.items;
    column->cells += (bits[at] & bit) == 0;
    bits[at] |= bit;
}

void vcl_log_count(vcl_log *log, vcl_cell_place at, vcl_register_field field, vcl_message message,
                   const char *written, const char *understood)
{
    vcl_log_column *column = reach_column(log, at.source, at.column);
    uint32_t found = column != NULL ? find_count(log, column->first, field, message) : VCL_NONE;

    if (column == NULL) {
        return;
    }
    count_cell(log, column, at.row);
    if (found == VCL_NONE) {
        vcl_log_counted counted = {
            .message = message, .field = field, .row = UINT32_MAX, .next = column->first
        };
        found = (uint32_t)log->counts.count;
        if (vcl_array_add(&log->counts, &counted, NULL) != VCL_OK) {
            log->failed = true;
            return;
        }
        column->first = found;
    }
    vcl_log_counted *counted = (vcl_log_counted *)log->counts.items + found;
    counted->cells++;
    if (at.row < counted->row) {
        counted->row = at.row;
        counted->written = keep(log, written);
        counted->understood = keep(log, understood);
    }
}

size_t vcl_log_tally(const vcl_log *log, vcl_log_result result)
{
    return log->tallies[result];
}

void vcl_log_add_place(const vcl_log *log, vcl_text *out, vcl_cell_place at)
{
    const vcl_log_sheet *sheet = (const vcl_log_sheet *)log->sheets.items + at.source;

    vcl_text_add(out, sheet->file != NULL ? sheet->file : "");
    if (sheet->sheet != NULL) {
        vcl_text_add(out, ", ");
        vcl_sheet_add_place(out, &(vcl_sheet){ .name = sheet->sheet }, at.row, at.column);
    } else if (at.row > 0 || at.column > 0) {
        vcl_text_add(out, ", ");
        vcl_sheet_add_column(out, at.column);
        if (at.row > 0) {
            vcl_text_add_integer(out, at.row);
        }
    }
}
