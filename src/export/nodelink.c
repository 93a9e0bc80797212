/* Node-link JSON, as networkx and d3 read it, and a dataset of ours at the same time: our keys keep
 * their meaning (figures stand under others, which vclink ignores), so that `vclink analyze` reads it
 * again. Every column of `nodes` and `links`, a record a line; null is left out. What a dataset may
 * not say is too: `buyer` of a farmer, `sells` of an enterprise. Amounts for each product are lost:
 * `products` are ids. The links stand under "links", or under "edges" as networkx wants from 3.4. */
#include "export/exporter.h"

#include <string.h>

#include "base/error.h"
#include "base/try.h"
#include "export/network.h"
#include "export/rowjson.h"
#include "model/table.h"

enum { format_version = 1 };

typedef json_t *record_of(const vcl_table *table, size_t row);

static json_t *known_of(const vcl_table *table, size_t row)
{
    json_t *object = json_object();

    if (vcl_rowjson_set_known(object, table, row) != 0) {
        json_decref(object);
        return NULL;
    }
    return object;
}

static bool is_kind(const json_t *node, const char *kind)
{
    const char *own = json_string_value(json_object_get(node, "kind"));

    return own != NULL && strcmp(own, kind) == 0;
}

static json_t *node_of(const vcl_table *table, size_t row)
{
    json_t *object = known_of(table, row);

    if (is_kind(object, "farmer")) {
        json_object_del(object, "buyer");
    } else if (is_kind(object, "enterprise")) {
        json_object_del(object, "sells");
    }
    return object;
}

static json_t *graph_of(const vcl_result *result)
{
    json_t *graph = json_object();
    const char *as_of = vcl_network_as_of(result);
    int failed = 0;

    if (result->dataset_name != NULL) {
        failed |= json_object_set_new(graph, "name", vcl_rowjson_string(result->dataset_name));
    }
    if (as_of != NULL) {
        failed |= json_object_set_new(graph, "as_of", vcl_rowjson_string(as_of));
    }
    if (failed != 0) {
        json_decref(graph);
        return NULL;
    }
    return graph;
}

/* `,\n "name": [`, a record a line, `]` */
static vcl_status write_records(vcl_output *output, const char *name, const vcl_table *table,
                                record_of *object_of, vcl_error *err)
{
    vcl_status status = VCL_OK;

    vcl_output_write(output, vcl_slice_of(",\n \""));
    vcl_output_write(output, vcl_slice_of(name));
    vcl_output_write(output, vcl_slice_of("\": ["));
    for (size_t i = 0; i < vcl_table_row_count(table); i++) {
        TRY(vcl_rowjson_write(output, i == 0 ? "\n  " : ",\n  ", object_of(table, i), err));
    }
    vcl_output_write(output, vcl_slice_of("]"));
done:
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

    if (edge_key == NULL) {
        return VCL_ERROR_USAGE;
    }
    vcl_output_write(output, vcl_slice_of("{\"format\": \"vclink\""));
    TRY(vcl_rowjson_write(output, ", \"version\": ", json_integer(format_version), err));
    vcl_output_write(output, vcl_slice_of(",\n \"directed\": true, \"multigraph\": true"));
    TRY(vcl_rowjson_write(output, ",\n \"graph\": ", graph_of(result), err));
    TRY(write_records(output, "products", vcl_result_find_table(result, "products"), known_of,
                      err));
    TRY(write_records(output, "places", vcl_result_find_table(result, "places"), known_of, err));
    TRY(write_records(output, "nodes", vcl_result_find_table(result, "nodes"), node_of, err));
    TRY(write_records(output, edge_key, vcl_result_find_table(result, "links"), known_of, err));
    vcl_output_write(output, vcl_slice_of("}\n"));
done:
    return status;
}
