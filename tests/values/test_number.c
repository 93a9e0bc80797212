/* import/number: the decimal mark of a column, and its numbers. */
#include "values/number.h"

#include <locale.h>

#include "values/read.h"

typedef struct column {
    const char *texts[4];
    vcl_decimal expected;
    vcl_decimal whole;
} column;

static const column columns[] = {
    { { "1.234,5" }, VCL_DECIMAL_COMMA, VCL_DECIMAL_COMMA },
    { { "1,234.5" }, VCL_DECIMAL_POINT, VCL_DECIMAL_POINT },
    { { "1234.5" }, VCL_DECIMAL_POINT, VCL_DECIMAL_POINT },
    { { "1234,5" }, VCL_DECIMAL_COMMA, VCL_DECIMAL_COMMA },
    { { "1 234,5" }, VCL_DECIMAL_COMMA, VCL_DECIMAL_COMMA },
    { { "1 234.500" }, VCL_DECIMAL_POINT, VCL_DECIMAL_POINT },
    { { "1.234" }, VCL_DECIMAL_AMBIGUOUS, VCL_DECIMAL_COMMA },
    { { "1.234", "12.500" }, VCL_DECIMAL_AMBIGUOUS, VCL_DECIMAL_COMMA },
    { { "1,234", "12,500" }, VCL_DECIMAL_AMBIGUOUS, VCL_DECIMAL_POINT },
    { { "1.234", "12,500" }, VCL_DECIMAL_AMBIGUOUS, VCL_DECIMAL_CONTRADICTORY },
    { { "1.234", "0,5" }, VCL_DECIMAL_COMMA, VCL_DECIMAL_COMMA },
    { { "1.234", "1.5" }, VCL_DECIMAL_POINT, VCL_DECIMAL_CONTRADICTORY },
    { { "1.234.567" }, VCL_DECIMAL_COMMA, VCL_DECIMAL_COMMA },
    { { "1,234,567" }, VCL_DECIMAL_POINT, VCL_DECIMAL_POINT },
    { { "12,5", "12.5" }, VCL_DECIMAL_CONTRADICTORY, VCL_DECIMAL_CONTRADICTORY },
    { { "1.234.567", "1,234,567" }, VCL_DECIMAL_CONTRADICTORY, VCL_DECIMAL_CONTRADICTORY },
    { { "0.123" }, VCL_DECIMAL_POINT, VCL_DECIMAL_POINT },
    { { "1234.567" }, VCL_DECIMAL_POINT, VCL_DECIMAL_POINT },
    { { "120", "45", "12 500" }, VCL_DECIMAL_EITHER, VCL_DECIMAL_EITHER },
    { { "" }, VCL_DECIMAL_EITHER, VCL_DECIMAL_EITHER },
    { { "không rõ", "1.2.3", "31.12.2025" }, VCL_DECIMAL_EITHER, VCL_DECIMAL_EITHER },
    { { "5,9 tỷ", "550 triệu" }, VCL_DECIMAL_COMMA, VCL_DECIMAL_COMMA },
    { { "1.200 tấn" }, VCL_DECIMAL_AMBIGUOUS, VCL_DECIMAL_COMMA },
};

static void a_column_says_its_decimal_mark(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        vcl_decimal_evidence evidence = { 0 };
        for (size_t j = 0; j < 4 && columns[i].texts[j] != NULL; j++) {
            vcl_decimal_look(&evidence, lower(columns[i].texts[j]));
        }
        if (vcl_decimal_verdict(&evidence, false) != columns[i].expected ||
            vcl_decimal_verdict(&evidence, true) != columns[i].whole) {
            fail_msg("%s: %d, %d", columns[i].texts[0], (int)vcl_decimal_verdict(&evidence, false),
                     (int)vcl_decimal_verdict(&evidence, true));
        }
    }
}

typedef struct cell {
    const char *text;
    vcl_decimal decimal;
    double expected;
    const char *rest;
} cell;

static const cell cells[] = {
    { "1.234,5", VCL_DECIMAL_COMMA, 1234.5, "" },
    { "1,234.5", VCL_DECIMAL_POINT, 1234.5, "" },
    { "1234.5", VCL_DECIMAL_POINT, 1234.5, "" },
    { "1 234,5", VCL_DECIMAL_COMMA, 1234.5, "" },
    { "1\xC2\xA0"
      "234\xE2\x80\xAF"
      "567",
      VCL_DECIMAL_EITHER, 1234567, "" },
    { "1.234", VCL_DECIMAL_COMMA, 1234, "" },
    { "1.234", VCL_DECIMAL_POINT, 1.234, "" },
    { "1,234", VCL_DECIMAL_COMMA, 1.234, "" },
    { "1,234", VCL_DECIMAL_POINT, 1234, "" },
    { "1.234.567", VCL_DECIMAL_COMMA, 1234567, "" },
    { "12.345.678,90", VCL_DECIMAL_COMMA, 12345678.9, "" },
    { "0,1", VCL_DECIMAL_COMMA, 0.1, "" },
    { ",5", VCL_DECIMAL_COMMA, 0.5, "" },
    { ".5", VCL_DECIMAL_POINT, 0.5, "" },
    { "-3,5", VCL_DECIMAL_COMMA, -3.5, "" },
    { "− 3,5", VCL_DECIMAL_COMMA, -3.5, "" },
    { "+7", VCL_DECIMAL_EITHER, 7, "" },
    { "007", VCL_DECIMAL_EITHER, 7, "" },
    { "550 triệu", VCL_DECIMAL_EITHER, 550, "triệu" },
    { "5,9tỷ", VCL_DECIMAL_COMMA, 5.9, "tỷ" },
    { "30, 5", VCL_DECIMAL_COMMA, 30, ", 5" },
    { "9007199254740991", VCL_DECIMAL_EITHER, 9007199254740991.0, "" },
};

