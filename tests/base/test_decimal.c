/* base/decimal: digits as printf writes them in the C locale. */
#include "base/decimal.h"

#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/assert.h"
#include "support/chance.h"

static void assert_integer(int64_t value)
{
    char expected[32];
    char digits[VCL_DECIMAL_SIZE];
    size_t size = vcl_decimal_of_integer(value, digits);

    snprintf(expected, sizeof expected, "%" PRId64, value);
    assert_int_equal(size, strlen(expected));
    assert_memory_equal(digits, expected, size);
}

/* Is it written as by printf? False where that is left to printf. */
static bool is_written(double value)
{
    char expected[32];
    char digits[VCL_DECIMAL_SIZE];
    size_t size = vcl_decimal_of_real(value, digits);

    snprintf(expected, sizeof expected, "%.12g", value);
    if (size > 0) {
        assert_int_equal(size, strlen(expected));
        assert_memory_equal(digits, expected, size);
    }
    return size > 0;
}

static void integers_have_all_their_digits(void **state)
{
    (void)state;
    assert_integer(0);
    assert_integer(7);
    assert_integer(-10);
    assert_integer(INT64_MAX);
    assert_integer(INT64_MIN);
}

static void reals_have_at_most_12_digits(void **state)
{
    static const double values[] = {
        0.0,          1.0,           -2.5,           0.1,
        1.0 / 3.0,    200.0,         1e-4,           9.9999999999999e-5,
        1e-7,         123456789012,  999999999999.4, 9.99999999999999,
        1.5e-9,       -3e-11,        1e11,           100.000000000001,
        0.0001234567, 99999999999.95
    };

    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        assert_true(is_written(values[i]));
    }
}

static void zero_has_no_sign(void **state)
{
    char digits[VCL_DECIMAL_SIZE];

    (void)state;
    assert_int_equal(vcl_decimal_of_real(-0.0, digits), 1);
    assert_int_equal(digits[0], '0');
}

static void what_is_out_of_range_is_left_alone(void **state)
{
    (void)state;
    assert_false(is_written(9e-12));
    assert_false(is_written(999999999999.5));
    assert_false(is_written(DBL_MAX));
    assert_false(is_written(DBL_TRUE_MIN));
    assert_false(is_written(HUGE_VAL));
    assert_false(is_written((double)NAN));
}

/* Halves, quarters and eighths after eleven digits lie right between two of twelve. */
static void ties_go_to_the_even_digit(void **state)
{
    (void)state;
    for (int i = 0; i < 2000; i++) {
        assert_true(is_written(1234567890.0 + i * 0.125));
        assert_true(is_written(99999999990.0 + i * 0.25));
        assert_true(is_written(999999999980.0 + i * 0.0048828125));
    }
}

static void random_reals_are_as_by_printf(void **state)
{
    struct chance chance = { .state = 12 };

    (void)state;
    for (int i = 0; i < 300000; i++) {
        double fraction = (double)(next_of(&chance) >> 11) / 9007199254740992.0;
        int power = (int)any_of(&chance, 22) - 10;
        (void)is_written(fraction * pow(10.0, power));
        (void)is_written((double)any_of(&chance, 1000000) / (double)(1 + any_of(&chance, 5000)));
        (void)is_written(nextafter(pow(10.0, power), fraction < 0.5 ? 0.0 : 1e13));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(integers_have_all_their_digits),
        cmocka_unit_test(reals_have_at_most_12_digits),
        cmocka_unit_test(zero_has_no_sign),
        cmocka_unit_test(what_is_out_of_range_is_left_alone),
        cmocka_unit_test(ties_go_to_the_even_digit),
        cmocka_unit_test(random_reals_are_as_by_printf),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
