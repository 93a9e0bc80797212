/* load/careful: what it reads from a record, and what it finds wrong. */
#include "load/careful.h"

#include <string.h>

#include "handed.h"
#include "support/assert.h"

/* "! out-of-range /nodes/7/lat 91 (-90 … 90)": severity, code, pointer, value, detail, and then the
 * suggestion. */
static void write_problem(const vcl_problem *problem)
{
    vcl_text_add(&handed, problem->severity == VCL_WARNING ? "? " : "! ");
    vcl_text_add(&handed, problem->code);
    vcl_text_add_byte(&handed, ' ');
    vcl_text_add(&handed, problem->pointer);
    if (problem->value != NULL) {
        vcl_text_add_byte(&handed, ' ');
        vcl_text_add(&handed, problem->value);
    }
    if (problem->detail != NULL) {
        vcl_text_add(&handed, " (");
        vcl_text_add(&handed, problem->detail);
        vcl_text_add_byte(&handed, ')');
    }
    if (problem->suggestion != NULL) {
        vcl_text_add(&handed, " -> ");
        vcl_text_add(&handed, problem->suggestion);
    }
    vcl_text_add_byte(&handed, '\n');
}

/* Reads `json` as the record and compares all that is handed over and reported. */
static void assert_read_as(vcl_record record, const char *json, const char *expected)
{
    vcl_problems *problems = NULL;
    vcl_diagnostics diagnostics;
    vcl_careful careful;

    vcl_text_release(&handed);
    assert_int_equal(vcl_problems_new(&problems, NULL), VCL_OK);
    vcl_diagnostics_init(&diagnostics, problems);
    vcl_careful_init(&careful, NULL, &diagnostics);
    record.bytes = vcl_slice_of(json);
    assert_int_equal(vcl_careful_read(&careful, &record, NULL), VCL_OK);
    for (size_t i = 0; i < vcl_problems_count(problems); i++) {
        assert_int_equal(vcl_problems_at(problems, i)->line, record.at.line);
        write_problem(vcl_problems_at(problems, i));
    }
    assert_string_equal(vcl_text_bytes(&handed), expected);
    vcl_text_release(&handed);
    vcl_careful_release(&careful);
    vcl_diagnostics_release(&diagnostics);
    vcl_problems_free(problems);
}

static void assert_element(vcl_part part, const char *json, const char *expected)
{
    vcl_record record = { .part = part, .is_element = true, .at = { 5, 7 }, .column = 3 };

    assert_read_as(record, json, expected);
}

static void assert_member(vcl_part part, const char *json, const char *expected)
{
    vcl_record record = { .part = part, .at = { 5, VCL_NONE }, .column = 3 };

    assert_read_as(record, json, expected);
}

static void assert_node(const char *json, const char *expected)
{
    assert_element(VCL_PART_NODES, json, expected);
}

static void assert_link(const char *json, const char *expected)
{
    assert_element(VCL_PART_LINKS, json, expected);
}

static void assert_line(const char *json, const char *expected)
{
    assert_member(VCL_PART_LINE, json, expected);
}

static void a_node_needs_only_an_id_and_a_kind(void **state)
{
    (void)state;
    assert_node("{\"id\":\"f\",\"kind\":\"farmer\"}", "node id=f kind=0\n");
    assert_node("{\"kind\":\"enterprise\",\"id\":\"e\",\"unknown\":[{}]}", "node id=e kind=4\n");
    assert_node("{}", "! missing-field /nodes/7 (id)\n! missing-field /nodes/7 (kind)\n");
    assert_node("{\"id\":null,\"kind\":\"group\"}", "! missing-field /nodes/7 (id)\n");
}

