/* Decimal texts and their values. */
#include "sheet/number.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sheet/sheet.h"

/* Decimals of so many digits are told apart by doubles, and doubles by decimals of so many. */
enum { sure_digits = 15, all_digits = 17 };

/* Without an exponent from 10^-least on to below 10^least. */
enum { least_exponent = 21 };

/* A decimal number: digits[0].digits[1]digits[2]… * 10^exponent, without zeros at either end. */
typedef struct decimal {
    bool is_negative;
    int exponent;
    size_t count; /* of digits; 0 for zero. Beyond `all_digits` the others are left out */
    char digits[all_digits];
    bool is_whole; /* no digit was left out */
} decimal;

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static void take_digit(decimal *out, char digit)
{
    if (out->count < all_digits) {
        out->digits[out->count++] = digit;
    } else {
        out->is_whole = out->is_whole && digit == '0';
    }
}

static void drop_zeros(decimal *number)
{
    while (number->count > 0 && number->digits[number->count - 1] == '0') {
        number->count--;
    }
}

/* Reads an exponent such as "E-3" that `text` is; false where it is none. */
static bool read_exponent(vcl_slice text, int *out)
{
    bool is_negative = text.size > 1 && text.bytes[1] == '-';
    size_t at = text.size > 1 && (is_negative || text.bytes[1] == '+') ? 2 : 1;
    int value = 0;

    if (at == text.size || (text.bytes[0] | 0x20) != 'e') {
        return false;
    }
    for (; at < text.size; at++) {
        if (!is_digit(text.bytes[at])) {
            return false;
        }
        value = value < 100000 ? value * 10 + (text.bytes[at] - '0') : value;
    }
    *out = is_negative ? -value : value;
    return true;
}

static bool read_decimal(vcl_slice text, decimal *out)
{
    size_t at = text.size > 0 && (text.bytes[0] == '-' || text.bytes[0] == '+') ? 1 : 0;
    bool seen = false;
    bool has_point = false;
    int exponent = 0;
    int before_point = 0; /* digits from the first that is not 0 on */

    *out = (decimal){ .is_negative = at > 0 && text.bytes[0] == '-', .is_whole = true };
    for (; at < text.size && (is_digit(text.bytes[at]) || text.bytes[at] == '.'); at++) {
        if (text.bytes[at] == '.' && has_point) {
            return false;
        }
        if (text.bytes[at] == '.') {
            has_point = true;
            continue;
        }
        seen = true;
        if (out->count > 0 || text.bytes[at] != '0') {
            take_digit(out, text.bytes[at]);
            before_point += has_point ? 0 : 1;
        } else {
            before_point -= has_point ? 1 : 0;
        }
    }
    if (!seen || (at < text.size && !read_exponent(vcl_slice_from(text, at), &exponent))) {
        return false;
    }
    out->exponent = before_point - 1 + exponent;
    drop_zeros(out);
    return true;
}

/* A product or quotient of two doubles that are exact is rounded once (Clinger 1990). */
static bool read_quickly(const decimal *number, double *out)
{
    static const double powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                     1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                     1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
    int shift = number->exponent - (int)number->count + 1;
    int64_t digits = 0;

    if (number->count > sure_digits || (number->count > 0 && (shift < -22 || shift > 22))) {
        return false;
    }
    for (size_t i = 0; i < number->count; i++) {
        digits = digits * 10 + (number->digits[i] - '0');
    }
    *out = (double)digits;
    if (digits != 0) {
        *out = shift < 0 ? *out / powers[-shift] : *out * powers[shift];
    }
    *out = number->is_negative ? -*out : *out;
    return true;
}

/* By strtod(), which goes by the locale. */
static bool read_slowly(vcl_slice text, double *out)
{
    char copy[512];
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);

    if (plain == (locale_t)0 || text.size >= sizeof copy) {
        return false;
    }
    memcpy(copy, text.bytes, text.size);
    copy[text.size] = '\0';
    locale_t before = uselocale(plain);
    *out = strtod(copy, NULL);
    uselocale(before);
    freelocale(plain);
    return isfinite(*out);
}

