/* base/jobs: all are run, and the first that fails says so. */
#include "base/jobs.h"

#include "base/error.h"
#include "support/assert.h"

static vcl_status add_one(void *context, vcl_error *err)
{
    (void)err;
    (*(int *)context)++;
    return VCL_OK;
}

static vcl_status fail_for_memory(void *context, vcl_error *err)
{
    (*(int *)context)++;
    return vcl_fail_memory(err);
}

static vcl_status fail_otherwise(void *context, vcl_error *err)
{
    (*(int *)context)++;
    return vcl_fail(err, VCL_ERROR_INTERNAL, VCL_MSG_IGRAPH_FAILED, "a", "b");
}

static void all_jobs_are_run(void **state)
{
    (void)state;
    for (uint32_t threads = 1; threads <= 5; threads++) {
        int done[] = { 0, 0, 0 };
        const vcl_job jobs[] = { { add_one, done }, { add_one, done + 1 }, { add_one, done + 2 } };
        assert_int_equal(vcl_jobs_run(jobs, 3, threads, NULL), VCL_OK);
        for (size_t i = 0; i < 3; i++) {
            assert_int_equal(done[i], 1);
        }
    }
    assert_int_equal(vcl_jobs_run(NULL, 0, 2, NULL), VCL_OK);
}

static void the_first_that_fails_says_so(void **state)
{
    (void)state;
    for (uint32_t threads = 1; threads <= 3; threads++) {
        int done[] = { 0, 0, 0 };
        const vcl_job jobs[] = { { add_one, done },
                                 { fail_otherwise, done + 1 },
                                 { fail_for_memory, done + 2 } };
        vcl_error error = { 0 };
        assert_int_equal(vcl_jobs_run(jobs, 3, threads, &error), VCL_ERROR_INTERNAL);
        assert_int_equal(error.status, VCL_ERROR_INTERNAL);
        assert_string_equal(error.arguments[1], "b");
        assert_int_equal(done[2], threads == 1 ? 0 : 1);
        assert_int_equal(vcl_jobs_run(jobs, 3, threads, NULL), VCL_ERROR_INTERNAL);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_jobs_are_run),
        cmocka_unit_test(the_first_that_fails_says_so),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
