/* The rows of one sheet, as typed values, once they were looked at. */
#include "base/idmap.h"
#include "base/try.h"
#include "registers/row_example.h"
#include "registers/sheet_rows_parts.h"

/* The row that this one goes on with: the first of those that its actor's cells are merged over. */
static uint32_t continued_row(const vcl_sheet_reading *r, uint32_t number)
{
    const vcl_sheet_range *range = vcl_sheet_cells_actor(r, number);
    const vcl_row *rows = r->rows->rows.items;
    size_t low = r->first_row;
    size_t high = r->rows->rows.count;

    while (range != NULL && low < high) {
        size_t middle = low + (high - low) / 2;
        if (rows[middle].number < range->first_row) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found = range != NULL && low < r->rows->rows.count && rows[low].number == range->first_row;
    return found ? (uint32_t)low : VCL_NONE;
}

static bool has_key(const vcl_sheet_reading *r, const vcl_row *row)
{
    const vcl_entry *entries = r->rows->entries.items;

    for (uint32_t i = row->first; i < row->first + row->count; i++) {
        if (vcl_register_field_at(entries[i].field)->use == VCL_FIELD_KEY) {
            return true;
        }
    }
    return false;
}

static bool has_words(const vcl_sheet_reading *r, const vcl_row *row)
{
    const vcl_entry *entries = r->rows->entries.items;

    for (uint32_t i = row->first; i < row->first + row->count; i++) {
        if (!vcl_column_is_amount(vcl_register_field_at(entries[i].field)->takes)) {
            return true;
        }
    }
    return false;
}

/* The headings of the keys that the sheet has, for a row that lacks them all. */
static void add_key_headings(const vcl_sheet_reading *r, vcl_text *out)
{
    const vcl_layout_column *columns = r->layout->columns.items;

    for (size_t i = 0; i < r->layout->columns.count; i++) {
        if (columns[i].field < VCL_FIELD_COUNT &&
            vcl_register_field_at(columns[i].field)->use == VCL_FIELD_KEY) {
            vcl_text_add(out, out->size > 0 ? ", " : "");
            vcl_text_add(out, columns[i].heading);
        }
    }
}

/* Is the row one that no register says anything in? */
static bool is_ours(vcl_message message)
{
    return message == VCL_MSG_ROW_HEADINGS || message == VCL_MSG_ROW_NUMBERS ||
           message == VCL_MSG_ROW_EXAMPLE;
}

/* Its cells in columns that we know. */
static size_t count_known(const vcl_sheet_reading *r, const vcl_sheet_row *row)
{
    const vcl_column_reader *readers = r->readers.items;
    size_t count = 0;

    for (size_t i = 0; i < r->readers.count; i++) {
        count += vcl_sheet_cell_at(r->sheet, row, readers[i].column)->size > 0;
    }
    return count;
}

static void name_row(vcl_sheet_reading *r, const vcl_sheet_row *row, vcl_log_result result,
                     vcl_message message, const char *argument)
{
    const char *arguments[] = { argument, vcl_row_first_text(r->sheet, row) };

    vcl_cell_place at = { r->source, row->number, 0 };

    if (result == VCL_LOG_PASSED && !is_ours(message)) {
        vcl_log_add_row(r->log, at, count_known(r, row), message, arguments, 2);
    } else {
        vcl_log_add(r->log, at, VCL_FIELD_COUNT, result, message, arguments, 2);
    }
    r->passed++;
}

/* Takes a row back that says of nobody what it says. */
static void drop_row(vcl_sheet_reading *r, const vcl_sheet_row *row, const vcl_row *dropped,
                     bool is_last)
{
    vcl_text headings = { 0 };
    bool is_total = is_last && dropped->count > 0 && !has_words(r, dropped);

    if (is_total) {
        name_row(r, row, VCL_LOG_PASSED, VCL_MSG_ROW_TOTAL_UNNAMED, NULL);
    } else if (dropped->count == 0) {
        name_row(r, row, VCL_LOG_NOT_USED, VCL_MSG_ROW_WITHOUT_VALUES, NULL);
    } else {
        add_key_headings(r, &headings);
        name_row(r, row, VCL_LOG_NOT_USED, VCL_MSG_ROW_WITHOUT_KEY, vcl_text_bytes(&headings));
    }
    r->log->failed = r->log->failed || headings.failed;
    r->rows->entries.count = dropped->first;
    vcl_text_release(&headings);
}

static vcl_status read_row(vcl_sheet_reading *r, const vcl_sheet_row *row, bool is_last,
                           vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_column_reader *readers = r->readers.items;
    vcl_row added = { .source = r->source,
                      .number = row->number,
                      .first = (uint32_t)r->rows->entries.count };

    vcl_sheet_rows_spread(r, row, true);
    for (size_t i = 0; i < r->readers.count; i++) {
        TRY(vcl_sheet_cells_read(r, &readers[i], row->number, err));
    }
    added.count = (uint32_t)r->rows->entries.count - added.first;
    added.continues = continued_row(r, row->number);
    if (has_key(r, &added)) {
        if (vcl_row_has_example_name(r->layout, r->workbook, r->sheet, row)) {
            vcl_log_add(r->log, (vcl_cell_place){ r->source, row->number, 0 }, VCL_FIELD_COUNT,
                        VCL_LOG_NOTE, VCL_MSG_ROW_LIKE_EXAMPLE, NULL, 0);
        }
        TRY(vcl_array_add(&r->rows->rows, &added, err));
    } else {
        drop_row(r, row, &added, is_last);
    }
done:
    vcl_sheet_rows_spread(r, row, false);
    return status;
}

/* Names a row that is no record. */
static void pass_row(vcl_sheet_reading *r, const vcl_sheet_row *row, vcl_row_kind kind)
{
    static const vcl_message messages[] = {
        [VCL_ROW_TOTAL] = VCL_MSG_ROW_TOTAL,
        [VCL_ROW_SECTION] = VCL_MSG_ROW_SECTION,
        [VCL_ROW_UNNUMBERED] = VCL_MSG_ROW_UNNUMBERED,
        [VCL_ROW_HEADINGS] = VCL_MSG_ROW_HEADINGS,
        [VCL_ROW_NUMBERS] = VCL_MSG_ROW_NUMBERS,
        [VCL_ROW_OTHER_TABLE] = VCL_MSG_ROW_OTHER_TABLE,
        [VCL_ROW_HEADING_NAME] = VCL_MSG_ROW_HEADING_NAME,
        [VCL_ROW_EXAMPLE] = VCL_MSG_ROW_EXAMPLE,
        [VCL_ROW_REMARK] = VCL_MSG_ROW_REMARK,
    };

    bool is_lost =
        kind == VCL_ROW_OTHER_TABLE || kind == VCL_ROW_UNNUMBERED || kind == VCL_ROW_HEADING_NAME;
    vcl_log_result result = is_lost ? VCL_LOG_NOT_USED : VCL_LOG_PASSED;

    if (kind != VCL_ROW_BLANK) {
        name_row(r, row, result, messages[kind], vcl_row_first_text(r->sheet, row));
    }
}

static bool has_place(const vcl_sheet_reading *r)
{
    const vcl_layout_column *columns = r->layout->columns.items;

    for (size_t i = 0; i < r->layout->columns.count; i++) {
        if (columns[i].field < VCL_FIELD_COUNT &&
            vcl_register_field_at(columns[i].field)->takes == VCL_TAKES_PLACE) {
            return true;
        }
    }
    return false;
}

/* What sections say is not taken: of the first that says more than the columns do, it is said. */
static void note_sections(vcl_sheet_reading *r)
{
    bool knows_places = has_place(r);

    for (size_t i = 0; i < r->sheet->rows.count; i++) {
        const vcl_sheet_row *row = vcl_sheet_row_at(r->sheet, i);
        if (row->number <= r->layout->last_heading_row ||
            *vcl_sheet_rows_kind(r, i) != VCL_ROW_SECTION) {
            continue;
        }
        const char *text = vcl_row_first_text(r->sheet, row);
        if (!knows_places || !vcl_row_speaks_of_place(vcl_slice_of(text), &r->scratch.key)) {
            vcl_log_add(r->log, (vcl_cell_place){ r->source, 0, 0 }, VCL_FIELD_COUNT, VCL_LOG_NOTE,
                        VCL_MSG_SHEET_SECTIONS, &text, 1);
            return;
        }
    }
}

vcl_status vcl_sheet_rows_read(vcl_sheet_reading *r, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t last = r->sheet->rows.count;

    note_sections(r);
    while (last > 0 && *vcl_sheet_rows_kind(r, last - 1) != VCL_ROW_RECORD) {
        last--;
    }
    for (size_t i = 0; i < r->sheet->rows.count; i++) {
        const vcl_sheet_row *row = vcl_sheet_row_at(r->sheet, i);
        if (row->number <= r->layout->last_heading_row) {
            continue;
        }
        if (*vcl_sheet_rows_kind(r, i) == VCL_ROW_RECORD) {
            TRY(read_row(r, row, i + 1 == last, err));
        } else {
            pass_row(r, row, *vcl_sheet_rows_kind(r, i));
        }
    }
    r->rows->named += r->passed;
done:
    return status;
}
