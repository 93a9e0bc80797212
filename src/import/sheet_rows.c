/* The rows of one sheet, as typed values: once over all cells for what each column says as a whole,
 * once more to read them. */
#include "import/sheet_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/idmap.h"
#include "base/try.h"
#include "import/words.h"

enum { MOST_UNDECIDED = 350 }; /* bytes of the columns that an error names */

static int compare_readers(const void *first, const void *second)
{
    const vcl_column_reader *a = first;
    const vcl_column_reader *b = second;

    return (a->field > b->field) - (a->field < b->field);
}

static vcl_status begin_readers(vcl_sheet_reading *r, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_layout_column *columns = r->layout->columns.items;

    for (size_t i = 0; i < r->layout->columns.count; i++) {
        const vcl_layout_column *c = &columns[i];
        if (c->field < VCL_FIELD_COUNT) {
            vcl_column_reader reader;
            const char *unit = c->mapped != NULL ? c->mapped->unit : NULL;
            vcl_column_begin(&reader, c->field, c->column, unit, c->lower, c->upper, &r->scratch);
            TRY(vcl_array_add(&r->readers, &reader, err));
        }
    }
    TRY(vcl_text_status(&r->scratch.lower, err));
    if (r->readers.count > 0) {
        qsort(r->readers.items, r->readers.count, sizeof(vcl_column_reader), compare_readers);
    }
done:
    return status;
}

/* Every column that has a cell in the row finds it at once. */
static void spread_row(vcl_sheet_reading *r, const vcl_sheet_row *row, bool there)
{
    const vcl_sheet_cell **cells = r->cells.items;

    for (size_t i = 0; i < row->count; i++) {
        const vcl_sheet_cell *cell = vcl_sheet_cell_of(r->sheet, row, i);
        cells[cell->column] = there ? cell : NULL;
    }
}

static vcl_row_kind *kind_of(const vcl_sheet_reading *r, size_t index)
{
    return (vcl_row_kind *)r->kinds.items + index;
}

static void judge_rows(vcl_sheet_reading *r)
{
    bool below_remark = false;

    for (size_t i = 0; i < r->sheet->rows.count; i++) {
        const vcl_sheet_row *row = vcl_sheet_row_at(r->sheet, i);
        if (row->number <= r->layout->last_heading_row) {
            continue;
        }
        vcl_row_kind kind = vcl_row_judge(r->layout, r->workbook, r->sheet, row, &r->scratch.key);
        if (kind == VCL_ROW_RECORD && below_remark &&
            vcl_row_may_be_remark(r->layout, r->sheet, row)) {
            kind = VCL_ROW_REMARK;
        }
        below_remark = kind == VCL_ROW_REMARK || (kind == VCL_ROW_BLANK && below_remark);
        *kind_of(r, i) = kind;
    }
}

/* Looks at all records, for what their columns say as a whole. */
static vcl_status look_at_rows(vcl_sheet_reading *r, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_column_reader *readers = r->readers.items;

    for (size_t i = 0; i < r->sheet->rows.count; i++) {
        const vcl_sheet_row *row = vcl_sheet_row_at(r->sheet, i);
        if (row->number <= r->layout->last_heading_row || *kind_of(r, i) != VCL_ROW_RECORD) {
            continue;
        }
        spread_row(r, row, true);
        for (size_t j = 0; j < r->readers.count; j++) {
            const vcl_sheet_cell *cell =
                ((const vcl_sheet_cell **)r->cells.items)[readers[j].column];
            if (cell != NULL) {
                TRY(vcl_column_look(&readers[j], cell, row->number, &r->scratch, err));
            }
        }
        spread_row(r, row, false);
    }
    TRY(vcl_text_status(&r->scratch.key, err));
done:
    return status;
}

static vcl_decimal_mark mark_of(const vcl_sheet_reading *r, uint32_t column)
{
    const vcl_layout_column *columns = r->layout->columns.items;

    for (size_t i = 0; i < r->layout->columns.count; i++) {
        if (columns[i].column == column && columns[i].mapped != NULL &&
            columns[i].mapped->decimal != VCL_MARK_UNKNOWN) {
            return columns[i].mapped->decimal;
        }
    }
    return r->mark;
}

