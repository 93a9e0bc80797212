/* export/html: what stands in the page's slots; tests/export/test_report.py reads whole pages. */
#include "export/html_escape.h"
#include "paged.h"

#define TRIANGLE "[[105.25,20.5],[105.5,20.5],[105.5,21]]"

static void assert_page(const vcl_export_options *options, void (*change)(vcl_result *),
                        const char *const expected[])
{
    vcl_result *result = paged_result();
    char *page = NULL;

    if (change != NULL) {
        change(result);
    }
    page = written(result, options);
    for (size_t i = 0; expected[i] != NULL; i++) {
        if (strstr(page, expected[i]) == NULL) {
            fail_msg("not in the page: %s", expected[i]);
        }
    }
    free(page);
    vcl_result_free(result);
}

static void the_page_is_in_the_language_asked_for(void **state)
{
    const vcl_export_options english = { .use = VCL_USE_PAGE };
    const vcl_export_options vietnamese = { .use = VCL_USE_PAGE, .language = VCL_VIETNAMESE };

    (void)state;
    assert_page(&english, NULL,
                (const char *const[]){ "<html lang=\"en\">", "{\"language\":\"en\"",
                                       "<title>Tân Lạc: who has a buyer", NULL });
    assert_page(&vietnamese, NULL,
                (const char *const[]){ "<html lang=\"vi\">", "{\"language\":\"vi\"",
                                       "<title>Tân Lạc: tình trạng", NULL });
}

static void be_hostile(vcl_result *result)
{
    static const char *without[] = { "</script>", "x" };

    result->dataset_name = "<b>&\"'\xE2\x80\xAE";
    result->dataset_source = "\xE2\x80\xA8\xFF";
    result->option_as_of = "2023-06-30";
    result->without = without;
    result->without_count = 2;
    result->organisations_only = true;
}

static void names_are_escaped_for_where_they_stand(void **state)
{
    const vcl_export_options options = { .use = VCL_USE_PAGE };

    (void)state;
    assert_page(&options, be_hostile,
                (const char *const[]){
                    "<title>&lt;b&gt;&amp;&quot;&#39;&lt;U+202E&gt;: ",
                    "\"name\":\"\\u003Cb\\u003E\\u0026\\\"\\u0027\\u202E\"",
                    "\"currency\":null,\"source\":\"\\u2028\\uFFFD\"",
                    "\"options\":{\"as_of\":\"2023-06-30\",\"without\":[\"\\u003C/script\\u003E\","
                    "\"x\"]}",
                    "\"organisations_only\":true", NULL });
}

static void tables_stand_column_by_column(void **state)
{
    const vcl_export_options options = { .use = VCL_USE_PAGE };

    (void)state;
    assert_page(&options, NULL,
                (const char *const[]){
                    "\"terms\":{\"isolated\":[\"isolated\",\"chưa có liên kết nào\"],"
                    "\"volume_gap\":[",
                    "\"units\":{\"fraction\":[\"fraction\",\"tỷ lệ từ 0 đến 1\"],"
                    "\"households\":[\"households\",\"hộ\"],\"kg\":[\"kg\",\"kg\"]}",
                    "\"unlinked\":{\"title\":[\"Without a buyer\",\"Chưa có đầu ra\"]",
                    "{\"name\":\"id\",\"type\":\"text\",\"unit\":\"\",\"flags\":[\"key\"],"
                    "\"label\":[\"Id\",\"Mã\"],\"description\":[\"id of the actor\",\"mã\"]}",
                    "\"values\":[\n[\"c1\",\"c2\",\"c3\"],\n"
                    "[\"HTX Đông Lai\",\"HTX Quyết Chiến\",null],\n"
                    "[\"isolated\",\"volume_gap\",null],\n"
                    "[[\"pomelo\",\"tea\"],[\"pomelo\",\"tea\"],[]],\n"
                    "[40000,7,null],\n[1234.5,0.1,0],\n[0.25,0.25,null]]}",
                    "\"type\":\"boolean\"", "\"values\":[\n[\"c1\"],\n[true]]}",
                    "\"values\":[\n[],\n[]]}", "\"regions\":null}</script>", NULL });
}

static void outlines_of_places_follow(void **state)
{
    vcl_regions *regions = two_regions();
    const vcl_export_options options = { .use = VCL_USE_PAGE, .regions = regions };

    (void)state;
    assert_page(&options, NULL,
                (const char *const[]){ "\"regions\":[\n{\"place\":\"155\",\"rings\":[" TRIANGLE
                                       "," TRIANGLE "]},\n{\"place\":\"\\u003C17\\u003E\","
                                       "\"rings\":[" TRIANGLE "]}]}</script>",
                                       NULL });
    vcl_regions_free(regions);
}

static void a_page_needs_the_tables_of_the_network(void **state)
{
    const vcl_export_options options = { .use = VCL_USE_PAGE };
    vcl_result *result = sample_result();
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(vcl_export(result, &options, "/tmp/vclink-no-page", &err), VCL_ERROR_USAGE);
    assert_string_equal(err.arguments[1], "nodes");
    assert_int_equal(access("/tmp/vclink-no-page", F_OK), -1);
    vcl_result_free(result);
}

static void assert_escaped(void (*add)(vcl_text *, vcl_slice), const char *text,
                           const char *expected)
{
    vcl_text out = { 0 };

    add(&out, vcl_slice_of(text));
    assert_string_equal(vcl_text_bytes(&out), expected);
    vcl_text_release(&out);
}

static void what_is_harmless_stays_as_it_is(void **state)
{
    (void)state;
    assert_escaped(vcl_html_add_text, "", "");
    assert_escaped(vcl_html_add_text, "HTX Đông Lai 🍊 =1+1", "HTX Đông Lai 🍊 =1+1");
    assert_escaped(vcl_html_add_string, "", "\"\"");
    assert_escaped(vcl_html_add_string, "HTX Đông Lai 🍊 /=1+1", "\"HTX Đông Lai 🍊 /=1+1\"");
}

static void every_character_that_could_do_harm_is_escaped(void **state)
{
    (void)state;
    assert_escaped(vcl_html_add_text, "<a href=\"'&amp;", "&lt;a href=&quot;&#39;&amp;amp;");
    assert_escaped(vcl_html_add_text, "a\nb\x1b\xFF", "a&lt;U+000A&gt;b&lt;U+001B&gt;&lt;0xFF&gt;");
    assert_escaped(vcl_html_add_string, "\\\"<!--</", "\"\\\\\\\"\\u003C!--\\u003C/\"");
    assert_escaped(vcl_html_add_string, "\x01\n\x7F\xC2\x85", "\"\\u0001\\u000A\\u007F\\u0085\"");
    assert_escaped(vcl_html_add_string, "\xE2\x80\xA9\xEF\xBB\xBF", "\"\\u2029\\uFEFF\"");
    assert_escaped(vcl_html_add_string, "a\xC3", "\"a\\uFFFD\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_page_is_in_the_language_asked_for),
        cmocka_unit_test(names_are_escaped_for_where_they_stand),
        cmocka_unit_test(tables_stand_column_by_column),
        cmocka_unit_test(outlines_of_places_follow),
        cmocka_unit_test(a_page_needs_the_tables_of_the_network),
        cmocka_unit_test(what_is_harmless_stays_as_it_is),
        cmocka_unit_test(every_character_that_could_do_harm_is_escaped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
