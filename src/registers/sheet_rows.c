/* The rows of one sheet: once over all of them, for what they are and what each column says as a
 * whole. */
#include "registers/sheet_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/try.h"
#include "registers/row_headings.h"
#include "registers/sheet_rows_parts.h"
#include "registers/unit_above.h"

enum { MOST_UNDECIDED = 350 }; /* bytes of the columns that an error names */

static int compare_readers(const void *first, const void *second)
{
    const vcl_column_reader *a = first;
    const vcl_column_reader *b = second;

    return (a->field > b->field) - (a->field < b->field);
}

/* Takes the unit of an amount that its heading leaves open from above the table. */
static void look_above(vcl_sheet_reading *r, vcl_column_reader *reader)
{
    vcl_cell_place at = { r->source, 0, reader->column };
    const vcl_sheet_cell *cell = NULL;

    if ((reader->takes == VCL_TAKES_MASS || reader->takes == VCL_TAKES_MONEY) &&
        !reader->quantity.has_unit && reader->unit.understood) {
        cell = vcl_unit_above(r->sheet, r->layout->heading_row, reader->quantity.quantity,
                              &reader->quantity.power, &r->scratch.lower);
    }
    if (cell != NULL) {
        reader->quantity.has_unit = true;
        vcl_log_add(r->log, at, reader->field, VCL_LOG_USED, VCL_MSG_COLUMN_UNIT_ABOVE,
                    &(const char *){ cell->text }, 1);
    }
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
            look_above(r, &reader);
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
void vcl_sheet_rows_spread(vcl_sheet_reading *r, const vcl_sheet_row *row, bool there)
{
    const vcl_sheet_cell **cells = r->cells.items;

    for (size_t i = 0; i < row->count; i++) {
        const vcl_sheet_cell *cell = vcl_sheet_cell_of(r->sheet, row, i);
        cells[cell->column] = there ? cell : NULL;
    }
}

vcl_row_kind *vcl_sheet_rows_kind(const vcl_sheet_reading *r, size_t index)
{
    return (vcl_row_kind *)r->kinds.items + index;
}

/* What rows above say of those below. */
typedef struct rows_above {
    bool remark; /* the last one was a remark, */
    bool signature; /* one since the last record was no mere note; */
    bool record; /* or a record, without a gap */
    bool other_table; /* another table has begun */
} rows_above;

static vcl_row_kind judge_row(vcl_sheet_reading *r, const vcl_sheet_row *row, rows_above *above)
{
    vcl_row_kind kind = vcl_row_judge(r->layout, r->workbook, r->sheet, row, &r->scratch.key);

    if (kind == VCL_ROW_BLANK || above->other_table) {
        return kind == VCL_ROW_BLANK ? kind : VCL_ROW_OTHER_TABLE;
    }
    if (kind == VCL_ROW_RECORD) {
        kind = vcl_row_as_headings(r->layout, r->headings, r->sheet, row, !above->record);
    }
    if (kind == VCL_ROW_RECORD &&
        vcl_row_is_named_by_heading(r->layout, r->headings, r->sheet, row)) {
        return VCL_ROW_HEADING_NAME;
    }
    if (kind == VCL_ROW_REMARK && !vcl_row_is_note_at(r->sheet, row, &r->scratch.key)) {
        above->signature = true;
    }
    bool remark =
        (kind == VCL_ROW_RECORD || kind == VCL_ROW_UNNUMBERED) && above->remark &&
        vcl_row_may_be_remark(r->layout, r->sheet, row, !above->signature, &r->scratch.key);
    return remark ? VCL_ROW_REMARK : kind;
}

static void judge_rows(vcl_sheet_reading *r)
{
    rows_above above = { .record = true };
    uint32_t last = r->layout->last_heading_row;

    for (size_t i = 0; i < r->sheet->rows.count; i++) {
        const vcl_sheet_row *row = vcl_sheet_row_at(r->sheet, i);
        if (row->number <= r->layout->last_heading_row) {
            continue;
        }
        above.record = above.record && row->number == last + 1;
        vcl_row_kind kind = judge_row(r, row, &above);
        above.remark = kind == VCL_ROW_REMARK || (kind == VCL_ROW_BLANK && above.remark);
        above.record = kind == VCL_ROW_RECORD;
        above.signature = above.signature && !above.record;
        above.other_table = above.other_table || kind == VCL_ROW_OTHER_TABLE;
        *vcl_sheet_rows_kind(r, i) = kind;
        last = row->number;
    }
}

/* Looks at all records, for what their columns say as a whole. */
static vcl_status look_at_rows(vcl_sheet_reading *r, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_column_reader *readers = r->readers.items;

    for (size_t i = 0; i < r->sheet->rows.count; i++) {
        const vcl_sheet_row *row = vcl_sheet_row_at(r->sheet, i);
        if (row->number <= r->layout->last_heading_row ||
            *vcl_sheet_rows_kind(r, i) != VCL_ROW_RECORD) {
            continue;
        }
        vcl_sheet_rows_spread(r, row, true);
        for (size_t j = 0; j < r->readers.count; j++) {
            const vcl_sheet_cell *cell =
                ((const vcl_sheet_cell **)r->cells.items)[readers[j].column];
            if (cell != NULL) {
                TRY(vcl_column_look(&readers[j], cell, row->number, &r->scratch, err));
            }
        }
        vcl_sheet_rows_spread(r, row, false);
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

void vcl_sheet_rows_init(vcl_sheet_reading *reading)
{
    vcl_column_scratch_init(&reading->scratch);
    vcl_array_init(&reading->readers, sizeof(vcl_column_reader));
    vcl_array_init(&reading->kinds, sizeof(vcl_row_kind));
    vcl_array_init(&reading->cells, sizeof(const vcl_sheet_cell *));
    reading->first_row = reading->rows->rows.count;
}

vcl_status vcl_sheet_rows_look(vcl_sheet_reading *reading, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_array_resize(&reading->kinds, reading->sheet->rows.count, err));
    TRY(vcl_array_resize(&reading->cells, (size_t)reading->sheet->last_column + 1, err));
    TRY(begin_readers(reading, err));
    judge_rows(reading);
    TRY(vcl_headings_status(reading->headings, err));
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
