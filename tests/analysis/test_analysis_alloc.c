/* Loading, every analysis and every format with each of our allocations failing in turn: the
 * documented status, nothing handed out, a host left as it was, and afterwards the same bytes. */
#include <stdio.h>
#include <unistd.h>

#include <igraph.h>

#include "support/alloc.h"
#include "support/figures.h"
#include "support/rich_chain.h"

/* With ids that are wrong on purpose: suggestions need memory too. */
static const char wrong_document[] =
    "{'products': [{'id': 'tea'}], 'places': [{'id': 'a', 'parent': 'b'},"
    " {'id': 'b', 'parent': 'a'}],"
    " 'nodes': [{'id': 'HTX-09', 'kind': 'cooperative', 'products': ['tee']},"
    "  {'id': 'HTX-09', 'kind': 'union', 'place': 'c'}],"
    " 'edges': [{'source': 'HTX-9', 'target': 'HTX-09', 'product': 'rice'}]}";

static const char document[] =
    "{'graph': {'name': 'Tân Lạc 2023', 'as_of': '2023-12-31'},"
    " 'products': [{'id': 'pomelo', 'name': 'Bưởi đỏ'}],"
    " 'places': [{'id': '17'}, {'id': '155', 'parent': '17', 'lat': 20.61}],"
    " 'nodes': [{'id': 'f1', 'kind': 'farmer', 'place': '155', 'products': ['pomelo']},"
    "  {'id': 9, 'kind': 'farmer', 'count': 40},"
    "  {'id': 'c1', 'kind': 'cooperative', 'name': 'HTX \\u0110ông Lai', 'members': 65,"
    "   'products': [{'product': 'pomelo', 'output_kg': 120000}], 'certificates': ['VietGAP']},"
    "  {'id': 'e1', 'kind': 'enterprise', 'products': ['pomelo']}],"
    " 'edges': [{'source': 'f1', 'target': 'c1'}, {'source': 9, 'target': 'c1'},"
    "  {'source': 'c1', 'target': 'e1', 'product': 'pomelo', 'volume_kg': 80000}]}";

typedef void begin_failing(size_t nth);

/* All tables of a chain as text, with their names. */
static vcl_text text_of_result(const vcl_result *result)
{
    vcl_text text = { 0 };

    for (size_t i = 0; i < vcl_result_table_count(result); i++) {
        vcl_text rows = text_of_table(vcl_result_table(result, i), NULL);
        vcl_text_add(&text, vcl_table_name(vcl_result_table(result, i)));
        vcl_text_add_byte(&text, '\n');
        vcl_text_add(&text, vcl_text_bytes(&rows));
        vcl_text_release(&rows);
    }
    return text;
}

static void assert_figures(const vcl_chain *chain, const vcl_text *expected)
{
    vcl_result *result = analyze_everything(chain, NULL);
    vcl_text found = text_of_result(result);

    assert_string_equal(vcl_text_bytes(&found), vcl_text_bytes(expected));
    vcl_text_release(&found);
    vcl_result_free(result);
}

static vcl_text figures_of(const char *drawing)
{
    vcl_chain *chain = chain_of(drawing);
    vcl_result *result = analyze_everything(chain, NULL);
    vcl_text figures = text_of_result(result);

    vcl_result_free(result);
    vcl_chain_free(chain);
    return figures;
}

/* Loads with the nth allocation failing; whether one failed. */
static bool load_once(const vcl_text *json, begin_failing *begin, size_t nth, vcl_status expected,
                      vcl_chain **out)
{
    vcl_problems *problems = NULL;
    vcl_error err = { 0 };

    assert_int_equal(vcl_problems_new(&problems, NULL), VCL_OK);
    begin(nth);
    vcl_status status = vcl_chain_load_memory(vcl_text_bytes(json), json->size, "drawing", NULL,
                                              problems, out, &err);
    bool failed = allocations_failed() > 0;
    fail_allocation(0);
    /* What could not be trimmed is kept as it is: that is no failure. */
    assert_true(status == expected || (failed && status == VCL_ERROR_MEMORY));
    assert_int_equal(err.status, status);
    assert_int_equal(*out != NULL, status == VCL_OK);
    vcl_problems_free(problems);
    return failed;
}

static void load_with_each_failing(const char *drawing, begin_failing *begin, vcl_status expected)
{
    vcl_text json = json_of(drawing);
    vcl_text figures = expected == VCL_OK ? figures_of(drawing) : (vcl_text){ 0 };
    bool failed = true;

    for (size_t nth = 1; failed; nth++) {
        vcl_chain *chain = NULL;
        failed = load_once(&json, begin, nth, expected, &chain);
        if (chain != NULL) {
            assert_figures(chain, &figures);
        }
        vcl_chain_free(chain);
    }
    vcl_text_release(&figures);
    vcl_text_release(&json);
}