bool vcl_number_parse(vcl_slice text, double *out)
{
    decimal number;

    return read_decimal(text, &number) && (read_quickly(&number, out) || read_slowly(text, out));
}

/* Rounds to `sure_digits`. */
static void round_off(decimal *number)
{
    bool up = number->digits[sure_digits] >= '5';

    number->count = sure_digits;
    while (up && number->count > 0 && number->digits[number->count - 1] == '9') {
        number->count--;
    }
    if (up && number->count > 0) {
        number->digits[number->count - 1]++;
    } else if (up) { /* all were nines */
        number->digits[number->count++] = '1';
        number->exponent++;
    }
    drop_zeros(number);
}

/* All digits that tell a double apart. "%e" goes by the locale; only its digits are taken. */
static void spell_out(decimal *number, double value)
{
    char shown[64];

    snprintf(shown, sizeof shown, "%.*e", all_digits - 1, fabs(value));
    const char *end = strchr(shown, 'e');
    number->count = 0;
    for (const char *at = shown; at < end; at++) {
        if (is_digit(*at)) {
            number->digits[number->count++] = *at;
        }
    }
    number->exponent = end != NULL ? (int)strtol(end + 1, NULL, 10) : 0;
    drop_zeros(number);
}

/* A number of many digits, whose value is `value`, with few if they read back the same. */
static void shorten(decimal *number, double value)
{
    decimal rounded = *number;
    double back = 0.0;

    round_off(&rounded);
    if (read_quickly(&rounded, &back) && !(back < value) && !(back > value)) {
        *number = rounded;
    } else if (!number->is_whole) {
        spell_out(number, value);
    }
}

static size_t write_exponent(char *out, size_t size, int exponent)
{
    return size + (size_t)snprintf(out + size, VCL_NUMBER_ROOM - size, "e%d", exponent);
}

/* digits[0].digits[1]… * 10^exponent; with an exponent where it would be long. */
static size_t write_digits(char *out, size_t size, const decimal *number)
{
    int exponent = number->exponent;
    bool is_long = exponent >= least_exponent || exponent < -least_exponent;
    int point = is_long ? 0 : exponent; /* the place of the digit before the point */
    int last = (int)number->count - 1;

    for (int i = point < 0 ? point : 0; i <= last || i <= point; i++) {
        if (i == point + 1) {
            out[size++] = '.';
        }
        out[size++] = i >= 0 && i <= last ? number->digits[i] : '0';
    }
    return is_long ? write_exponent(out, size, exponent) : size;
}

/* Zeros before an integer. */
static size_t fill_up(char *out, size_t size, unsigned width)
{
    size_t wanted = width <= 32 ? width : 32;

    if (size >= wanted || strspn(out, "0123456789") < size) {
        return size;
    }
    memmove(out + wanted - size, out, size);
    memset(out, '0', wanted - size);
    return wanted;
}

size_t vcl_number_write(vcl_slice text, unsigned width, char out[VCL_NUMBER_ROOM])
{
    decimal number;
    double value = 0.0;
    size_t size = 0;

    if (!read_decimal(text, &number) ||
        (!read_quickly(&number, &value) && !read_slowly(text, &value))) {
        return 0;
    }
    if (number.count > sure_digits) {
        shorten(&number, value);
    }
    if (number.count > 0 && number.is_negative) {
        out[size++] = '-';
    }
    if (number.count > 0) {
        size = write_digits(out, size, &number);
    } else {
        out[size++] = '0';
    }
    out[size] = '\0';
    size = fill_up(out, size, width);
    out[size] = '\0';
    return size;
}

double vcl_sheet_number(const vcl_sheet_cell *cell)
{
    double value = 0.0;
    vcl_slice text = { cell->text, cell->size };

    return cell->kind == VCL_CELL_NUMBER && vcl_number_parse(text, &value) ? value : (double)NAN;
}
