/* Cytoscape.js JSON: elements.nodes and elements.edges, an element a line, every column of `nodes`
 * and `links` in its `data`; null is left out. `label` is the name or else the id, `value` the id
 * once more and `key` the how manieth link from its source to its target, both for networkx. */
#include "export/exporter.h"

#include "base/error.h"
#include "base/try.h"
#include "export/network.h"
#include "export/rowjson.h"
#include "model/table.h"

static json_t *graph_of(const vcl_result *result)
{
    const vcl_value without = vcl_network_without(result);

    return json_pack("{s:o, s:o, s:o}", "name", vcl_rowjson_string(result->dataset_name), "as_of",
                     vcl_rowjson_string(vcl_network_as_of(result)), "without",
                     vcl_rowjson_value(&without, VCL_LIST));
}

/* {"data": {…}}; takes the reference. NULL for want of memory. */
static json_t *element_of(json_t *data, int failed)
{
    if (failed != 0) {
        json_decref(data);
        return NULL;
    }
    return json_pack("{s:o}", "data", data);
}

static json_t *node_of(const vcl_network *network, size_t row)
{
    json_t *data = json_object();
    const char *id = vcl_network_text(network->nodes, row, network->id).bytes;
    const char *label = vcl_network_label(network, row).bytes;
    int failed = vcl_rowjson_set_known(data, network->nodes, row) |
                 json_object_set_new(data, "label", vcl_rowjson_string(label)) |
                 json_object_set_new(data, "value", vcl_rowjson_string(id));

    return element_of(data, failed);
}

static json_t *edge_of(const vcl_network *network, size_t row, int64_t key)
{
    json_t *data = json_object();
    int failed = vcl_rowjson_set_known(data, network->links, row) |
                 json_object_set_new(data, "key", json_integer(key));

    return element_of(data, failed);
}

static vcl_status write_edges(const vcl_network *network, vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;
    int64_t key = 0;

    for (size_t i = 0; i < vcl_table_row_count(network->links); i++) {
        key = i > 0 && vcl_network_parallel(network, i - 1, i) ? key + 1 : 0;
        TRY(vcl_rowjson_write(output, i == 0 ? "\n   " : ",\n   ", edge_of(network, i, key), err));
    }
done:
    return status;
}

vcl_status vcl_write_cytoscape(const vcl_result *result, const vcl_export_options *options,
                               vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_network network = vcl_network_of(result);

    (void)options;
    TRY(vcl_rowjson_write(output, "{\"data\": ", graph_of(result), err));
    vcl_output_write(output, vcl_slice_of(",\n \"directed\": true,\n \"multigraph\": true,\n"
                                          " \"elements\": {\n  \"nodes\": ["));
    for (size_t i = 0; i < vcl_table_row_count(network.nodes); i++) {
        TRY(vcl_rowjson_write(output, i == 0 ? "\n   " : ",\n   ", node_of(&network, i), err));
    }
    vcl_output_write(output, vcl_slice_of("],\n  \"edges\": ["));
    TRY(write_edges(&network, output, err));
    vcl_output_write(output, vcl_slice_of("]}}\n"));
done:
    return status;
}
