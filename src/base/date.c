/* Calendar dates as days since 1970-01-01. Days and dates after Howard Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms" (2013): years begin in March, so that a leap day is a year's last. */
#include "base/date.h"

#include <string.h>

enum {
    days_per_era = 146097, /* 400 years, after which the calendar repeats */
    epoch_day = 719468, /* 1970-01-01, counted from 0000-03-01 */
};

typedef struct civil {
    int32_t year;
    int32_t month;
    int32_t day;
} civil;

static bool is_leap(int32_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int32_t days_in_month(int32_t year, int32_t month)
{
    static const int8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

static vcl_date date_of(civil c)
{
    int32_t year = c.month <= 2 ? c.year - 1 : c.year;
    int32_t month = (c.month + 9) % 12; /* from March, 0 */
    int32_t year_of_era = year % 400;
    int32_t day_of_year = (153 * month + 2) / 5 + c.day - 1;
    int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

    return year / 400 * days_per_era + day_of_era - epoch_day;
}

static civil civil_of(vcl_date date)
{
    int32_t day = date + epoch_day;
    int32_t day_of_era = day % days_per_era;
    int32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int32_t month = (5 * day_of_year + 2) / 153; /* from March, 0 */
    int32_t year = year_of_era + day / days_per_era * 400;

    return (civil){ .year = month >= 10 ? year + 1 : year,
                    .month = month < 10 ? month + 3 : month - 9,
                    .day = day_of_year - (153 * month + 2) / 5 + 1 };
}

/* -1 where a byte is no digit. */
static int32_t read_number(const char *digits, size_t count)
{
    int32_t number = 0;

    for (size_t i = 0; i < count; i++) {
        if (digits[i] < '0' || digits[i] > '9') {
            return -1;
        }
        number = number * 10 + (digits[i] - '0');
    }
    return number;
}

bool vcl_date_parse(vcl_slice text, vcl_date *out)
{
    civil c;

    if (text.size != VCL_DATE_SIZE - 1 || text.bytes[4] != '-' || text.bytes[7] != '-') {
        return false;
    }
    c.year = read_number(text.bytes, 4);
    c.month = read_number(text.bytes + 5, 2);
    c.day = read_number(text.bytes + 8, 2);
    if (c.year < 1 || c.month < 1 || c.month > 12 || c.day < 1 ||
        c.day > days_in_month(c.year, c.month)) {
        return false;
    }
    *out = date_of(c);
    return true;
}

static void write_number(char *digits, size_t count, int32_t number)
{
    while (count > 0) {
        digits[--count] = (char)('0' + number % 10);
        number /= 10;
    }
}

void vcl_date_format(vcl_date date, char buffer[VCL_DATE_SIZE])
{
    civil c = civil_of(date);

    memcpy(buffer, "YYYY-MM-DD", VCL_DATE_SIZE);
    write_number(buffer, 4, c.year);
    write_number(buffer + 5, 2, c.month);
    write_number(buffer + 8, 2, c.day);
}

vcl_date vcl_date_next_year(vcl_date date)
{
    civil c = civil_of(date);

    c.year++;
    if (c.day > days_in_month(c.year, c.month)) {
        c.day = days_in_month(c.year, c.month);
    }
    return date_of(c);
}
