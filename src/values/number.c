/* Numbers as people write them. digits * 10^power is rounded once: both factors are exact in a double
 * (W. D. Clinger, "How to Read Floating Point Numbers Accurately", 1990, the fast path), else strtod()
 * does it, which of a number without a decimal mark is the same in every locale. */
#include "values/number.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_POWER = 22 }; /* 10^22 is the last power of ten that a double holds exactly */

/* A written number: its digits and where its marks stand. */
typedef struct written {
    vcl_slice body; /* digits and marks between them */
    bool negative;
    size_t points;
    size_t commas;
    size_t gaps; /* spaces and apostrophes */
    size_t last_point; /* offsets into body */
    size_t last_comma;
    size_t last_gap;
} written;

typedef enum mark { NO_MARK, POINT, COMMA, GAP } mark;

/* The mark at `text` and its size: a point, a comma, or one of the spaces and apostrophes that
 * stand between groups. */
static mark mark_at(vcl_slice text, size_t *size)
{
    static const char *const gaps[] = { " ", "'", "’" };

    *size = 1;
    if (text.size > 0 && (text.bytes[0] == '.' || text.bytes[0] == ',')) {
        return text.bytes[0] == '.' ? POINT : COMMA;
    }
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++) {
        *size = strlen(gaps[i]);
        if (text.size >= *size && memcmp(text.bytes, gaps[i], *size) == 0) {
            return GAP;
        }
    }
    return NO_MARK;
}

static bool digit_at(vcl_slice text, size_t offset)
{
    return offset < text.size && vcl_reading_is_digit(text.bytes[offset]);
}

static vcl_slice take_sign(vcl_slice text, bool *negative)
{
    static const char minus[] = "\xE2\x88\x92"; /* U+2212 */
    size_t size = 0;

    *negative = false;
    if (text.size > 0 && (text.bytes[0] == '-' || text.bytes[0] == '+')) {
        *negative = text.bytes[0] == '-';
        size = 1;
    } else if (text.size > 3 && memcmp(text.bytes, minus, 3) == 0) {
        *negative = true;
        size = 3;
    }
    return vcl_reading_trim(vcl_slice_from(text, size));
}

static void note_mark(written *w, mark kind, size_t offset)
{
    if (kind == POINT) {
        w->points++;
        w->last_point = offset;
    } else if (kind == COMMA) {
        w->commas++;
        w->last_comma = offset;
    } else {
        w->gaps++;
        w->last_gap = offset;
    }
}

/* The longest run of digits with single marks between them; one may stand before the first. */
static written write_down(vcl_slice text, vcl_slice *rest)
{
    written w = { 0 };
    size_t end = 0;

    text = take_sign(text, &w.negative);
    while (end < text.size) {
        size_t size = 1;
        if (!vcl_reading_is_digit(text.bytes[end])) {
            mark kind = mark_at(vcl_slice_from(text, end), &size);
            if (kind == NO_MARK || !digit_at(text, end + size) || (end == 0 && kind == GAP)) {
                break;
            }
            note_mark(&w, kind, end);
        }
        end += size;
    }
    w.body = (vcl_slice){ text.bytes, end };
    *rest = vcl_reading_trim(vcl_slice_from(text, end));
    return w;
}

/* Do the digits before `end` stand in groups: one to three, then threes? */
static bool is_grouped(vcl_slice body, size_t end)
{
    size_t run = 0;
    bool first = true;
    size_t size = 1;

    for (size_t i = 0; i < end; i += size) {
        size = 1;
        if (vcl_reading_is_digit(body.bytes[i])) {
            run++;
            continue;
        }
        (void)mark_at(vcl_slice_from(body, i), &size);
        if (first ? run < 1 || run > 3 : run != 3) {
            return false;
        }
        first = false;
        run = 0;
    }
    return first || run == 3;
}

typedef enum shape {
    MALFORMED,
    PLAIN,
    DECIMAL_COMMA,
    DECIMAL_POINT,
    EITHER_COMMA,
    EITHER_POINT
} shape;