static void every_field_of_a_node_is_read(void **state)
{
    (void)state;
    assert_node(
        "{\"id\":\"c\",\"kind\":\"cooperative\",\"status\":\"dissolved\",\"members\":65,"
        "\"sells\":false,\"buyer\":true,\"high_tech\":true,\"place\":155,\"sector\":\"crops\","
        "\"name\":\"HTX Đông Lai\",\"tax_id\":5400,\"rating\":\"khá\",\"form\":\"x\","
        "\"founded\":\"2010-05\",\"turnover\":1e9,\"area_ha\":0.5,\"workers\":12.0,"
        "\"lat\":-90,\"lon\":180,\"certificates\":[\"VietGAP\",\"\"],\"requires\":[\"a\",\"b\"]}",
        "node id=c kind=2 status=2 members=65 sells=1 buyer=2 high_tech=2 place=155 "
        "sector=crops name=HTX Đông Lai tax_id=5400 rating=khá form=x founded=2010-05 "
        "turnover=1000000000 area_ha=0.5 workers=12 lat=-90 lon=180 certificate=VietGAP "
        "requires=a requires=b\n");
}

static void null_is_the_same_as_absent(void **state)
{
    (void)state;
    assert_node("{\"id\":\"f\",\"kind\":\"farmer\",\"status\":null,\"members\":null,\"count\":null,"
                "\"buyer\":null,\"products\":null,\"founded\":null,\"lat\":null,\"requires\":null}",
                "node id=f kind=0\n");
    assert_link("{\"source\":\"a\",\"target\":\"b\",\"kind\":null,\"contract\":null,\"end\":null}",
                "link source=a target=b\n");
    assert_member(VCL_PART_GRAPH, "null", "");
    assert_member(VCL_PART_FORMAT, "null", "");
    assert_member(VCL_PART_NODES, "null", "");
    assert_line("{\"node\":null,\"graph\":{}}", "graph\n");
}

static void an_integer_id_is_its_decimal_string(void **state)
{
    (void)state;
    assert_node("{\"id\":-12,\"kind\":\"group\"}", "node id=-12 kind=1\n");
    assert_node("{\"id\":9223372036854775807,\"kind\":\"group\"}",
                "node id=9223372036854775807 kind=1\n");
    assert_link("{\"source\":1,\"target\":2,\"product\":3}", "link source=1 target=2 product=3\n");
}

static void an_id_that_is_none_is_reported(void **state)
{
    (void)state;
    assert_node("{\"id\":\"\",\"kind\":\"group\"}", "! empty-id /nodes/7/id \"\"\n");
    assert_node("{\"id\":1.5,\"kind\":\"group\"}", "! wrong-type /nodes/7/id 1.5\n");
    assert_node("{\"id\":true,\"kind\":\"group\"}", "! wrong-type /nodes/7/id true\n");
    assert_node("{\"id\":[1],\"kind\":\"group\"}", "! wrong-type /nodes/7/id […]\n");
    assert_node("{\"id\":9223372036854775808,\"kind\":\"group\"}",
                "! out-of-range /nodes/7/id 9.22337203685e+18 (-2⁶³ … 2⁶³ - 1)\n");
    assert_node("{\"id\":\"g\",\"kind\":\"group\",\"place\":\"\"}",
                "known node id=g\n! empty-id /nodes/7/place \"\"\n");
}

static void an_unknown_word_is_reported_with_the_nearest(void **state)
{
    (void)state;
    assert_node("{\"id\":\"f\",\"kind\":\"farmr\"}",
                "known node id=f\n! unknown-value /nodes/7/kind \"farmr\" "
                "(farmer, group, cooperative, union, enterprise) -> farmer\n");
    assert_node("{\"id\":\"f\",\"kind\":\"Hợp tác xã\"}",
                "known node id=f\n! unknown-value /nodes/7/kind \"Hợp tác xã\" "
                "(farmer, group, cooperative, union, enterprise) -> cooperative\n");
    assert_node("{\"id\":\"f\",\"kind\":\"zebra\"}",
                "known node id=f\n! unknown-value /nodes/7/kind \"zebra\" "
                "(farmer, group, cooperative, union, enterprise)\n");
    assert_node("{\"id\":\"f\",\"kind\":\"farmer\",\"status\":\"Active\"}",
                "known node id=f\n! unknown-value /nodes/7/status \"Active\" "
                "(active, suspended, dissolved) -> active\n");
    assert_node("{\"id\":\"f\",\"kind\":3}", "known node id=f\n! wrong-type /nodes/7/kind 3\n");
}