/* "so.xlsx, HTX!D7 "1.234", D9 "5.600"" */
static void name_undecided(vcl_sheet_reading *r, const vcl_column_reader *reader)
{
    vcl_text *out = r->undecided;

    if (out->size > MOST_UNDECIDED) {
        if (out->bytes[out->size - 1] != '.') {
            vcl_text_add(out, "; ...");
        }
        return;
    }
    vcl_text_add(out, out->size > 0 ? "; " : "");
    vcl_log_add_place(r->log, out,
                      (vcl_cell_place){ r->source, reader->example_rows[0], reader->column });
    vcl_text_add(out, " \"");
    vcl_text_add(out, reader->examples[0]);
    vcl_text_add(out, "\"");
    if (reader->examples[1] != NULL) {
        vcl_text_add(out, ", ");
        vcl_sheet_add_column(out, reader->column);
        vcl_text_add_integer(out, reader->example_rows[1]);
        vcl_text_add(out, " \"");
        vcl_text_add(out, reader->examples[1]);
        vcl_text_add(out, "\"");
    }
}

static vcl_status decide(vcl_sheet_reading *r, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_column_reader *readers = r->readers.items;

    for (size_t i = 0; i < r->readers.count; i++) {
        vcl_column_reader *reader = &readers[i];
        vcl_quantity_column *amounts = NULL;
        if (!vcl_column_decide(reader, mark_of(r, reader->column), r->workbook->begins_1904)) {
            name_undecided(r, reader);
        }
        if (reader->takes == VCL_TAKES_PRODUCTS) {
            TRY(vcl_arena_alloc(&r->rows->texts, sizeof *amounts, &amounts, err));
            *amounts = reader->quantity;
            reader->amounts = amounts;
        }
    }
done:
    return status;
}

static bool is_of_actors(vcl_register kind)
{
    return kind == VCL_REGISTER_ORGANISATIONS || kind == VCL_REGISTER_ENTERPRISES ||
           kind == VCL_REGISTER_MEMBERS;
}

/* The merged cells that say which actor this row is about and go over several rows, or NULL. */
static const vcl_sheet_range *range_of_actor(const vcl_sheet_reading *r, uint32_t row)
{
    const vcl_column_reader *readers = r->readers.items;

    if (r->sheet->merged.count == 0 || !is_of_actors(r->layout->kind)) {
        return NULL;
    }
    for (size_t i = 0; i < r->readers.count; i++) {
        vcl_takes takes = readers[i].takes;
        const vcl_sheet_range *range = takes == VCL_TAKES_ID || takes == VCL_TAKES_NAME
                                           ? vcl_sheet_find_merged(r->sheet, row, readers[i].column)
                                           : NULL;
        if (range != NULL && range->last_row > range->first_row) {
            return range;
        }
    }
    return NULL;
}

/* May an amount that is merged over these rows stand for the first of them? If all are about one
 * actor, whose amount it is. */
static bool is_of_one_actor(const vcl_sheet_reading *r, const vcl_sheet_range *range,
                            vcl_register_field field)
{
    const vcl_sheet_range *actor = range_of_actor(r, range->first_row);

    return actor != NULL && actor->first_row <= range->first_row &&
           actor->last_row >= range->last_row &&
           vcl_register_field_at(field)->use != VCL_FIELD_EXTRA;
}

/* What a column has for a row: its own cell, or that of merged ones that reach down to it. *is_shared
 * if it is an amount that is not this row's alone. */
static const vcl_sheet_cell *cell_for(const vcl_sheet_reading *r, uint32_t row,
                                      const vcl_column_reader *reader, bool *is_shared)
{
    const vcl_sheet_cell *own = ((const vcl_sheet_cell **)r->cells.items)[reader->column];
    const vcl_sheet_range *range =
        r->sheet->merged.count > 0 ? vcl_sheet_find_merged(r->sheet, row, reader->column) : NULL;

    *is_shared = false;
    if (range == NULL || range->first_row == range->last_row ||
        range->first_column != reader->column) {
        return own;
    }
    if (vcl_column_is_amount(reader->takes)) {
        *is_shared = own != NULL && !is_of_one_actor(r, range, reader->field);
        return own;
    }
    if (own != NULL) {
        return own;
    }
    return vcl_sheet_cell_at(r->sheet, vcl_sheet_find_row(r->sheet, range->first_row),
                             reader->column);
}

