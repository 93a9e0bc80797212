/* A draft of a mapping file: every sheet and column with what it was taken for, by jansson. What is
 * open stands as null, for a person to fill in. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/output.h"
#include "base/try.h"
#include "base/unicode.h"
#include "registers/sheet_rows.h"

/* One sheet that is drafted. */
typedef struct drafting {
    vcl_headings headings;
    vcl_mapping mapping; /* empty */
    vcl_rows rows; /* stays without rows */
    vcl_log log;
    vcl_text undecided;
    json_t *sheets; /* the draft */
} drafting;

/* Sets a member and takes the reference; false for want of memory. */
static bool set(json_t *object, const char *key, json_t *value)
{
    return json_object_set_new(object, key, value) == 0;
}

static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash != NULL ? slash + 1 : path;
}

static const vcl_column_reader *reader_of(const vcl_sheet_reading *reading, uint32_t column)
{
    const vcl_column_reader *readers = reading->readers.items;

    for (size_t i = 0; i < reading->readers.count; i++) {
        if (readers[i].column == column) {
            return &readers[i];
        }
    }
    return NULL;
}

/* The field alone, unless its unit or decimal mark is open. */
static json_t *value_of(const vcl_sheet_reading *reading, const vcl_layout_column *column)
{
    if (column->field == VCL_FIELD_COUNT) {
        return json_null();
    }
    const char *key = vcl_register_field_at(column->field)->key;
    const vcl_column_reader *reader = reader_of(reading, column->column);
    bool unit_open = (reader->takes == VCL_TAKES_MASS || reader->takes == VCL_TAKES_MONEY) &&
                     !reader->quantity.has_unit;
    bool mark_open = reader->quantity.decimal == VCL_DECIMAL_AMBIGUOUS ||
                     reader->quantity.decimal == VCL_DECIMAL_CONTRADICTORY;
    if (!unit_open && !mark_open) {
        return json_string(key);
    }
    json_t *object = json_pack("{s:s}", "field", key);
    if (object == NULL || (unit_open && !set(object, "unit", json_null())) ||
        (mark_open && !set(object, "decimal", json_null()))) {
        json_decref(object);
        return NULL;
    }
    return object;
}

/* By its heading where no other column has that, else by its letters. */
static bool set_column(json_t *columns, const char *heading, uint32_t number, json_t *value)
{
    vcl_text letters = { 0 };
    bool by_heading = heading[0] != '\0' && json_object_get(columns, heading) == NULL;

    vcl_sheet_add_column(&letters, number);
    bool done =
        value != NULL && !letters.failed &&
        json_object_set(columns, by_heading ? heading : vcl_text_bytes(&letters), value) == 0;
    json_decref(value);
    vcl_text_release(&letters);
    return done;
}

static vcl_status draft_register(drafting *d, const vcl_workbook *workbook, const vcl_sheet *sheet,
                                 const vcl_sheet_layout *layout, json_t *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;
    json_t *columns = json_object();
    const vcl_layout_column *all = layout->columns.items;
    vcl_sheet_reading reading = { .workbook = workbook,
                                  .sheet = sheet,
                                  .layout = layout,
                                  .headings = &d->headings,
                                  .source = (uint32_t)d->log.sheets.count - 1,
                                  .rows = &d->rows,
                                  .log = &d->log,
                                  .undecided = &d->undecided };
    bool made = columns != NULL &&
                set(draft, "register", json_string(vcl_register_at(layout->kind)->key)) &&
                set(draft, "heading_row", json_integer(layout->heading_row)) &&
                (layout->kind_word == NULL || set(draft, "kind", json_string(layout->kind_word)));

    vcl_sheet_rows_init(&reading);
    TRY(vcl_sheet_rows_look(&reading, err));
    for (size_t i = 0; made && i < layout->columns.count; i++) {
        made = set_column(columns, all[i].heading, all[i].column, value_of(&reading, &all[i]));
    }
    made = made && set(draft, "columns", json_incref(columns));
    TRY(made ? VCL_OK : vcl_fail_memory(err));
done:
    json_decref(columns);
    vcl_sheet_rows_release(&reading);
    return status;
}

/* Of the first rows that which has most texts: a person will see whether it holds headings. */
static const vcl_sheet_row *fullest_row(const vcl_sheet *sheet)
{
    const vcl_sheet_row *fullest = NULL;
    size_t most = 1;

    for (size_t i = 0; i < sheet->rows.count && i < 30; i++) {
        const vcl_sheet_row *row = vcl_sheet_row_at(sheet, i);
        size_t texts = 0;
        for (size_t j = 0; j < row->count; j++) {
            texts += vcl_sheet_cell_of(sheet, row, j)->kind == VCL_CELL_TEXT;
        }
        if (texts > most) {
            fullest = row;
            most = texts;
        }
    }
    return fullest;
}

