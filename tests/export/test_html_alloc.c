/* export/html with each allocation failing in turn: an error, no leak, nothing half-written. */
#include "paged.h"
#include "support/alloc.h"

static void a_page_is_written_whole_or_not_at_all(void **state)
{
    char folder[] = "/tmp/vclink-page-XXXXXX";
    char path[sizeof folder + sizeof "/page.html"];
    vcl_result *result = paged_result();
    vcl_regions *regions = two_regions();
    const vcl_export_options options = { .use = VCL_USE_PAGE, .regions = regions };
    bool failed = true;
    size_t nth;

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/page.html", folder);
    for (nth = 1; failed; nth++) {
        vcl_error err = { 0 };
        fail_allocation(nth);
        vcl_status status = vcl_export(result, &options, path, &err);
        failed = allocations_failed() > 0;
        fail_allocation(0);
        assert_int_equal(status, failed ? VCL_ERROR_MEMORY : VCL_OK);
        assert_int_equal(err.status, status);
        assert_int_equal(access(path, F_OK), failed ? -1 : 0);
    }
    assert_true(nth > 10);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0);
    vcl_regions_free(regions);
    vcl_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_written_whole_or_not_at_all),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
