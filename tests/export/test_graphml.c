/* export/graphml: typed attributes, references, what XML forbids. */
#include "networked.h"

static void every_column_but_the_ends_is_a_key_with_its_type(void **state)
{
    char *bytes = exported(network(), "graphml");

    (void)state;
    assert_contains(bytes, "<key id=\"node.name\" for=\"node\" attr.name=\"name\" "
                           "attr.type=\"string\"><desc>what it is &#38; means</desc></key>");
    assert_contains(bytes, "attr.name=\"count\" attr.type=\"long\"><desc>what it is &#38; means "
                           "(households)</desc></key>");
    assert_contains(bytes, "attr.name=\"active\" attr.type=\"boolean\">");
    assert_contains(bytes, "attr.name=\"pagerank\" attr.type=\"double\">");
    assert_contains(bytes, "<key id=\"edge.active\" for=\"edge\"");
    assert_lacks(bytes, "attr.name=\"id\"");
    assert_lacks(bytes, "attr.name=\"source\"");
    assert_lacks(bytes, "attr.name=\"target\"");
    free(bytes);
}

static void nodes_and_links_stand_with_what_is_known(void **state)
{
    char *bytes = exported(network(), "graphml");

    (void)state;
    assert_contains(bytes, "  <graph edgedefault=\"directed\">\n"
                           "      <data key=\"graph.name\">Tân Lạc</data>\n"
                           "      <data key=\"graph.as_of\">2023-12-31</data>\n");
    assert_contains(bytes, "    <node id=\"f1\">\n"
                           "      <data key=\"node.label\">f1</data>\n"
                           "      <data key=\"node.kind\">farmer</data>\n"
                           "      <data key=\"node.place\">3</data>\n"
                           "      <data key=\"node.products\">pomelo</data>\n"
                           "      <data key=\"node.count\">40</data>\n"
                           "      <data key=\"node.active\">true</data>\n"
                           "      <data key=\"node.buyer\">false</data>\n"
                           "      <data key=\"node.sells\">true</data>\n"
                           "      <data key=\"node.coverage\">indirect</data>\n"
                           "      <data key=\"node.pagerank\">0.333333333333</data>\n"
                           "    </node>\n");
    assert_contains(bytes, "    <edge source=\"c1\" target=\"e1\">\n"
                           "      <data key=\"edge.kind\">supply</data>\n"
                           "      <data key=\"edge.volume_kg\">80000</data>\n"
                           "      <data key=\"edge.active\">true</data>\n"
                           "      <data key=\"edge.leads_to_buyer\">true</data>\n"
                           "    </edge>\n"
                           "    <edge source=\"c1\" target=\"e1\">\n"
                           "      <data key=\"edge.kind\">supply</data>\n"
                           "      <data key=\"edge.active\">true</data>\n");
    free(bytes);
}

static void the_day_asked_for_is_told(void **state)
{
    vcl_result *result = network();

    (void)state;
    result->option_as_of = "2022-01-01";
    assert_exports(result, "graphml", "<data key=\"graph.as_of\">2022-01-01</data>");
}

static void names_never_become_markup(void **state)
{
    (void)state;
    assert_exports(network_of_one("\"<a>&'", "]]></data>&amp;"), "graphml",
                   "    <node id=\"&#34;&#60;a&#62;&#38;'\">\n"
                   "      <data key=\"node.label\">]]&#62;&#60;/data&#62;&#38;amp;</data>\n");
}

static void what_readers_would_fold_is_a_reference_and_what_xml_forbids_is_shown(void **state)
{
    (void)state;
    assert_exports(network_of_one("a\tb\nc\rd", "\x01\x1F\x7F\xEF\xBF\xBE\xE2\x80\xAE"), "graphml",
                   "<node id=\"a&#9;b&#10;c&#13;d\">\n"
                   "      <data key=\"node.label\">&lt;U+0001&gt;&lt;U+001F&gt;&#127;"
                   "&lt;U+FFFE&gt;&#8238;</data>\n");
}

static void a_list_is_joined_so_that_it_can_be_taken_apart(void **state)
{
    const char *const items[] = { "a;b", "c\\", "d" };
    vcl_result *result = empty_network();
    vcl_table *nodes = table_of(result, 0);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(node_columns); i++) {
        if (node_columns[i]->type == VCL_LIST) {
            vcl_table_add_list(nodes, items, COUNT_OF(items));
        } else if (i == 0) {
            vcl_table_add_text(nodes, "c1");
        } else {
            vcl_table_add_null(nodes);
        }
    }
    assert_exports(result, "graphml", "<data key=\"node.products\">a\\;b;c\\\\;d</data>");
}

static void an_empty_network_is_a_graph(void **state)
{
    (void)state;
    assert_exports(empty_network(), "graphml",
                   "  <graph edgedefault=\"directed\">\n  </graph>\n</graphml>\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_column_but_the_ends_is_a_key_with_its_type),
        cmocka_unit_test(nodes_and_links_stand_with_what_is_known),
        cmocka_unit_test(the_day_asked_for_is_told),
        cmocka_unit_test(names_never_become_markup),
        cmocka_unit_test(what_readers_would_fold_is_a_reference_and_what_xml_forbids_is_shown),
        cmocka_unit_test(a_list_is_joined_so_that_it_can_be_taken_apart),
        cmocka_unit_test(an_empty_network_is_a_graph),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
