/* Dates as people write them. The serial numbers of spreadsheets: ECMA-376, part 1, 18.17.4. */
#include "values/day.h"

#include <math.h>
#include <string.h>

enum {
    FIRST_YEAR = 1900,
    LAST_YEAR = 2100,
    MOST_NUMBERS = 3,
    DAY_BEFORE_1900 = -25568, /* 1899-12-31, from which serial 1 is 1900-01-01 */
    DAY_0_OF_1904 = -24107, /* 1904-01-01 */
    LAST_SERIAL = 2958465, /* 9999-12-31, from 1900 */
    LEAST_SERIAL_TEXT = 20000, /* 1954: five digits in a text that mean a day */
    MOST_SERIAL_TEXT = 80000, /* 2119 */
};

/* The numbers of a written date, in their order. */
typedef struct numbers {
    int values[MOST_NUMBERS];
    int widths[MOST_NUMBERS]; /* digits each */
    int count; /* 0: no date */
} numbers;

static const char *const open_ends[] = {
    "không thời hạn", "không xác định thời hạn", "vô thời hạn", "không kỳ hạn", "dài hạn",
};

/* Drops a time of day: " 00:00", "t00:00:00z". */
static vcl_slice without_time(vcl_slice text)
{
    size_t colon = 0;

    while (colon < text.size && text.bytes[colon] != ':') {
        colon++;
    }
    if (colon == text.size) {
        return text;
    }
    size_t start = colon;
    while (start > 0 && vcl_reading_is_digit(text.bytes[start - 1])) {
        start--;
    }
    for (size_t i = start; i < text.size; i++) {
        if (strchr("0123456789:. zapm+", text.bytes[i]) == NULL || text.bytes[i] == '\0') {
            return text;
        }
    }
    bool parted = start > 1 && (text.bytes[start - 1] == ' ' || text.bytes[start - 1] == 't');
    return parted ? vcl_reading_trim((vcl_slice){ text.bytes, start - 1 }) : text;
}

/* Passes over one separator, or a word that names what follows. */
static bool take_separator(vcl_slice *text)
{
    static const char *const words[] = { "ngày", "tháng", "năm", "ngay", "thang", "nam", "mùng" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (vcl_reading_take(text, words[i])) {
            return true;
        }
    }
    if (strchr("/-., ", text->bytes[0]) != NULL && text->bytes[0] != '\0') {
        *text = vcl_slice_from(*text, 1);
        return true;
    }
    return false;
}

static bool take_number(vcl_slice *text, numbers *out)
{
    int value = 0;
    int width = 0;

    while (text->size > 0 && vcl_reading_is_digit(text->bytes[0]) && width < 6) {
        value = value * 10 + (text->bytes[0] - '0');
        width++;
        *text = vcl_slice_from(*text, 1);
    }
    if (width == 0 || width == 6 || out->count == MOST_NUMBERS) {
        return false;
    }
    out->values[out->count] = value;
    out->widths[out->count] = width;
    out->count++;
    return true;
}

/* At most two separators stand between numbers ("31 tháng 12", "12, 2025"), none at the end. */
static numbers numbers_of(vcl_slice text)
{
    static const numbers none = { { 0 }, { 0 }, 0 };
    numbers found = none;
    bool after_number = false;

    text = without_time(vcl_reading_trim(text));
    if (text.size > 1 && text.bytes[0] == 't' && vcl_reading_is_digit(text.bytes[1])) {
        text = vcl_slice_from(text, 1); /* T12/2025 */
    }
    if (text.size > 0 && strchr("/-., ", text.bytes[0]) != NULL) {
        return none;
    }
    while (text.size > 0) {
        int separators = 0;
        while (text.size > 0 && !vcl_reading_is_digit(text.bytes[0])) {
            if (!take_separator(&text) || ++separators > 3) {
                return none;
            }
        }
        if ((after_number && separators == 0) || !take_number(&text, &found)) {
            return none;
        }
        after_number = true;
    }
    return found;
}

typedef struct day_parts {
    int year;
    int month; /* 0: not given */
    int day; /* 0: not given */
} day_parts;

static int full_year(int year, int width)
{
    return width > 2 ? year : year + (year < 70 ? 2000 : 1900);
}

/* The date with these parts; false if the calendar has no such day. */
static bool date_of_parts(day_parts parts, vcl_date *out)
{
    char text[VCL_DATE_SIZE] = "0000-00-00";

    if (parts.year > 9999 || parts.month > 99 || parts.day > 99) {
        return false;
    }
    for (int i = 3, year = parts.year; i >= 0; i--, year /= 10) {
        text[i] = (char)('0' + year % 10);
    }
    text[5] = (char)('0' + parts.month / 10);
    text[6] = (char)('0' + parts.month % 10);
    text[8] = (char)('0' + parts.day / 10);
    text[9] = (char)('0' + parts.day % 10);
    return vcl_date_parse(vcl_slice_of(text), out);
}

/* The day that a month or a year alone stands for. */
static bool edge_of(day_parts parts, bool ends, vcl_date *out)
{
    day_parts first = { parts.year, parts.month > 0 ? parts.month : 1, 1 };

    if (!ends) {
        return date_of_parts(first, out);
    }
    day_parts last = { parts.year, parts.month > 0 ? parts.month : 12, 31 };
    while (last.day > 28 && !date_of_parts(last, out)) {
        last.day--;
    }
    return date_of_parts(last, out);
}

