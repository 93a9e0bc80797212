/* base/memory: what would pass the limit is refused, with how much it needs. */
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "support/assert.h"

#define MEBIBYTE ((uint64_t)1 << 20)

static void assert_refused(vcl_status status, const vcl_error *err)
{
    char text[200];

    assert_int_equal(status, VCL_ERROR_MEMORY);
    vcl_error_text(err, VCL_ENGLISH, text, sizeof text);
    assert_non_null(strstr(text, "MiB may be taken"));
}

static void without_a_limit_all_may_be_taken(void **state)
{
    (void)state;
    vcl_memory_limit(0);
    assert_int_equal(vcl_memory_ask(UINT64_MAX, NULL), VCL_OK);
    assert_int_equal(vcl_memory_check(NULL), VCL_OK);
}

static void what_passes_the_limit_is_refused(void **state)
{
    uint64_t resident = vcl_memory_resident();
    vcl_error err = { 0 };

    (void)state;
    if (resident == 0) {
        skip();
    }
    vcl_memory_limit(resident + 64 * MEBIBYTE);
    assert_int_equal(vcl_memory_ask(MEBIBYTE, &err), VCL_OK);
    assert_refused(vcl_memory_ask(100 * MEBIBYTE, &err), &err);
    vcl_error_clear(&err);
    assert_refused(vcl_memory_ask(UINT64_MAX, &err), &err);
    vcl_memory_limit(0);
}

static void a_large_block_is_asked_for(void **state)
{
    uint64_t resident = vcl_memory_resident();
    vcl_error err = { 0 };
    char *block = NULL;

    (void)state;
    if (resident == 0) {
        skip();
    }
    vcl_memory_limit(resident + 8 * MEBIBYTE);
    assert_refused(vcl_alloc(&block, 64, MEBIBYTE, &err), &err);
    assert_null(block);
    assert_int_equal(vcl_alloc(&block, 1, MEBIBYTE, NULL), VCL_OK);
    free(block);
    vcl_memory_limit(0);
}

/* 1 part of 20,000 has taken a mebibyte, so all will take some 20 GiB. */
static void work_under_way_tells_what_all_of_it_needs(void **state)
{
    uint64_t resident = vcl_memory_resident();
    vcl_error err = { 0 };
    char text[200];

    (void)state;
    if (resident <= MEBIBYTE) {
        skip();
    }
    vcl_memory_limit(MEBIBYTE);
    assert_refused(vcl_memory_check(&err), &err);
    vcl_memory_foresee(resident - MEBIBYTE, 1, 20000, &err);
    assert_int_equal(err.status, VCL_ERROR_MEMORY);
    vcl_error_text(&err, VCL_ENGLISH, text, sizeof text);
    assert_non_null(strstr(text, "GiB"));
    vcl_memory_limit(0);
}

static void the_machine_has_memory(void **state)
{
    (void)state;
    assert_true(vcl_memory_of_machine() > 64 * MEBIBYTE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_limit_all_may_be_taken),
        cmocka_unit_test(what_passes_the_limit_is_refused),
        cmocka_unit_test(a_large_block_is_asked_for),
        cmocka_unit_test(work_under_way_tells_what_all_of_it_needs),
        cmocka_unit_test(the_machine_has_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
