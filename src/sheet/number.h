/* Numbers of spreadsheet files: decimal texts and their values, the same in every locale. */
#ifndef SHEET_NUMBER_H
#define SHEET_NUMBER_H

#include "base/text.h"

/* Room for any text of a number, with its NUL. */
enum { VCL_NUMBER_ROOM = 64 };

/* Is `text` a decimal number such as "-1.5E-3", and finite? O(size). */
bool vcl_number_parse(vcl_slice text, double *out);

/* Writes the number `text` as a person would: of 15 digits where those read back the same, for
 * Excel writes 1.1 as 1.1000000000000001, else of at most 17, and without zeros at the ends. An
 * integer is filled up with zeros to `width` digits (at most 32). The size; 0 where it is no
 * number. */
size_t vcl_number_write(vcl_slice text, unsigned width, char out[VCL_NUMBER_ROOM]);

#endif
