/* Calendar dates as days since 1970-01-01 (proleptic Gregorian). */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

typedef int32_t vcl_date;

#define VCL_NO_DATE INT32_MIN

/* Room for "YYYY-MM-DD" and its NUL. */
#define VCL_DATE_SIZE 11

/* Reads "YYYY-MM-DD", year 0001 … 9999; false if it is anything else or no day of the calendar. */
bool vcl_date_parse(vcl_slice text, vcl_date *out);

/* Writes it back. `date` must lie in the years 0001 … 9999. */
void vcl_date_format(vcl_date date, char buffer[VCL_DATE_SIZE]);

/* The same day a year on; 28 February after a 29th. It may lie in the year 10000. */
vcl_date vcl_date_next_year(vcl_date date);

#endif
