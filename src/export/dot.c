/* DOT, for graphviz: the chain from left to right, every column of `nodes` and `links` an attribute
 * beside those that draw it. The shape tells the kind, the colour who has a buyer (blue: covered,
 * the darker the nearer to a buyer; orange: not), a dashed line what is not active. Null and the
 * empty list are left out; lists are joined (vcl_network_add_value). `name` stands as full_name, for
 * pydot refuses an attribute of that name. */
#include "export/exporter.h"

#include <string.h>

#include "base/try.h"
#include "export/escape.h"
#include "export/network.h"
#include "export/wrap.h"
#include "model/table.h"

/* How labels are broken and cut. */
enum { label_width = 24, label_lines = 4 };

/* graphviz takes 16,384 bytes between two quotes; a character of one byte may be shown as eight. */
enum { piece_size = 2000 };

static const char head[] = "  graph [charset=\"UTF-8\", rankdir=LR, nodesep=0.2, ranksep=0.8, "
                           "fontname=\"sans-serif\", labelloc=t];\n"
                           "  node [fontname=\"sans-serif\", fontsize=10, style=filled, "
                           "color=\"#404040\", fillcolor=\"#eeeeee\"];\n"
                           "  edge [color=\"#2171b5\", arrowsize=0.7];\n";

/* Attributes that draw what has `value` in `column`; an empty column ends a list. */
struct drawing {
    const char *column;
    const char *value;
    const char *attributes;
};

static const struct drawing node_shapes[] = {
    { "kind", "farmer", "shape=ellipse" },   { "kind", "group", "shape=octagon" },
    { "kind", "cooperative", "shape=box" },  { "kind", "union", "shape=box, peripheries=2" },
    { "kind", "enterprise", "shape=house" }, { NULL, NULL, NULL },
};

static const struct drawing node_fills[] = {
    { "active", "false", "style=\"filled,dashed\", fillcolor=\"#ffffff\", fontcolor=\"#606060\"" },
    { "buyer", "true", "fillcolor=\"#08519c\", fontcolor=\"#ffffff\"" },
    { "coverage", "direct", "fillcolor=\"#9ecae1\"" },
    { "coverage", "indirect", "fillcolor=\"#deebf7\"" },
    { "coverage", "uncovered", "fillcolor=\"#fdae6b\", penwidth=2" },
    { NULL, NULL, NULL },
};

static const struct drawing link_styles[] = {
    { "active", "false", "style=dashed, color=\"#a0a0a0\"" },
    { "kind", "input", "style=dotted, color=\"#606060\"" },
    { "leads_to_buyer", "false", "color=\"#d95f0e\"" },
    { NULL, NULL, NULL },
};

/* The longest beginning of so many bytes that does not end within a character. */
static vcl_slice beginning(vcl_slice text, size_t most)
{
    size_t size = text.size < most ? text.size : most;

    while (size > 0 && size < text.size && ((unsigned char)text.bytes[size] & 0xC0) == 0x80) {
        size--;
    }
    return (vcl_slice){ text.bytes, size };
}

/* Long texts in pieces, "…" + "…". */
static void add_quoted(vcl_text *out, vcl_slice text)
{
    vcl_slice rest = text;

    do {
        vcl_slice piece = beginning(rest, piece_size);
        vcl_text_add(out, rest.bytes == text.bytes ? "\"" : " + \"");
        vcl_escape_dot(out, piece);
        vcl_text_add(out, "\"");
        rest = vcl_slice_from(rest, piece.size);
    } while (rest.size > 0);
}

/* A % in front would make it a name of graphviz's own, which it never tells. */
static void add_id(vcl_text *out, vcl_slice id)
{
    vcl_text shown = { 0 };

    if (id.size > 0 && id.bytes[0] == '%') {
        vcl_text_add(&shown, "<U+0025>");
        id = vcl_slice_from(id, 1);
    }
    vcl_text_add_slice(&shown, id);
    add_quoted(out, (vcl_slice){ shown.bytes, shown.size });
    out->failed = out->failed || shown.failed;
    vcl_text_release(&shown);
}

/* graphviz reads entities in labels, so that & must be one. */
static void add_label_line(vcl_text *out, vcl_slice line)
{
    size_t copied = 0;

    for (size_t i = 0; i < line.size; i++) {
        if (line.bytes[i] == '&') {
            vcl_escape_dot(out, (vcl_slice){ line.bytes + copied, i - copied });
            vcl_text_add(out, "&amp;");
            copied = i + 1;
        }
    }
    vcl_escape_dot(out, vcl_slice_from(line, copied));
}

