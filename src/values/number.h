/* Numbers as people write them: 1.234,5 and 1,234.5 and 1234.5 and 1 234,5.
 *
 * Whether the comma or the point begins the decimals is seen from all texts of a column together;
 * 1.234 alone says nothing. Cells that hold a number and no text have no part in it. */
#ifndef VALUES_NUMBER_H
#define VALUES_NUMBER_H

#include <stddef.h>
#include <stdint.h>

#include "values/reading.h"

typedef enum vcl_decimal {
    VCL_DECIMAL_EITHER, /* no text depends on it */
    VCL_DECIMAL_COMMA,
    VCL_DECIMAL_POINT,
    VCL_DECIMAL_AMBIGUOUS, /* texts depend on it and none says which: ask */
    VCL_DECIMAL_CONTRADICTORY, /* some texts say comma, others point: ask */
} vcl_decimal;

/* How many texts of a column say what. Zeroed: none was looked at. */
typedef struct vcl_decimal_evidence {
    size_t comma;
    size_t point;
    size_t ambiguous_comma; /* 1,234: groups or decimals */
    size_t ambiguous_point; /* 1.234 */
} vcl_decimal_evidence;

/* Looks at one text, which may end in a unit; what is no number counts for nothing. O(size). */
void vcl_decimal_look(vcl_decimal_evidence *evidence, vcl_slice text);

/* What the column says. Where its numbers are `whole` (members, households), 1.234 can only be
 * groups of thousands. */
vcl_decimal vcl_decimal_verdict(const vcl_decimal_evidence *evidence, bool whole);

/* A decimal number, digits * 10^power, so that units which are powers of ten stay exact. */
typedef struct vcl_digits {
    int64_t digits; /* below 10^18 in size */
    int power;
} vcl_digits;

/* Reads the number at the beginning of `text` and leaves in *rest what follows, trimmed. Understood
 * are a sign, digits, one kind of group mark (three digits each; spaces or apostrophes too) and one
 * decimal mark. A text that depends on `decimal` is not understood if that is EITHER, AMBIGUOUS or
 * CONTRADICTORY. O(size). */
vcl_reading vcl_number_read(vcl_slice text, vcl_decimal decimal, vcl_digits *out, vcl_slice *rest);

/* The decimal number that a cell's number stands for: 15 digits where they are the same number, or
 * where few of them differ from it by what a sum leaves behind (0.1 + 0.2 is 0.3); else as many as it
 * takes, up to 17. False if not finite. */
bool vcl_number_digits(double value, vcl_digits *out);

/* digits * 10^(power + more), correctly rounded. False for powers beyond 10^22. */
bool vcl_number_value(vcl_digits digits, int more, double *out);

#endif