/* Why a cell is not used, with what the message needs to know. */
static void log_refused(vcl_sheet_reading *r, const vcl_column_reader *reader, uint32_t row,
                        const vcl_sheet_cell *cell, vcl_message message)
{
    vcl_text choices = { 0 };
    const char *arguments[2] = { cell->text, NULL };

    if (message == VCL_MSG_CELL_NOT_WORD) {
        vcl_word_add_choices(&choices, reader->takes, r->log->language);
        arguments[1] = vcl_text_bytes(&choices);
    }
    r->log->failed = r->log->failed || choices.failed;
    vcl_log_add(r->log, (vcl_cell_place){ r->source, row, reader->column }, reader->field,
                VCL_LOG_NOT_USED, message, arguments, 2);
    vcl_text_release(&choices);
}

/* Whom these mean, only the rest of the import knows, and says. */
static bool is_logged_later(vcl_takes takes)
{
    return takes >= VCL_TAKES_PLACE || takes == VCL_TAKES_TEXTS || takes == VCL_TAKES_STARS;
}

static void log_read(vcl_sheet_reading *r, const vcl_column_reader *reader, uint32_t row,
                     const vcl_sheet_cell *cell, const vcl_entry *entry, vcl_message message)
{
    vcl_cell_place at = { r->source, row, reader->column };

    if (is_logged_later(reader->takes)) {
        return;
    }
    if (!vcl_log_wants_example(r->log, at, reader->field, message)) {
        vcl_log_count(r->log, at, reader->field, message, NULL, NULL);
        return;
    }
    vcl_text understood = { 0 };
    vcl_column_add_understood(&understood, entry, r->log->language);
    r->log->failed = r->log->failed || understood.failed;
    vcl_log_count(r->log, at, reader->field, message, cell->text, vcl_text_bytes(&understood));
    vcl_text_release(&understood);
}

/* Reads what the row has of a column. */
static vcl_status read_cell(vcl_sheet_reading *r, const vcl_column_reader *reader, uint32_t row,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_reading reading = { 0 };
    vcl_cell_outcome outcome = VCL_CELL_IS_BLANK;
    bool is_shared = false;
    vcl_entry entry;
    const vcl_sheet_cell *cell = cell_for(r, row, reader, &is_shared);

    if (cell == NULL || cell->kind == VCL_CELL_EMPTY) {
        return VCL_OK;
    }
    TRY(vcl_column_read(reader, r->workbook, cell, &r->scratch, &r->rows->texts, &entry, &outcome,
                        &reading, err));
    if (outcome == VCL_CELL_IS_READ && is_shared) {
        reading = vcl_reading_not(VCL_MSG_CELL_MERGED_AMOUNT);
        outcome = VCL_CELL_IS_REFUSED;
    }
    if (outcome == VCL_CELL_IS_REFUSED) {
        log_refused(r, reader, row, cell, reading.message);
    } else if (outcome == VCL_CELL_IS_READ) {
        TRY(vcl_array_add(&r->rows->entries, &entry, err));
        log_read(r, reader, row, cell, &entry, reading.message);
    }
done:
    return status;
}

/* The row that this one goes on with: the first of those that its actor's cells are merged over. */
static uint32_t continued_row(const vcl_sheet_reading *r, uint32_t number)
{
    const vcl_sheet_range *range = range_of_actor(r, number);
    const vcl_row *rows = r->rows->rows.items;

    for (size_t i = r->rows->rows.count; range != NULL && i-- > 0;) {
        if (rows[i].source != r->source || rows[i].number < range->first_row) {
            break;
        }
        if (rows[i].number == range->first_row) {
            return (uint32_t)i;
        }
    }
    return VCL_NONE;
}

