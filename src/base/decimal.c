/* Twelve digits of a real are those of the nearest whole number once it is multiplied by a power of
 * ten; what the product loses by rounding is known exactly (Dekker 1971), so it is the right one. */
#include "base/decimal.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

enum {
    DIGITS = 12,
    MOST_EXACT = 22, /* 10^22 is the largest power of ten that is a double */
    LEAST_PLAIN = -4, /* below 1e-4 "%g" writes an exponent */
};

static const double powers[MOST_EXACT + 1] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                               1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                               1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

static const double smallest = 1e-11;
static const double whole_of_digits = 1e12;

/* The number of decimals with which a magnitude has DIGITS digits. */
static int decimals_for(double magnitude)
{
    int decimals = DIGITS - 1;

    while (decimals > 0 && magnitude >= powers[DIGITS - decimals]) {
        decimals--;
    }
    while (decimals < MOST_EXACT && magnitude * powers[decimals] < powers[DIGITS - 1]) {
        decimals++;
    }
    return decimals;
}

static uint64_t round_product(double magnitude, double power)
{
    double product = magnitude * power;
    double lost = fma(magnitude, power, -product);
    uint64_t whole = (uint64_t)product;
    double above_half = product - (double)whole - 0.5;
    bool is_tie = above_half == 0.0 && lost == 0.0;
    bool is_up = above_half > 0.0 || (above_half == 0.0 && lost > 0.0);

    return whole + (is_up || (is_tie && whole % 2 == 1) ? 1 : 0);
}

/* Puts digits, and the point before the last `decimals` of them, right before `at`; where they
 * begin. */
static char *put_before(char *at, uint64_t number, int decimals)
{
    for (int digit = 0; number > 0 || digit <= decimals; digit++, number /= 10) {
        if (decimals > 0 && digit == decimals) {
            *--at = '.';
        }
        *--at = (char)('0' + number % 10);
    }
    return at;
}

static size_t copy_out(const char *first, const char *end, char out[VCL_DECIMAL_SIZE])
{
    size_t size = (size_t)(end - first);

    memcpy(out, first, size);
    return size;
}

size_t vcl_decimal_of_integer(int64_t value, char out[VCL_DECIMAL_SIZE])
{
    char bytes[VCL_DECIMAL_SIZE];
    char *end = bytes + sizeof bytes;
    char *at = put_before(end, value < 0 ? 0 - (uint64_t)value : (uint64_t)value, 0);

    if (value < 0) {
        *--at = '-';
    }
    return copy_out(at, end, out);
}

/* "e-07". */
static char *put_exponent_before(char *at, int exponent)
{
    at = put_before(at, (uint64_t)-exponent, 0);
    if (exponent > -10) {
        *--at = '0';
    }
    *--at = '-';
    *--at = 'e';
    return at;
}

size_t vcl_decimal_of_real(double value, char out[VCL_DECIMAL_SIZE])
{
    char bytes[VCL_DECIMAL_SIZE];
    char *end = bytes + sizeof bytes;
    char *at = end;
    double magnitude = fabs(value);

    if (value == 0.0) {
        return vcl_decimal_of_integer(0, out);
    }
    if (!(magnitude >= smallest && magnitude < whole_of_digits - 0.5)) {
        return 0;
    }
    int decimals = decimals_for(magnitude);
    uint64_t number = round_product(magnitude, powers[decimals]);
    int exponent = DIGITS - 1 - decimals + (number == (uint64_t)whole_of_digits ? 1 : 0);
    while (decimals > 0 && number % 10 == 0) {
        number /= 10;
        decimals--;
    }
    if (exponent < LEAST_PLAIN) {
        at = put_exponent_before(at, exponent);
        decimals += exponent;
    }
    at = put_before(at, number, decimals);
    if (value < 0.0) {
        *--at = '-';
    }
    return copy_out(at, end, out);
}