static void count_is_for_farmers_only(void **state)
{
    (void)state;
    assert_node("{\"id\":\"f\",\"kind\":\"farmer\",\"count\":40}", "node id=f kind=0 count=40\n");
    assert_node("{\"id\":\"f\",\"kind\":\"farmer\",\"count\":3.0}", "node id=f kind=0 count=3\n");
    assert_node("{\"id\":\"f\",\"kind\":\"farmer\",\"count\":0}",
                "known node id=f\n! out-of-range /nodes/7/count 0 (1 … 1000000000)\n");
    assert_node("{\"id\":\"f\",\"kind\":\"farmer\",\"count\":2.5}",
                "known node id=f\n! wrong-type /nodes/7/count 2.5\n");
    assert_node("{\"id\":\"g\",\"kind\":\"group\",\"count\":1}",
                "known node id=g\n! misplaced-field /nodes/7/count 1\n");
}

static void members_count_on_groups_and_cooperatives(void **state)
{
    (void)state;
    assert_node("{\"id\":\"g\",\"kind\":\"group\",\"members\":0}", "node id=g kind=1 members=0\n");
    assert_node("{\"id\":\"u\",\"kind\":\"union\",\"members\":9}",
                "node id=u kind=3\n? members-ignored /nodes/7/members 9\n");
    assert_node("{\"id\":\"f\",\"kind\":\"farmer\",\"members\":9}",
                "node id=f kind=0\n? members-ignored /nodes/7/members 9\n");
    assert_node("{\"id\":\"u\",\"kind\":\"union\",\"members\":-9}",
                "known node id=u\n! out-of-range /nodes/7/members -9 (0 … 1000000000)\n");
}

static void an_enterprise_always_sells_and_a_farmer_never_buys(void **state)
{
    (void)state;
    assert_node("{\"id\":\"e\",\"kind\":\"enterprise\",\"sells\":false}",
                "node id=e kind=4\n? sells-ignored /nodes/7/sells false\n");
    assert_node("{\"id\":\"f\",\"kind\":\"farmer\",\"sells\":false}", "node id=f kind=0 sells=1\n");
    assert_node("{\"id\":\"f\",\"kind\":\"farmer\",\"buyer\":false}",
                "known node id=f\n! misplaced-field /nodes/7/buyer false\n");
}

static void products_are_ids_or_objects(void **state)
{
    (void)state;
    assert_node("{\"id\":\"f\",\"kind\":\"farmer\",\"products\":[\"tea\",7,"
                "{\"product\":\"rice\",\"output_kg\":1.5,\"demand_kg\":0,\"ocop\":[3,5,3]}]}",
                "node id=f kind=0 product=tea product=7 object=rice output_kg=1.5 demand_kg=0 "
                "ocop=3 ocop=3 ocop=5\n");
    assert_node("{\"id\":\"f\",\"kind\":\"farmer\",\"products\":[\"*\",{},null,{\"product\":\"a\","
                "\"output_kg\":-1,\"ocop\":[1,6,\"4\"]}]}",
                "known node id=f\n! reserved-id /nodes/7/products/0 \"*\"\n"
                "! missing-field /nodes/7/products/1 (product)\n"
                "! wrong-type /nodes/7/products/2 null\n"
                "! out-of-range /nodes/7/products/3/ocop/1 6 (1 … 5)\n"
                "! wrong-type /nodes/7/products/3/ocop/2 \"4\"\n"
                "! out-of-range /nodes/7/products/3/output_kg -1 (≥ 0)\n");
}

static void a_product_listed_twice_is_told_and_handed_over(void **state)
{
    (void)state;
    assert_node(
        "{\"id\":\"f\",\"kind\":\"farmer\",\"products\":[\"b\",\"a\",\"b\",{\"product\":\"b\"}]}",
        "node id=f kind=0 product=b product=a product=b object=b\n"
        "? repeated-product /nodes/7/products/2 \"b\"\n"
        "? repeated-product /nodes/7/products/3/product \"b\"\n");
    assert_link(
        "{\"source\":\"a\",\"target\":\"b\",\"product\":\"p\",\"products\":[\"p\",\"q\",\"q\"]}",
        "link source=a target=b product=p products=p products=q products=q\n"
        "? repeated-product /links/7/products/2 \"q\"\n");
}