static vcl_status draft_unknown(const vcl_sheet *sheet, json_t *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text heading = { 0 };
    const vcl_sheet_row *row = fullest_row(sheet);
    json_t *columns = json_object();
    bool made = columns != NULL && set(draft, "register", json_null()) &&
                (row == NULL || set(draft, "heading_row", json_integer(row->number)));

    for (size_t i = 0; made && row != NULL && i < row->count; i++) {
        const vcl_sheet_cell *cell = vcl_sheet_cell_of(sheet, row, i);
        vcl_text_clear(&heading);
        vcl_unicode_nfc(&heading, (vcl_slice){ cell->text, cell->size });
        for (size_t j = 0; j < heading.size; j++) {
            heading.bytes[j] = heading.bytes[j] == '\n' ? ' ' : heading.bytes[j];
        }
        made = !heading.failed &&
               set_column(columns, vcl_text_bytes(&heading), cell->column, json_null());
    }
    made = made && set(draft, "columns", json_incref(columns));
    TRY(made ? VCL_OK : vcl_fail_memory(err));
done:
    json_decref(columns);
    vcl_text_release(&heading);
    return status;
}

static vcl_status draft_sheet(drafting *d, const char *path, const vcl_workbook *workbook,
                              const vcl_sheet *sheet, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_sheet_layout layout;
    json_t *draft = json_object();
    vcl_text name = { 0 };

    vcl_sheet_layout_init(&layout);
    vcl_log_add_sheet(&d->log, path, sheet->name);
    vcl_unicode_nfc(&name, vcl_slice_of(sheet->name));
    bool made = draft != NULL && !name.failed && set(draft, "file", json_string(file_name(path))) &&
                (workbook->is_csv || set(draft, "sheet", json_string(vcl_text_bytes(&name))));
    TRY(made ? VCL_OK : vcl_fail_memory(err));
    if (!sheet->is_hidden) {
        TRY(vcl_sheet_layout_find(&d->headings, sheet, &d->mapping, NULL, &layout, err));
    }
    if (layout.kind < VCL_REGISTER_COUNT) {
        TRY(draft_register(d, workbook, sheet, &layout, draft, err));
    } else {
        TRY(draft_unknown(sheet, draft, err));
    }
    TRY(json_array_append(d->sheets, draft) == 0 ? VCL_OK : vcl_fail_memory(err));
done:
    json_decref(draft);
    vcl_text_release(&name);
    vcl_sheet_layout_release(&layout);
    return status;
}

static vcl_status draft_file(drafting *d, const char *path, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_workbook *workbook = NULL;

    TRY(vcl_workbook_open(path, &workbook, err));
    for (size_t i = 0; i < workbook->sheets.count; i++) {
        TRY(draft_sheet(d, path, workbook, vcl_workbook_sheet(workbook, i), err));
    }
done:
    vcl_workbook_free(workbook);
    return status;
}

static vcl_status write_draft(const drafting *d, const char *path, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_output output = { 0 };
    json_t *root = json_pack("{s:O}", "sheets", d->sheets);
    char *text = root != NULL ? json_dumps(root, JSON_INDENT(2)) : NULL;

    TRY(text != NULL ? VCL_OK : vcl_fail_memory(err));
    TRY(vcl_output_open(&output, path, err));
    vcl_output_write(&output, vcl_slice_of(text));
    vcl_output_write(&output, vcl_slice_of("\n"));
    TRY(vcl_output_commit(&output, err));
done:
    vcl_output_release(&output);
    free(text);
    json_decref(root);
    return status;
}

static vcl_status draft_files(drafting *d, const char *const *paths, size_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(d->sheets != NULL ? VCL_OK : vcl_fail_memory(err));
    TRY(vcl_headings_prepare(&d->headings, err));
    for (size_t i = 0; i < count; i++) {
        TRY(draft_file(d, paths[i], err));
    }
    TRY(d->log.failed ? vcl_fail_memory(err) : VCL_OK);
    TRY(vcl_text_status(&d->undecided, err));
done:
    return status;
}

vcl_status vcl_import_suggest_mapping(const char *const *paths, size_t count, const char *path,
                                      vcl_error *err)
{
    vcl_status status = VCL_OK;
    drafting d = { .sheets = json_array() };

    vcl_error_clear(err);
    vcl_headings_init(&d.headings);
    vcl_mapping_init(&d.mapping);
    vcl_rows_init(&d.rows);
    vcl_log_init(&d.log, VCL_ENGLISH);
    TRY(draft_files(&d, paths, count, err));
    TRY(write_draft(&d, path, err));
done:
    json_decref(d.sheets);
    vcl_text_release(&d.undecided);
    vcl_log_release(&d.log);
    vcl_rows_release(&d.rows);
    vcl_mapping_release(&d.mapping);
    vcl_headings_release(&d.headings);
    return status;
}
