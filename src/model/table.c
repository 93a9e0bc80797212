/* Tables and results: typed rows, written once, then only read. */
#include "model/table.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/try.h"
#include "base/unicode.h"

void vcl_table_init(vcl_table *table, const vcl_table_kind *kind)
{
    *table = (vcl_table){ .kind = kind };
    vcl_array_init(&table->cells, sizeof(vcl_value));
}

void vcl_table_release(vcl_table *table)
{
    vcl_array_release(&table->cells);
    vcl_arena_release(&table->texts);
}

vcl_status vcl_table_reserve(vcl_table *table, size_t rows, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t columns = table->kind->column_count;

    TRY(vcl_memory_ask((uint64_t)rows * columns * sizeof(vcl_value), err));
    TRY(vcl_array_make_room(&table->cells, rows * columns, err));
done:
    return status;
}

const char *vcl_type_name(vcl_type type)
{
    static const char *const names[] = {
        [VCL_INTEGER] = "integer", [VCL_REAL] = "real", [VCL_TEXT] = "text",
        [VCL_TERM] = "text",       [VCL_LIST] = "list", [VCL_BOOLEAN] = "boolean",
    };

    return names[type];
}

/* A cell of another type than its column's is a mistake of ours. */
static void check_type(const vcl_table *table, vcl_type type)
{
    size_t column = table->cells.count % table->kind->column_count;

    assert(table->failed || table->kind->columns[column]->type == type);
    (void)column;
    (void)type;
}

static void add_cell(vcl_table *table, vcl_value value)
{
    /* Once a cell is missing those that follow would stand in the wrong columns. */
    if (table->failed || vcl_array_make_room(&table->cells, 1, NULL) != VCL_OK) {
        table->failed = true;
        return;
    }
    ((vcl_value *)table->cells.items)[table->cells.count++] = value;
}

void vcl_table_add_null(vcl_table *table)
{
    add_cell(table, (vcl_value){ .is_null = true });
}

void vcl_table_add_integer(vcl_table *table, int64_t value)
{
    check_type(table, VCL_INTEGER);
    add_cell(table, (vcl_value){ .integer = value });
}

void vcl_table_add_real(vcl_table *table, double value)
{
    check_type(table, VCL_REAL);
    if (isinf(value) && table->infinite == NULL) {
        table->infinite = table->kind->columns[table->cells.count % table->kind->column_count];
    }
    add_cell(table, (vcl_value){ .is_null = isnan(value), .real = isnan(value) ? 0.0 : value });
}

void vcl_table_add_boolean(vcl_table *table, bool value)
{
    check_type(table, VCL_BOOLEAN);
    add_cell(table, (vcl_value){ .boolean = value });
}

/* NULL where memory runs out, which the table remembers. */
static const char *keep_text(vcl_table *table, const char *text)
{
    const char *kept = NULL;

    if (vcl_unicode_copy(&table->texts, vcl_slice_of(text), &kept, NULL) != VCL_OK) {
        table->failed = true;
    }
    return kept;
}

void vcl_table_add_text(vcl_table *table, const char *text)
{
    check_type(table, VCL_TEXT);
    if (text == NULL) {
        vcl_table_add_null(table);
        return;
    }
    add_cell(table, (vcl_value){ .text = keep_text(table, text) });
}

void vcl_table_add_term(vcl_table *table, const char *term)
{
    check_type(table, VCL_TERM);
    add_cell(table, (vcl_value){ .is_null = term == NULL, .text = term });
}

void vcl_table_add_list(vcl_table *table, const char *const *items, size_t count)
{
    vcl_value value = { 0 };
    const char **kept = NULL;

    check_type(table, VCL_LIST);
    if (vcl_arena_alloc(&table->texts, (count + 1) * sizeof *kept, &kept, NULL) != VCL_OK) {
        table->failed = true;
        count = 0;
    }
    for (size_t i = 0; i < count; i++) {
        kept[i] = keep_text(table, items[i]);
    }
    value.list.items = kept;
    value.list.count = count;
    add_cell(table, value);
}

vcl_status vcl_table_status(const vcl_table *table, vcl_error *err)
{
    if (table->failed) {
        return vcl_fail_memory(err);
    }
    assert(table->cells.count % table->kind->column_count == 0);
    if (table->infinite != NULL) {
        return vcl_fail(err, VCL_ERROR_INTERNAL, VCL_MSG_NOT_FINITE, table->kind->name,
                        table->infinite->name);
    }
    return VCL_OK;
}

void vcl_table_trim(vcl_table *table)
{
    vcl_array_trim(&table->cells);
}

const char *vcl_table_name(const vcl_table *table)
{
    return table->kind->name;
}

const char *vcl_table_title(const vcl_table *table, vcl_language language)
{
    return table->kind->title[language];
}

size_t vcl_table_column_count(const vcl_table *table)
{
    return table->kind->column_count;
}

const vcl_column *vcl_table_column(const vcl_table *table, size_t index)
{
    assert(index < table->kind->column_count);
    return table->kind->columns[index];
}

bool vcl_table_find_column(const vcl_table *table, const char *name, size_t *index)
{
    for (size_t i = 0; i < table->kind->column_count; i++) {
        if (strcmp(table->kind->columns[i]->name, name) == 0) {
            *index = i;
            return true;
        }
    }
    return false;
}

size_t vcl_table_row_count(const vcl_table *table)
{
    return table->cells.count / table->kind->column_count;
}

const vcl_value *vcl_table_row(const vcl_table *table, size_t index)
{
    const vcl_value *cells = table->cells.items;

    assert(index < vcl_table_row_count(table));
    return cells + index * table->kind->column_count;
}

vcl_status vcl_result_new(vcl_result **out, vcl_error *err)
{
    vcl_status status = vcl_alloc(out, 1, sizeof **out, err);

    if (status == VCL_OK) {
        vcl_array_init(&(*out)->tables, sizeof(vcl_table));
    }
    return status;
}

void vcl_result_free(vcl_result *result)
{
    if (result == NULL) {
        return;
    }
    for (size_t i = 0; i < result->tables.count; i++) {
        vcl_table_release((vcl_table *)result->tables.items + i);
    }
    vcl_array_release(&result->tables);
    vcl_arena_release(&result->texts);
    free(result);
}

vcl_status vcl_result_add(vcl_result *result, const vcl_table_kind *kind, vcl_table **out,
                          vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_table table;

    vcl_table_init(&table, kind);
    TRY(vcl_array_add(&result->tables, &table, err));
    *out = (vcl_table *)result->tables.items + result->tables.count - 1;
done:
    return status;
}

size_t vcl_result_table_count(const vcl_result *result)
{
    return result->tables.count;
}

const vcl_table *vcl_result_table(const vcl_result *result, size_t index)
{
    assert(index < result->tables.count);
    return (const vcl_table *)result->tables.items + index;
}

const vcl_table *vcl_result_find_table(const vcl_result *result, const char *name)
{
    for (size_t i = 0; i < result->tables.count; i++) {
        const vcl_table *table = vcl_result_table(result, i);
        if (strcmp(table->kind->name, name) == 0) {
            return table;
        }
    }
    return NULL;
}
