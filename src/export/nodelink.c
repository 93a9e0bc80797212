/* Node-link JSON, as networkx and d3 read it, and a dataset of ours at the same time: our keys keep
 * their meaning (figures stand under others, which vclink ignores), so that `vclink analyze` gives
 * the same figures again. Every column of `nodes` and `links`, a record a line; null is left out,
 * and so is what a dataset may not say: `buyer` of a farmer, `sells` of an enterprise. A product
 * with amounts is an object, as in a dataset. The links stand under "links", or under "edges" as
 * networkx wants from 3.4 on. */
#include "export/exporter.h"

#include <string.h>

#include "base/error.h"
#include "base/try.h"
#include "export/handled.h"
#include "export/network.h"
#include "export/rowjson.h"
#include "model/table.h"

enum { format_version = 1 };

/* What a dataset may not say. */
static bool is_excluded(const vcl_column *column, const char *kind)
{
    return (strcmp(column->name, "buyer") == 0 && strcmp(kind, "farmer") == 0) ||
           (strcmp(column->name, "sells") == 0 && strcmp(kind, "enterprise") == 0);
}

/* A row of any table; `handled` where it is one of `nodes`, whose products stand there. */
static vcl_status add_record(vcl_text *out, const vcl_table *table, size_t row,
                             vcl_handled *handled, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_value *values = vcl_table_row(table, row);
    const char *kind = handled == NULL ? "" : values[vcl_network_column(table, "kind")].text;

    vcl_text_add_byte(out, '{');
    for (size_t i = 0; i < vcl_table_column_count(table); i++) {
        const vcl_column *column = vcl_table_column(table, i);
        if (handled != NULL && strcmp(column->name, "products") == 0) {
            vcl_text_add(out, ", \"products\": ");
            TRY(vcl_handled_add(out, handled, values[vcl_network_column(table, "id")].text, false,
                                err));
        } else if (!values[i].is_null && !is_excluded(column, kind)) {
            TRY(vcl_rowjson_add_member(out, column->name, values + i, column->type, false, err));
        }
    }
    vcl_text_add_byte(out, '}');
done:
    return status;
}

static int set_text(json_t *object, const char *key, const char *text)
{
    return text == NULL ? 0 : json_object_set_new(object, key, vcl_rowjson_string(text));
}

static int set_without(json_t *graph, const vcl_result *result)
{
    const vcl_value without = vcl_network_without(result);

    return vcl_network_has(&without, VCL_LIST)
               ? json_object_set_new(graph, "without", vcl_rowjson_value(&without, VCL_LIST))
               : 0;
}

static json_t *graph_of(const vcl_result *result)
{
    json_t *graph = json_object();
    int failed = set_text(graph, "name", result->dataset_name) |
                 set_text(graph, "as_of", vcl_network_as_of(result)) |
                 set_text(graph, "currency", result->dataset_currency) |
                 set_text(graph, "source", result->dataset_source) | set_without(graph, result);

    if (failed != 0) {
        json_decref(graph);
        return NULL;
    }
    return graph;
}

/* `,\n "name": [`, a record a line, `]` */
static vcl_status write_records(vcl_output *output, const char *name, const vcl_table *table,
                                vcl_handled *handled, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text text = { 0 };

    vcl_text_add(&text, ",\n \"");
    vcl_text_add(&text, name);
    vcl_text_add(&text, "\": [");
    for (size_t i = 0; i < vcl_table_row_count(table); i++) {
        vcl_text_add(&text, i == 0 ? "\n  " : ",\n  ");
        TRY(add_record(&text, table, i, handled, err));
        TRY(vcl_output_flush(output, &text, err));
    }
    vcl_text_add(&text, "]");
    TRY(vcl_output_flush(output, &text, err));
done:
    vcl_text_release(&text);
    return status;
}

/* NULL once the error says that the options name another. */
static const char *edge_key_of(const vcl_export_options *options, vcl_error *err)
{
    const char *key = options->edge_key != NULL ? options->edge_key : "links";

    if (strcmp(key, "links") != 0 && strcmp(key, "edges") != 0) {
        vcl_fail(err, VCL_ERROR_USAGE, VCL_MSG_BAD_EDGE_KEY, key, NULL);
        return NULL;
    }
    return key;
}

vcl_status vcl_write_nodelink(const vcl_result *result, const vcl_export_options *options,
                              vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const char *edge_key = edge_key_of(options, err);
    vcl_handled handled = { 0 };

    if (edge_key == NULL) {
        return VCL_ERROR_USAGE;
    }
    vcl_output_write(output, vcl_slice_of("{\"format\": \"vclink\""));
    TRY(vcl_rowjson_write(output, ", \"version\": ", json_integer(format_version), err));
    vcl_output_write(output, vcl_slice_of(",\n \"directed\": true, \"multigraph\": true"));
    TRY(vcl_rowjson_write(output, ",\n \"graph\": ", graph_of(result), err));
    TRY(vcl_handled_init(&handled, result, err));
    TRY(write_records(output, "products", vcl_result_find_table(result, "products"), NULL, err));
    TRY(write_records(output, "places", vcl_result_find_table(result, "places"), NULL, err));
    TRY(write_records(output, "nodes", vcl_result_find_table(result, "nodes"), &handled, err));
    TRY(write_records(output, edge_key, vcl_result_find_table(result, "links"), NULL, err));
    vcl_output_write(output, vcl_slice_of("}\n"));
done:
    vcl_handled_release(&handled);
    return status;
}