/* Day and month stand before the year. */
static bool is_year_last(const numbers *found)
{
    return found->count == 3 && found->widths[0] <= 2 && found->widths[1] <= 2 &&
           (found->widths[2] == 4 || found->widths[2] == 2);
}

void vcl_day_look(vcl_day_evidence *evidence, vcl_slice text)
{
    numbers found = numbers_of(text);

    if (is_year_last(&found)) {
        evidence->day_first += found.values[0] > 12 && found.values[1] <= 12;
        evidence->month_first += found.values[0] <= 12 && found.values[1] > 12;
    }
}

vcl_day_order vcl_day_order_of(const vcl_day_evidence *evidence)
{
    if (evidence->month_first == 0) {
        return VCL_DAY_FIRST;
    }
    return evidence->day_first == 0 ? VCL_MONTH_FIRST : VCL_DAY_ORDER_CONTRADICTORY;
}

static vcl_reading read_full(day_parts parts, vcl_message how, vcl_date *out)
{
    if (parts.year < FIRST_YEAR || parts.year > LAST_YEAR) {
        return vcl_reading_not(VCL_MSG_CELL_DATE_YEAR);
    }
    return date_of_parts(parts, out) ? vcl_reading_as(how)
                                     : vcl_reading_not(VCL_MSG_CELL_NO_SUCH_DAY);
}

static vcl_reading read_edge(day_parts parts, bool ends, vcl_date *out)
{
    if (parts.year < FIRST_YEAR || parts.year > LAST_YEAR) {
        return vcl_reading_not(VCL_MSG_CELL_DATE_YEAR);
    }
    if (!edge_of(parts, ends, out)) {
        return vcl_reading_not(VCL_MSG_CELL_NO_SUCH_DAY);
    }
    if (parts.month > 0) {
        return vcl_reading_as(ends ? VCL_MSG_READ_DATE_MONTH_END : VCL_MSG_READ_DATE_MONTH_START);
    }
    return vcl_reading_as(ends ? VCL_MSG_READ_DATE_YEAR_END : VCL_MSG_READ_DATE_YEAR_START);
}

static vcl_reading read_three(const numbers *found, vcl_day_order order, vcl_date *out)
{
    const int *v = found->values;

    if (found->widths[0] == 4 && found->widths[1] <= 2 && found->widths[2] <= 2) {
        return read_full((day_parts){ v[0], v[1], v[2] }, VCL_MSG_READ_DATE_YEAR_FIRST, out);
    }
    if (!is_year_last(found)) {
        return vcl_reading_not(VCL_MSG_CELL_NOT_DATE);
    }
    if (order == VCL_DAY_ORDER_CONTRADICTORY) {
        return vcl_reading_not(VCL_MSG_CELL_DATE_ORDER);
    }
    int year = full_year(v[2], found->widths[2]);
    if (order == VCL_MONTH_FIRST) {
        return read_full((day_parts){ year, v[0], v[1] }, VCL_MSG_READ_DATE_MONTH_FIRST, out);
    }
    return read_full((day_parts){ year, v[1], v[0] }, VCL_MSG_READ_DATE_DAY_FIRST, out);
}

vcl_reading vcl_day_read(vcl_slice cell, const vcl_day_column *column, vcl_date *out)
{
    *out = VCL_NO_DATE;
    for (size_t i = 0; column->ends && i < sizeof open_ends / sizeof *open_ends; i++) {
        if (vcl_reading_is(vcl_reading_trim(cell), open_ends[i])) {
            return vcl_reading_as(VCL_MSG_READ_DATE_OPEN);
        }
    }
    numbers found = numbers_of(cell);
    const int *v = found.values;
    if (found.count == 3) {
        return read_three(&found, column->order, out);
    }
    if (found.count == 2 && found.widths[0] <= 2 && found.widths[1] == 4) {
        return read_edge((day_parts){ v[1], v[0], 0 }, column->ends, out);
    }
    if (found.count == 2 && found.widths[0] == 4 && found.widths[1] <= 2) {
        return read_edge((day_parts){ v[0], v[1], 0 }, column->ends, out);
    }
    if (found.count == 1 && found.widths[0] == 4) {
        return read_edge((day_parts){ v[0], 0, 0 }, column->ends, out);
    }
    if (found.count == 1 && v[0] >= LEAST_SERIAL_TEXT && v[0] <= MOST_SERIAL_TEXT) {
        return vcl_day_of_serial(v[0], column->from_1904, out);
    }
    return vcl_reading_not(VCL_MSG_CELL_NOT_DATE);
}

vcl_reading vcl_day_of_serial(double serial, bool from_1904, vcl_date *out)
{
    double day = floor(serial);

    *out = VCL_NO_DATE;
    if (!(day >= (from_1904 ? 0.0 : 1.0)) || day > LAST_SERIAL - (from_1904 ? 1462 : 0)) {
        return vcl_reading_not(VCL_MSG_CELL_NOT_DATE);
    }
    if (!from_1904 && day == 60.0) {
        return vcl_reading_not(VCL_MSG_CELL_NO_SUCH_DAY);
    }
    /* From day 60 on, one more than there were days. */
    *out = from_1904    ? DAY_0_OF_1904 + (vcl_date)day
           : day < 60.0 ? DAY_BEFORE_1900 + (vcl_date)day
                        : DAY_BEFORE_1900 - 1 + (vcl_date)day;
    return vcl_reading_as(VCL_MSG_READ_DATE_SERIAL);
}
