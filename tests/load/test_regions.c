/* load/regions, load/geojson, load/places: which feature is which place, and what is no map. */
#include "load/maps.h"
#include "model/regions.h"

/* "215:1 217:2 by properties.code, 1 not": places, each with its rings. */
static void assert_regions(const char *json, const char *expected)
{
    vcl_regions *regions = NULL;
    vcl_error err = { 0 };
    char found[256] = "";
    size_t used = 0;

    assert_int_equal(load_map(json, &regions, &err), VCL_OK);
    const vcl_region *items = regions->regions.items;
    for (size_t i = 0; i < vcl_regions_count(regions); i++) {
        used += (size_t)snprintf(found + used, sizeof found - used, "%s:%u ", items[i].place,
                                 (unsigned)items[i].count);
    }
    snprintf(found + used, sizeof found - used, "by %s, %zu not", vcl_regions_property(regions),
             vcl_regions_unmatched(regions));
    assert_string_equal(found, expected);
    vcl_regions_free(regions);
}

static void a_feature_is_found_by_its_id_or_a_property(void **state)
{
    (void)state;
    assert_regions(COLLECTION(FEATURE("'215'", "{}", SQUARE(106, 21))), "215:1 by id, 0 not");
    assert_regions(COLLECTION(FEATURE("215", "null", SQUARE(106, 21))), "215:1 by id, 0 not");
    assert_regions(COLLECTION(FEATURE("null", "{'id': 215}", SQUARE(106, 21))),
                   "215:1 by properties.id, 0 not");
    assert_regions(COLLECTION(FEATURE("1", "{'code': '215'}", SQUARE(106, 21))),
                   "215:1 by properties.code, 0 not");
    assert_regions(COLLECTION(FEATURE("1", "{'place': '215'}", SQUARE(106, 21))),
                   "215:1 by properties.place, 0 not");
    assert_regions(COLLECTION(FEATURE("1", "{'ma': '215'}", SQUARE(106, 21))),
                   "215:1 by properties.ma, 0 not");
}

static void names_are_found_however_they_are_typed_if_no_other_place_has_them(void **state)
{
    (void)state;
    assert_regions(COLLECTION(FEATURE("1", "{'name': 'HUYỆN HÒA AN'}", SQUARE(106, 21))),
                   "215:1 by properties.name, 0 not");
    assert_regions(COLLECTION(FEATURE("1", "{'name': 'huyện hòa an'}", SQUARE(106, 21)) "," FEATURE(
                       "2", "{'name': 'Ba'}", SQUARE(107, 21))),
                   "215:1 by properties.name, 1 not");
}

static void the_property_that_fits_most_decides_and_the_earlier_of_equals(void **state)
{
    (void)state;
    assert_regions(COLLECTION(FEATURE("215", "{'code': '216'}", SQUARE(106, 21)) "," FEATURE(
                       "2", "{'code': '217'}", SQUARE(107, 21))),
                   "216:1 217:1 by properties.code, 0 not");
    assert_regions(COLLECTION(FEATURE("215", "{'code': '216'}", SQUARE(106, 21))),
                   "215:1 by id, 0 not");
}

/* Places of which two differ by a mark, two by their level only, and one is a number. */
static const char levels_drawing[] =
    "{'graph': {}, 'places': [{'id': 'a', 'name': 'Huyện Tân Lạc'}, {'id': 'b', 'name': 'Huyện Tấn "
    "Lạc'}, {'id': 'c', 'name': 'Thành phố Bắc Giang'}, {'id': 'd', 'name': 'Tỉnh Bắc Giang'},"
    " {'id': 'e', 'name': 'Quận 1'}, {'id': 'f', 'name': 'Thị xã Hoà Vang'}],"
    " 'nodes': [], 'links': []}";

/* "a by properties.ten", or the reason that there is none. */
static void assert_found(const char *properties, const char *expected)
{
    char path[] = "/tmp/vclink-map-XXXXXX";
    char json[1024];
    char found[1024];
    vcl_chain *chain = chain_of(levels_drawing);
    vcl_regions *regions = NULL;
    vcl_error err = { 0 };

    snprintf(json, sizeof json, COLLECTION(FEATURE("null", "%s", SQUARE(106, 21))), properties);
    write_map(path, json);
    if (vcl_regions_load(path, chain, &regions, &err) == VCL_OK) {
        const vcl_region *items = regions->regions.items;
        snprintf(found, sizeof found, "%s by %s", items[0].place, vcl_regions_property(regions));
    } else {
        vcl_error_text(&err, VCL_ENGLISH, found, sizeof found);
    }
    if (strstr(found, expected) == NULL) {
        fail_msg("%s: %s", properties, found);
    }
    vcl_regions_free(regions);
    vcl_chain_free(chain);
    unlink(path);
}

