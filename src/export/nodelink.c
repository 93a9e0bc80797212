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
#include "export/network.h"
#include "export/rowjson.h"
#include "model/table.h"

enum { format_version = 1 };

/* The rows of `handled`, which stand in the order of actors, as `nodes` does. */
struct handled {
    const vcl_table *table;
    size_t actor; /* columns */
    size_t product;
    size_t output;
    size_t demand;
    size_t ocop;
    size_t next; /* row */
};

static struct handled handled_of(const vcl_result *result)
{
    const vcl_table *table = vcl_result_find_table(result, "handled");

    return (struct handled){ .table = table,
                             .actor = vcl_network_column(table, "actor"),
                             .product = vcl_network_column(table, "product"),
                             .output = vcl_network_column(table, "output_kg"),
                             .demand = vcl_network_column(table, "demand_kg"),
                             .ocop = vcl_network_column(table, "ocop") };
}

static int set_amount(json_t *object, const char *key, const vcl_value *value)
{
    return value->is_null ? 0 : json_object_set_new(object, key, json_real(value->real));
}

/* Stars are numbers in a dataset. */
static int set_ocop(json_t *object, const vcl_value *value)
{
    json_t *stars = json_array();
    int failed = 0;

    for (size_t i = 0; i < value->list.count; i++) {
        failed |= json_array_append_new(stars, json_integer(value->list.items[i][0] - '0'));
    }
    return failed | json_object_set_new(object, "ocop", stars);
}

/* The id alone where nothing else is said. */
static json_t *product_of(const struct handled *handled, const vcl_value *values)
{
    const vcl_value *ocop = &values[handled->ocop];
    json_t *id = vcl_rowjson_string(values[handled->product].text);
    json_t *object = NULL;
    int failed = 0;

    if (values[handled->output].is_null && values[handled->demand].is_null &&
        ocop->list.count == 0) {
        return id;
    }
    object = json_object();
    failed = json_object_set_new(object, "product", id) |
             set_amount(object, "output_kg", &values[handled->output]) |
             set_amount(object, "demand_kg", &values[handled->demand]) |
             (ocop->list.count > 0 ? set_ocop(object, ocop) : 0);
    if (failed != 0) {
        json_decref(object);
        return NULL;
    }
    return object;
}

/* The products of the actor `id`, whose rows come next. */
static json_t *products_of(struct handled *handled, const char *id)
{
    json_t *products = json_array();
    int failed = 0;

    for (; handled->next < vcl_table_row_count(handled->table); handled->next++) {
        const vcl_value *values = vcl_table_row(handled->table, handled->next);
        if (strcmp(values[handled->actor].text, id) != 0) {
            break;
        }
        failed |= json_array_append_new(products, product_of(handled, values));
    }
    if (failed != 0) {
        json_decref(products);
        return NULL;
    }
    return products;
}

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

static json_t *node_of(const vcl_network *network, struct handled *handled, size_t row)
{
    const char *id = vcl_table_row(network->nodes, row)[network->id].text;
    json_t *object = known_of(network->nodes, row);

    if (json_object_set_new(object, "products", products_of(handled, id)) != 0) {
        json_decref(object);
        return NULL;
    }
    if (is_kind(object, "farmer")) {
        json_object_del(object, "buyer");
    } else if (is_kind(object, "enterprise")) {
        json_object_del(object, "sells");
    }
    return object;
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

static void open_records(vcl_output *output, const char *name)
{
    vcl_output_write(output, vcl_slice_of(",\n \""));
    vcl_output_write(output, vcl_slice_of(name));
    vcl_output_write(output, vcl_slice_of("\": ["));
}

/* Takes the reference. */
static vcl_status write_record(vcl_output *output, size_t index, json_t *record, vcl_error *err)
{
    return vcl_rowjson_write(output, index == 0 ? "\n  " : ",\n  ", record, err);
}

/* `,\n "name": [`, a record a line, `]` */
static vcl_status write_records(vcl_output *output, const char *name, const vcl_table *table,
                                vcl_error *err)
{
    vcl_status status = VCL_OK;

    open_records(output, name);
    for (size_t i = 0; i < vcl_table_row_count(table); i++) {
        TRY(write_record(output, i, known_of(table, i), err));
    }
    vcl_output_write(output, vcl_slice_of("]"));
done:
    return status;
}

static vcl_status write_nodes(const vcl_result *result, vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_network network = vcl_network_of(result);
    struct handled handled = handled_of(result);

    open_records(output, "nodes");
    for (size_t i = 0; i < vcl_table_row_count(network.nodes); i++) {
        TRY(write_record(output, i, node_of(&network, &handled, i), err));
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
    TRY(write_records(output, "products", vcl_result_find_table(result, "products"), err));
    TRY(write_records(output, "places", vcl_result_find_table(result, "places"), err));
    TRY(write_nodes(result, output, err));
    TRY(write_records(output, edge_key, vcl_result_find_table(result, "links"), err));
    vcl_output_write(output, vcl_slice_of("}\n"));
done:
    return status;
}
