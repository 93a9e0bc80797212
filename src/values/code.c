/* Ids and tax codes. The check digit of a tax code: 10 less the weighted sum of the first nine
 * digits modulo 11; a sum without remainder is never issued (Circular 105/2020/TT-BTC has the
 * structure). */
#include "values/code.h"

#include <string.h>

#include "base/unicode.h"

enum { MOST_DIGITS = 13, OWN_DIGITS = 10 };

/* "1,23456E+12": digits, a mark, digits, E and a sign. */
static bool is_shortened(vcl_slice text)
{
    size_t at = 0;

    while (at < text.size && (vcl_reading_is_digit(text.bytes[at]) || text.bytes[at] == '.' ||
                              text.bytes[at] == ',')) {
        at++;
    }
    return at > 0 && at + 1 < text.size && (text.bytes[at] == 'E' || text.bytes[at] == 'e') &&
           text.bytes[at + 1] == '+';
}

vcl_reading vcl_id_read(vcl_slice cell, vcl_slice *out)
{
    *out = vcl_reading_trim(cell);
    if (out->size == 0 || !vcl_unicode_valid(*out, NULL)) {
        return vcl_reading_not(VCL_MSG_CELL_NOT_ID);
    }
    for (size_t i = 0, size = 0; i < out->size; i += size) {
        if (vcl_unicode_hidden(vcl_unicode_decode(vcl_slice_from(*out, i), &size))) {
            return vcl_reading_not(VCL_MSG_CELL_NOT_ID);
        }
    }
    return is_shortened(*out) ? vcl_reading_not(VCL_MSG_CELL_ID_ROUNDED)
                              : vcl_reading_as(VCL_MSG_READ_ID);
}

static bool is_checked(const char *digits)
{
    static const int weights[] = { 31, 29, 23, 19, 17, 13, 7, 5, 3 };
    int sum = 0;

    for (int i = 0; i < OWN_DIGITS - 1; i++) {
        sum += weights[i] * (digits[i] - '0');
    }
    return digits[OWN_DIGITS - 1] - '0' == 10 - sum % 11;
}

/* Gathers the digits of `text` behind `*count` others; -1 where something else stands, or too
 * many. A hyphen may only part the last three. */
static int gather(vcl_slice text, char digits[MOST_DIGITS + 1])
{
    int count = 0;
    int hyphen_at = -1;

    for (size_t i = 0; i < text.size; i++) {
        char byte = text.bytes[i];
        if (vcl_reading_is_digit(byte) && count < MOST_DIGITS) {
            digits[count++] = byte;
        } else if (byte == '-' && hyphen_at < 0) {
            hyphen_at = count;
        } else if (byte != ' ' && byte != '.') {
            return -1;
        }
    }
    digits[count] = '\0';
    return hyphen_at >= 0 && count - hyphen_at != 3 ? -1 : count;
}

static void write_code(const char *digits, int count, char out[VCL_TAX_CODE_SIZE])
{
    memcpy(out, digits, OWN_DIGITS);
    out[OWN_DIGITS] = '\0';
    if (count == MOST_DIGITS) {
        out[OWN_DIGITS] = '-';
        memcpy(out + OWN_DIGITS + 1, digits + OWN_DIGITS, 4);
    }
}

static vcl_slice without_label(vcl_slice cell)
{
    static const char *const labels[] = { "mst:", "MST:", "mst", "MST", "'" };

    cell = vcl_reading_trim(cell);
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        size_t size = strlen(labels[i]);
        if (cell.size > size && memcmp(cell.bytes, labels[i], size) == 0) {
            return vcl_reading_trim(vcl_slice_from(cell, size));
        }
    }
    return cell;
}

vcl_reading vcl_tax_code_read(vcl_slice cell, char out[VCL_TAX_CODE_SIZE])
{
    char digits[MOST_DIGITS + 2] = "0"; /* with room for a zero that was lost */
    char *own = digits + 1;

    out[0] = '\0';
    cell = without_label(cell);
    if (is_shortened(cell)) {
        return vcl_reading_not(VCL_MSG_CELL_ID_ROUNDED);
    }
    int count = gather(cell, own);
    if (count == OWN_DIGITS || count == MOST_DIGITS) {
        if (!is_checked(own)) {
            return vcl_reading_not(VCL_MSG_CELL_TAX_CODE_CHECK);
        }
        write_code(own, count, out);
        return vcl_reading_as(VCL_MSG_READ_TAX_CODE);
    }
    if (count == MOST_DIGITS - 1 && own[0] == '0') {
        return vcl_reading_not(VCL_MSG_CELL_TAX_CODE_PERSONAL);
    }
    if (count != OWN_DIGITS - 1 && count != MOST_DIGITS - 1) {
        return vcl_reading_not(VCL_MSG_CELL_NOT_TAX_CODE);
    }
    if (!is_checked(digits)) {
        return vcl_reading_not(VCL_MSG_CELL_TAX_CODE_CHECK);
    }
    write_code(digits, count + 1, out);
    return vcl_reading_as(VCL_MSG_READ_TAX_CODE_ZERO);
}