static void names_are_found_without_the_word_for_their_level(void **state)
{
    (void)state;
    assert_found("{'NAME_2': 'Tân Lạc'}", "a by properties.NAME_2");
    assert_found("{'ten': 'TẤN LẠC'}", "b by properties.ten");
    assert_found("{'ten': 'TP Bắc Giang'}", "c by properties.ten");
    assert_found("{'ten': 'TP. Bắc Giang'}", "c by properties.ten");
    assert_found("{'ten': 'TP.Bắc Giang'}", "c by properties.ten");
    assert_found("{'ten': 'tỉnh bắc giang'}", "d by properties.ten");
    assert_found("{'ten': 'TX. Hòa Vang'}", "f by properties.ten");
    assert_found("{'ten': 'Huyện Hòa Vang'}", "f by properties.ten");
    assert_found("{'ten': 'Quận 1'}", "e by properties.ten");
}

static void what_several_places_may_be_is_none_of_them(void **state)
{
    (void)state;
    assert_found("{'ten': 'Bắc Giang'}", "no feature is a place");
    assert_found("{'ten': 'Tan Lac'}", "no feature is a place");
    assert_found("{'ten': 1}", "no feature is a place");
    assert_found("{'ten': 'Huyện'}", "no feature is a place");
}

static void any_property_may_say_it_and_the_one_that_finds_most_places_does(void **state)
{
    (void)state;
    assert_regions(COLLECTION(FEATURE(
                       "1", "{'NAME_1': 'Hoà An', 'NAME_2': '216', 'x': 1.5}",
                       SQUARE(106, 21)) "," FEATURE("2", "{'NAME_1': 'Hoà An', 'NAME_2': '217'}",
                                                    SQUARE(107, 21))),
                   "216:1 217:1 by properties.NAME_2, 0 not");
    assert_regions(COLLECTION(FEATURE("1", "{'b': '216', 'a': '217'}", SQUARE(106, 21))),
                   "217:1 by properties.a, 0 not");
    assert_regions(COLLECTION(FEATURE("1", "{'a': '216', 'name': 'Hòa An'}", SQUARE(106, 21))),
                   "215:1 by properties.name, 0 not");
}

static void several_features_of_a_place_are_one_region(void **state)
{
    (void)state;
    assert_regions(COLLECTION(FEATURE("217", "{}", SQUARE(108, 21)) "," FEATURE(
                       "215", "{}", SQUARE(106, 21)) "," FEATURE("217", "{}", SQUARE(107, 21))),
                   "215:1 217:2 by id, 0 not");
    assert_regions(COLLECTION(FEATURE("216", "{}",
                                      "{'type': 'MultiPolygon', 'coordinates': ["
                                      "[[[1, 1], [2, 1], [2, 2], [1, 1]]],"
                                      "[[[3, 1], [4, 1], [4, 2], [3, 1]]]]}")),
                   "216:2 by id, 0 not");
}

static void what_is_no_polygon_is_no_place(void **state)
{
    vcl_regions *regions = NULL;
    const char *const map = COLLECTION(FEATURE("215", "{}", SQUARE(106, 21)) "," FEATURE(
        "216", "{}", "{'type': 'Point', 'coordinates': [1, 2]}") "," FEATURE("217", "{}",
                                                                             "null") ", 7");

    (void)state;
    assert_regions(map, "215:1 by id, 3 not");
    assert_int_equal(load_map(map, &regions, NULL), VCL_OK);
    assert_string_equal(vcl_regions_example(regions, 0), "216");
    assert_string_equal(vcl_regions_example(regions, 1), "217");
    assert_null(vcl_regions_example(regions, 2));
    assert_null(vcl_regions_example(regions, 9));
    vcl_regions_free(regions);
}

static void coordinates_are_those_of_the_map_with_few_digits(void **state)
{
    vcl_regions *regions = NULL;

    (void)state;
    assert_int_equal(load_map(COLLECTION(FEATURE(
                                  "215", "{}",
                                  "{'type': 'Polygon', 'coordinates': [[[106.12344999, 21.1],"
                                  " [107.6, 21.10004], [107.6, 22.3000001], [106.12345, 21.1]]]}")),
                              &regions, NULL),
                     VCL_OK);
    const vcl_point *points = regions->points.items;
    assert_int_equal(regions->points.count, 3);
    assert_close(points[0].longitude, 106.1234, 1e-12);
    assert_close(points[0].latitude, 21.1, 1e-12);
    assert_close(points[1].longitude, 107.6, 1e-12);
    assert_close(points[2].latitude, 22.3, 1e-12);
    vcl_regions_free(regions);
}

