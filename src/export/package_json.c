/* datapackage.json after Frictionless Data Package, version 1 (profile tabular-data-package): for
 * every file its dialect and its schema, with the columns' types, units and meaning.
 * https://specs.frictionlessdata.io/data-package/
 *
 * Keys are told only where they hold: `id` is the primary key of every table that has one, and a
 * column that holds ids of actors, places or products is a foreign key where that table is in the
 * package, whole. Lists are strings joined by ";". */
#include <string.h>

#include "base/error.h"
#include "base/try.h"
#include "export/package.h"
#include "export/rowjson.h"
#include "model/table.h"

/* What the ids in a column are ids of. */
static const struct reference {
    const char *column;
    const char *table;
} references[] = {
    { "id", "nodes" },     { "actor", "nodes" },   { "source", "nodes" },    { "target", "nodes" },
    { "place", "places" }, { "parent", "places" }, { "top_buyer", "nodes" },
};

/* NULL where it holds none; nodes, places and products have ids of their own. */
static const char *table_of_ids(const char *table, const vcl_column *column)
{
    bool own = strcmp(table, "nodes") == 0 || strcmp(table, "places") == 0 ||
               strcmp(table, "products") == 0;

    for (size_t i = 0; i < sizeof references / sizeof references[0]; i++) {
        if (strcmp(references[i].column, column->name) == 0 &&
            (column->flags & VCL_COLUMN_KEY) != 0 && !(own && i == 0)) {
            return references[i].table;
        }
    }
    return NULL;
}

static bool is_id(const vcl_column *column)
{
    return strcmp(column->name, "id") == 0 && (column->flags & VCL_COLUMN_KEY) != 0;
}

static const char *type_of(const vcl_column *column)
{
    switch (column->type) {
    case VCL_INTEGER:
        return "integer";
    case VCL_REAL:
        return "number";
    case VCL_BOOLEAN:
        return "boolean";
    case VCL_TEXT:
    case VCL_TERM:
    case VCL_LIST:
        break;
    }
    return (column->flags & VCL_COLUMN_DATE) != 0 ? "date" : "string";
}

/* Sets `key` and takes the reference of `value`, NULL for want of memory. */
static bool set(json_t *object, const char *key, json_t *value)
{
    return json_object_set_new(object, key, value) == 0;
}

static json_t *constraints_of(const vcl_column *column)
{
    if (is_id(column)) {
        return json_pack("{s:b, s:b}", "required", 1, "unique", 1);
    }
    return json_pack("{s:i, s:i}", "minimum", 0, "maximum", 1);
}

static json_t *field_of(const vcl_column *column, vcl_language language)
{
    json_t *field =
        json_pack("{s:s, s:s, s:s, s:s}", "name", column->name, "type", type_of(column), "title",
                  column->label[language], "description", column->description[language]);
    bool fine = field != NULL;

    if (column->unit[0] != '\0') {
        fine = fine && set(field, "unit", json_string(column->unit));
    }
    if (column->type == VCL_LIST) {
        fine = fine && set(field, "separator", json_string(";"));
    }
    if (is_id(column) || (column->flags & VCL_COLUMN_RATE) != 0) {
        fine = fine && set(field, "constraints", constraints_of(column));
    }
    if (!fine) {
        json_decref(field);
        return NULL;
    }
    return field;
}

static json_t *fields_of(const vcl_table *table, vcl_language language)
{
    json_t *fields = json_array();

    for (size_t i = 0; i < vcl_table_column_count(table); i++) {
        json_t *field = field_of(vcl_table_column(table, i), language);
        if (json_array_append_new(fields, field) != 0) {
            json_decref(fields);
            return NULL;
        }
    }
    return fields;
}

/* A table refers to itself by "". */
static json_t *foreign_key(const vcl_table *table, const char *column, const char *other)
{
    const char *resource = strcmp(vcl_table_name(table), other) == 0 ? "" : other;

    return json_pack("{s:s, s:{s:s, s:s}}", "fields", column, "reference", "resource", resource,
                     "fields", "id");
}

