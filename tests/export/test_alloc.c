/* Every exporter, with each of its allocations failing in turn, jansson's too: an error, no crash,
 * no leak, nothing half-written. */
#include <jansson.h>

#include "networked.h"
#include "recorded.h"
#include "support/alloc.h"

static char folder[] = "/tmp/vclink-export-XXXXXX";

/* Called from here, malloc() is the one that can be made to fail. */
static void *allocate(size_t size)
{
    return malloc(size);
}

static int enter_folder(void **state)
{
    (void)state;
    json_set_alloc_funcs(allocate, free);
    return mkdtemp(folder) != NULL && chdir(folder) == 0 ? 0 : -1;
}

static int leave_folder(void **state)
{
    (void)state;
    return chdir("/") == 0 && rmdir(folder) == 0 ? 0 : -1;
}

/* Removes what was written: a file, or a folder of files. */
static void remove_written(void)
{
    assert_int_equal(system("rm -r out"), 0);
}

static void assert_each_failure_is_reported(const vcl_result *result,
                                            const vcl_export_options *options)
{
    for (size_t nth = 1;; nth++) {
        vcl_error err = { 0 };
        fail_allocation(nth);
        vcl_status status = vcl_export(result, options, "out", &err);
        size_t failed = allocations_failed();
        fail_allocation(0);
        if (failed == 0) {
            assert_int_equal(status, VCL_OK);
            assert_true(nth > 3);
            break;
        }
        assert_int_equal(status, VCL_ERROR_MEMORY);
        assert_int_equal(err.status, VCL_ERROR_MEMORY);
        assert_int_equal(access("out", F_OK), -1);
    }
    remove_written();
}

static void every_failure_in_every_format_is_reported(void **state)
{
    const char *without[] = { "e1", "e2" };
    vcl_result *result = sample_result();

    (void)state;
    result->without = without;
    result->without_count = 2;
    for (size_t i = 0; i < vcl_export_count(); i++) {
        const vcl_export_options options = {
            .format = vcl_export_name(i), .color = true, .width = 60, .source = "my file"
        };
        assert_each_failure_is_reported(result, &options);
    }
    vcl_result_free(result);
}

static void every_failure_in_every_format_of_a_network_is_reported(void **state)
{
    static const char *const formats[] = { "graphml",   "dot", "geojson", "nodelink",
                                           "cytoscape", "csv", "xlsx" };
    vcl_result *result = network();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        const vcl_export_options options = { .use = VCL_USE_NETWORK, .format = formats[i] };
        assert_each_failure_is_reported(result, &options);
    }
    vcl_result_free(result);
}

static void every_failure_in_every_format_of_a_dataset_is_reported(void **state)
{
    static const char *const formats[] = { "dataset", "datalines", "registers", "registers-csv" };
    vcl_result *result =
        records_of("farmer f 'products': ['tea']; cooperative c 'name': 'x\\u202e', "
                   "'products': [{'product': 'rice', 'output_kg': 1, 'ocop': [3]}]\n"
                   "link f c 'product': 'tea'\n");
    vcl_result *other = reversed(result);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        const vcl_export_options options = { .use = VCL_USE_NETWORK, .format = formats[i] };
        assert_each_failure_is_reported(other, &options);
    }
    vcl_result_free(other);
    vcl_result_free(result);
}

/* The old one stays, whatever fails. */
static void every_failure_in_replacing_a_folder_is_reported(void **state)
{
    const vcl_export_options options = { .use = VCL_USE_NETWORK, .format = "csv" };
    vcl_result *result = network();
    size_t failed = 1;

    (void)state;
    assert_int_equal(vcl_export(result, &options, "out", NULL), VCL_OK);
    for (size_t nth = 1; failed > 0; nth++) {
        fail_allocation(nth);
        vcl_status status = vcl_export(result, &options, "out", NULL);
        failed = allocations_failed();
        fail_allocation(0);
        assert_int_equal(status, failed > 0 ? VCL_ERROR_MEMORY : VCL_OK);
        assert_int_equal(access("out/datapackage.json", F_OK), 0);
    }
    remove_written();
    vcl_result_free(result);
}

