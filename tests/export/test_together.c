/* export/export: several outputs at once, all of them or none. */
#include <sys/stat.h>

#include "written.h"

static char folder[] = "/tmp/vclink-together-XXXXXX";

static int enter_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) != NULL && chdir(folder) == 0 ? 0 : -1;
}

static int leave_folder(void **state)
{
    (void)state;
    return chdir("/") == 0 && rmdir(folder) == 0 ? 0 : -1;
}

static bool is_there(const char *path)
{
    return access(path, F_OK) == 0;
}

static void every_output_appears(void **state)
{
    const vcl_export_options lines = { .format = "ndjson" };
    vcl_result *result = sample_result();
    const vcl_export_part parts[] = { { result, NULL, "a" }, { result, &lines, "b" } };

    (void)state;
    assert_int_equal(vcl_export_together(parts, COUNT_OF(parts), NULL), VCL_OK);
    assert_true(is_there("a") && is_there("b"));
    assert_int_equal(unlink("a") + unlink("b"), 0);
    vcl_result_free(result);
}

static void nothing_to_write_is_done(void **state)
{
    (void)state;
    assert_int_equal(vcl_export_together(NULL, 0, NULL), VCL_OK);
}

/* A folder that is missing is found before anything is written, a full device after. */
static void one_that_fails_takes_back_the_others(void **state)
{
    const char *const bad[] = { "nowhere/b", "/dev/full", "." };
    vcl_result *result = sample_result();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        const vcl_export_part first[] = { { result, NULL, bad[i] }, { result, NULL, "a" } };
        const vcl_export_part last[] = { { result, NULL, "a" }, { result, NULL, bad[i] } };
        assert_int_equal(vcl_export_together(first, 2, NULL), VCL_ERROR_IO);
        assert_int_equal(vcl_export_together(last, 2, NULL), VCL_ERROR_IO);
        assert_false(is_there("a"));
    }
    vcl_result_free(result);
}

static void a_wrong_format_writes_nothing(void **state)
{
    const vcl_export_options wrong = { .format = "xml" };
    vcl_result *result = sample_result();
    const vcl_export_part parts[] = { { result, NULL, "a" }, { result, &wrong, "b" } };
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(vcl_export_together(parts, COUNT_OF(parts), &err), VCL_ERROR_USAGE);
    assert_int_equal(err.message, VCL_MSG_UNKNOWN_FORMAT);
    assert_false(is_there("a") || is_there("b"));
    vcl_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_output_appears),
        cmocka_unit_test(nothing_to_write_is_done),
        cmocka_unit_test(one_that_fails_takes_back_the_others),
        cmocka_unit_test(a_wrong_format_writes_nothing),
    };
    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
