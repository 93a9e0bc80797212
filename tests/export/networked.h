/* A network made by hand, for the tests of the formats that show one: a farmer, its cooperative and
 * a buyer; two parallel links between the latter. */
#ifndef EXPORT_NETWORKED_H
#define EXPORT_NETWORKED_H

#include <math.h>

#include "written.h"

#define COLUMN(variable, column_name, column_type, column_unit)                                    \
    static const vcl_column variable = {                                                           \
        .name = (column_name),                                                                     \
        .type = (column_type),                                                                     \
        .unit = (column_unit),                                                                     \
        .label = { "", "" },                                                                       \
        .description = { "what it is & means", "" },                                               \
    }

COLUMN(node_id, "id", VCL_TEXT, "");
COLUMN(node_name, "name", VCL_TEXT, "");
COLUMN(node_kind, "kind", VCL_TERM, "");
COLUMN(node_place, "place", VCL_TEXT, "");
COLUMN(node_products, "products", VCL_LIST, "");
COLUMN(node_count, "count", VCL_INTEGER, "households");
COLUMN(node_active, "active", VCL_BOOLEAN, "");
COLUMN(node_buyer, "buyer", VCL_BOOLEAN, "");
COLUMN(node_sells, "sells", VCL_BOOLEAN, "");
COLUMN(node_coverage, "coverage", VCL_TERM, "");
COLUMN(node_pagerank, "pagerank", VCL_REAL, "");
COLUMN(node_lat, "lat", VCL_REAL, "");
COLUMN(node_lon, "lon", VCL_REAL, "");
COLUMN(link_source, "source", VCL_TEXT, "");
COLUMN(link_target, "target", VCL_TEXT, "");
COLUMN(link_kind, "kind", VCL_TERM, "");
COLUMN(link_volume, "volume_kg", VCL_REAL, "kg");
COLUMN(link_active, "active", VCL_BOOLEAN, "");
COLUMN(link_leads, "leads_to_buyer", VCL_BOOLEAN, "");
COLUMN(place_parent, "parent", VCL_TEXT, "");
COLUMN(handled_actor, "actor", VCL_TEXT, "");
COLUMN(handled_product, "product", VCL_TEXT, "");
COLUMN(handled_output, "output_kg", VCL_REAL, "kg");
COLUMN(handled_demand, "demand_kg", VCL_REAL, "kg");
COLUMN(handled_ocop, "ocop", VCL_LIST, "");
#undef COLUMN

static const vcl_column *const node_columns[] = {
    &node_id,       &node_name,   &node_kind,  &node_place, &node_products,
    &node_count,    &node_active, &node_buyer, &node_sells, &node_coverage,
    &node_pagerank, &node_lat,    &node_lon,
};
static const vcl_column *const link_columns[] = {
    &link_source, &link_target, &link_kind, &link_volume, &link_active, &link_leads,
};
static const vcl_column *const place_columns[] = {
    &node_id, &node_name, &place_parent, &node_lat, &node_lon,
};
static const vcl_column *const product_columns[] = { &node_id, &node_name };
static const vcl_column *const handled_columns[] = {
    &handled_actor, &handled_product, &handled_output, &handled_demand, &handled_ocop,
};
TABLE_KIND(nodes_kind, "nodes", "", "", node_columns);
TABLE_KIND(links_kind, "links", "", "", link_columns);
TABLE_KIND(places_kind, "places", "", "", place_columns);
TABLE_KIND(products_kind, "products", "", "", product_columns);
TABLE_KIND(handled_kind, "handled", "", "", handled_columns);

/* What a test says of an actor; it is active, sells, and has no coordinates of its own. */
struct drawn_node {
    const char *id;
    const char *name;
    const char *kind;
    const char *place;
    const char *product;
    int64_t count; /* 0: null */
    const char *coverage;
    double pagerank;
};

static inline vcl_table *add_table(vcl_result *result, const vcl_table_kind *kind)
{
    vcl_table *table = NULL;

    assert_int_equal(vcl_result_add(result, kind, &table, NULL), VCL_OK);
    return table;
}

static inline void add_count(vcl_table *table, int64_t count)
{
    if (count > 0) {
        vcl_table_add_integer(table, count);
    } else {
        vcl_table_add_null(table);
    }
}

static inline void add_drawn_node(vcl_table *table, const struct drawn_node *node, double latitude,
                                  double longitude)
{
    vcl_table_add_text(table, node->id);
    vcl_table_add_text(table, node->name);
    vcl_table_add_term(table, node->kind);
    vcl_table_add_text(table, node->place);
    vcl_table_add_list(table, &node->product, node->product != NULL ? 1 : 0);
    add_count(table, node->count);
    vcl_table_add_boolean(table, true);
    vcl_table_add_boolean(table, strcmp(node->kind, "enterprise") == 0);
    vcl_table_add_boolean(table, true);
    vcl_table_add_term(table, node->coverage);
    vcl_table_add_real(table, node->pagerank);
    vcl_table_add_real(table, latitude);
    vcl_table_add_real(table, longitude);
}