/* A screen with all of its parts. */
static void fill_screen(vcl_result *result)
{
    static const vcl_column scope = { "scope", VCL_TERM, "", 0, { "", "" }, { "", "" } };
    static const vcl_column key = { "key", VCL_TEXT, "", 0, { "", "" }, { "", "" } };
    static const vcl_column kind = { "kind", VCL_TERM, "", 0, { "", "" }, { "", "" } };
    static const vcl_column active = { "active", VCL_INTEGER, "", 0, { "", "" }, { "", "" } };
    static const vcl_column inactive = { "inactive", VCL_INTEGER, "", 0, { "", "" }, { "", "" } };
    static const vcl_column lost = {
        "households_lost", VCL_INTEGER, "", 0, { "", "" }, { "", "" }
    };
    static const vcl_column *const coverage_columns[] = { &scope, &key, &kind, &active, &inactive };
    static const vcl_column *const actor_columns[] = { &column_id, &kind, &column_linkage, &lost };
    TABLE_KIND(coverage, "coverage", "", "", coverage_columns);
    TABLE_KIND(unlinked, "unlinked", "", "", actor_columns);
    TABLE_KIND(gaps, "gaps", "", "", actor_columns);
    TABLE_KIND(critical, "critical", "", "", actor_columns);
    static const char *const scopes[] = { "all", "product", "place" };
    static const vcl_table_kind *const actor_kinds[] = { &unlinked, &gaps, &critical };
    vcl_table *table = NULL;

    assert_int_equal(vcl_result_add(result, &coverage, &table, NULL), VCL_OK);
    for (size_t i = 0; i < COUNT_OF(scopes); i++) {
        vcl_table_add_term(table, scopes[i]);
        vcl_table_add_text(table, "x");
        vcl_table_add_term(table, "cooperative");
        vcl_table_add_integer(table, 5);
        vcl_table_add_integer(table, 1);
    }
    for (size_t i = 0; i < COUNT_OF(actor_kinds); i++) {
        assert_int_equal(vcl_result_add(result, actor_kinds[i], &table, NULL), VCL_OK);
        vcl_table_add_text(table, "c 1");
        vcl_table_add_term(table, "cooperative");
        vcl_table_add_term(table, "isolated");
        vcl_table_add_integer(table, 9);
    }
}

static void every_failure_in_a_full_screen_is_reported(void **state)
{
    const vcl_export_options options = { .format = "overview", .source = "my file" };
    const char *without[] = { "e1" };
    vcl_result *result = NULL;

    (void)state;
    assert_int_equal(vcl_result_new(&result, NULL), VCL_OK);
    result->dataset_as_of = "2023-12-31";
    result->without = without;
    result->without_count = 1;
    fill_screen(result);
    assert_each_failure_is_reported(result, &options);
    vcl_result_free(result);
}

static void every_failure_in_telling_of_wrong_usage_is_reported(void **state)
{
    static const char *const formats[] = { "xml", "csv" };
    vcl_result *result = NULL;

    (void)state;
    assert_int_equal(vcl_result_new(&result, NULL), VCL_OK);
    fill_screen(result);
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        const vcl_export_options options = { .format = formats[i] };
        for (size_t nth = 1;; nth++) {
            fail_allocation(nth);
            vcl_status status = vcl_export(result, &options, "out", NULL);
            size_t failed = allocations_failed();
            fail_allocation(0);
            assert_int_equal(status, failed > 0 ? VCL_ERROR_MEMORY : VCL_ERROR_USAGE);
            if (failed == 0) {
                break;
            }
        }
    }
    vcl_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_failure_in_every_format_is_reported),
        cmocka_unit_test(every_failure_in_every_format_of_a_network_is_reported),
        cmocka_unit_test(every_failure_in_every_format_of_a_dataset_is_reported),
        cmocka_unit_test(every_failure_in_replacing_a_folder_is_reported),
        cmocka_unit_test(every_failure_in_a_full_screen_is_reported),
        cmocka_unit_test(every_failure_in_telling_of_wrong_usage_is_reported),
    };

    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