static void coordinates_have_limits(void **state)
{
    (void)state;
    assert_node("{\"id\":\"f\",\"kind\":\"farmer\",\"lat\":90.5,\"lon\":\"105\"}",
                "known node id=f\n! out-of-range /nodes/7/lat 90.5 (-90 … 90)\n"
                "! wrong-type /nodes/7/lon \"105\"\n");
}

static void a_founding_is_a_year_a_month_or_a_day(void **state)
{
    (void)state;
    assert_node("{\"id\":\"g\",\"kind\":\"group\",\"founded\":1998}",
                "node id=g kind=1 founded=1998\n");
    assert_node("{\"id\":\"g\",\"kind\":\"group\",\"founded\":\"2020-02-29\"}",
                "node id=g kind=1 founded=2020-02-29\n");
    assert_node("{\"id\":\"g\",\"kind\":\"group\",\"founded\":\"2019-02-29\"}",
                "known node id=g\n! bad-date /nodes/7/founded \"2019-02-29\"\n");
    assert_node("{\"id\":\"g\",\"kind\":\"group\",\"founded\":10000}",
                "known node id=g\n! out-of-range /nodes/7/founded 10000 (1 … 9999)\n");
    assert_node("{\"id\":\"g\",\"kind\":\"group\",\"founded\":1e300}",
                "known node id=g\n! out-of-range /nodes/7/founded 1e+300 (1 … 9999)\n");
    assert_node("{\"id\":\"g\",\"kind\":\"group\",\"founded\":1998.5}",
                "known node id=g\n! wrong-type /nodes/7/founded 1998.5\n");
}

static void every_field_of_a_link_is_read(void **state)
{
    (void)state;
    assert_link("{\"source\":\"c\",\"target\":\"e\",\"kind\":\"supply\",\"product\":\"tea\","
                "\"volume_kg\":80000,\"delivered_kg\":0,\"value\":2.5,\"contract\":\"none\","
                "\"start\":\"2021-01-01\",\"end\":\"2025-12-31\",\"status\":\"breached\"}",
                "link source=c target=e kind=1 status=2 contract=3 product=tea volume_kg=80000 "
                "delivered_kg=0 value=2.5 start=2021-01-01 end=2025-12-31\n");
    assert_element(VCL_PART_EDGES, "{\"source\":\"c\",\"target\":\"e\",\"kind\":\"membership\"}",
                   "edge source=c target=e kind=0\n");
}

static void a_wrong_link_is_reported_and_not_handed_over(void **state)
{
    (void)state;
    assert_element(
        VCL_PART_EDGES,
        "{\"target\":\"b\",\"kind\":\"sells\",\"contract\":\"verbal\",\"start\":\"2021-13-01\","
        "\"end\":5,\"products\":\"tea\",\"value\":-0.5,\"status\":\"closed\"}",
        "! missing-field /edges/7 (source)\n"
        "! unknown-value /edges/7/contract \"verbal\" (written, oral, none)\n"
        "! wrong-type /edges/7/end 5\n"
        "! unknown-value /edges/7/kind \"sells\" (membership, supply, input)\n"
        "! wrong-type /edges/7/products \"tea\"\n"
        "! bad-date /edges/7/start \"2021-13-01\"\n"
        "! unknown-value /edges/7/status \"closed\" (active, ended, breached)\n"
        "! out-of-range /edges/7/value -0.5 (≥ 0)\n");
}

static void minus_zero_is_zero(void **state)
{
    (void)state;
    assert_link("{\"source\":\"a\",\"target\":\"b\",\"value\":-0.0,\"volume_kg\":-0}",
                "link source=a target=b volume_kg=0 value=0\n");
}

