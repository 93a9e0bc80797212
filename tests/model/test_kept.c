/* model/kept: what was lately found out about short ids. */
#include "model/kept.h"

#include <stdio.h>

#include "support/assert.h"

static bool finds(const vcl_kept *kept, const char *id, uint32_t expected)
{
    vcl_short_id own = vcl_short_id_of(vcl_slice_of(id));
    uint32_t number = 0;

    return vcl_kept_find(kept, &own, &number) && number == expected;
}

static void put(vcl_kept *kept, const char *id, uint32_t number)
{
    vcl_short_id own = vcl_short_id_of(vcl_slice_of(id));

    vcl_kept_put(kept, &own, number);
}

static void an_id_is_told_apart_by_all_of_its_bytes(void **state)
{
    vcl_kept kept = { 0 };

    (void)state;
    assert_false(finds(&kept, "tea", 0));
    put(&kept, "HTX-00001-north", 7);
    assert_true(finds(&kept, "HTX-00001-north", 7));
    assert_false(finds(&kept, "HTX-00001-south", 7));
    assert_false(finds(&kept, "HTX-0000", 7));
    put(&kept, "HTX-00001-north", 8);
    assert_true(finds(&kept, "HTX-00001-north", 8));
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
        put(&kept, id, i);
        assert_true(finds(&kept, id, i));
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t number = 0;
        snprintf(id, sizeof id, "H%08u", (unsigned)i);
        vcl_short_id own = vcl_short_id_of(vcl_slice_of(id));
        if (vcl_kept_find(&kept, &own, &number)) {
            assert_int_equal(number, i);
            found++;
        }
    }
    assert_in_range(found, VCL_KEPT / 2, VCL_KEPT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_id_is_told_apart_by_all_of_its_bytes),
        cmocka_unit_test(only_what_was_kept_is_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
