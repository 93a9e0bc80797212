/* The digits of numbers, written without printf: no locale has a say, and tables have millions. */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include <stddef.h>
#include <stdint.h>

enum { VCL_DECIMAL_SIZE = 24 };

/* Writes a number, without a NUL at the end; how many bytes. */
size_t vcl_decimal_of_integer(int64_t value, char out[VCL_DECIMAL_SIZE]);

/* As "%.12g" writes it in the C locale: exactly, ties to the even digit. 0 where it is left to that:
 * numbers below 1e-11, save 0, those that take more than 12 digits before the point, and what is
 * not finite. Zero has no sign. */
size_t vcl_decimal_of_real(double value, char out[VCL_DECIMAL_SIZE]);

#endif