static void products_and_places_are_read(void **state)
{
    (void)state;
    assert_element(VCL_PART_PRODUCTS, "{\"id\":\"p\",\"name\":\"Bưởi\",\"name_en\":\"Pomelo\"}",
                   "product id=p name=Bưởi name_en=Pomelo\n");
    assert_element(VCL_PART_PRODUCTS, "{\"id\":\"*\"}", "! reserved-id /products/7/id \"*\"\n");
    assert_element(VCL_PART_PRODUCTS, "{\"id\":\"p\",\"name\":1}",
                   "known product id=p\n! wrong-type /products/7/name 1\n");
    assert_element(VCL_PART_PLACES,
                   "{\"id\":155,\"name\":\"Tân Lạc\",\"level\":\"district\",\"parent\":17,"
                   "\"lat\":20.61,\"lon\":105.25}",
                   "place id=155 name=Tân Lạc level=district parent=17 lat=20.61 lon=105.25\n");
    assert_element(VCL_PART_PLACES, "{\"id\":\"x\",\"lat\":100}",
                   "known place id=x\n! out-of-range /places/7/lat 100 (-90 … 90)\n");
}

static void the_graph_is_read(void **state)
{
    (void)state;
    assert_member(
        VCL_PART_GRAPH,
        "{\"name\":\"Tân Lạc\",\"as_of\":\"2023-12-31\",\"currency\":\"VND\",\"source\":\"s\"}",
        "graph name=Tân Lạc currency=VND source=s as_of=2023-12-31\n");
    assert_member(VCL_PART_GRAPH, "{\"name\":1,\"as_of\":\"2023-02-30\"}",
                  "graph\n! bad-date /graph/as_of \"2023-02-30\"\n! wrong-type /graph/name 1\n");
    assert_member(VCL_PART_GRAPH, "[]", "! wrong-type /graph []\n");
}

static void the_header_is_checked(void **state)
{
    (void)state;
    assert_member(VCL_PART_FORMAT, "\"vclink\"", "");
    assert_member(VCL_PART_FORMAT, "\"vclnk\"",
                  "! unknown-value /format \"vclnk\" (vclink) -> vclink\n");
    assert_member(VCL_PART_VERSION, "1", "");
    assert_member(VCL_PART_VERSION, "2", "! unsupported-version /version 2\n");
    assert_member(VCL_PART_VERSION, "\"1\"", "! wrong-type /version \"1\"\n");
    assert_member(VCL_PART_DIRECTED, "true", "");
    assert_member(VCL_PART_DIRECTED, "false", "? undirected /directed false\n");
    assert_member(VCL_PART_MULTIGRAPH, "0", "! wrong-type /multigraph 0\n");
}

static void what_should_be_an_array_or_object_is_told(void **state)
{
    (void)state;
    assert_member(VCL_PART_NODES, "{\"a\":1}", "! wrong-type /nodes {…}\n");
    assert_member(VCL_PART_PLACES, "{}", "! wrong-type /places {}\n");
    assert_node("[1]", "! wrong-type /nodes/7 […]\n");
    assert_node("null", "! wrong-type /nodes/7 null\n");
    assert_link("\"a\"", "! wrong-type /links/7 \"a\"\n");
}

static void a_line_holds_records_by_their_kind(void **state)
{
    (void)state;
    assert_line("{\"node\":{\"id\":\"f\",\"kind\":\"farmer\"}}", "node id=f kind=0\n");
    assert_line("{\"link\":{\"source\":\"a\",\"target\":\"b\"},\"product\":{\"id\":\"p\"},\"x\":1}",
                "link source=a target=b\nproduct id=p\n");
    assert_line("{\"node\":{\"id\":\"f\",\"kind\":\"farmer\",\"lat\":91}}",
                "known node id=f\n! out-of-range /node/lat 91 (-90 … 90)\n");
    assert_line("{\"link\":5}", "! wrong-type /link 5\n");
    assert_line("{\"version\":2}", "! unsupported-version /version 2\n");
    assert_line("{\"farmer\":{}}", "? unknown-record \n");
    assert_line("[1]", "! json-syntax  […]\n");
}

static void unknown_members_need_only_be_json(void **state)
{
    (void)state;
    assert_member(VCL_PART_UNKNOWN, "{\"a\":[1,2]}", "");
    assert_member(VCL_PART_UNKNOWN, "{\"a\":tru}", "! json-syntax  tru (5:8)\n");
}