static void loading_fails_cleanly(void **state)
{
    (void)state;
    load_with_each_failing(rich_chain, fail_allocation, VCL_OK);
    load_with_each_failing(rich_chain, fail_allocations_from, VCL_OK);
    load_with_each_failing(document, fail_allocation, VCL_OK);
    load_with_each_failing(document, fail_allocations_from, VCL_OK);
}

static void loading_what_is_wrong_fails_cleanly(void **state)
{
    (void)state;
    load_with_each_failing(wrong_document, fail_allocation, VCL_ERROR_INPUT);
    load_with_each_failing(wrong_document, fail_allocations_from, VCL_ERROR_INPUT);
}

static const char *const without[] = { "c7", "e2" };
static const vcl_study_options options_of_study = { .as_of = "2023-06-30",
                                                    .without = without,
                                                    .without_count = 2 };

/* Analyses with the nth allocation failing; whether one failed. */
static bool analyze_once(const vcl_chain *chain, const char *name, begin_failing *begin, size_t nth,
                         const vcl_text *expected)
{
    vcl_error err = { 0 };
    vcl_result *result = NULL;

    begin(nth);
    vcl_status status =
        vcl_analyze(chain, &options_of_study, &name, name == NULL ? 0 : 1, &result, &err);
    bool failed = allocations_failed() > 0;
    fail_allocation(0);
    /* What could not be trimmed is kept as it is: that is no failure. */
    assert_true(status == VCL_OK || (failed && status == VCL_ERROR_MEMORY));
    assert_int_equal(err.status, status);
    assert_int_equal(result != NULL, status == VCL_OK);
    if (result != NULL) {
        vcl_text found = text_of_result(result);
        assert_string_equal(vcl_text_bytes(&found), vcl_text_bytes(expected));
        vcl_text_release(&found);
    }
    vcl_result_free(result);
    return failed;
}

static void analyze_with_each_failing(const char *name, begin_failing *begin)
{
    vcl_chain *chain = chain_of(rich_chain);
    vcl_text figures = figures_of(rich_chain);
    vcl_result *result = NULL;
    size_t nth = 1;

    assert_int_equal(
        vcl_analyze(chain, &options_of_study, &name, name == NULL ? 0 : 1, &result, NULL), VCL_OK);
    vcl_text expected = text_of_result(result);
    while (analyze_once(chain, name, begin, nth, &expected)) {
        nth++;
    }
    vcl_result_free(result);
    vcl_text_release(&expected);
    assert_true(nth > 10); /* tables of records are made without a study */
    assert_figures(chain, &figures);
    vcl_text_release(&figures);
    vcl_chain_free(chain);
}

static void every_analysis_fails_cleanly(void **state)
{
    (void)state;
    analyze_with_each_failing(NULL, fail_allocation);
    for (size_t i = 0; i < vcl_analysis_count(); i++) {
        analyze_with_each_failing(vcl_analysis_name(i), fail_allocation);
        analyze_with_each_failing(vcl_analysis_name(i), fail_allocations_from);
    }
}

static void error_of_host(const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)reason;
    (void)file;
    (void)line;
    (void)code;
    fail_msg("an error reached the host");
}

static void a_host_is_left_as_it_was_by_analyses_that_fail(void **state)
{
    igraph_error_handler_t *handler = igraph_set_error_handler(error_of_host);
    igraph_vector_t own;

    (void)state;
    assert_int_equal(igraph_vector_init(&own, 3), IGRAPH_SUCCESS);
    IGRAPH_FINALLY(igraph_vector_destroy, &own);
    analyze_with_each_failing(NULL, fail_allocation);
    assert_int_equal(IGRAPH_FINALLY_STACK_SIZE(), 1);
    assert_int_equal(igraph_vector_size(&own), 3);
    igraph_vector_destroy(&own);
    IGRAPH_FINALLY_CLEAN(1);
    assert_ptr_equal(igraph_set_error_handler(handler), error_of_host);
}

/* A whole file; the caller frees it. */
static char *contents_of(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *bytes = calloc(1, 1 << 18);

    assert_non_null(file);
    assert_non_null(bytes);
    assert_true(fread(bytes, 1, (1 << 18) - 1, file) > 0);
    fclose(file);
    return bytes;
}

