/* Ids and tax codes, which are texts: their leading zeros count. */
#ifndef VALUES_CODE_H
#define VALUES_CODE_H

#include "values/reading.h"

/* Room for "0123456789-001" and its NUL. */
#define VCL_TAX_CODE_SIZE 15

/* A cell (as it stands, not in lower case) as an id: trimmed, nothing else. Hidden characters and
 * what a spreadsheet shortened ("1,23E+12") are not understood. *out points into `cell`. */
vcl_reading vcl_id_read(vcl_slice cell, vcl_slice *out);

/* A tax code of an organisation: 10 digits, of which the last is a check digit, or 13, written
 * "0100000042-001"; spaces, points and a leading "MST" are passed over. A code of 9 or 12 digits
 * has lost its leading zero in a spreadsheet if the check digit is right once it is there again.
 * 12 digits that begin with 0 are a person's number. The cell may stand in either case. */
vcl_reading vcl_tax_code_read(vcl_slice cell, char out[VCL_TAX_CODE_SIZE]);

#endif