/* One mark of one kind and no other: decimals, unless it could be a group of thousands. 0.123 and
 * 1234.567 can not. */
static shape shape_of_single(const written *w, mark kind)
{
    size_t at = kind == POINT ? w->last_point : w->last_comma;
    bool could_group = at > 0 && w->body.bytes[0] != '0' && is_grouped(w->body, w->body.size);

    if (w->gaps > 0 && (w->last_gap > at || !is_grouped(w->body, at))) {
        return MALFORMED;
    }
    if (w->gaps > 0 || !could_group) {
        return kind == POINT ? DECIMAL_POINT : DECIMAL_COMMA;
    }
    return kind == POINT ? EITHER_POINT : EITHER_COMMA;
}

static shape shape_of(const written *w)
{
    if (w->body.size == 0) {
        return MALFORMED;
    }
    if (w->points + w->commas == 0) {
        return w->gaps == 0 || is_grouped(w->body, w->body.size) ? PLAIN : MALFORMED;
    }
    if (w->points + w->commas == 1) {
        return shape_of_single(w, w->points == 1 ? POINT : COMMA);
    }
    if (w->gaps > 0) {
        return MALFORMED;
    }
    if (w->points == 0 || w->commas == 0) { /* 1.234.567: groups, so that the other mark is left */
        return !is_grouped(w->body, w->body.size) ? MALFORMED
               : w->points > 0                    ? DECIMAL_COMMA
                                                  : DECIMAL_POINT;
    }
    bool comma_last = w->last_comma > w->last_point;
    size_t decimals = comma_last ? w->last_comma : w->last_point;
    if ((comma_last ? w->commas : w->points) > 1 || !is_grouped(w->body, decimals)) {
        return MALFORMED;
    }
    return comma_last ? DECIMAL_COMMA : DECIMAL_POINT;
}

void vcl_decimal_look(vcl_decimal_evidence *evidence, vcl_slice text)
{
    vcl_slice rest = { 0 };
    written w = write_down(text, &rest);

    switch (shape_of(&w)) {
    case DECIMAL_COMMA:
        evidence->comma++;
        break;
    case DECIMAL_POINT:
        evidence->point++;
        break;
    case EITHER_COMMA:
        evidence->ambiguous_comma++;
        break;
    case EITHER_POINT:
        evidence->ambiguous_point++;
        break;
    case PLAIN:
    case MALFORMED:
        break;
    }
}

vcl_decimal vcl_decimal_verdict(const vcl_decimal_evidence *evidence, bool whole)
{
    size_t comma = evidence->comma + (whole ? evidence->ambiguous_point : 0);
    size_t point = evidence->point + (whole ? evidence->ambiguous_comma : 0);

    if (comma > 0 && point > 0) {
        return VCL_DECIMAL_CONTRADICTORY;
    }
    if (comma > 0 || point > 0) {
        return comma > 0 ? VCL_DECIMAL_COMMA : VCL_DECIMAL_POINT;
    }
    return evidence->ambiguous_comma + evidence->ambiguous_point > 0 ? VCL_DECIMAL_AMBIGUOUS
                                                                     : VCL_DECIMAL_EITHER;
}

/* Gathers the digits; those behind `decimals` (an offset, or the size) count as decimals. */
static bool gather(const written *w, size_t decimals, vcl_digits *out)
{
    static const int64_t most = 1000000000000000000;

    *out = (vcl_digits){ 0 };
    for (size_t i = 0; i < w->body.size; i++) {
        if (!vcl_reading_is_digit(w->body.bytes[i])) {
            continue;
        }
        if (out->digits >= most / 10) {
            return false;
        }
        out->digits = out->digits * 10 + (w->body.bytes[i] - '0');
        out->power -= i > decimals;
    }
    out->digits = w->negative ? -out->digits : out->digits;
    return true;
}

/* How a number of that shape is read in a column of decimal `decimal`; its decimals begin at
 * *at. */
