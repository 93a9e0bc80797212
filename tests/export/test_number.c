/* export/number: numbers as readers of either language write them. */
#include "export/number.h"

#include <string.h>

#include "comma_locale.h"
#include "support/assert.h"

static void thousands_are_grouped_as_the_language_does(void **state)
{
    static const struct {
        int64_t value;
        const char *english, *vietnamese;
    } cases[] = {
        { 0, "0", "0" },
        { 7, "7", "7" },
        { 999, "999", "999" },
        { 1000, "1,000", "1.000" },
        { -1000, "-1,000", "-1.000" },
        { 40000, "40,000", "40.000" },
        { 1234567, "1,234,567", "1.234.567" },
        { 9007199254740992, "9,007,199,254,740,992", "9.007.199.254.740.992" },
        { INT64_MIN, "-9,223,372,036,854,775,808", "-9.223.372.036.854.775.808" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_string_equal(vcl_number_of_integer(cases[i].value, VCL_ENGLISH).bytes,
                            cases[i].english);
        assert_string_equal(vcl_number_of_integer(cases[i].value, VCL_VIETNAMESE).bytes,
                            cases[i].vietnamese);
    }
}

static void assert_real(double value, int decimals, const char *english, const char *vietnamese)
{
    assert_string_equal(vcl_number_of_real(value, decimals, VCL_ENGLISH).bytes, english);
    assert_string_equal(vcl_number_of_real(value, decimals, VCL_VIETNAMESE).bytes, vietnamese);
}

static void reals_have_the_decimals_asked_for(void **state)
{
    (void)state;
    assert_real(0.0, 0, "0", "0");
    assert_real(-0.0, 2, "0.00", "0,00");
    assert_real(1234.5, 1, "1,234.5", "1.234,5");
    assert_real(1234.5, 0, "1,235", "1.235");
    assert_real(-1234.5, 0, "-1,235", "-1.235");
    assert_real(0.05, 1, "0.1", "0,1");
    assert_real(0.0566349, 4, "0.0566", "0,0566");
    assert_real(999.96, 1, "1,000.0", "1.000,0");
    assert_real(-0.001, 2, "0.00", "0,00");
}

static void what_is_too_large_for_decimals_has_fewer(void **state)
{
    (void)state;
    assert_real(1e18, 3, "1,000,000,000,000,000,000", "1.000.000.000.000.000.000");
    assert_real(1e300, 3, "1e+300", "1e+300");
    assert_real(-1e300, 3, "-1e+300", "-1e+300");
}

static void what_is_not_finite_is_a_dash(void **state)
{
    (void)state;
    assert_real((double)NAN, 1, "–", "–");
    assert_real((double)INFINITY, 1, "–", "–");
}

static void rates_are_percentages_with_one_decimal(void **state)
{
    (void)state;
    assert_string_equal(vcl_number_of_rate(0.619, VCL_ENGLISH).bytes, "61.9%");
    assert_string_equal(vcl_number_of_rate(0.619, VCL_VIETNAMESE).bytes, "61,9%");
    assert_string_equal(vcl_number_of_rate(1.0, VCL_ENGLISH).bytes, "100.0%");
    assert_string_equal(vcl_number_of_rate(0.0, VCL_ENGLISH).bytes, "0.0%");
    assert_string_equal(vcl_number_of_rate(1.0 / 3.0, VCL_ENGLISH).bytes, "33.3%");
}

static void decimals_are_as_few_as_show_the_value(void **state)
{
    (void)state;
    assert_int_equal(vcl_number_most_decimals(0.0), 9);
    assert_int_equal(vcl_number_most_decimals(0.0012), 6);
    assert_int_equal(vcl_number_most_decimals(0.5), 4);
    assert_int_equal(vcl_number_most_decimals(2.5), 3);
    assert_int_equal(vcl_number_most_decimals(25.0), 2);
    assert_int_equal(vcl_number_most_decimals(250.0), 1);
    assert_int_equal(vcl_number_most_decimals(1e300), 1);
    assert_int_equal(vcl_number_decimals(40000.0, 4), 0);
    assert_int_equal(vcl_number_decimals(2.5, 4), 1);
    assert_int_equal(vcl_number_decimals(0.1 + 0.2, 4), 1);
    assert_int_equal(vcl_number_decimals(1.0 / 3.0, 4), 4);
    assert_int_equal(vcl_number_decimals((double)INFINITY, 4), 0);
}

static void a_comma_locale_changes_nothing(void **state)
{
    (void)state;
    use_comma_locale();
    assert_real(1234.5, 1, "1,234.5", "1.234,5");
    assert_real(1e300, 1, "1e+300", "1e+300");
    setlocale(LC_ALL, "C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(thousands_are_grouped_as_the_language_does),
        cmocka_unit_test(reals_have_the_decimals_asked_for),
        cmocka_unit_test(what_is_too_large_for_decimals_has_fewer),
        cmocka_unit_test(what_is_not_finite_is_a_dash),
        cmocka_unit_test(rates_are_percentages_with_one_decimal),
        cmocka_unit_test(decimals_are_as_few_as_show_the_value),
        cmocka_unit_test(a_comma_locale_changes_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
