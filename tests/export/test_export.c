/* export/export: which formats there are, and files that appear whole or not at all. */
#include <fcntl.h>
#include <sys/stat.h>

#include "written.h"

static char folder[] = "/tmp/vclink-export-XXXXXX";

static int enter_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) != NULL && chdir(folder) == 0 ? 0 : -1;
}

static int leave_folder(void **state)
{
    (void)state;
    unlink("out");
    return chdir("/") == 0 && rmdir(folder) == 0 ? 0 : -1;
}

static void every_format_has_a_name_and_says_what_it_is(void **state)
{
    (void)state;
    assert_int_equal(vcl_export_count(), 5);
    for (size_t i = 0; i < vcl_export_count(); i++) {
        assert_true(strlen(vcl_export_name(i)) > 0);
        assert_true(strlen(vcl_export_description(i, VCL_ENGLISH)) > 0);
        assert_true(strlen(vcl_export_description(i, VCL_VIETNAMESE)) > 0);
        assert_string_not_equal(vcl_export_description(i, VCL_ENGLISH),
                                vcl_export_description(i, VCL_VIETNAMESE));
    }
}

static void a_format_is_found_by_its_name_and_by_the_ending_of_a_file(void **state)
{
    (void)state;
    assert_string_equal(vcl_export_find(VCL_USE_NETWORK, "graphml")->name, "graphml");
    assert_null(vcl_export_find(VCL_USE_FIGURES, "graphml"));
    assert_string_equal(vcl_export_find_ending(VCL_USE_FIGURES, "jsonl")->name, "ndjson");
    assert_string_equal(vcl_export_find_ending(VCL_USE_FIGURES, "txt")->name, "table");
    assert_null(vcl_export_find_ending(VCL_USE_FIGURES, "json ndjson"));
    assert_null(vcl_export_find_ending(VCL_USE_FIGURES, "son"));
    assert_null(vcl_export_find_ending(VCL_USE_FIGURES, ""));
}

static void names_and_endings_are_unique_within_a_use(void **state)
{
    const vcl_export_use uses[] = { VCL_USE_FIGURES, VCL_USE_NETWORK, VCL_USE_PAGE };
    const vcl_export_format *format;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(uses); i++) {
        for (size_t k = 0; (format = vcl_export_format_at(uses[i], k)) != NULL; k++) {
            assert_int_equal(format->use, uses[i]);
            assert_ptr_equal(vcl_export_find(uses[i], format->name), format);
            assert_true(strlen(format->description[VCL_ENGLISH]) > 0);
            assert_true(strlen(format->description[VCL_VIETNAMESE]) > 0);
        }
    }
}

static void a_format_says_which_table_it_misses(void **state)
{
    const vcl_export_options options = { .use = VCL_USE_NETWORK, .format = "graphml" };
    vcl_result *result = sample_result();
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(vcl_export(result, &options, "out", &err), VCL_ERROR_USAGE);
    assert_int_equal(err.message, VCL_MSG_FORMAT_NEEDS_TABLE);
    assert_string_equal(err.arguments[1], "nodes");
    assert_int_equal(access("out", F_OK), -1);
    vcl_result_free(result);
}

static void an_unknown_format_is_wrong_usage_and_writes_nothing(void **state)
{
    const vcl_export_options options = { .format = "xml" };
    vcl_result *result = sample_result();
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(vcl_export(result, &options, "out", &err), VCL_ERROR_USAGE);
    assert_int_equal(err.message, VCL_MSG_UNKNOWN_FORMAT);
    assert_string_equal(err.arguments[0], "xml");
    assert_string_equal(err.arguments[1], "overview, table, json, ndjson, csv");
    assert_int_equal(access("out", F_OK), -1);
    vcl_result_free(result);
}

