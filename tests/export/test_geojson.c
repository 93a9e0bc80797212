/* export/geojson, export/positions: whose point an actor stands at, and which links are lines. */
#include "export/positions.h"
#include "networked.h"

static void an_actor_stands_at_its_own_point_or_at_that_of_the_nearest_place(void **state)
{
    char *bytes = exported(network(), "geojson");

    (void)state;
    assert_contains(bytes, "{\"type\": \"FeatureCollection\",\n \"features\": [\n"
                           "  {\"type\": \"Feature\", \"id\": \"c1\", \"geometry\": {\"type\": "
                           "\"Point\", \"coordinates\": [105.25, 20.5]}, \"properties\": {\"id\": "
                           "\"c1\", \"name\": \"HTX Đông Lai\", ");
    assert_contains(bytes, "\"lon\": 105.25, \"located_by\": \"own\", \"located_at\": null}},\n");
    /* Its own place, 3, has but a latitude. */
    assert_contains(bytes, "\"id\": \"f1\", \"geometry\": {\"type\": \"Point\", \"coordinates\": "
                           "[105.0, 20.0]}");
    assert_contains(bytes, "\"lat\": null, \"lon\": null, \"located_by\": \"ancestor\", "
                           "\"located_at\": \"2\"}},\n");
    free(bytes);
}

static void a_link_is_a_line_if_both_of_its_ends_have_a_point(void **state)
{
    char *bytes = exported(network(), "geojson");

    (void)state;
    assert_contains(bytes, ",\n  {\"type\": \"Feature\", \"geometry\": {\"type\": \"LineString\", "
                           "\"coordinates\": [[105.0, 20.0], [105.25, 20.5]]}, \"properties\": "
                           "{\"source\": \"f1\", \"target\": \"c1\", \"kind\": \"membership\", "
                           "\"volume_kg\": null, \"active\": true, \"leads_to_buyer\": true}}]}\n");
    assert_lacks(bytes, "\"e1\"");
    free(bytes);
}

static void without_coordinates_the_collection_is_empty(void **state)
{
    char *bytes = exported(network_of_one("c1", "HTX"), "geojson");

    (void)state;
    assert_string_equal(bytes, "{\"type\": \"FeatureCollection\",\n \"features\": []}\n");
    free(bytes);
}

static void places_that_lie_in_one_another_end_nowhere(void **state)
{
    const struct drawn_node node = { "c1", NULL, "cooperative", "a", NULL, 0, NULL, 0.0 };
    vcl_result *result = empty_network();
    vcl_positions positions;

    (void)state;
    add_drawn_node(table_of(result, 0), &node, (double)NAN, (double)NAN);
    add_drawn_place(table_of(result, 2), "a", "b", (double)NAN, (double)NAN);
    add_drawn_place(table_of(result, 2), "b", "a", (double)NAN, (double)NAN);
    assert_int_equal(vcl_positions_init(&positions, table_of(result, 0), table_of(result, 2), NULL),
                     VCL_OK);
    assert_int_equal(vcl_positions_of(&positions, "c1").located, VCL_LOCATED_NOWHERE);
    assert_int_equal(vcl_positions_of(&positions, "unknown").located, VCL_LOCATED_NOWHERE);
    vcl_positions_release(&positions);
    vcl_result_free(result);
}

static void a_place_that_is_in_no_table_is_nowhere(void **state)
{
    const struct drawn_node node = { "c1", NULL, "cooperative", "a", NULL, 0, NULL, 0.0 };
    vcl_result *result = empty_network();

    (void)state;
    add_drawn_node(table_of(result, 0), &node, (double)NAN, (double)NAN);
    add_drawn_place(table_of(result, 2), "b", NULL, 1, 2);
    assert_exports(result, "geojson", "\"features\": []");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_actor_stands_at_its_own_point_or_at_that_of_the_nearest_place),
        cmocka_unit_test(a_link_is_a_line_if_both_of_its_ends_have_a_point),
        cmocka_unit_test(without_coordinates_the_collection_is_empty),
        cmocka_unit_test(places_that_lie_in_one_another_end_nowhere),
        cmocka_unit_test(a_place_that_is_in_no_table_is_nowhere),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
