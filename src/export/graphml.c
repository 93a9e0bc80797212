/* GraphML (Brandes and others, 2002): a directed graph, every column of `nodes` and `links` a typed
 * attribute. Null and the empty list are left out; lists are joined (vcl_network_add_value); reals
 * have 12 significant digits. `label`, the name or else the id, is what Gephi shows. */
#include "export/exporter.h"

#include "base/try.h"
#include "export/escape.h"
#include "export/network.h"
#include "model/table.h"

static const char head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                           "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
                           "         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
                           "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
                           "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";

static const char *const types[] = {
    [VCL_INTEGER] = "long", [VCL_REAL] = "double", [VCL_TEXT] = "string",
    [VCL_TERM] = "string",  [VCL_LIST] = "string", [VCL_BOOLEAN] = "boolean",
};

static void add_key(vcl_text *out, const char *domain, const char *name, const char *type)
{
    vcl_text_add(out, "  <key id=\"");
    vcl_text_add(out, domain);
    vcl_text_add(out, ".");
    vcl_text_add(out, name);
    vcl_text_add(out, "\" for=\"");
    vcl_text_add(out, domain);
    vcl_text_add(out, "\" attr.name=\"");
    vcl_text_add(out, name);
    vcl_text_add(out, "\" attr.type=\"");
    vcl_text_add(out, type);
    vcl_text_add(out, "\"");
}

static void add_description(vcl_text *out, const vcl_column *column)
{
    vcl_text_add(out, "><desc>");
    vcl_escape_xml(out, vcl_slice_of(column->description[VCL_ENGLISH]));
    if (column->unit[0] != '\0') {
        vcl_text_add(out, " (");
        vcl_escape_xml(out, vcl_slice_of(column->unit));
        vcl_text_add(out, ")");
    }
    vcl_text_add(out, "</desc></key>\n");
}

static void add_keys(vcl_text *out, const vcl_network *network, const char *domain,
                     const vcl_table *table)
{
    for (size_t i = 0; i < vcl_table_column_count(table); i++) {
        const vcl_column *column = vcl_table_column(table, i);
        if (!vcl_network_joins(network, table, i)) {
            add_key(out, domain, column->name, types[column->type]);
            add_description(out, column);
        }
    }
}

static void add_data(vcl_text *out, const char *domain, const char *name, vcl_slice text)
{
    vcl_text_add(out, "\n      <data key=\"");
    vcl_text_add(out, domain);
    vcl_text_add(out, ".");
    vcl_text_add(out, name);
    vcl_text_add(out, "\">");
    vcl_escape_xml(out, text);
    vcl_text_add(out, "</data>");
}

/* Every attribute of a row that there is. */
static void add_row(vcl_text *out, const vcl_network *network, const char *domain,
                    const vcl_table *table, size_t row)
{
    const vcl_value *values = vcl_table_row(table, row);
    vcl_text plain = { 0 };

    for (size_t i = 0; i < vcl_table_column_count(table); i++) {
        const vcl_column *column = vcl_table_column(table, i);
        if (vcl_network_joins(network, table, i) || !vcl_network_has(&values[i], column->type)) {
            continue;
        }
        vcl_text_clear(&plain);
        vcl_network_add_value(&plain, &values[i], column->type);
        add_data(out, domain, column->name, (vcl_slice){ plain.bytes, plain.size });
    }
    out->failed = out->failed || plain.failed;
    vcl_text_release(&plain);
}

static void add_attribute(vcl_text *out, const char *name, vcl_slice text)
{
    vcl_text_add(out, " ");
    vcl_text_add(out, name);
    vcl_text_add(out, "=\"");
    vcl_escape_xml(out, text);
    vcl_text_add(out, "\"");
}

static void add_node(vcl_text *out, const vcl_network *network, size_t row)
{
    vcl_text_add(out, "    <node");
    add_attribute(out, "id", vcl_network_text(network->nodes, row, network->id));
    vcl_text_add(out, ">");
    add_data(out, "node", "label", vcl_network_label(network, row));
    add_row(out, network, "node", network->nodes, row);
    vcl_text_add(out, "\n    </node>\n");
}

static void add_edge(vcl_text *out, const vcl_network *network, size_t row)
{
    vcl_text_add(out, "    <edge");
    add_attribute(out, "source", vcl_network_text(network->links, row, network->source));
    add_attribute(out, "target", vcl_network_text(network->links, row, network->target));
    vcl_text_add(out, ">");
    add_row(out, network, "edge", network->links, row);
    vcl_text_add(out, "\n    </edge>\n");
}

static void add_head(vcl_text *out, const vcl_network *network)
{
    static const char *const names[] = { "name", "as_of", "without" };

    vcl_text_add(out, head);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        add_key(out, "graph", names[i], "string");
        vcl_text_add(out, "/>\n");
    }
    add_key(out, "node", "label", "string");
    vcl_text_add(out, "/>\n");
    add_keys(out, network, "node", network->nodes);
    add_keys(out, network, "edge", network->links);
}

/* What the whole was computed from. */
static void add_graph(vcl_text *out, const vcl_result *result)
{
    const char *as_of = vcl_network_as_of(result);
    const vcl_value without = vcl_network_without(result);
    vcl_text ids = { 0 };

    vcl_text_add(out, "  <graph edgedefault=\"directed\">");
    if (result->dataset_name != NULL) {
        add_data(out, "graph", "name", vcl_slice_of(result->dataset_name));
    }
    if (as_of != NULL) {
        add_data(out, "graph", "as_of", vcl_slice_of(as_of));
    }
    if (vcl_network_has(&without, VCL_LIST)) {
        vcl_network_add_value(&ids, &without, VCL_LIST);
        add_data(out, "graph", "without", (vcl_slice){ ids.bytes, ids.size });
    }
    vcl_text_add(out, "\n");
    out->failed = out->failed || ids.failed;
    vcl_text_release(&ids);
}

vcl_status vcl_write_graphml(const vcl_result *result, const vcl_export_options *options,
                             vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_network network = vcl_network_of(result);
    vcl_text text = { 0 };

    (void)options;
    add_head(&text, &network);
    add_graph(&text, result);
    TRY(vcl_output_flush(output, &text, err));
    TRY(vcl_network_write(&network, add_node, add_edge, output, err));
    vcl_text_add(&text, "  </graph>\n</graphml>\n");
    TRY(vcl_output_flush(output, &text, err));
done:
    vcl_text_release(&text);
    return status;
}
