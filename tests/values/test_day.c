/* import/day: dates as people write them and spreadsheets count them. */
#include "values/day.h"

#include "values/read.h"

typedef struct cell {
    const char *text;
    const char *start; /* what it is in a column of starts */
    const char *end; /* in one of ends */
} cell;

static const cell cells[] = {
    { "31/12/2025", "2025-12-31", "2025-12-31" },
    { "1/2/2025", "2025-02-01", "2025-02-01" },
    { "01/02/2025", "2025-02-01", "2025-02-01" },
    { "31-12-25", "2025-12-31", "2025-12-31" },
    { "31.12.2025", "2025-12-31", "2025-12-31" },
    { "31 / 12 / 2025", "2025-12-31", "2025-12-31" },
    { "15/6/98", "1998-06-15", "1998-06-15" },
    { "2025-12-31", "2025-12-31", "2025-12-31" },
    { "2025/1/5", "2025-01-05", "2025-01-05" },
    { "2025-12-31T00:00:00", "2025-12-31", "2025-12-31" },
    { "2025-12-31 00:00:00", "2025-12-31", "2025-12-31" },
    { "31/12/2025 08:30", "2025-12-31", "2025-12-31" },
    { "ngày 31 tháng 12 năm 2025", "2025-12-31", "2025-12-31" },
    { "Ngày 31 tháng 12 năm 2025", "2025-12-31", "2025-12-31" },
    { "ngày 31/12/2025", "2025-12-31", "2025-12-31" },
    { "31 tháng 12, 2025", "2025-12-31", "2025-12-31" },
    { "12/2025", "2025-12-01", "2025-12-31" },
    { "02/2024", "2024-02-01", "2024-02-29" },
    { "2/2025", "2025-02-01", "2025-02-28" },
    { "2025-04", "2025-04-01", "2025-04-30" },
    { "tháng 12 năm 2025", "2025-12-01", "2025-12-31" },
    { "tháng 12/2025", "2025-12-01", "2025-12-31" },
    { "T12/2025", "2025-12-01", "2025-12-31" },
    { "2025", "2025-01-01", "2025-12-31" },
    { "năm 2025", "2025-01-01", "2025-12-31" },
    { "46022", "2025-12-31", "2025-12-31" },
    { "29/02/2024", "2024-02-29", "2024-02-29" },
};

static const char *text_of(vcl_date date)
{
    static char buffer[VCL_DATE_SIZE];

    vcl_date_format(date, buffer);
    return buffer;
}

static void assert_day(const char *text, vcl_day_column column, const char *expected)
{
    vcl_date date = VCL_NO_DATE;
    vcl_reading reading = vcl_day_read(lower(text), &column, &date);

    if (!reading.understood || strcmp(text_of(date), expected) != 0) {
        fail_msg("%s: %s", text, vcl_message_template(reading.message, VCL_ENGLISH));
    }
}

static void dates_are_read_in_every_way_of_writing(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        assert_day(cells[i].text, (vcl_day_column){ 0 }, cells[i].start);
        assert_day(cells[i].text, (vcl_day_column){ .ends = true }, cells[i].end);
    }
}

static void assert_refused(const char *text, vcl_day_column column, vcl_message why)
{
    vcl_date date = 0;
    vcl_reading reading = vcl_day_read(lower(text), &column, &date);

    assert_false(reading.understood);
    assert_says(text, reading, why);
    assert_int_equal(date, VCL_NO_DATE);
}

static void what_is_no_date_says_why(void **state)
{
    const vcl_day_column plain = { 0 };

    (void)state;
    assert_refused("", plain, VCL_MSG_CELL_NOT_DATE);
    assert_refused("31/12", plain, VCL_MSG_CELL_NOT_DATE);
    assert_refused("31/12/202", plain, VCL_MSG_CELL_NOT_DATE);
    assert_refused("31/12/20255", plain, VCL_MSG_CELL_NOT_DATE);
    assert_refused("hết năm", plain, VCL_MSG_CELL_NOT_DATE);
    assert_refused("quý IV/2025", plain, VCL_MSG_CELL_NOT_DATE);
    assert_refused("31122025", plain, VCL_MSG_CELL_NOT_DATE);
    assert_refused("1/2/3/2025", plain, VCL_MSG_CELL_NOT_DATE);
    assert_refused("-31/12/2025", plain, VCL_MSG_CELL_NOT_DATE);
    assert_refused("1.234", plain, VCL_MSG_CELL_NOT_DATE);
    assert_refused("đang soạn: 3", plain, VCL_MSG_CELL_NOT_DATE);
    assert_refused("30/02/2025", plain, VCL_MSG_CELL_NO_SUCH_DAY);
    assert_refused("12/31/2025", plain, VCL_MSG_CELL_NO_SUCH_DAY);
    assert_refused("13/2025", plain, VCL_MSG_CELL_NO_SUCH_DAY);
    assert_refused("29/02/2025", plain, VCL_MSG_CELL_NO_SUCH_DAY);
    assert_refused("31/12/2205", plain, VCL_MSG_CELL_DATE_YEAR);
    assert_refused("31/12/0025", plain, VCL_MSG_CELL_DATE_YEAR);
    assert_refused("không thời hạn", plain, VCL_MSG_CELL_NOT_DATE);
    assert_refused("01/02/2025", (vcl_day_column){ .order = VCL_DAY_ORDER_CONTRADICTORY },
                   VCL_MSG_CELL_DATE_ORDER);
}

