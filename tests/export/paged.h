/* A result that has all that a report needs: the sample's table, and the network's ones, empty but
 * for one row; and two outlines. */
#ifndef EXPORT_PAGED_H
#define EXPORT_PAGED_H

#include "model/regions.h"
#include "written.h"

TABLE_KIND(nodes_kind, "nodes", "Actors", "Tác nhân", flag_columns);
TABLE_KIND(links_kind, "links", "Links", "Liên kết", flag_columns);
TABLE_KIND(places_kind, "places", "Places", "Địa bàn", flag_columns);
TABLE_KIND(products_kind, "products", "Products", "Sản phẩm", flag_columns);
TABLE_KIND(layout_kind, "layout", "Layout", "Sơ đồ", flag_columns);

/* The caller frees it. */
static inline vcl_result *paged_result(void)
{
    static const vcl_table_kind *const kinds[] = { &nodes_kind, &links_kind, &places_kind,
                                                   &products_kind, &layout_kind };
    vcl_result *result = sample_result();
    vcl_table *table = NULL;

    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        assert_int_equal(vcl_result_add(result, kinds[i], &table, NULL), VCL_OK);
    }
    vcl_table_add_text(table, "c1");
    vcl_table_add_boolean(table, true);
    assert_int_equal(vcl_table_status(table, NULL), VCL_OK);
    return result;
}

/* One of two places has an island. The caller frees it. */
static inline vcl_regions *two_regions(void)
{
    static const vcl_point points[] = { { 105.25, 20.5 }, { 105.5, 20.5 }, { 105.5, 21 } };
    const vcl_ring rings[] = { { 0, 3 }, { 0, 3 }, { 0, 3 } };
    const vcl_region regions[] = { { "155", 0, 2 }, { "<17>", 2, 1 } };
    vcl_regions *made = NULL;

    assert_int_equal(vcl_regions_new(&made, NULL), VCL_OK);
    for (size_t i = 0; i < COUNT_OF(points); i++) {
        assert_int_equal(vcl_array_add(&made->points, points + i, NULL), VCL_OK);
        assert_int_equal(vcl_array_add(&made->rings, rings + i, NULL), VCL_OK);
    }
    for (size_t i = 0; i < COUNT_OF(regions); i++) {
        assert_int_equal(vcl_array_add(&made->regions, regions + i, NULL), VCL_OK);
    }
    return made;
}

#endif