static inline void add_drawn_link(vcl_table *table, const char *source, const char *target,
                                  const char *kind, double volume_kg)
{
    vcl_table_add_text(table, source);
    vcl_table_add_text(table, target);
    vcl_table_add_term(table, kind);
    vcl_table_add_real(table, volume_kg);
    vcl_table_add_boolean(table, true);
    vcl_table_add_boolean(table, true);
}

static inline void add_drawn_place(vcl_table *table, const char *id, const char *parent,
                                   double latitude, double longitude)
{
    vcl_table_add_text(table, id);
    vcl_table_add_text(table, NULL);
    vcl_table_add_text(table, parent);
    vcl_table_add_real(table, latitude);
    vcl_table_add_real(table, longitude);
}

static inline void add_handled(vcl_table *table, const char *actor, const char *product,
                               double output_kg, const char *stars)
{
    vcl_table_add_text(table, actor);
    vcl_table_add_text(table, product);
    vcl_table_add_real(table, output_kg);
    vcl_table_add_null(table);
    vcl_table_add_list(table, &stars, stars != NULL ? 1 : 0);
}

/* Tables without rows; the caller frees it. */
static inline vcl_result *empty_network(void)
{
    vcl_result *result = NULL;

    assert_int_equal(vcl_result_new(&result, NULL), VCL_OK);
    add_table(result, &nodes_kind);
    add_table(result, &links_kind);
    add_table(result, &places_kind);
    add_table(result, &products_kind);
    add_table(result, &handled_kind);
    return result;
}

static inline vcl_table *table_of(vcl_result *result, size_t index)
{
    return (vcl_table *)result->tables.items + index;
}

/* An empty network with one actor, called `name`. */
static inline vcl_result *network_of_one(const char *id, const char *name)
{
    const struct drawn_node node = { id, name, "cooperative", NULL, name, 0, NULL, (double)NAN };
    vcl_result *result = empty_network();

    add_drawn_node(table_of(result, 0), &node, (double)NAN, (double)NAN);
    return result;
}

/* f1 → c1 ⇉ e1: f1 lies in the hamlet 3 (no coordinates) within the commune 2, c1 has coordinates of
 * its own, e1 has none and no place. */
static inline vcl_result *network(void)
{
    static const struct drawn_node nodes[] = {
        { "c1", "HTX Đông Lai", "cooperative", "2", "pomelo", 0, "direct", 0.25 },
        { "e1", NULL, "enterprise", NULL, NULL, 0, NULL, 0.5 },
        { "f1", NULL, "farmer", "3", "pomelo", 40, "indirect", 1.0 / 3.0 },
    };
    vcl_result *result = empty_network();

    result->dataset_name = "Tân Lạc";
    result->dataset_as_of = "2023-12-31";
    add_drawn_node(table_of(result, 0), &nodes[0], 20.5, 105.25);
    add_drawn_node(table_of(result, 0), &nodes[1], (double)NAN, (double)NAN);
    add_drawn_node(table_of(result, 0), &nodes[2], (double)NAN, (double)NAN);
    add_drawn_link(table_of(result, 1), "c1", "e1", "supply", 80000);
    add_drawn_link(table_of(result, 1), "c1", "e1", "supply", (double)NAN);
    add_drawn_link(table_of(result, 1), "f1", "c1", "membership", (double)NAN);
    add_drawn_place(table_of(result, 2), "2", NULL, 20, 105);
    add_drawn_place(table_of(result, 2), "3", "2", 20, (double)NAN);
    vcl_table_add_text(table_of(result, 3), "pomelo");
    vcl_table_add_text(table_of(result, 3), "Bưởi đỏ");
    add_handled(table_of(result, 4), "c1", "pomelo", 120000, "4");
    add_handled(table_of(result, 4), "f1", "pomelo", (double)NAN, NULL);
    for (size_t i = 0; i < result->tables.count; i++) {
        assert_int_equal(vcl_table_status(table_of(result, i), NULL), VCL_OK);
    }
    return result;
}

/* What vcl_export() writes in a format of the network; frees the result. The caller frees it. */
static inline char *exported(vcl_result *result, const char *format)
{
    const vcl_export_options options = { .use = VCL_USE_NETWORK, .format = format };
    char *bytes = written(result, &options);

    vcl_result_free(result);
    return bytes;
}

/* Frees the result. */
static inline void assert_exports(vcl_result *result, const char *format, const char *part)
{
    char *bytes = exported(result, format);

    assert_contains(bytes, part);
    free(bytes);
}

#endif