static bool has_key(const vcl_sheet_reading *r, const vcl_row *row)
{
    const vcl_entry *entries = (const vcl_entry *)r->rows->entries.items + row->first;

    for (uint32_t i = 0; i < row->count; i++) {
        if (vcl_register_field_at(entries[i].field)->use == VCL_FIELD_KEY) {
            return true;
        }
    }
    return false;
}

static bool has_words(const vcl_sheet_reading *r, const vcl_row *row)
{
    const vcl_entry *entries = (const vcl_entry *)r->rows->entries.items + row->first;

    for (uint32_t i = 0; i < row->count; i++) {
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

static void name_row(vcl_sheet_reading *r, const vcl_sheet_row *row, vcl_log_result result,
                     vcl_message message, const char *argument)
{
    const char *arguments[] = { argument, vcl_row_first_text(r->sheet, row) };

    vcl_log_add(r->log, (vcl_cell_place){ r->source, row->number, 0 }, VCL_FIELD_COUNT, result,
                message, arguments, 2);
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

    spread_row(r, row, true);
    for (size_t i = 0; i < r->readers.count; i++) {
        TRY(read_cell(r, &readers[i], row->number, err));
    }
    added.count = (uint32_t)r->rows->entries.count - added.first;
    added.continues = continued_row(r, row->number);
    if (has_key(r, &added)) {
        TRY(vcl_array_add(&r->rows->rows, &added, err));
    } else {
        drop_row(r, row, &added, is_last);
    }
done:
    spread_row(r, row, false);
    return status;
}

/* Names a row that is no record. */
static void pass_row(vcl_sheet_reading *r, const vcl_sheet_row *row, vcl_row_kind kind)
{
    static const vcl_message messages[] = {
        [VCL_ROW_TOTAL] = VCL_MSG_ROW_TOTAL,       [VCL_ROW_SECTION] = VCL_MSG_ROW_SECTION,
        [VCL_ROW_HEADINGS] = VCL_MSG_ROW_HEADINGS, [VCL_ROW_NUMBERS] = VCL_MSG_ROW_NUMBERS,
        [VCL_ROW_EXAMPLE] = VCL_MSG_ROW_EXAMPLE,   [VCL_ROW_REMARK] = VCL_MSG_ROW_REMARK,
    };

    if (kind != VCL_ROW_BLANK) {
        name_row(r, row, VCL_LOG_PASSED, messages[kind], vcl_row_first_text(r->sheet, row));
    }
}

vcl_status vcl_sheet_rows_read(vcl_sheet_reading *r, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t last = r->sheet->rows.count;

    while (last > 0 && *kind_of(r, last - 1) != VCL_ROW_RECORD) {
        last--;
    }
    for (size_t i = 0; i < r->sheet->rows.count; i++) {
        const vcl_sheet_row *row = vcl_sheet_row_at(r->sheet, i);
        if (row->number <= r->layout->last_heading_row) {
            continue;
        }
        if (*kind_of(r, i) == VCL_ROW_RECORD) {
            TRY(read_row(r, row, i + 1 == last, err));
        } else {
            pass_row(r, row, *kind_of(r, i));
        }
    }
    r->rows->named += r->passed;
done:
    return status;
}

void vcl_sheet_rows_init(vcl_sheet_reading *reading)
{
    vcl_column_scratch_init(&reading->scratch);
    vcl_array_init(&reading->readers, sizeof(vcl_column_reader));
    vcl_array_init(&reading->kinds, sizeof(vcl_row_kind));
    vcl_array_init(&reading->cells, sizeof(const vcl_sheet_cell *));
}

vcl_status vcl_sheet_rows_look(vcl_sheet_reading *reading, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_array_resize(&reading->kinds, reading->sheet->rows.count, err));
    TRY(vcl_array_resize(&reading->cells, (size_t)reading->sheet->last_column + 1, err));
    TRY(begin_readers(reading, err));
    judge_rows(reading);
    TRY(look_at_rows(reading, err));
    TRY(decide(reading, err));
done:
    return status;
}

void vcl_sheet_rows_release(vcl_sheet_reading *reading)
{
    vcl_column_scratch_release(&reading->scratch);
    vcl_array_release(&reading->readers);
    vcl_array_release(&reading->kinds);
    vcl_array_release(&reading->cells);
}