static void add_label(vcl_text *out, vcl_slice text)
{
    vcl_slice rest = beginning(text, piece_size);
    vcl_slice line = { 0 };

    for (int i = 0; i < label_lines && vcl_wrap_next(&rest, label_width, &line); i++) {
        vcl_text_add(out, i == 0 ? "" : "\\n");
        add_label_line(out, line);
    }
    vcl_text_add(out, rest.size > 0 ? "…" : "");
}

static bool has(const vcl_table *table, size_t row, const struct drawing *drawing)
{
    const vcl_value *value = NULL;
    size_t column = 0;

    if (!vcl_table_find_column(table, drawing->column, &column)) {
        return false;
    }
    value = &vcl_table_row(table, row)[column];
    if (value->is_null) {
        return false;
    }
    if (vcl_table_column(table, column)->type == VCL_BOOLEAN) {
        return strcmp(value->boolean ? "true" : "false", drawing->value) == 0;
    }
    return strcmp(value->text, drawing->value) == 0;
}

static void add_separator(vcl_text *out)
{
    bool first = out->size > 0 && out->bytes[out->size - 1] == '[';

    vcl_text_add(out, first ? "" : ", ");
}

/* The first that fits. */
static void add_drawing(vcl_text *out, const struct drawing *drawings, const vcl_table *table,
                        size_t row)
{
    while (drawings->column != NULL && !has(table, row, drawings)) {
        drawings++;
    }
    if (drawings->column != NULL) {
        add_separator(out);
        vcl_text_add(out, drawings->attributes);
    }
}

static void add_columns(vcl_text *out, const vcl_network *network, const vcl_table *table,
                        size_t row)
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
        add_separator(out);
        vcl_text_add(out, strcmp(column->name, "name") == 0 ? "full_name" : column->name);
        vcl_text_add(out, "=");
        add_quoted(out, (vcl_slice){ plain.bytes, plain.size });
    }
    out->failed = out->failed || plain.failed;
    vcl_text_release(&plain);
}

static void add_head(vcl_text *out, const vcl_result *result)
{
    const char *name = result->dataset_name != NULL ? result->dataset_name : "";

    vcl_text_add(out, "digraph ");
    add_id(out, vcl_slice_of(name));
    vcl_text_add(out, " {\n");
    vcl_text_add(out, head);
    vcl_text_add(out, "  label=\"");
    add_label(out, vcl_slice_of(name));
    vcl_text_add(out, "\";\n");
}

/* A record of several households says so. */
static void add_count(vcl_text *out, const vcl_network *network, size_t row)
{
    size_t column = vcl_network_column(network->nodes, "count");
    const vcl_value *count = &vcl_table_row(network->nodes, row)[column];

    if (!count->is_null && count->integer > 1) {
        vcl_text_add(out, "\\n×");
        vcl_text_add_integer(out, count->integer);
    }
}

static void add_node(vcl_text *out, const vcl_network *network, size_t row)
{
    vcl_text_add(out, "  ");
    add_id(out, vcl_network_text(network->nodes, row, network->id));
    vcl_text_add(out, " [label=\"");
    add_label(out, vcl_network_label(network, row));
    add_count(out, network, row);
    vcl_text_add(out, "\"");
    add_drawing(out, node_shapes, network->nodes, row);
    add_drawing(out, node_fills, network->nodes, row);
    add_columns(out, network, network->nodes, row);
    vcl_text_add(out, "];\n");
}

static void add_edge(vcl_text *out, const vcl_network *network, size_t row)
{
    vcl_text_add(out, "  ");
    add_id(out, vcl_network_text(network->links, row, network->source));
    vcl_text_add(out, " -> ");
    add_id(out, vcl_network_text(network->links, row, network->target));
    vcl_text_add(out, " [");
    add_drawing(out, link_styles, network->links, row);
    add_columns(out, network, network->links, row);
    vcl_text_add(out, "];\n");
}

vcl_status vcl_write_dot(const vcl_result *result, const vcl_export_options *options,
                         vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_network network = vcl_network_of(result);
    vcl_text text = { 0 };

    (void)options;
    add_head(&text, result);
    TRY(vcl_output_flush(output, &text, err));
    TRY(vcl_network_write(&network, add_node, add_edge, output, err));
    vcl_text_add(&text, "}\n");
    TRY(vcl_output_flush(output, &text, err));
done:
    vcl_text_release(&text);
    return status;
}
