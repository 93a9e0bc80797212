/* Numbers for readers: 40,000.5 and 61.9% in English, 40.000,5 and 61,9% in Vietnamese; the same in
 * every locale. What programs read is written by vcl_text_add_real() instead. */
#ifndef EXPORT_NUMBER_H
#define EXPORT_NUMBER_H

#include <stdint.h>

#include <vclink/message.h>

/* What stands for a number that there is not. */
#define VCL_NUMBER_NONE "–"

/* By value, so that a sentence can take several at once. */
typedef struct vcl_number {
    char bytes[48];
} vcl_number;

vcl_number vcl_number_of_integer(int64_t value, vcl_language language);

/* With `decimals` places (0 … 9), fewer where the value is too large for them; halves go away from
 * zero; VCL_NUMBER_NONE where it is not finite. */
vcl_number vcl_number_of_real(double value, int decimals, vcl_language language);

/* A fraction as a percentage with one decimal. */
vcl_number vcl_number_of_rate(double fraction, vcl_language language);

/* How many decimals a column may need whose largest magnitude is `largest`: as many as give it four
 * digits, at least 1 and at most 9. */
int vcl_number_most_decimals(double largest);

/* The fewest decimals, up to `most`, that show `value` as it is; 0 where it is not finite. */
int vcl_number_decimals(double value, int most);

#endif