static void what_is_no_json_is_told_with_line_and_column(void **state)
{
    (void)state;
    assert_node("{\"id\":NaN}", "! json-syntax /nodes/7 NaN (5:9)\n");
    assert_node("{\"id\":1,\n \"kind\" 5}", "! json-syntax /nodes/7 5 (6:9)\n");
    assert_node("{\"id\":\"a", "! json-syntax /nodes/7 \"a (5:10)\n");
    assert_node("{\"id\":\"\\u0000\"}", "! nul-character /nodes/7 \"\\u0000\" (5:9)\n");
    assert_node("{\"id\":1,\"id\":2}", "! duplicate-key /nodes/7 \"id\" (5:11)\n");
    assert_node("{\"id\":\n\"h\xC3\xB2\xF2\"}", "! utf8 /nodes/7 0xF2 (6:4)\n");
    assert_node("{\"id\":\"a\\\xE1\xBA\xA1\"}", "! json-syntax /nodes/7 \"a\\ (5:9)\n");
    assert_line("{\"node\":{}", "! json-syntax  (5:12)\n");
}

static void a_number_beyond_64_bits_is_out_of_range_where_it_stands(void **state)
{
    (void)state;
    assert_node("{\"id\":\"g\",\"kind\":\"group\",\"members\":123456789012345678901234567890}",
                "known node id=g\n! out-of-range /nodes/7/members 1.23456789012e+29 "
                "(0 … 1000000000)\n");
    assert_node("{\"id\":\"g\",\"kind\":\"group\",\"workers\":-9223372036854775809}",
                "known node id=g\n! out-of-range /nodes/7/workers -9.22337203685e+18 (≥ 0)\n");
    assert_node("{\"id\":9007199254740993,\"kind\":\"group\",\"name\":\"99999999999999999999\","
                "\"x\":99999999999999999999}",
                "node id=9007199254740993 kind=1 name=99999999999999999999\n");
    assert_node("{\"id\":\"g\",\"kind\":\"group\",\"lat\":1e999}",
                "! out-of-range /nodes/7 1e999 (5:34)\n");
}

/* So many brackets open and close a value that a record holds; the result is static. */
static const char *nested(int depth)
{
    static char json[2 * 3000 + 32];
    char *at = json;

    memcpy(at, "{\"x\":", 5);
    at += 5;
    memset(at, '[', (size_t)depth);
    memset(at + depth, ']', (size_t)depth);
    memcpy(at + 2 * depth, "}", 2);
    return json;
}

static void nesting_has_a_limit(void **state)
{
    (void)state;
    assert_line(nested(2000), "? unknown-record \n");
    assert_line(nested(3000), "! json-syntax  [ (5:2055)\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_node_needs_only_an_id_and_a_kind),
        cmocka_unit_test(every_field_of_a_node_is_read),
        cmocka_unit_test(null_is_the_same_as_absent),
        cmocka_unit_test(an_integer_id_is_its_decimal_string),
        cmocka_unit_test(an_id_that_is_none_is_reported),
        cmocka_unit_test(an_unknown_word_is_reported_with_the_nearest),
        cmocka_unit_test(count_is_for_farmers_only),
        cmocka_unit_test(members_count_on_groups_and_cooperatives),
        cmocka_unit_test(an_enterprise_always_sells_and_a_farmer_never_buys),
        cmocka_unit_test(products_are_ids_or_objects),
        cmocka_unit_test(a_product_listed_twice_is_told_and_handed_over),
        cmocka_unit_test(coordinates_have_limits),
        cmocka_unit_test(a_founding_is_a_year_a_month_or_a_day),
        cmocka_unit_test(every_field_of_a_link_is_read),
        cmocka_unit_test(a_wrong_link_is_reported_and_not_handed_over),
        cmocka_unit_test(minus_zero_is_zero),
        cmocka_unit_test(products_and_places_are_read),
        cmocka_unit_test(the_graph_is_read),
        cmocka_unit_test(the_header_is_checked),
        cmocka_unit_test(what_should_be_an_array_or_object_is_told),
        cmocka_unit_test(a_line_holds_records_by_their_kind),
        cmocka_unit_test(unknown_members_need_only_be_json),
        cmocka_unit_test(what_is_no_json_is_told_with_line_and_column),
        cmocka_unit_test(a_number_beyond_64_bits_is_out_of_range_where_it_stands),
        cmocka_unit_test(nesting_has_a_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
