/* model/kept: what was lately found out about short ids. */
#include "model/kept.h"

#include <stdio.h>

#include "support/assert.h"

static vcl_kept_ids ids_of(const char *first, const char *second)
{
    return (vcl_kept_ids){ vcl_short_id_of(vcl_slice_of(first)),
                           vcl_short_id_of(vcl_slice_of(second)) };
}

static bool finds(const vcl_kept *kept, const char *first, const char *second, uint32_t expected)
{
    vcl_kept_ids ids = ids_of(first, second);
    uint32_t number = 0;

    return vcl_kept_find(kept, &ids, &number) && number == expected;
}

static void ids_are_told_apart_by_both(void **state)
{
    vcl_kept kept = { 0 };
    vcl_kept_ids pair = ids_of("tea", "rice");
    vcl_kept_ids one = ids_of("tea", "");
    uint32_t number = 0;

    (void)state;
    assert_false(vcl_kept_find(&kept, &one, &number));
    vcl_kept_put(&kept, &pair, 7);
    assert_true(finds(&kept, "tea", "rice", 7));
    assert_false(vcl_kept_find(&kept, &one, &number));
    vcl_kept_put(&kept, &one, 8);
    assert_true(finds(&kept, "tea", "", 8));
    assert_false(finds(&kept, "rice", "tea", 7));
}

/* What is found is what was put last, of however many. */
static void only_what_was_kept_is_found(void **state)
{
    enum { count = 4 * VCL_KEPT };
    vcl_kept kept = { 0 };
    char id[VCL_SHORT_ID + 1];
    unsigned found = 0;

    (void)state;
    for (uint32_t i = 0; i < count; i++) {
        snprintf(id, sizeof id, "H%08u", (unsigned)i);
        vcl_kept_ids ids = ids_of(id, "");
        vcl_kept_put(&kept, &ids, i);
        assert_true(finds(&kept, id, "", i));
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t number = 0;
        snprintf(id, sizeof id, "H%08u", (unsigned)i);
        vcl_kept_ids ids = ids_of(id, "");
        if (vcl_kept_find(&kept, &ids, &number)) {
            assert_int_equal(number, i);
            found++;
        }
    }
    assert_in_range(found, VCL_KEPT / 2, VCL_KEPT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_are_told_apart_by_both),
        cmocka_unit_test(only_what_was_kept_is_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