static void a_number_is_read_as_its_column_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        vcl_digits digits = { 0 };
        vcl_slice rest = { 0 };
        double value = 0;
        vcl_reading reading =
            vcl_number_read(lower(cells[i].text), cells[i].decimal, &digits, &rest);
        if (reading.understood != (cells[i].rest != NULL)) {
            fail_msg("%s: understood %d", cells[i].text, reading.understood);
        }
        if (!reading.understood) {
            continue;
        }
        assert_true(vcl_number_value(digits, 0, &value));
        if (value != cells[i].expected || !vcl_reading_is(rest, cells[i].rest)) {
            fail_msg("%s: %.17g", cells[i].text, value);
        }
    }
}

static void assert_refused(const char *text, vcl_decimal decimal, vcl_message why)
{
    vcl_digits digits = { 0 };
    vcl_slice rest = { 0 };
    vcl_reading reading = vcl_number_read(lower(text), decimal, &digits, &rest);

    assert_false(reading.understood);
    assert_says(text, reading, why);
}

static void what_is_no_number_says_why(void **state)
{
    (void)state;
    assert_refused("", VCL_DECIMAL_COMMA, VCL_MSG_CELL_NOT_NUMBER);
    assert_refused("nhiều", VCL_DECIMAL_COMMA, VCL_MSG_CELL_NOT_NUMBER);
    assert_refused("1.2.3", VCL_DECIMAL_COMMA, VCL_MSG_CELL_NOT_NUMBER);
    assert_refused("1.234.56", VCL_DECIMAL_COMMA, VCL_MSG_CELL_NOT_NUMBER);
    assert_refused("1,234,5", VCL_DECIMAL_COMMA, VCL_MSG_CELL_NOT_NUMBER);
    assert_refused("12 34", VCL_DECIMAL_COMMA, VCL_MSG_CELL_NOT_NUMBER);
    assert_refused("1 23,5", VCL_DECIMAL_COMMA, VCL_MSG_CELL_NOT_NUMBER);
    assert_refused("1.234", VCL_DECIMAL_AMBIGUOUS, VCL_MSG_CELL_DECIMAL_UNKNOWN);
    assert_refused("1.5", VCL_DECIMAL_CONTRADICTORY, VCL_MSG_CELL_DECIMAL_BOTH);
    assert_refused("1.5", VCL_DECIMAL_COMMA, VCL_MSG_CELL_DECIMAL_OTHER);
    assert_refused("1,5", VCL_DECIMAL_POINT, VCL_MSG_CELL_DECIMAL_OTHER);
    assert_refused("1000000000000000000", VCL_DECIMAL_EITHER, VCL_MSG_CELL_NUMBER_LONG);
}

static void powers_of_ten_stay_exact(void **state)
{
    vcl_digits digits = { 0 };
    double value = 0;

    (void)state;
    assert_true(vcl_number_digits(12.345, &digits));
    assert_true(vcl_number_value(digits, 3, &value));
    assert_true(value == 12345.0);
    assert_true(vcl_number_digits(0.1 + 0.2, &digits)); /* 0.30000000000000004 */
    assert_true(vcl_number_value(digits, 0, &value));
    assert_true(value == 0.3);
    assert_true(vcl_number_digits(-1200, &digits));
    assert_true(vcl_number_value(digits, 0, &value));
    assert_true(value == -1200.0);
    assert_false(vcl_number_digits((double)INFINITY, &digits));
    assert_false(vcl_number_value((vcl_digits){ 1, 20 }, 3, &value));
    assert_true(vcl_number_value((vcl_digits){ 0, 20 }, 3, &value));
}

/* Numbers that a program worked out have 16 or 17 digits. */
static void no_digit_that_tells_two_numbers_apart_is_lost(void **state)
{
    static const double numbers[] = { 55006.0 / 3, 1.0 / 3, 2e9 / 7, -12345678901234568.0,
                                      4.1e-9 / 3 };
    vcl_digits digits = { 0 };
    vcl_slice rest = { 0 };
    double value = 0;

    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        assert_true(vcl_number_digits(numbers[i], &digits));
        assert_true(vcl_number_value(digits, 0, &value));
        assert_true(value == numbers[i]);
    }
    assert_true(
        vcl_number_read(lower("18.335333333333332"), VCL_DECIMAL_POINT, &digits, &rest).understood);
    assert_true(vcl_number_value(digits, 3, &value));
    assert_true(value == 55006.0 / 3);
}

static void a_comma_locale_changes_nothing(void **state)
{
    (void)state;
    if (setlocale(LC_ALL, "vi_VN.UTF-8") == NULL) {
        skip();
    }
    powers_of_ten_stay_exact(state);
    no_digit_that_tells_two_numbers_apart_is_lost(state);
    a_number_is_read_as_its_column_says(state);
    setlocale(LC_ALL, "C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_column_says_its_decimal_mark),
        cmocka_unit_test(a_number_is_read_as_its_column_says),
        cmocka_unit_test(what_is_no_number_says_why),
        cmocka_unit_test(powers_of_ten_stay_exact),
        cmocka_unit_test(no_digit_that_tells_two_numbers_apart_is_lost),
        cmocka_unit_test(a_comma_locale_changes_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
