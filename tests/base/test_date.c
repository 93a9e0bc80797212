/* base/date: the calendar from 0001-01-01 to 9999-12-31. */
#include "base/date.h"

#include <stdio.h>
#include <string.h>

#include "support/assert.h"

static vcl_date date(const char *text)
{
    vcl_date out = VCL_NO_DATE;

    if (!vcl_date_parse(vcl_slice_of(text), &out)) {
        fail_msg("%s is no date", text);
    }
    return out;
}

static void assert_next_year(const char *from, const char *expected)
{
    char text[VCL_DATE_SIZE];

    vcl_date_format(vcl_date_next_year(date(from)), text);
    assert_string_equal(text, expected);
}

static void days_count_from_1970(void **state)
{
    (void)state;
    assert_int_equal(date("1970-01-01"), 0);
    assert_int_equal(date("1969-12-31"), -1);
    assert_int_equal(date("2000-03-01"), 11017);
    assert_int_equal(date("2021-06-15"), 18793);
    assert_int_equal(date("0001-01-01"), -719162);
    assert_int_equal(date("9999-12-31"), 2932896);
}

/* Every day of ten thousand years, written by counting and read by the formula. */
static void every_day_follows_the_one_before(void **state)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    vcl_date expected = date("0001-01-01");
    char text[40];
    char again[VCL_DATE_SIZE];

    (void)state;
    for (int month = 0; month < 9999 * 12; month++) {
        int year = month / 12 + 1;
        int leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int last = days[month % 12] + (month % 12 == 1 ? leap : 0);
        for (int day = 1; day <= last; day++, expected++) {
            snprintf(text, sizeof text, "%04d-%02d-%02d", year, month % 12 + 1, day);
            vcl_date_format(expected, again);
            if (date(text) != expected || strcmp(text, again) != 0) {
                fail_msg("%s is written back as %s", text, again);
            }
        }
    }
}

static void leap_days_come_every_four_years_save_three_in_four_hundred(void **state)
{
    vcl_date out = 0;

    (void)state;
    assert_true(vcl_date_parse(vcl_slice_of("2024-02-29"), &out));
    assert_true(vcl_date_parse(vcl_slice_of("2000-02-29"), &out));
    assert_true(vcl_date_parse(vcl_slice_of("0004-02-29"), &out));
    assert_false(vcl_date_parse(vcl_slice_of("2023-02-29"), &out));
    assert_false(vcl_date_parse(vcl_slice_of("1900-02-29"), &out));
    assert_false(vcl_date_parse(vcl_slice_of("2100-02-29"), &out));
}

static void what_is_no_day_is_refused(void **state)
{
    static const char *const texts[] = {
        "",
        "2021",
        "2021-06",
        "2021-6-15",
        "21-06-15",
        "2021-06-15 ",
        " 2021-06-15",
        "2021-06-1",
        "2021/06/15",
        "15-06-2021",
        "2021-06-15T00:00:00",
        "2021-00-15",
        "2021-13-01",
        "2021-06-00",
        "2021-06-31",
        "2021-01-32",
        "0000-01-01",
        "-001-01-01",
        "+001-01-01",
        "2021-0a-15",
        "2021-06-1x",
        "20 1-06-15",
        "2021-06--1",
        "2021-06-+1",
        "２021-06-15",
        "2021_06-15",
        "2021-06_15",
        "2021-02-30",
        "2021-04-31",
    };
    vcl_date out = 77;

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (vcl_date_parse(vcl_slice_of(texts[i]), &out)) {
            fail_msg("\"%s\" is taken for a date", texts[i]);
        }
    }
    assert_false(vcl_date_parse((vcl_slice){ NULL, 0 }, &out));
    assert_false(vcl_date_parse((vcl_slice){ "2021-06\0"
                                             "15",
                                             10 },
                                &out));
    assert_int_equal(out, 77);
}

static void a_year_later_is_the_same_day(void **state)
{
    (void)state;
    assert_next_year("2021-06-15", "2022-06-15");
    assert_next_year("2023-02-28", "2024-02-28");
    assert_next_year("2023-12-31", "2024-12-31");
    assert_next_year("2023-03-01", "2024-03-01");
    assert_next_year("0001-01-01", "0002-01-01");
}

static void a_year_after_a_leap_day_is_the_28th(void **state)
{
    (void)state;
    assert_next_year("2024-02-29", "2025-02-28");
    assert_next_year("1896-02-29", "1897-02-28");
}

/* An as-of date of the last year is compared with the day a year on. */
static void the_last_year_has_a_next_one(void **state)
{
    (void)state;
    assert_true(vcl_date_next_year(date("9999-12-31")) == date("9999-12-31") + 366);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_count_from_1970),
        cmocka_unit_test(every_day_follows_the_one_before),
        cmocka_unit_test(leap_days_come_every_four_years_save_three_in_four_hundred),
        cmocka_unit_test(what_is_no_day_is_refused),
        cmocka_unit_test(a_year_later_is_the_same_day),
        cmocka_unit_test(a_year_after_a_leap_day_is_the_28th),
        cmocka_unit_test(the_last_year_has_a_next_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
