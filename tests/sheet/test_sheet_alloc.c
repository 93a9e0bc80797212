/* sheet/ with each of our allocations and expat's failing in turn: VCL_ERROR_MEMORY, no leak; only
 * where spare room could not be given back, all is there nevertheless. Those of minizip do not fail
 * here. */
#define _XOPEN_SOURCE 700 /* nftw() */
#include "sheet/made.h"
#include "support/alloc.h"

static void assert_whole(const vcl_workbook *workbook, const char *expected)
{
    vcl_text shown = { 0 };

    show_workbook(&shown, workbook);
    assert_string_equal(vcl_text_bytes(&shown), expected);
    vcl_text_release(&shown);
}

static void read_with_each_failing(const char *path)
{
    char expected_path[100];
    size_t size = 0;
    size_t refused = 0;
    snprintf(expected_path, sizeof expected_path, "%s.expected", path);
    char *expected = content_of(expected_path, &size);
    char *content = content_of(path, &size);
    bool failed = true;
    size_t nth;

    for (nth = 1; failed; nth++) {
        vcl_workbook *workbook = NULL;
        vcl_error err = { 0 };
        fail_allocation(nth);
        vcl_status status = vcl_workbook_read(path, (vcl_slice){ content, size }, &workbook, &err);
        failed = allocations_failed() > 0;
        fail_allocation(0);
        assert_true(status == VCL_OK || (failed && status == VCL_ERROR_MEMORY));
        assert_int_equal(err.status, status);
        assert_int_equal(workbook != NULL, status == VCL_OK);
        if (status == VCL_OK) {
            assert_whole(workbook, expected);
        }
        refused += status == VCL_OK ? 0 : 1;
        vcl_workbook_free(workbook);
    }
    assert_true(nth > 6 && nth - refused <= 10);
    free(content);
    free(expected);
}

static void reading_a_workbook_fails_cleanly(void **state)
{
    (void)state;
    read_with_each_failing("openpyxl.xlsx");
    read_with_each_failing("runs.xlsx");
    read_with_each_failing("formats.xlsx");
    read_with_each_failing("merged.xlsx");
}

static void reading_a_text_fails_cleanly(void **state)
{
    (void)state;
    read_with_each_failing("quotes.csv");
    read_with_each_failing("windows-1258.csv");
    read_with_each_failing("utf-16-little.csv");
}

static void opening_a_file_fails_cleanly(void **state)
{
    vcl_workbook *workbook = NULL;
    vcl_error err = { 0 };

    (void)state;
    fail_allocation(1);
    assert_int_equal(vcl_workbook_open("comma.csv", &workbook, &err), VCL_ERROR_MEMORY);
    fail_allocation(0);
    assert_null(workbook);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reading_a_workbook_fails_cleanly),
        cmocka_unit_test(reading_a_text_fails_cleanly),
        cmocka_unit_test(opening_a_file_fails_cleanly),
    };

    return cmocka_run_group_tests(tests, make_files, leave_folder);
}
