/* The worked example of the dataset format, table by table. */
#include "support/figures.h"

static const char example[] =
    "{'format': 'vclink', 'version': 1, 'directed': true, 'multigraph': true,"
    " 'graph': {'name': 'Tân Lạc 2023', 'as_of': '2023-12-31', 'currency': 'VND'},"
    " 'products': [{'id': 'pomelo', 'name': 'Bưởi đỏ', 'name_en': 'Red pomelo'}],"
    " 'places': [{'id': '17', 'name': 'Hòa Bình', 'level': 'province'},"
    "  {'id': '155', 'name': 'Tân Lạc', 'level': 'district', 'parent': '17', 'lat': 20.61}],"
    " 'nodes': [{'id': 'f1', 'kind': 'farmer', 'place': '155', 'products': ['pomelo']},"
    "  {'id': 'h9', 'kind': 'farmer', 'count': 40},"
    "  {'id': 'c1', 'kind': 'cooperative', 'name': 'HTX Đông Lai', 'members': 65,"
    "   'sector': 'crops', 'products': [{'product': 'pomelo', 'output_kg': 120000, 'ocop': [4]}],"
    "   'certificates': ['VietGAP']},"
    "  {'id': 'e1', 'kind': 'enterprise',"
    "   'products': [{'product': 'pomelo', 'demand_kg': 300000}]}],"
    " 'links': [{'source': 'f1', 'target': 'c1', 'kind': 'membership'},"
    "  {'source': 'c1', 'target': 'e1', 'kind': 'supply', 'product': 'pomelo',"
    "   'volume_kg': 80000, 'contract': 'written', 'start': '2021-01-01', 'end': '2025-12-31'}]}";

static void its_summary(void **state)
{
    (void)state;
    assert_drawn_rows(example, "summary", NULL, "4 2 1 2 2 0 1 0 1 1 105 64 1 1 0 1\n");
}

static void its_coverage(void **state)
{
    (void)state;
    assert_drawn_rows(example, "coverage",
                      "scope key name level kind total active direct indirect covered"
                      " covered_unstated rate_of_active",
                      "all - - - farmer 105 105 0 65 65 - 0.619047619048\n"
                      "all - - - group 0 0 0 0 0 - -\n"
                      "all - - - cooperative 1 1 1 0 1 - 1\n"
                      "all - - - union 0 0 0 0 0 - -\n"
                      "product pomelo Bưởi đỏ - farmer 65 65 0 65 65 0 1\n"
                      "product pomelo Bưởi đỏ - cooperative 1 1 1 0 1 0 1\n"
                      "place 155 Tân Lạc district farmer 1 1 0 1 1 - 1\n"
                      "place 17 Hòa Bình province farmer 1 1 0 1 1 - 1\n"
                      "sector crops - - farmer 64 64 0 64 64 - 1\n"
                      "sector crops - - cooperative 1 1 1 0 1 - 1\n");
}

static void its_gap_of_40_tonnes(void **state)
{
    (void)state;
    assert_drawn_rows(example, "unlinked", NULL, "");
    assert_drawn_rows(example, "gaps", NULL,
                      "c1 cooperative HTX Đông Lai - - crops volume_gap [] 65 40000 1\n");
}

static void its_buyer(void **state)
{
    (void)state;
    assert_drawn_rows(example, "buyers", NULL,
                      "e1 - enterprise - 1 80000 65 65 65 65 1 1 1 1 0.056634927624 0 1.5 1\n");
}

static void its_critical_actors(void **state)
{
    (void)state;
    assert_drawn_rows(example, "critical", NULL,
                      "e1 - enterprise 65 65 1 1 1\n"
                      "c1 HTX Đông Lai cooperative 65 65 0 0 2\n");
}

static void its_centrality(void **state)
{
    (void)state;
    assert_drawn_rows(example, "centrality", "id in_degree out_degree betweenness harmonic",
                      "c1 1 1 1 1\ne1 1 0 0 1.5\n");
}

static void its_trade(void **state)
{
    (void)state;
    assert_drawn_rows(example, "dependence", NULL, "c1 HTX Đông Lai cooperative 1 e1 1 1 volume\n");
    assert_drawn_rows(example, "markets", NULL, "pomelo Bưởi đỏ 1 1 e1 1 1 volume\n");
    assert_drawn_rows(example, "contracts", NULL,
                      "all - - - 1 1 0 0 0 0 1 1\n"
                      "product pomelo Bưởi đỏ - 1 1 0 0 0 0 1 1\n");
}

static void its_flows(void **state)
{
    (void)state;
    assert_drawn_rows(example, "flows", NULL,
                      "farmer cooperative 1 1 65 0 -\n"
                      "cooperative enterprise 1 1 65 0 80000\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(its_summary),
        cmocka_unit_test(its_coverage),
        cmocka_unit_test(its_gap_of_40_tonnes),
        cmocka_unit_test(its_buyer),
        cmocka_unit_test(its_critical_actors),
        cmocka_unit_test(its_centrality),
        cmocka_unit_test(its_trade),
        cmocka_unit_test(its_flows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
