/* What the formats of a network share. */
#include "export/network.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/try.h"
#include "model/table.h"

size_t vcl_network_column(const vcl_table *table, const char *name)
{
    size_t index = 0;
    bool found = vcl_table_find_column(table, name, &index);

    assert(found);
    (void)found;
    return index;
}

vcl_network vcl_network_of(const vcl_result *result)
{
    const vcl_table *nodes = vcl_result_find_table(result, "nodes");
    const vcl_table *links = vcl_result_find_table(result, "links");

    return (vcl_network){ .nodes = nodes,
                          .links = links,
                          .id = vcl_network_column(nodes, "id"),
                          .name = vcl_network_column(nodes, "name"),
                          .source = vcl_network_column(links, "source"),
                          .target = vcl_network_column(links, "target") };
}

vcl_slice vcl_network_text(const vcl_table *table, size_t row, size_t column)
{
    const vcl_value *value = &vcl_table_row(table, row)[column];

    return vcl_slice_of(value->is_null ? "" : value->text);
}

vcl_slice vcl_network_label(const vcl_network *network, size_t row)
{
    vcl_slice name = vcl_network_text(network->nodes, row, network->name);

    return name.size > 0 ? name : vcl_network_text(network->nodes, row, network->id);
}

static bool is_same(const vcl_table *table, size_t column, size_t a, size_t b)
{
    return strcmp(vcl_table_row(table, a)[column].text, vcl_table_row(table, b)[column].text) == 0;
}

bool vcl_network_parallel(const vcl_network *network, size_t a, size_t b)
{
    return is_same(network->links, network->source, a, b) &&
           is_same(network->links, network->target, a, b);
}

const char *vcl_network_as_of(const vcl_result *result)
{
    return result->option_as_of != NULL ? result->option_as_of : result->dataset_as_of;
}

vcl_value vcl_network_without(const vcl_result *result)
{
    return (vcl_value){ .list = { .items = result->without, .count = result->without_count } };
}

static void add_item(vcl_text *out, const char *item)
{
    for (const char *at = item; *at != '\0'; at++) {
        if (*at == ';' || *at == '\\') {
            vcl_text_add_byte(out, '\\');
        }
        vcl_text_add_byte(out, *at);
    }
}

static void add_list(vcl_text *out, const vcl_value *value)
{
    for (size_t i = 0; i < value->list.count; i++) {
        vcl_text_add(out, i == 0 ? "" : ";");
        add_item(out, value->list.items[i]);
    }
}

bool vcl_network_joins(const vcl_network *network, const vcl_table *table, size_t column)
{
    return table == network->nodes ? column == network->id
                                   : column == network->source || column == network->target;
}

bool vcl_network_has(const vcl_value *value, vcl_type type)
{
    if (value->is_null) {
        return false;
    }
    return type == VCL_LIST ? value->list.count > 0 : type != VCL_REAL || isfinite(value->real);
}

void vcl_network_add_value(vcl_text *out, const vcl_value *value, vcl_type type)
{
    switch (type) {
    case VCL_INTEGER:
        vcl_text_add_integer(out, value->integer);
        break;
    case VCL_REAL:
        vcl_text_add_real(out, value->real);
        break;
    case VCL_BOOLEAN:
        vcl_text_add(out, value->boolean ? "true" : "false");
        break;
    case VCL_LIST:
        add_list(out, value);
        break;
    case VCL_TEXT:
    case VCL_TERM:
        vcl_text_add(out, value->text);
        break;
    }
}

vcl_status vcl_network_write(const vcl_network *network, vcl_network_add *add_node,
                             vcl_network_add *add_link, vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text text = { 0 };

    for (size_t i = 0; i < vcl_table_row_count(network->nodes); i++) {
        add_node(&text, network, i);
        TRY(vcl_output_flush(output, &text, err));
    }
    for (size_t i = 0; i < vcl_table_row_count(network->links); i++) {
        add_link(&text, network, i);
        TRY(vcl_output_flush(output, &text, err));
    }
done:
    vcl_text_release(&text);
    return status;
}
