/* The cells of one row: its own and merged ones, read or named in the log. */
#include <math.h>

#include "base/try.h"
#include "registers/sheet_rows_parts.h"
#include "registers/words.h"

static bool is_of_actors(vcl_register kind)
{
    return kind == VCL_REGISTER_ORGANISATIONS || kind == VCL_REGISTER_ENTERPRISES ||
           kind == VCL_REGISTER_MEMBERS;
}

/* The merged cells that say which actor this row is about and go over several rows, or NULL. */
const vcl_sheet_range *vcl_sheet_cells_actor(const vcl_sheet_reading *r, uint32_t row)
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
    const vcl_sheet_range *actor = vcl_sheet_cells_actor(r, range->first_row);

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
    return takes >= VCL_TAKES_PLACE;
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

/* More than anybody has of it: kg, hectares, money of any currency, people. */
static double most_of(vcl_takes takes)
{
    switch (takes) {
    case VCL_TAKES_MASS:
        return 1e10;
    case VCL_TAKES_AREA:
    case VCL_TAKES_COUNT:
        return 1e6;
    case VCL_TAKES_MONEY:
        return 1e15;
    default:
        return (double)INFINITY;
    }
}

/* Says so where a value is out of any sense, for then its unit is not what the sheet says. */
static void doubt_unit(vcl_sheet_reading *r, const vcl_column_reader *reader, uint32_t row,
                       const vcl_sheet_cell *cell, const vcl_entry *entry)
{
    vcl_text understood = { 0 };
    double most = most_of(reader->takes);

    if (isinf(most) || entry->number <= most) {
        return;
    }
    vcl_column_add_understood(&understood, entry, r->log->language);
    r->log->failed = r->log->failed || understood.failed;
    const char *arguments[] = { cell->text, vcl_text_bytes(&understood) };
    vcl_log_add(r->log, (vcl_cell_place){ r->source, row, reader->column }, reader->field,
                VCL_LOG_NOTE, VCL_MSG_CELL_TOO_MUCH, arguments, 2);
    vcl_text_release(&understood);
}

/* Reads what the row has of a column. */
vcl_status vcl_sheet_cells_read(vcl_sheet_reading *r, const vcl_column_reader *reader, uint32_t row,
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
        doubt_unit(r, reader, row, cell, &entry);
    }
done:
    return status;
}
