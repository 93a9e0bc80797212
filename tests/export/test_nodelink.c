/* export/nodelink, export/cytoscape: networks as JSON. */
#include "networked.h"

static void node_link_json_is_a_dataset_with_figures(void **state)
{
    char *bytes = exported(network(), "nodelink");

    (void)state;
    assert_string_equal(
        bytes,
        "{\"format\": \"vclink\", \"version\": 1,\n"
        " \"directed\": true, \"multigraph\": true,\n"
        " \"graph\": {\"name\": \"Tân Lạc\", \"as_of\": \"2023-12-31\"},\n"
        " \"products\": [\n"
        "  {\"id\": \"pomelo\", \"name\": \"Bưởi đỏ\"}],\n"
        " \"places\": [\n"
        "  {\"id\": \"2\", \"lat\": 20.0, \"lon\": 105.0},\n"
        "  {\"id\": \"3\", \"parent\": \"2\", \"lat\": 20.0}],\n"
        " \"nodes\": [\n"
        "  {\"id\": \"c1\", \"name\": \"HTX Đông Lai\", \"kind\": \"cooperative\", \"place\": "
        "\"2\", "
        "\"products\": [{\"product\": \"pomelo\", \"output_kg\": 120000.0, \"ocop\": [4]}], "
        "\"active\": true, \"buyer\": false, \"sells\": true, \"coverage\": \"direct\", "
        "\"pagerank\": 0.25, \"lat\": 20.5, \"lon\": 105.25},\n"
        "  {\"id\": \"e1\", \"kind\": \"enterprise\", \"products\": [], \"active\": true, "
        "\"buyer\": true, \"pagerank\": 0.5},\n"
        "  {\"id\": \"f1\", \"kind\": \"farmer\", \"place\": \"3\", \"products\": [\"pomelo\"], "
        "\"count\": 40, \"active\": true, \"sells\": true, \"coverage\": \"indirect\", "
        "\"pagerank\": 0.333333333333}],\n"
        " \"links\": [\n"
        "  {\"source\": \"c1\", \"target\": \"e1\", \"kind\": \"supply\", \"volume_kg\": 80000.0, "
        "\"active\": true, \"leads_to_buyer\": true},\n"
        "  {\"source\": \"c1\", \"target\": \"e1\", \"kind\": \"supply\", \"active\": true, "
        "\"leads_to_buyer\": true},\n"
        "  {\"source\": \"f1\", \"target\": \"c1\", \"kind\": \"membership\", \"active\": true, "
        "\"leads_to_buyer\": true}]}\n");
    free(bytes);
}

static void links_may_stand_under_edges(void **state)
{
    const vcl_export_options options = { .use = VCL_USE_NETWORK,
                                         .format = "nodelink",
                                         .edge_key = "edges" };
    vcl_result *result = network();
    char *bytes = written(result, &options);

    (void)state;
    assert_contains(bytes, ",\n \"edges\": [\n  {\"source\": \"c1\"");
    assert_lacks(bytes, "\"links\"");
    free(bytes);
    vcl_result_free(result);
}

static void links_stand_under_no_other_name(void **state)
{
    const vcl_export_options options = { .use = VCL_USE_NETWORK,
                                         .format = "nodelink",
                                         .edge_key = "\": evil" };
    vcl_result *result = network();
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(vcl_export(result, &options, "/dev/null", &err), VCL_ERROR_USAGE);
    assert_int_equal(err.message, VCL_MSG_BAD_EDGE_KEY);
    vcl_result_free(result);
}

static void cytoscape_has_its_elements_with_their_data(void **state)
{
    char *bytes = exported(network(), "cytoscape");

    (void)state;
    assert_contains(bytes, "{\"data\": {\"name\": \"Tân Lạc\", \"as_of\": \"2023-12-31\", "
                           "\"without\": []},\n"
                           " \"directed\": true,\n \"multigraph\": true,\n"
                           " \"elements\": {\n  \"nodes\": [\n   {\"data\": {\"id\": \"c1\", ");
    assert_contains(bytes, "\"pagerank\": 0.5, \"label\": \"e1\", \"value\": \"e1\"}},\n");
    assert_contains(bytes, "\"lon\": 105.25, \"label\": \"HTX Đông Lai\", \"value\": \"c1\"}},\n");
    assert_contains(bytes,
                    "  \"edges\": [\n   {\"data\": {\"source\": \"c1\", \"target\": \"e1\", ");
    free(bytes);
}

static void parallel_links_of_cytoscape_have_keys_of_their_own(void **state)
{
    char *bytes = exported(network(), "cytoscape");
    const char *second = strstr(bytes, "\"key\": 1}}");

    (void)state;
    assert_contains(bytes, "\"key\": 0}},\n");
    assert_non_null(second);
    assert_contains(second, "{\"source\": \"f1\", \"target\": \"c1\"");
    assert_contains(second, "\"key\": 0}}]}}\n");
    free(bytes);
}

static void empty_networks_are_whole_documents(void **state)
{
    (void)state;
    assert_exports(empty_network(), "nodelink",
                   "\"graph\": {},\n \"products\": [],\n \"places\": [],\n \"nodes\": [],\n"
                   " \"links\": []}\n");
    assert_exports(
        empty_network(), "cytoscape",
        "{\"data\": {\"name\": null, \"as_of\": null, \"without\": []},\n \"directed\": true,\n"
        " \"multigraph\": true,\n \"elements\": {\n  \"nodes\": [],\n  \"edges\": []}}\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(node_link_json_is_a_dataset_with_figures),
        cmocka_unit_test(links_may_stand_under_edges),
        cmocka_unit_test(links_stand_under_no_other_name),
        cmocka_unit_test(cytoscape_has_its_elements_with_their_data),
        cmocka_unit_test(parallel_links_of_cytoscape_have_keys_of_their_own),
        cmocka_unit_test(empty_networks_are_whole_documents),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
