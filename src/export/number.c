/* Numbers for readers, from fixed-point integers: no locale has a say. */
#include "export/number.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { group_size = 3, most_decimals = 9 };

/* Above it a scaled value would leave the range of int64_t. */
static const double largest_scaled = 9e18;

static const char group_mark[] = { [VCL_ENGLISH] = ',', [VCL_VIETNAMESE] = '.' };
static const char decimal_mark[] = { [VCL_ENGLISH] = '.', [VCL_VIETNAMESE] = ',' };

/* The number scaled / 10^decimals; digits are written from the right. */
static vcl_number number_of(int64_t scaled, int decimals, vcl_language language)
{
    vcl_number number = { { 0 } };
    uint64_t rest = scaled < 0 ? 0 - (uint64_t)scaled : (uint64_t)scaled;
    char *const end = number.bytes + sizeof number.bytes - 1;
    char *at = end;

    for (int digit = 0; rest > 0 || digit <= decimals; digit++, rest /= 10) {
        int whole_digits = digit - decimals;
        if (decimals > 0 && whole_digits == 0) {
            *--at = decimal_mark[language];
        } else if (whole_digits > 0 && whole_digits % group_size == 0) {
            *--at = group_mark[language];
        }
        *--at = (char)('0' + (int)(rest % 10));
    }
    if (scaled < 0) {
        *--at = '-';
    }
    memmove(number.bytes, at, (size_t)(end - at) + 1);
    return number;
}

vcl_number vcl_number_of_integer(int64_t value, vcl_language language)
{
    return number_of(value, 0, language);
}

vcl_number vcl_number_of_real(double value, int decimals, vcl_language language)
{
    vcl_number number = { VCL_NUMBER_NONE };
    double scale = 1.0;

    if (!isfinite(value)) {
        return number;
    }
    if (fabs(value) >= largest_scaled) {
        snprintf(number.bytes, sizeof number.bytes, "%.0e", value);
        return number;
    }
    int kept = 0;
    while (kept < decimals && fabs(value) * scale * 10.0 < largest_scaled) {
        scale *= 10.0;
        kept++;
    }
    return number_of(llround(value * scale), kept, language);
}

vcl_number vcl_number_of_rate(double fraction, vcl_language language)
{
    vcl_number percent = vcl_number_of_real(fraction * 100.0, 1, language);
    vcl_number number = { { 0 } };

    snprintf(number.bytes, sizeof number.bytes, "%.*s%%", (int)sizeof number.bytes - 2,
             percent.bytes);
    return number;
}

int vcl_number_most_decimals(double largest)
{
    int decimals = 1;

    for (double magnitude = largest; magnitude < 100.0 && decimals < most_decimals; decimals++) {
        magnitude *= 10.0;
    }
    return decimals;
}

int vcl_number_decimals(double value, int most)
{
    const double tolerance = 1e-6; /* of the last decimal */
    double scaled = value;
    int decimals = 0;

    while (decimals < most && fabs(scaled - round(scaled)) > tolerance) {
        scaled *= 10.0;
        decimals++;
    }
    return decimals;
}
