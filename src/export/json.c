/* JSON: one document with what the figures were computed from, the tables, and the meaning of every
 * column. Rows stand one a line, so that two versions can be compared with `diff`; the tables are
 * written row by row, never held as one tree. The same in every language and locale. */
#include "export/exporter.h"

#include "base/error.h"
#include "base/try.h"
#include "export/rowjson.h"
#include "model/table.h"

#define FORMAT "vclink-metrics"
enum { format_version = 1 };

static void write_text(vcl_output *output, const char *text)
{
    vcl_output_write(output, vcl_slice_of(text));
}

static json_t *dataset_of(const vcl_result *result)
{
    return json_pack("{s:o, s:o}", "name", vcl_rowjson_string(result->dataset_name), "as_of",
                     vcl_rowjson_string(result->dataset_as_of));
}

static json_t *tool_of(void)
{
    return json_pack("{s:s, s:s, s:s}", "name", "vclink", "version", vcl_version(), "igraph",
                     vcl_igraph_version());
}

/* Only what changes figures. */
static json_t *options_of(const vcl_result *result)
{
    json_t *without = json_array();

    for (size_t i = 0; i < result->without_count; i++) {
        if (json_array_append_new(without, vcl_rowjson_string(result->without[i])) != 0) {
            json_decref(without);
            return NULL;
        }
    }
    return json_pack("{s:o, s:o}", "as_of", vcl_rowjson_string(result->option_as_of), "without",
                     without);
}

static vcl_status write_head(const vcl_result *result, vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;

    write_text(output, "{\n  \"format\": \"" FORMAT "\",\n");
    TRY(vcl_rowjson_write(output, "  \"version\": ", json_integer(format_version), err));
    TRY(vcl_rowjson_write(output, ",\n  \"dataset\": ", dataset_of(result), err));
    TRY(vcl_rowjson_write(output, ",\n  \"tool\": ", tool_of(), err));
    TRY(vcl_rowjson_write(output, ",\n  \"options\": ", options_of(result), err));
done:
    return status;
}

static json_t *schema_of(const vcl_table *table, size_t index)
{
    const vcl_column *column = vcl_table_column(table, index);

    return json_pack("{s:s, s:s, s:s, s:s}", "name", column->name, "type",
                     vcl_type_name(column->type), "unit", column->unit, "description",
                     column->description[VCL_ENGLISH]);
}

/* The rows of a table or what describes its columns: an object a line. */
typedef vcl_status add_object(vcl_text *line, const vcl_table *table, size_t index, vcl_error *err);

static vcl_status add_row(vcl_text *line, const vcl_table *table, size_t index, vcl_error *err)
{
    return vcl_rowjson_add_row(line, table, index, false, err);
}

static vcl_status add_column(vcl_text *line, const vcl_table *table, size_t index, vcl_error *err)
{
    return vcl_rowjson_add(line, schema_of(table, index), err);
}

/* `"name": [`, the objects, `]`. */
static vcl_status write_array(vcl_output *output, const vcl_table *table, size_t count,
                              add_object *add, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text line = { 0 };

    TRY(vcl_rowjson_write(output, "    ", vcl_rowjson_string(vcl_table_name(table)), err));
    write_text(output, ": [");
    for (size_t i = 0; i < count; i++) {
        vcl_text_clear(&line);
        vcl_text_add(&line, i == 0 ? "\n      " : ",\n      ");
        TRY(add(&line, table, i, err));
        vcl_output_write(output, (vcl_slice){ line.bytes, line.size });
    }
    write_text(output, count == 0 ? "]" : "\n    ]");
done:
    vcl_text_release(&line);
    return status;
}

static vcl_status write_tables(const vcl_result *result, const vcl_export_options *options,
                               vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < vcl_result_table_count(result); i++) {
        const vcl_table *table = vcl_result_table(result, i);
        write_text(output, i == 0 ? "\n" : ",\n");
        TRY(write_array(output, table, vcl_exporter_rows(table, options), add_row, err));
    }
done:
    return status;
}

static vcl_status write_schema(const vcl_result *result, vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < vcl_result_table_count(result); i++) {
        const vcl_table *table = vcl_result_table(result, i);
        write_text(output, i == 0 ? "\n" : ",\n");
        TRY(write_array(output, table, vcl_table_column_count(table), add_column, err));
    }
done:
    return status;
}

vcl_status vcl_write_json(const vcl_result *result, const vcl_export_options *options,
                          vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(write_head(result, output, err));
    write_text(output, ",\n  \"tables\": {");
    TRY(write_tables(result, options, output, err));
    write_text(output, "\n  },\n  \"schema\": {");
    TRY(write_schema(result, output, err));
    write_text(output, "\n  }\n}\n");
done:
    return status;
}
