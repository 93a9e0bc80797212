/* Registers for the tests, in a compact form, and what an import makes of them.
 *
 *     "organisations\n"
 *     "name=HTX Đông Lai|members=65|products=Bưởi; Quýt\n"
 *     "+product=Na\n"
 *     "enterprises cooperative\n"
 *
 * A line without "=" begins a sheet: its register and, behind a space, the kind of all that it
 * lists. "+" goes on with the row before. Numbers stand in the dataset's units, dates as
 * 2025-12-31, flags as yes and no, words as the dataset has them. A cell's column is its field's. */
#ifndef IMPORT_REGISTERED_H
#define IMPORT_REGISTERED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <vclink/export.h>

#include "base/idmap.h"
#include "import/assemble.h"
#include "model/table.h"
#include "support/assert.h"
#include "values/quantity.h"

/* What came of it. */
typedef struct registered {
    vcl_rows rows;
    vcl_log log;
    vcl_result *dataset;
    vcl_result *review;
    vcl_result *told; /* the log as a table */
    vcl_import_counts counts;
    vcl_status status;
    vcl_error err;
    char *text; /* the dataset as JSON Lines */
} registered;

static inline const char *kept(vcl_rows *rows, const char *text, size_t size)
{
    const char *copy = NULL;

    (void)vcl_arena_copy(&rows->texts, (vcl_slice){ text, size }, &copy, NULL);
    return copy;
}

static inline void set_value(vcl_rows *rows, vcl_entry *entry, const char *value, size_t size)
{
    static const vcl_quantity_column tonnes = { .quantity = VCL_QUANTITY_MASS,
                                                .decimal = VCL_DECIMAL_COMMA };
    const char *text = kept(rows, value, size);

    entry->text = (vcl_slice){ text, size };
    switch (vcl_register_field_at(entry->field)->takes) {
    case VCL_TAKES_COUNT:
    case VCL_TAKES_MASS:
    case VCL_TAKES_MONEY:
    case VCL_TAKES_AREA:
    case VCL_TAKES_LATITUDE:
    case VCL_TAKES_LONGITUDE:
        entry->number = strtod(text, NULL);
        break;
    case VCL_TAKES_DATE:
    case VCL_TAKES_END_DATE:
        assert_true(vcl_date_parse(entry->text, &entry->date));
        break;
    case VCL_TAKES_FLAG:
        entry->flag = strcmp(text, "yes") == 0;
        break;
    case VCL_TAKES_KIND:
    case VCL_TAKES_STATUS:
    case VCL_TAKES_LINK_KIND:
    case VCL_TAKES_LINK_STATUS:
    case VCL_TAKES_CONTRACT:
        entry->word = text;
        break;
    case VCL_TAKES_PRODUCTS:
        entry->amounts = &tonnes;
        break;
    default:
        break;
    }
}

static inline vcl_register_field field_named(vcl_register owner, const char *key, size_t size)
{
    for (vcl_register_field field = vcl_register_first(owner); field < vcl_register_end(owner);
         field++) {
        const char *own = vcl_register_field_at(field)->key;
        if (strlen(own) == size && memcmp(own, key, size) == 0) {
            return field;
        }
    }
    fail_msg("no field %.*s", (int)size, key);
    return VCL_FIELD_COUNT;
}

static inline int compare_entries(const void *a, const void *b)
{
    return (int)((const vcl_entry *)a)->field - (int)((const vcl_entry *)b)->field;
}

static inline void add_row(vcl_rows *rows, vcl_register owner, const char *line, size_t size)
{
    vcl_row row = { .source = (uint32_t)rows->sources.count - 1,
                    .number =
                        2 + (uint32_t)rows->rows.count -
                        ((vcl_source *)rows->sources.items)[rows->sources.count - 1].first_row,
                    .continues = VCL_NONE,
                    .first = (uint32_t)rows->entries.count };

    if (line[0] == '+') {
        row.continues = (uint32_t)rows->rows.count - 1;
        line++;
        size--;
    }
    for (const char *end = line + size; line < end;) {
        const char *bar = memchr(line, '|', (size_t)(end - line));
        const char *stop = bar != NULL ? bar : end;
        const char *sign = memchr(line, '=', (size_t)(stop - line));
        assert_non_null(sign);
        vcl_entry entry = { .field = field_named(owner, line, (size_t)(sign - line)) };
        entry.column = 1 + entry.field - vcl_register_first(owner);
        set_value(rows, &entry, sign + 1, (size_t)(stop - sign - 1));
        (void)vcl_array_add(&rows->entries, &entry, NULL);
        row.count++;
        line = bar != NULL ? bar + 1 : end;
    }
    qsort((vcl_entry *)rows->entries.items + row.first, row.count, sizeof(vcl_entry),
          compare_entries);
    (void)vcl_array_add(&rows->rows, &row, NULL);
    ((vcl_source *)rows->sources.items)[rows->sources.count - 1].end_row =
        (uint32_t)rows->rows.count;
}

