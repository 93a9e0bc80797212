/* sheet/number and days: decimals as a person would write them, values, dates of both counts. */
#include "sheet/number.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sheet/sheet.h"
#include "support/assert.h"

static void assert_written(const char *text, unsigned width, const char *expected)
{
    char out[VCL_NUMBER_ROOM] = "";
    size_t size = vcl_number_write(vcl_slice_of(text), width, out);

    assert_string_equal(size > 0 ? out : "no number", expected);
    assert_int_equal(size, size > 0 ? strlen(expected) : 0);
}

static void numbers_are_written_as_a_person_would(void **state)
{
    (void)state;
    assert_written("1.1000000000000001", 0, "1.1");
    assert_written("0.30000000000000004", 0, "0.30000000000000004");
    assert_written("5.0", 0, "5");
    assert_written("+007.50", 0, "7.5");
    assert_written("-0", 0, "0");
    assert_written(".5", 0, "0.5");
    assert_written("5.", 0, "5");
    assert_written("-5E-4", 0, "-0.0005");
    assert_written("1.5E+3", 0, "1500");
    assert_written("9.9999999999999999E5", 0, "1000000");
    assert_written("0.99999999999999989", 0, "0.99999999999999989");
    assert_written("1E20", 0, "100000000000000000000");
    assert_written("1E21", 0, "1e21");
    assert_written("-2.5e-30", 0, "-2.5e-30");
    assert_written("1234567890123456", 0, "1234567890123456");
    assert_written("1.7976931348623157E308", 0, "1.7976931348623157e308");
    assert_written("0.1234567890123456789", 0, "0.12345678901234568");
}

static void what_is_no_number_is_not_written(void **state)
{
    static const char *const texts[] = { "",    "-",  ".",   "1,5", "1.2.3", "NaN",   "INF",
                                         "0x1", "1e", "1e+", "e5",  "1 ",    "1e999", "--1" };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_written(texts[i], 0, "no number");
    }
}

static void an_integer_is_filled_up_with_zeros(void **state)
{
    (void)state;
    assert_written("312345678", 10, "0312345678");
    assert_written("0", 3, "000");
    assert_written("1234", 3, "1234");
    assert_written("-5", 3, "-5");
    assert_written("1.5", 5, "1.5");
    assert_written("1", 200, "00000000000000000000000000000001");
}

/* The least significant bits, too, as strtod() has them. */
static void values_are_the_nearest_doubles(void **state)
{
    char text[64];
    double value = 0.0;

    (void)state;
    srand(1);
    for (int i = 0; i < 20000; i++) {
        double left = (double)rand() * ((double)rand() + 1.0);
        snprintf(text, sizeof text, "%.*e", rand() % 18, left * (rand() % 2 == 0 ? 1e-12 : 1e7));
        assert_true(vcl_number_parse(vcl_slice_of(text), &value));
        double expected = strtod(text, NULL);
        assert_memory_equal(&value, &expected, sizeof value);
    }
}

static void a_comma_locale_changes_nothing(void **state)
{
    double value = 0.0;

    (void)state;
    if (setlocale(LC_ALL, "vi_VN.UTF-8") == NULL) {
        skip();
    }
    assert_string_equal(localeconv()->decimal_point, ",");
    assert_written("1.1000000000000001", 0, "1.1");
    assert_true(vcl_number_parse(vcl_slice_of("0.30000000000000004"), &value));
    setlocale(LC_ALL, "C");
    assert_close(value, 0.3, 1e-15);
}

static void only_numbers_have_a_value(void **state)
{
    vcl_sheet_cell cell = { .text = "2.5", .size = 3, .kind = VCL_CELL_NUMBER };

    (void)state;
    assert_close(vcl_sheet_number(&cell), 2.5, 0.0);
    cell.kind = VCL_CELL_TEXT;
    assert_true(isnan(vcl_sheet_number(&cell)));
}

static void assert_day(bool begins_1904, double number, const char *expected)
{
    vcl_workbook workbook = { .begins_1904 = begins_1904 };
    vcl_date date = 0;
    char shown[VCL_DATE_SIZE] = "none";

    if (vcl_workbook_date(&workbook, number, &date)) {
        vcl_date_format(date, shown);
    }
    assert_string_equal(shown, expected);
}

static void days_are_counted_as_excel_does(void **state)
{
    (void)state;
    assert_day(false, 46022.0, "2025-12-31");
    assert_day(false, 46022.9999, "2025-12-31");
    assert_day(false, 61.0, "1900-03-01");
    assert_day(false, 60.0, "none"); /* 29 February 1900 */
    assert_day(false, 59.0, "1900-02-28");
    assert_day(false, 1.0, "1900-01-01");
    assert_day(false, 0.5, "none");
    assert_day(false, -1.0, "none");
    assert_day(false, 2958465.0, "9999-12-31");
    assert_day(false, 2958466.0, "none");
    assert_day(false, (double)NAN, "none");
    assert_day(true, 0.0, "1904-01-01");
    assert_day(true, 44560.0, "2025-12-31");
    assert_day(true, 60.0, "1904-03-01");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_written_as_a_person_would),
        cmocka_unit_test(what_is_no_number_is_not_written),
        cmocka_unit_test(an_integer_is_filled_up_with_zeros),
        cmocka_unit_test(values_are_the_nearest_doubles),
        cmocka_unit_test(a_comma_locale_changes_nothing),
        cmocka_unit_test(only_numbers_have_a_value),
        cmocka_unit_test(days_are_counted_as_excel_does),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