static void assert_refused(const char *json, const char *reason)
{
    vcl_regions *regions = NULL;
    vcl_error err = { 0 };
    char sentence[1024];

    assert_int_equal(load_map(json, &regions, &err), VCL_ERROR_INPUT);
    assert_null(regions);
    vcl_error_text(&err, VCL_ENGLISH, sentence, sizeof sentence);
    assert_non_null(strstr(sentence, "/tmp/vclink-map-"));
    if (strstr(sentence, reason) == NULL) {
        fail_msg("%s", sentence);
    }
}

static void what_is_no_map_is_refused_with_its_reason(void **state)
{
    (void)state;
    assert_refused("", "not valid JSON");
    assert_refused("{'type': 'FeatureCollection',\n 'features': [}", "not valid JSON at 2:15");
    assert_refused("[]", "FeatureCollection");
    assert_refused("{'type': 'Feature'}", "FeatureCollection");
    assert_refused("{'type': 'FeatureCollection', 'features': {}}", "FeatureCollection");
    assert_refused(COLLECTION(""), "no feature is a place");
    assert_refused(COLLECTION(FEATURE("9", "{'name': 'Ba', 'shape': 7.5}", SQUARE(106, 21))),
                   "for example: id (9), properties.name (Ba)");
    assert_refused(COLLECTION(FEATURE("215", "{}", "null")),
                   "by id, but none of them has a polygon");
}

static void what_is_no_polygon_in_degrees_is_refused_with_its_place(void **state)
{
    static const char *const coordinates[] = {
        "7",
        "[7]",
        "[[]]",
        "[[[1, 1], [2, 1], [1, 1]]]",
        "[[[1, 1], [2, 1], [2], [1, 1]]]",
        "[[[1, 1], [2, 1], ['2', 2], [1, 1]]]",
        "[[[1, 1], [2, 1], [2, 91], [1, 1]]]",
        "[[[1, 1], [2, 1], [-181, 2], [1, 1]]]",
        "[[[599000, 2350000], [599100, 2350000], [599100, 2350100], [599000, 2350000]]]",
    };

    (void)state;
    for (size_t i = 0; i < sizeof coordinates / sizeof coordinates[0]; i++) {
        char json[512];
        snprintf(json, sizeof json,
                 "{'type': 'FeatureCollection', 'features': [{}, {'geometry': {'type': 'Polygon',"
                 " 'coordinates': %s}}]}",
                 coordinates[i]);
        assert_refused(json, "/features/1/geometry is no polygon");
    }
    assert_refused(COLLECTION(FEATURE("1", "{}", "{'type': 'MultiPolygon'}")),
                   "/features/0/geometry is no polygon");
}

static void a_map_that_cannot_be_read_is_an_error_of_reading(void **state)
{
    vcl_chain *chain = chain_of(places_drawing);
    vcl_regions *regions = NULL;

    (void)state;
    assert_int_equal(vcl_regions_load("/tmp/no such map", chain, &regions, NULL), VCL_ERROR_IO);
    assert_int_equal(vcl_regions_load("/tmp", chain, &regions, NULL), VCL_ERROR_IO);
    assert_null(regions);
    vcl_regions_free(NULL);
    vcl_chain_free(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_feature_is_found_by_its_id_or_a_property),
        cmocka_unit_test(names_are_found_however_they_are_typed_if_no_other_place_has_them),
        cmocka_unit_test(the_property_that_fits_most_decides_and_the_earlier_of_equals),
        cmocka_unit_test(names_are_found_without_the_word_for_their_level),
        cmocka_unit_test(what_several_places_may_be_is_none_of_them),
        cmocka_unit_test(any_property_may_say_it_and_the_one_that_finds_most_places_does),
        cmocka_unit_test(several_features_of_a_place_are_one_region),
        cmocka_unit_test(what_is_no_polygon_is_no_place),
        cmocka_unit_test(coordinates_are_those_of_the_map_with_few_digits),
        cmocka_unit_test(what_is_no_map_is_refused_with_its_reason),
        cmocka_unit_test(what_is_no_polygon_in_degrees_is_refused_with_its_place),
        cmocka_unit_test(a_map_that_cannot_be_read_is_an_error_of_reading),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