static void a_full_disk_is_an_error_in_every_format(void **state)
{
    vcl_result *result = sample_result();

    (void)state;
    for (size_t i = 0; i < vcl_export_count(); i++) {
        const vcl_export_options options = { .format = vcl_export_name(i) };
        vcl_error err = { 0 };
        assert_int_equal(vcl_export(result, &options, "/dev/full", &err), VCL_ERROR_IO);
        assert_int_equal(err.status, VCL_ERROR_IO);
        assert_string_equal(err.arguments[0], "/dev/full");
    }
    vcl_result_free(result);
}

static void a_missing_folder_is_an_error(void **state)
{
    vcl_result *result = sample_result();
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(vcl_export(result, NULL, "none/out", &err), VCL_ERROR_IO);
    vcl_result_free(result);
}

static void a_device_is_written_to_and_stays(void **state)
{
    vcl_result *result = sample_result();
    struct stat device;

    (void)state;
    assert_int_equal(vcl_export(result, NULL, "/dev/null", NULL), VCL_OK);
    assert_int_equal(stat("/dev/null", &device), 0);
    assert_true(S_ISCHR(device.st_mode));
    vcl_result_free(result);
}

static void an_old_file_is_replaced_as_a_whole_or_not_at_all(void **state)
{
    const vcl_export_options ndjson = { .format = "ndjson", .top = 1 };
    const vcl_export_options csv = { .format = "csv" };
    vcl_table *table = NULL;
    vcl_result *result = sample_result();
    char *bytes = NULL;

    (void)state;
    assert_int_equal(vcl_export(result, &ndjson, "out", NULL), VCL_OK);
    assert_int_equal(vcl_result_add(result, &sample_kind, &table, NULL), VCL_OK);
    assert_int_equal(vcl_export(result, &csv, "out", NULL), VCL_ERROR_USAGE);
    bytes = contents("out");
    assert_contains(bytes, "{\"table\": \"unlinked\", \"id\": \"c1\"");
    free(bytes);
    vcl_result_free(result);
}

static void standard_output_is_where_no_path_is_given(void **state)
{
    const vcl_export_options options = { .format = "csv", .top = 1 };
    vcl_result *result = sample_result();
    int saved = dup(STDOUT_FILENO);
    int file = open("out", O_WRONLY | O_CREAT | O_TRUNC, 0600);
    char *bytes = NULL;

    (void)state;
    assert_true(saved >= 0 && file >= 0);
    fflush(stdout);
    assert_true(dup2(file, STDOUT_FILENO) >= 0);
    vcl_status by_null = vcl_export(result, &options, NULL, NULL);
    vcl_status by_dash = vcl_export(result, &options, "-", NULL);
    assert_true(dup2(saved, STDOUT_FILENO) >= 0);
    close(file);
    close(saved);
    assert_int_equal(by_null, VCL_OK);
    assert_int_equal(by_dash, VCL_OK);
    bytes = contents("out");
    assert_non_null(strstr(strstr(bytes, "c1,") + 1, "c1,"));
    free(bytes);
    vcl_result_free(result);
}

static void abandoning_nothing_does_nothing(void **state)
{
    (void)state;
    vcl_export_abandon();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_format_has_a_name_and_says_what_it_is),
        cmocka_unit_test(a_format_is_found_by_its_name_and_by_the_ending_of_a_file),
        cmocka_unit_test(names_and_endings_are_unique_within_a_use),
        cmocka_unit_test(a_format_says_which_table_it_misses),
        cmocka_unit_test(an_unknown_format_is_wrong_usage_and_writes_nothing),
        cmocka_unit_test(a_full_disk_is_an_error_in_every_format),
        cmocka_unit_test(a_missing_folder_is_an_error),
        cmocka_unit_test(a_device_is_written_to_and_stays),
        cmocka_unit_test(an_old_file_is_replaced_as_a_whole_or_not_at_all),
        cmocka_unit_test(standard_output_is_where_no_path_is_given),
        cmocka_unit_test(abandoning_nothing_does_nothing),
    };

    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
