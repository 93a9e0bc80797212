/* Quantities of a register. */
#include "values/quantity.h"

#include <math.h>

static const char *const inexact[] = { "khoảng", "gần", "trên", "hơn",   "dưới", "ước",
                                       "tối đa", "từ",  "đến",  "about", "over", "tối thiểu" };

/* "khoảng 50", "~50", ">50", "≥ 50". */
static bool begins_inexactly(vcl_slice cell)
{
    static const char *const signs[] = { "~", ">", "<", "≈", "≥", "≤", "±" };

    for (size_t i = 0; i < sizeof inexact / sizeof *inexact; i++) {
        vcl_slice rest = cell;
        if (vcl_reading_take(&rest, inexact[i])) {
            return true;
        }
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t size = vcl_slice_of(signs[i]).size;
        if (cell.size > size && vcl_reading_is((vcl_slice){ cell.bytes, size }, signs[i])) {
            return true;
        }
    }
    return false;
}

/* Is what follows a number the rest of a range: "- 60 tấn", "đến 60"? */
static bool goes_on_as_range(vcl_slice rest)
{
    bool begun = vcl_reading_take(&rest, "-") || vcl_reading_take(&rest, "–") ||
                 vcl_reading_take(&rest, "÷") || vcl_reading_take(&rest, "đến");

    return begun && rest.size > 0 && vcl_reading_is_digit(rest.bytes[0]);
}

/* Cuts the unit off the front of *rest: up to the next number, which a space goes before ("m2"
 * holds none). */
static vcl_slice take_unit(vcl_slice *rest)
{
    size_t end = 0;

    while (end < rest->size &&
           !(end > 0 && rest->bytes[end - 1] == ' ' && vcl_reading_is_digit(rest->bytes[end]))) {
        end++;
    }
    vcl_slice unit = vcl_reading_trim((vcl_slice){ rest->bytes, end });
    *rest = vcl_slice_from(*rest, end);
    return unit;
}

/* Adds `more` to *sum, which is of a higher power; false if it is not, or their digits are too
 * many. */
static bool add_digits(vcl_digits *sum, vcl_digits more)
{
    static const int64_t most = ((int64_t)1 << 53) / 10;

    while (sum->power > more.power) {
        if (sum->digits > most) {
            return false;
        }
        sum->digits *= 10;
        sum->power--;
    }
    while (more.power > sum->power) {
        if (more.digits > most) {
            return false;
        }
        more.digits *= 10;
        more.power--;
    }
    sum->digits += more.digits;
    return true;
}

static vcl_reading finish(vcl_digits digits, int power, vcl_quantity quantity, vcl_reading reading,
                          double *out)
{
    if (!vcl_number_value(digits, power, out)) {
        return vcl_reading_not(VCL_MSG_CELL_NUMBER_LONG);
    }
    if (quantity == VCL_QUANTITY_COUNT && *out != floor(*out)) {
        return vcl_reading_not(VCL_MSG_CELL_NOT_WHOLE);
    }
    return reading;
}

/* A number without a unit of its own. */
static vcl_reading of_column(vcl_digits digits, vcl_reading reading,
                             const vcl_quantity_column *column, double *out)
{
    if (!column->has_unit && column->quantity != VCL_QUANTITY_COUNT) {
        return vcl_reading_not(VCL_MSG_CELL_UNIT_MISSING);
    }
    if (column->power != 0) {
        reading = vcl_reading_as(VCL_MSG_READ_UNIT_HEADING);
    }
    return finish(digits, column->power, column->quantity, reading, out);
}

/* What follows "1 tỷ": "200 triệu", of lower units each. */
static vcl_reading add_lower(vcl_slice rest, const vcl_quantity_column *column, vcl_digits *sum,
                             int power)
{
    vcl_reading reading = vcl_reading_as(VCL_MSG_READ_UNIT_CELL);

    while (rest.size > 0 && reading.understood) {
        vcl_digits digits = { 0 };
        int lower = 0;
        reading = vcl_number_read(rest, column->decimal, &digits, &rest);
        if (!reading.understood) {
            break;
        }
        reading = vcl_unit_read(take_unit(&rest), column->quantity, &lower);
        digits.power += lower;
        if (reading.understood && (lower >= power || sum->digits < 0 || !add_digits(sum, digits))) {
            return vcl_reading_not(VCL_MSG_CELL_NOT_EXACT);
        }
        power = lower;
    }
    return reading;
}

vcl_reading vcl_quantity_read(vcl_slice cell, const vcl_quantity_column *column, double *out)
{
    vcl_digits digits = { 0 };
    vcl_slice rest = { 0 };
    int power = 0;

    *out = 0.0;
    cell = vcl_reading_trim(cell);
    if (begins_inexactly(cell)) {
        return vcl_reading_not(VCL_MSG_CELL_NOT_EXACT);
    }
    vcl_reading reading = vcl_number_read(cell, column->decimal, &digits, &rest);
    if (goes_on_as_range(rest)) {
        return vcl_reading_not(VCL_MSG_CELL_NOT_EXACT);
    }
    if (!reading.understood || rest.size == 0) {
        return reading.understood ? of_column(digits, reading, column, out) : reading;
    }
    reading = vcl_unit_read(take_unit(&rest), column->quantity, &power);
    digits.power += power;
    if (reading.understood) {
        reading = add_lower(rest, column, &digits, power);
    }
    return reading.understood ? finish(digits, 0, column->quantity, reading, out) : reading;
}

vcl_reading vcl_quantity_of_number(double value, const vcl_quantity_column *column, double *out)
{
    vcl_digits digits = { 0 };

    *out = 0.0;
    if (!vcl_number_digits(value, &digits)) {
        return vcl_reading_not(VCL_MSG_CELL_NOT_NUMBER);
    }
    return of_column(digits, vcl_reading_as(VCL_MSG_READ_NUMBER), column, out);
}
