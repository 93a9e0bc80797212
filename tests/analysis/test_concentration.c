/* analysis/concentration: shares of buyers and the sum of their squares. */
#include "analysis/concentration.h"

#include <float.h>
#include <string.h>

#include "support/assert.h"

/* A link's sale, for drawing lists of them. */
struct drawn_sale {
    uint32_t buyer;
    double volume_kg;
    bool counts;
};

static vcl_concentration concentration_of(vcl_sales *sales, const struct drawn_sale *drawn,
                                          size_t count)
{
    vcl_sales_begin(sales);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(
            vcl_sales_add(sales, drawn[i].buyer, drawn[i].volume_kg, drawn[i].counts, NULL),
            VCL_OK);
    }
    return vcl_sales_concentration(sales);
}

static void assert_concentration(const struct drawn_sale *drawn, size_t count, uint32_t buyers,
                                 uint32_t top, double share, double hhi, const char *basis)
{
    vcl_sales sales = { 0 };
    vcl_concentration found = concentration_of(&sales, drawn, count);

    assert_int_equal(found.buyers, buyers);
    assert_int_equal(found.top_buyer, top);
    assert_close(found.top_share, share, 1e-12);
    assert_close(found.hhi, hhi, 1e-12);
    assert_string_equal(found.basis, basis);
    vcl_array_release(&sales.sales);
}

static void a_single_buyer_gives_full_concentration(void **state)
{
    const struct drawn_sale one[] = { { 7, 3.0, true } };
    const struct drawn_sale unknown[] = { { 7, (double)NAN, true }, { 7, 5.0, true } };

    (void)state;
    assert_concentration(one, 1, 1, 7, 1.0, 1.0, "volume");
    assert_concentration(unknown, 2, 1, 7, 1.0, 1.0, "equal");
}

static void volumes_of_one_buyer_add_up(void **state)
{
    const struct drawn_sale drawn[] = {
        { 1, 10.0, true }, { 2, 20.0, true }, { 2, 10.0, true }, { 5, 10.0, true }
    };

    (void)state;
    assert_concentration(drawn, 4, 3, 2, 0.6, 0.36 + 0.04 + 0.04, "volume");
}

static void one_link_without_a_volume_makes_all_equal(void **state)
{
    const struct drawn_sale unknown[] = { { 1, 1.0, true },
                                          { 2, 9.0, true },
                                          { 3, (double)NAN, true } };
    const struct drawn_sale zero[] = { { 1, 1.0, true }, { 2, 0.0, true } };
    const struct drawn_sale other[] = { { 1, 1.0, true }, { 2, 9.0, false } };

    (void)state;
    assert_concentration(unknown, 3, 3, 1, 1.0 / 3.0, 1.0 / 3.0, "equal");
    assert_concentration(zero, 2, 2, 1, 0.5, 0.5, "equal");
    assert_concentration(other, 2, 2, 1, 0.5, 0.5, "equal");
}

static void the_smaller_wins_a_tie_to_six_decimals(void **state)
{
    const struct drawn_sale drawn[] = { { 1, 0.3, true }, { 2, 0.1, true }, { 2, 0.2, true } };
    const struct drawn_sale more[] = { { 1, 0.3, true }, { 2, 0.300001, true } };

    (void)state;
    assert_concentration(drawn, 3, 2, 1, 0.5, 0.5, "volume");
    assert_concentration(more, 2, 2, 2, 0.300001 / 0.600001,
                         (0.09 + 0.300001 * 0.300001) / (0.600001 * 0.600001), "volume");
}

static void volumes_as_large_as_may_be_stay_finite(void **state)
{
    const struct drawn_sale drawn[] = { { 1, DBL_MAX, true },
                                        { 1, DBL_MAX, true },
                                        { 2, DBL_MAX, true } };
    const struct drawn_sale small[] = { { 1, DBL_TRUE_MIN, true }, { 2, DBL_TRUE_MIN, true } };

    (void)state;
    assert_concentration(drawn, 3, 2, 1, 0.5, 0.5, "volume");
    assert_concentration(small, 2, 2, 1, 0.5, 0.5, "volume");
}

static void sales_may_be_collected_anew(void **state)
{
    const struct drawn_sale unknown[] = { { 1, (double)NAN, true } };
    const struct drawn_sale known[] = { { 2, 1.0, true } };
    vcl_sales sales = { 0 };

    (void)state;
    assert_string_equal(concentration_of(&sales, unknown, 1).basis, "equal");
    assert_string_equal(concentration_of(&sales, known, 1).basis, "volume");
    assert_int_equal(vcl_sales_concentration(&sales).top_buyer, 2);
    vcl_array_release(&sales.sales);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_single_buyer_gives_full_concentration),
        cmocka_unit_test(volumes_of_one_buyer_add_up),
        cmocka_unit_test(one_link_without_a_volume_makes_all_equal),
        cmocka_unit_test(the_smaller_wins_a_tie_to_six_decimals),
        cmocka_unit_test(volumes_as_large_as_may_be_stay_finite),
        cmocka_unit_test(sales_may_be_collected_anew),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
