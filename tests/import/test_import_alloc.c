/* import/ with each of our allocations failing in turn: out of memory is said, and the next search
 * finds what it would have found. */
#include "names/match.h"
#include "values/list.h"

#include <string.h>

#include "support/alloc.h"
#include "support/assert.h"

static const char *const names[] = { "HTX nông nghiệp Tân Lạc", "HTX Tấn Lạc", "Công ty TNHH M&N",
                                     "THT nuôi cá lồng Suối Hoa", "Hợp tác xã Đông Lai" };

static vcl_party party(const char *id, const char *name)
{
    return (vcl_party){ .id = vcl_slice_of(id),
                        .name = vcl_slice_of(name),
                        .place = vcl_slice_of("Hòa Bình") };
}

static vcl_status fill(vcl_matcher *matcher)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < 5 && status == VCL_OK; i++) {
        vcl_party reference = party(names[i], names[i]);
        status = vcl_matcher_add(matcher, &reference, NULL);
    }
    return status == VCL_OK ? vcl_matcher_prepare(matcher, NULL) : status;
}

static void an_index_is_made_whole_or_not(void **state)
{
    size_t failed = 1;

    (void)state;
    for (size_t nth = 1; failed > 0; nth++) {
        vcl_matcher matcher;
        vcl_matcher_init(&matcher);
        fail_allocation(nth);
        vcl_status status = fill(&matcher);
        failed = allocations_failed();
        fail_allocation(0);
        assert_int_equal(status, failed > 0 ? VCL_ERROR_MEMORY : VCL_OK);
        assert_true(failed == 0 || nth < 1000);
        vcl_matcher_release(&matcher);
    }
}

static void assert_found(vcl_matcher *matcher, const char *name, const char *expected)
{
    vcl_party sought = party("", name);
    vcl_match match;

    assert_int_equal(vcl_matcher_find(matcher, &sought, &match, NULL), VCL_OK);
    assert_true(match.count > 0);
    assert_string_equal(vcl_matcher_reference(matcher, match.candidates[0].reference)->id.bytes,
                        expected);
}

static void a_search_that_failed_spoils_none_that_follow(void **state)
{
    size_t failed = 1;

    (void)state;
    for (size_t nth = 1; failed > 0; nth++) {
        vcl_matcher matcher;
        vcl_match match;
        vcl_party sought = party("", "HTX nuôi cá Suối Hoà");
        vcl_matcher_init(&matcher);
        assert_int_equal(fill(&matcher), VCL_OK);
        fail_allocation(nth);
        vcl_status status = vcl_matcher_find(&matcher, &sought, &match, NULL);
        failed = allocations_failed();
        fail_allocation(0);
        assert_int_equal(status, failed > 0 ? VCL_ERROR_MEMORY : VCL_OK);
        assert_found(&matcher, "Đông Lại", names[4]);
        assert_found(&matcher, "HTX nuôi cá Suối Hoà", names[3]);
        vcl_matcher_release(&matcher);
    }
}

static void a_list_says_that_memory_ran_out(void **state)
{
    size_t failed = 1;

    (void)state;
    for (size_t nth = 1; failed > 0; nth++) {
        vcl_array items;
        vcl_reading reading = { 0 };
        vcl_array_init(&items, sizeof(vcl_list_item));
        fail_allocation(nth);
        vcl_status status = vcl_list_read(vcl_slice_of("Bưởi: 30 tấn; Na (2 tạ), vải và cam"), NULL,
                                          NULL, &items, &reading, NULL);
        failed = allocations_failed();
        fail_allocation(0);
        assert_int_equal(status, failed > 0 ? VCL_ERROR_MEMORY : VCL_OK);
        assert_true(failed > 0 || items.count == 4);
        vcl_array_release(&items);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_index_is_made_whole_or_not),
        cmocka_unit_test(a_search_that_failed_spoils_none_that_follow),
        cmocka_unit_test(a_list_says_that_memory_ran_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
