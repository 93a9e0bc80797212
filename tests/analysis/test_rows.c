/* analysis/rows: how rows compare, and places from the inside outward. */
#include "analysis/rows.h"

#include <float.h>
#include <stdlib.h>

#include "support/chain.h"

static void the_larger_comes_first(void **state)
{
    (void)state;
    assert_true(vcl_rows_larger_first(2, 1) < 0);
    assert_true(vcl_rows_larger_first(1, 2) > 0);
    assert_int_equal(vcl_rows_larger_first(UINT64_MAX, UINT64_MAX), 0);
    assert_true(vcl_rows_larger_first(UINT64_MAX, 0) < 0);
    assert_true(vcl_rows_smaller_first(1, 2) < 0);
    assert_true(vcl_rows_smaller_first(UINT32_MAX, 0) > 0);
    assert_int_equal(vcl_rows_smaller_first(3, 3), 0);
}

static void reals_compare_to_six_decimals(void **state)
{
    (void)state;
    assert_true(vcl_rows_larger_real_first(0.000002, 0.000001) < 0);
    assert_int_equal(vcl_rows_larger_real_first(0.1 + 0.2, 0.3), 0);
    assert_int_equal(vcl_rows_larger_real_first(1.0000001, 1.0000002), 0);
    assert_true(vcl_rows_larger_real_first(-1.0, 1.0) > 0);
    assert_true(vcl_rows_larger_real_first(DBL_MAX, 1.0) < 0);
    assert_true(vcl_rows_larger_real_first(1e15 + 1.0, 1e15) < 0);
}

static void what_is_not_known_comes_last(void **state)
{
    (void)state;
    assert_true(vcl_rows_larger_real_first((double)NAN, 0.0) > 0);
    assert_true(vcl_rows_larger_real_first(-DBL_MAX, (double)NAN) < 0);
    assert_int_equal(vcl_rows_larger_real_first((double)NAN, (double)NAN), 0);
}

static void a_place_comes_before_its_parent(void **state)
{
    vcl_chain *chain = chain_of("place a\n"
                                "place b 'parent': 'a'\n"
                                "place c 'parent': 'b'\n"
                                "place d 'parent': 'a'\n"
                                "place 0 'parent': 'c'\n"
                                "place z\n");
    uint32_t position[6] = { 0 };
    uint32_t *order = NULL;

    (void)state;
    assert_int_equal(vcl_rows_places_upward(chain, &order, NULL), VCL_OK);
    for (uint32_t i = 0; i < 6; i++) {
        position[order[i]] = i + 1;
    }
    for (uint32_t i = 0; i < 6; i++) {
        uint32_t parent = chain->places[i].parent;
        assert_true(position[i] > 0);
        assert_true(parent == VCL_NONE || position[i] < position[parent]);
    }
    free(order);
    vcl_chain_free(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_larger_comes_first),
        cmocka_unit_test(reals_compare_to_six_decimals),
        cmocka_unit_test(what_is_not_known_comes_last),
        cmocka_unit_test(a_place_comes_before_its_parent),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
