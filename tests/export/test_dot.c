/* export/dot: what draws, what is quoted, what graphviz cannot take. */
#include "base/unicode.h"
#include "networked.h"

static void the_shape_tells_the_kind_and_the_colour_who_has_a_buyer(void **state)
{
    char *bytes = exported(network(), "dot");

    (void)state;
    assert_contains(bytes, "digraph \"Tân Lạc\" {\n");
    assert_contains(bytes, "  label=\"Tân Lạc\";\n");
    assert_contains(bytes, "  \"c1\" [label=\"HTX Đông Lai\", shape=box, fillcolor=\"#9ecae1\", "
                           "full_name=\"HTX Đông Lai\", kind=\"cooperative\", place=\"2\"");
    assert_contains(bytes, "  \"e1\" [label=\"e1\", shape=house, fillcolor=\"#08519c\", "
                           "fontcolor=\"#ffffff\", kind=\"enterprise\", active=\"true\"");
    assert_contains(bytes, "  \"f1\" [label=\"f1\\n×40\", shape=ellipse, fillcolor=\"#deebf7\", "
                           "kind=\"farmer\"");
    assert_contains(bytes, "  \"c1\" -> \"e1\" [kind=\"supply\", volume_kg=\"80000\", "
                           "active=\"true\", leads_to_buyer=\"true\"];\n"
                           "  \"c1\" -> \"e1\" [kind=\"supply\", active=\"true\"");
    free(bytes);
}

static void a_link_that_leads_nowhere_has_a_colour_of_its_own(void **state)
{
    vcl_result *result = empty_network();
    vcl_table *links = table_of(result, 1);

    (void)state;
    vcl_table_add_text(links, "a");
    vcl_table_add_text(links, "b");
    vcl_table_add_term(links, "supply");
    vcl_table_add_null(links);
    vcl_table_add_boolean(links, true);
    vcl_table_add_boolean(links, false);
    assert_exports(result, "dot", "  \"a\" -> \"b\" [color=\"#d95f0e\", kind=\"supply\"");
}

static void quotes_and_backslashes_stay_within_their_string(void **state)
{
    char *bytes = exported(network_of_one("a\"b\\", "\\N \\G & <b>"), "dot");

    (void)state;
    assert_contains(bytes, "  \"a\\\"b\\\\\" [label=\"\\\\N \\\\G &amp; <b>\", ");
    assert_contains(bytes, ", full_name=\"\\\\N \\\\G & <b>\"");
    free(bytes);
}

static void hidden_characters_are_shown(void **state)
{
    (void)state;
    assert_exports(network_of_one("c1", "\x1B\xE2\x80\xAE\xEF\xBF\xBE"), "dot",
                   "full_name=\"<U+001B><U+202E><U+FFFE>\"");
}

static void a_percent_sign_in_front_of_an_id_is_shown(void **state)
{
    char *bytes = exported(network_of_one("%1", "%1"), "dot");

    (void)state;
    assert_contains(bytes, "  \"<U+0025>1\" [label=\"%1\"");
    assert_contains(bytes, "full_name=\"%1\"");
    free(bytes);
}

static void a_long_name_is_broken_and_cut_in_the_picture_alone(void **state)
{
    char *bytes = exported(network_of_one("c1", "Hợp tác xã sản xuất và tiêu thụ nông sản an toàn "
                                                "Đông Lai huyện Tân Lạc tỉnh Hòa Bình cũ nay là "
                                                "tỉnh Phú Thọ"),
                           "dot");

    (void)state;
    assert_contains(bytes, "[label=\"Hợp tác xã sản xuất và\\ntiêu thụ nông sản an\\n"
                           "toàn Đông Lai huyện Tân\\nLạc tỉnh Hòa Bình cũ nay…\", ");
    assert_contains(bytes, "full_name=\"Hợp tác xã sản xuất và tiêu thụ nông sản an toàn Đông Lai");
    free(bytes);
}

static void a_text_too_long_for_graphviz_stands_in_pieces(void **state)
{
    const size_t letters = 5000;
    const size_t most = 16000;
    char *name = calloc(2 * letters + 1, 1);
    char *bytes = NULL;
    size_t since_quote = 0;

    (void)state;
    assert_non_null(name);
    for (size_t i = 0; i < letters; i++) {
        memcpy(name + 2 * i, "đ", 2);
    }
    bytes = exported(network_of_one("c1", name), "dot");
    assert_contains(bytes, "đ\" + \"đ");
    for (const char *at = bytes; *at != '\0'; at++) {
        since_quote = *at == '"' ? 0 : since_quote + 1;
        assert_true(since_quote < most);
    }
    assert_true(vcl_unicode_valid(vcl_slice_of(bytes), NULL));
    free(bytes);
    free(name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shape_tells_the_kind_and_the_colour_who_has_a_buyer),
        cmocka_unit_test(a_link_that_leads_nowhere_has_a_colour_of_its_own),
        cmocka_unit_test(quotes_and_backslashes_stay_within_their_string),
        cmocka_unit_test(hidden_characters_are_shown),
        cmocka_unit_test(a_percent_sign_in_front_of_an_id_is_shown),
        cmocka_unit_test(a_long_name_is_broken_and_cut_in_the_picture_alone),
        cmocka_unit_test(a_text_too_long_for_graphviz_stands_in_pieces),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