static void an_end_may_be_open(void **state)
{
    const vcl_day_column column = { .ends = true };
    vcl_date date = 0;

    (void)state;
    assert_says("", vcl_day_read(lower("Không thời hạn"), &column, &date), VCL_MSG_READ_DATE_OPEN);
    assert_int_equal(date, VCL_NO_DATE);
}

static vcl_day_order order_of(const char *first, const char *second)
{
    vcl_day_evidence evidence = { 0 };

    vcl_day_look(&evidence, lower(first));
    vcl_day_look(&evidence, lower(second));
    return vcl_day_order_of(&evidence);
}

static void a_column_says_whether_the_day_comes_first(void **state)
{
    (void)state;
    assert_int_equal(order_of("03/04/2025", "2025-12-31"), VCL_DAY_FIRST);
    assert_int_equal(order_of("03/04/2025", "31/12/2025"), VCL_DAY_FIRST);
    assert_int_equal(order_of("03/04/2025", "12/31/2025"), VCL_MONTH_FIRST);
    assert_int_equal(order_of("31/12/2025", "12/31/2025"), VCL_DAY_ORDER_CONTRADICTORY);
    assert_int_equal(order_of("", "?"), VCL_DAY_FIRST);
    assert_day("03/04/2025", (vcl_day_column){ .order = VCL_MONTH_FIRST }, "2025-03-04");
    assert_day("2025-12-31", (vcl_day_column){ .order = VCL_DAY_ORDER_CONTRADICTORY },
               "2025-12-31");
}

static void assert_serial(double serial, bool from_1904, const char *expected)
{
    vcl_date date = VCL_NO_DATE;

    assert_true(vcl_day_of_serial(serial, from_1904, &date).understood);
    assert_string_equal(text_of(date), expected);
}

static void serial_numbers_count_from_1900_or_1904(void **state)
{
    vcl_date date = 0;

    (void)state;
    assert_serial(1, false, "1900-01-01");
    assert_serial(59, false, "1900-02-28");
    assert_serial(61, false, "1900-03-01");
    assert_serial(46022, false, "2025-12-31");
    assert_serial(46022.75, false, "2025-12-31");
    assert_serial(2958465, false, "9999-12-31");
    assert_serial(0, true, "1904-01-01");
    assert_serial(44560, true, "2025-12-31");
    assert_serial(2957003, true, "9999-12-31");
    assert_says("60", vcl_day_of_serial(60, false, &date), VCL_MSG_CELL_NO_SUCH_DAY);
    assert_says("60", vcl_day_of_serial(60.5, false, &date), VCL_MSG_CELL_NO_SUCH_DAY);
    assert_says("0", vcl_day_of_serial(0, false, &date), VCL_MSG_CELL_NOT_DATE);
    assert_says("-1", vcl_day_of_serial(-1, true, &date), VCL_MSG_CELL_NOT_DATE);
    assert_says("nan", vcl_day_of_serial((double)NAN, false, &date), VCL_MSG_CELL_NOT_DATE);
    assert_says("large", vcl_day_of_serial(2958466, false, &date), VCL_MSG_CELL_NOT_DATE);
    assert_says("large", vcl_day_of_serial(2957004, true, &date), VCL_MSG_CELL_NOT_DATE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_read_in_every_way_of_writing),
        cmocka_unit_test(what_is_no_date_says_why),
        cmocka_unit_test(an_end_may_be_open),
        cmocka_unit_test(a_column_says_whether_the_day_comes_first),
        cmocka_unit_test(serial_numbers_count_from_1900_or_1904),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