static inline vcl_register add_source(vcl_rows *rows, vcl_log *log, const char *line, size_t size)
{
    const char *space = memchr(line, ' ', size);
    size_t key = space != NULL ? (size_t)(space - line) : size;
    vcl_source source = { .kind = VCL_REGISTER_COUNT,
                          .first_row = (uint32_t)rows->rows.count,
                          .end_row = (uint32_t)rows->rows.count,
                          .file = "so.xlsx",
                          .sheet = kept(rows, line, key) };

    for (vcl_register kind = 0; kind < VCL_REGISTER_COUNT; kind++) {
        const char *own = vcl_register_at(kind)->key;
        source.kind = strlen(own) == key && memcmp(own, line, key) == 0 ? kind : source.kind;
    }
    assert_int_not_equal(source.kind, VCL_REGISTER_COUNT);
    source.kind_word = space != NULL ? kept(rows, space + 1, size - key - 1) : NULL;
    (void)vcl_log_add_sheet(log, source.file, source.sheet);
    (void)vcl_array_add(&rows->sources, &source, NULL);
    return source.kind;
}

/* Fills rows and log. */
static inline void register_text(vcl_rows *rows, vcl_log *log, const char *text)
{
    vcl_register owner = VCL_REGISTER_COUNT;

    while (*text != '\0') {
        const char *end = strchr(text, '\n');
        size_t size = end != NULL ? (size_t)(end - text) : strlen(text);
        if (size > 0 && memchr(text, '=', size) == NULL) {
            owner = add_source(rows, log, text, size);
        } else if (size > 0) {
            add_row(rows, owner, text, size);
        }
        text += size + (end != NULL);
    }
}

/* The file that vcl_export() wrote; the caller frees it. */
static inline char *text_of_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;

    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long size = ftell(file);
    assert_true(size >= 0);
    rewind(file);
    text = calloc((size_t)size + 1, 1);
    assert_non_null(text);
    assert_int_equal(fread(text, 1, (size_t)size, file), (size_t)size);
    (void)fclose(file);
    return text;
}

/* A result as a network ("datalines") or figures ("csv"); the caller frees the text. */
static inline char *exported(const vcl_result *result, vcl_export_use use, const char *format)
{
    char path[] = "/tmp/vclink-test-XXXXXX";
    vcl_export_options options = { .use = use, .format = format };
    vcl_error err = { 0 };
    int file = mkstemp(path);

    assert_true(file >= 0);
    (void)close(file);
    assert_int_equal(vcl_export(result, &options, path, &err), VCL_OK);
    char *text = text_of_file(path);
    (void)unlink(path);
    return text;
}

/* The whole import of a text, which may fail. */
static inline registered try_registers(const char *text, const vcl_import_options *options)
{
    registered out = { .status = VCL_OK };
    static const vcl_import_options usual = { 0 };

    vcl_rows_init(&out.rows);
    vcl_log_init(&out.log, VCL_ENGLISH);
    register_text(&out.rows, &out.log, text);
    out.status = vcl_assemble(&out.rows, &out.log, options != NULL ? options : &usual, &out.dataset,
                              &out.review, &out.counts, &out.err);
    if (out.status == VCL_OK) {
        assert_int_equal(vcl_log_finish(&out.log, &out.told, &out.err), VCL_OK);
        out.text = exported(out.dataset, VCL_USE_NETWORK, "datalines");
        const vcl_import_counts *c = &out.counts;
        assert_int_equal(c->rows, out.rows.rows.count);
        assert_int_equal(c->rows, c->actors + c->links + c->others + c->joined + c->named);
    }
    return out;
}

static inline registered register_all(const char *text)
{
    registered out = try_registers(text, NULL);

    if (out.status != VCL_OK) {
        fail_msg("%s %s", out.err.arguments[0], out.err.arguments[1]);
    }
    return out;
}

static inline void forget(registered *own)
{
    free(own->text);
    vcl_result_free(own->told);
    vcl_result_free(own->review);
    vcl_result_free(own->dataset);
    vcl_log_release(&own->log);
    vcl_rows_release(&own->rows);
}

/* Does the dataset hold this piece of text? */
static inline void assert_has(const registered *own, const char *piece)
{
    if (strstr(own->text, piece) == NULL) {
        fail_msg("%s\nis not in\n%s", piece, own->text);
    }
}

static inline void assert_has_not(const registered *own, const char *piece)
{
    if (strstr(own->text, piece) != NULL) {
        fail_msg("%s\nis in\n%s", piece, own->text);
    }
}

/* Does a line of the log at that place have that result, and a message with this piece? */
static inline void assert_told(const registered *own, const char *sheet, int64_t row,
                               const char *result, const char *piece)
{
    const vcl_table *table = vcl_result_find_table(own->told, "log");
    size_t columns[4];

    assert_true(vcl_table_find_column(table, "sheet", &columns[0]));
    assert_true(vcl_table_find_column(table, "row", &columns[1]));
    assert_true(vcl_table_find_column(table, "result", &columns[2]));
    assert_true(vcl_table_find_column(table, "message", &columns[3]));
    for (size_t i = 0; i < vcl_table_row_count(table); i++) {
        const vcl_value *cells = vcl_table_row(table, i);
        bool at = strcmp(cells[columns[0]].text, sheet) == 0 &&
                  (cells[columns[1]].is_null ? row == 0 : cells[columns[1]].integer == row);
        if (at && strcmp(cells[columns[2]].text, result) == 0 &&
            strstr(cells[columns[3]].text, piece) != NULL) {
            return;
        }
    }
    char *all = exported(own->told, VCL_USE_FIGURES, "csv");
    print_error("%s, row %d, %s: %s\nis not in\n%s", sheet, (int)row, result, piece, all);
    free(all);
    fail();
}

#endif