static bool export_once(const vcl_result *result, const vcl_export_options *options,
                        const char *path, begin_failing *begin, size_t nth)
{
    vcl_error err = { 0 };

    begin(nth);
    vcl_status status = vcl_export(result, options, path, &err);
    bool failed = allocations_failed() > 0;
    fail_allocation(0);
    assert_int_equal(status, failed ? VCL_ERROR_MEMORY : VCL_OK);
    assert_int_equal(err.status, status);
    return failed;
}

/* A file that is there stays until it can be replaced as a whole, by the same bytes as before. */
static void export_with_each_failing(const vcl_result *result, const char *format, const char *path,
                                     begin_failing *begin)
{
    const vcl_export_options options = { .format = format, .color = true, .source = "rich.json" };
    char *expected = NULL;
    char *found = NULL;

    assert_int_equal(vcl_export(result, &options, path, NULL), VCL_OK);
    expected = contents_of(path);
    for (size_t nth = 1; export_once(result, &options, path, begin, nth); nth++) {
        found = contents_of(path);
        assert_string_equal(found, expected);
        free(found);
    }
    found = contents_of(path);
    assert_string_equal(found, expected);
    free(found);
    free(expected);
}

static void every_format_fails_cleanly(void **state)
{
    char path[] = "/tmp/vclink-analysis-XXXXXX";
    int descriptor = mkstemp(path);
    vcl_chain *chain = chain_of(rich_chain);
    vcl_result *all = analyze_everything(chain, NULL);
    vcl_result *one = analyze(chain, "coverage");

    (void)state;
    assert_true(descriptor >= 0);
    close(descriptor);
    for (size_t i = 0; i < vcl_export_count(); i++) {
        const char *format = vcl_export_name(i);
        const vcl_result *result = strcmp(format, "csv") == 0 ? one : all;
        export_with_each_failing(result, format, path, fail_allocation);
        export_with_each_failing(result, format, path, fail_allocations_from);
    }
    unlink(path);
    vcl_result_free(one);
    vcl_result_free(all);
    vcl_chain_free(chain);
}

/* Makes a table about a load or about vclink itself. */
typedef vcl_status make_result(const vcl_problems *problems, vcl_result **out);

static vcl_status make_problems(const vcl_problems *problems, vcl_result **out)
{
    return vcl_problems_result(problems, VCL_VIETNAMESE, out, NULL);
}

static vcl_status make_catalogue(const vcl_problems *problems, vcl_result **out)
{
    (void)problems;
    return vcl_catalogue_result(VCL_ENGLISH, out, NULL);
}

static void make_with_each_failing(make_result *make)
{
    vcl_problems *problems = problems_of(NULL, wrong_document);
    bool failed = true;

    for (size_t nth = 1; failed; nth++) {
        vcl_result *result = NULL;
        fail_allocation(nth);
        vcl_status status = make(problems, &result);
        failed = allocations_failed() > 0;
        fail_allocation(0);
        assert_int_equal(status, failed ? VCL_ERROR_MEMORY : VCL_OK);
        assert_int_equal(result != NULL, !failed);
        vcl_result_free(result);
    }
    vcl_problems_free(problems);
}

static void the_table_of_columns_fails_cleanly(void **state)
{
    (void)state;
    make_with_each_failing(make_catalogue);
}

static void the_table_of_problems_fails_cleanly(void **state)
{
    (void)state;
    make_with_each_failing(make_problems);
}

static void a_suggestion_is_not_worth_a_failure(void **state)
{
    vcl_chain *chain = chain_of(rich_chain);
    bool failed = true;

    (void)state;
    for (size_t nth = 1; failed; nth++) {
        fail_allocation(nth);
        const char *found = vcl_chain_nearest_id(chain, "C-01");
        failed = allocations_failed() > 0;
        assert_true(found == NULL || strcmp(found, "c1") == 0);
    }
    fail_allocation(0);
    assert_string_equal(vcl_chain_nearest_id(chain, "C-01"), "c1");
    vcl_chain_free(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loading_fails_cleanly),
        cmocka_unit_test(loading_what_is_wrong_fails_cleanly),
        cmocka_unit_test(every_analysis_fails_cleanly),
        cmocka_unit_test(a_host_is_left_as_it_was_by_analyses_that_fail),
        cmocka_unit_test(every_format_fails_cleanly),
        cmocka_unit_test(the_table_of_columns_fails_cleanly),
        cmocka_unit_test(the_table_of_problems_fails_cleanly),
        cmocka_unit_test(a_suggestion_is_not_worth_a_failure),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