static json_t *foreign_keys(const vcl_result *result, const vcl_table *table)
{
    json_t *keys = json_array();

    for (size_t i = 0; i < vcl_table_column_count(table); i++) {
        const vcl_column *column = vcl_table_column(table, i);
        const char *other = table_of_ids(vcl_table_name(table), column);
        if (other == NULL || vcl_result_find_table(result, other) == NULL) {
            continue;
        }
        if (json_array_append_new(keys, foreign_key(table, column->name, other)) != 0) {
            json_decref(keys);
            return NULL;
        }
    }
    return keys;
}

static json_t *schema_of(const vcl_result *result, const vcl_table *table,
                         const vcl_export_options *options)
{
    json_t *schema = json_pack("{s:o, s:[s]}", "fields", fields_of(table, options->language),
                               "missingValues", "");
    json_t *keys = options->top > 0 ? json_array() : foreign_keys(result, table);
    bool fine = schema != NULL && keys != NULL;

    if (vcl_table_column_count(table) > 0 && is_id(vcl_table_column(table, 0))) {
        fine = fine && set(schema, "primaryKey", json_string("id"));
    }
    if (fine && json_array_size(keys) > 0) {
        fine = json_object_set(schema, "foreignKeys", keys) == 0;
    }
    json_decref(keys);
    if (!fine) {
        json_decref(schema);
        return NULL;
    }
    return schema;
}

static json_t *dialect_of(void)
{
    return json_pack("{s:s, s:s, s:s, s:b, s:b, s:b}", "delimiter", ",", "lineTerminator", "\n",
                     "quoteChar", "\"", "doubleQuote", 1, "skipInitialSpace", 0, "header", 1);
}

static json_t *resource_of(const vcl_result *result, const vcl_table *table,
                           const vcl_export_options *options)
{
    const char *name = vcl_table_name(table);
    char path[100];

    vcl_text_cut(path, sizeof path - sizeof ".csv", vcl_slice_of(name));
    memcpy(path + strlen(path), ".csv", sizeof ".csv");
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:o}", "profile",
                     "tabular-data-resource", "name", name, "path", path, "title",
                     vcl_table_title(table, options->language), "format", "csv", "mediatype",
                     "text/csv", "encoding", "utf-8", "dialect", dialect_of(), "schema",
                     schema_of(result, table, options));
}

/* What the figures were computed from. */
static json_t *origin_of(const vcl_result *result)
{
    json_t *without = json_array();
    const char *as_of = result->option_as_of != NULL ? result->option_as_of : result->dataset_as_of;

    for (size_t i = 0; i < result->without_count; i++) {
        if (json_array_append_new(without, vcl_rowjson_string(result->without[i])) != 0) {
            json_decref(without);
            return NULL;
        }
    }
    return json_pack("{s:s, s:s, s:o, s:o}", "version", vcl_version(), "igraph",
                     vcl_igraph_version(), "as_of", vcl_rowjson_string(as_of), "without", without);
}

static vcl_status write_value(vcl_output *output, const char *lead, json_t *value, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text text = { 0 };

    vcl_text_add(&text, lead);
    TRY(vcl_rowjson_add(&text, value, err));
    vcl_output_write(output, (vcl_slice){ text.bytes, text.size });
done:
    vcl_text_release(&text);
    return status;
}

static vcl_status write_title(const vcl_result *result, vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (result->dataset_name != NULL) {
        TRY(write_value(output, "  \"title\": ", vcl_rowjson_string(result->dataset_name), err));
        vcl_output_write(output, vcl_slice_of(",\n"));
    }
done:
    return status;
}

vcl_status vcl_package_describe(const vcl_result *result, const vcl_export_options *options,
                                vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;

    vcl_output_write(output, vcl_slice_of(VCL_PACKAGE_BEGINNING));
    TRY(write_title(result, output, err));
    TRY(write_value(output, "  \"vclink\": ", origin_of(result), err));
    vcl_output_write(output, vcl_slice_of(",\n  \"resources\": ["));
    for (size_t i = 0; i < vcl_result_table_count(result); i++) {
        json_t *resource = resource_of(result, vcl_result_table(result, i), options);
        TRY(write_value(output, i == 0 ? "\n    " : ",\n    ", resource, err));
    }
    vcl_output_write(output, vcl_slice_of("\n  ]\n}\n"));
done:
    return status;
}
