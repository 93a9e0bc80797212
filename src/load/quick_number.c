/* Numbers of plain records, exactly as strtod() reads them.
 *
 * Up to 15 digits make an integer that a double holds, and so is a power of ten up to 10^22: their
 * quotient is then rounded once, and therefore right (Clinger 1990, How to read floating point
 * numbers accurately). Longer numbers and exponents are refused. */
#include <float.h>

#include "load/quick_parts.h"

enum {
    DIGITS = 15,
    ID_DIGITS = 18, /* any such integer fits 64 bits */
};

/* Are quotients rounded once, to double? */
static const bool rounds_once = FLT_EVAL_METHOD == 0;

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Passes at most `limit` digits; NULL where there are none or more. */
static const char *pass_digits(const char *at, size_t limit)
{
    const char *begin = at;

    while (is_digit(*at) && (size_t)(at - begin) <= limit) {
        at++;
    }
    return at > begin && (size_t)(at - begin) <= limit ? at : NULL;
}

/* An integer as JSON writes it: no zero leads. */
static const char *pass_integer(const char *at, size_t limit)
{
    return *at == '0' && is_digit(at[1]) ? NULL : pass_digits(at, limit);
}

static double value_of(const char *begin, const char *end)
{
    uint64_t value = 0;

    for (; begin < end; begin++) {
        value = value * 10 + (uint64_t)(*begin - '0');
    }
    return (double)value;
}

/* The digits behind a point at `end`, the integer before which begins at `digits`. */
static const char *read_fraction(const char *digits, const char *end, double *out)
{
    static const double powers[DIGITS + 1] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                               1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
    size_t left = DIGITS - (size_t)(end - digits);
    const char *fraction = end + 1;
    double whole = value_of(digits, end);

    end = left == 0 || !rounds_once ? NULL : pass_digits(fraction, left);
    if (end != NULL) {
        size_t size = (size_t)(end - fraction);
        *out = (whole * powers[size] + value_of(fraction, end)) / powers[size];
    }
    return end;
}

const char *vcl_quick_number(const char *at, double *out, bool *is_integer)
{
    bool is_negative = *at == '-';
    const char *digits = at + is_negative;
    const char *end = pass_integer(digits, DIGITS);

    if (end == NULL) {
        return NULL;
    }
    *is_integer = *end != '.';
    *out = value_of(digits, end);
    if (!*is_integer) {
        end = read_fraction(digits, end, out);
    }
    if (is_negative) {
        *out = 0.0 - *out; /* -0.0 is 0 */
    }
    return end;
}

const char *vcl_quick_integer_text(const char *at, vcl_slice *out)
{
    bool is_negative = *at == '-';
    const char *end = pass_integer(at + is_negative, ID_DIGITS);

    if (end == NULL || (is_negative && at[1] == '0')) {
        return NULL;
    }
    *out = (vcl_slice){ at, (size_t)(end - at) };
    return end;
}