static vcl_reading read_shape(const written *w, shape kind, vcl_decimal decimal, size_t *at)
{
    bool point = kind == DECIMAL_POINT || kind == EITHER_POINT;
    bool commas_decide = decimal == VCL_DECIMAL_COMMA;

    *at = w->body.size;
    if (kind == MALFORMED) {
        return vcl_reading_not(VCL_MSG_CELL_NOT_NUMBER);
    }
    if (kind == PLAIN) {
        return vcl_reading_as(VCL_MSG_READ_NUMBER);
    }
    if (decimal != VCL_DECIMAL_COMMA && decimal != VCL_DECIMAL_POINT) {
        return vcl_reading_not(decimal == VCL_DECIMAL_CONTRADICTORY ? VCL_MSG_CELL_DECIMAL_BOTH
                                                                    : VCL_MSG_CELL_DECIMAL_UNKNOWN);
    }
    if ((kind == DECIMAL_COMMA || kind == DECIMAL_POINT) && point == commas_decide) {
        return vcl_reading_not(VCL_MSG_CELL_DECIMAL_OTHER);
    }
    if (commas_decide && w->commas == 1) {
        *at = w->last_comma;
    } else if (!commas_decide && w->points == 1) {
        *at = w->last_point;
    }
    return vcl_reading_as(commas_decide ? VCL_MSG_READ_DECIMAL_COMMA : VCL_MSG_READ_DECIMAL_POINT);
}

vcl_reading vcl_number_read(vcl_slice text, vcl_decimal decimal, vcl_digits *out, vcl_slice *rest)
{
    written w = write_down(vcl_reading_trim(text), rest);
    size_t at = 0;
    vcl_reading reading = read_shape(&w, shape_of(&w), decimal, &at);

    if (reading.understood && !gather(&w, at, out)) {
        return vcl_reading_not(VCL_MSG_CELL_NUMBER_LONG);
    }
    return reading;
}

/* `value` to so many digits, without zeros at their end. */
static vcl_digits rounded(double value, int count)
{
    char text[64];
    vcl_digits out = { 0 };
    const char *byte = text;

    snprintf(text, sizeof text, "%.*e", count - 1, fabs(value));
    for (; *byte != 'e'; byte++) { /* whatever the locale's decimal mark is, it is no digit */
        out.digits = vcl_reading_is_digit(*byte) ? out.digits * 10 + (*byte - '0') : out.digits;
    }
    out.power = (int)strtol(byte + 1, NULL, 10) - (count - 1);
    while (out.digits != 0 && out.digits % 10 == 0) {
        out.digits /= 10;
        out.power++;
    }
    out.digits = value < 0 ? -out.digits : out.digits;
    return out;
}

static bool is_number(vcl_digits digits, double value)
{
    double again = 0.0;

    return vcl_number_value(digits, 0, &again) && again == value;
}

bool vcl_number_digits(double value, vcl_digits *out)
{
    enum { kept = 15, most_kept = 17 }; /* what spreadsheets show; what tells any two apart */
    static const int64_t few = 1000000000000; /* who writes more digits means them */

    if (!isfinite(value)) {
        return false;
    }
    *out = rounded(value, kept);
    if (llabs(out->digits) < few) {
        return true;
    }
    for (int count = kept + 1; count <= most_kept && !is_number(*out, value); count++) {
        *out = rounded(value, count);
    }
    return true;
}

bool vcl_number_value(vcl_digits digits, int more, double *out)
{
    static const int64_t exact = (int64_t)1 << 53; /* below it a double holds any whole number */
    char text[64];
    int power = digits.power + more;
    double scale = 1.0;

    if (digits.digits == 0) {
        *out = 0.0;
        return true;
    }
    if (power > MOST_POWER) {
        return false;
    }
    if (power < -MOST_POWER || llabs(digits.digits) >= exact) {
        snprintf(text, sizeof text, "%" PRId64 "e%d", digits.digits, power);
        *out = strtod(text, NULL);
        return true;
    }
    for (int i = 0; i < abs(power); i++) {
        scale *= 10.0;
    }
    *out = power < 0 ? (double)digits.digits / scale : (double)digits.digits * scale;
    return true;
}
