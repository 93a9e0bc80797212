/* Dates as people write them, and as spreadsheets count them. */
#ifndef VALUES_DAY_H
#define VALUES_DAY_H

#include <stddef.h>

#include "base/date.h"
#include "values/reading.h"

/* Does the day or the month come first in 03/04/2025? The day, as is the Vietnamese way, unless
 * texts of the column say otherwise and none says so. */
typedef enum vcl_day_order {
    VCL_DAY_FIRST,
    VCL_MONTH_FIRST,
    VCL_DAY_ORDER_CONTRADICTORY,
} vcl_day_order;

/* How many texts of a column can only be read in one order. Zeroed: none was looked at. */
typedef struct vcl_day_evidence {
    size_t day_first;
    size_t month_first;
} vcl_day_evidence;

typedef struct vcl_day_column {
    vcl_day_order order;
    bool ends; /* a month or year alone stands for its last day, else for its first */
    bool from_1904; /* the workbook counts days from 1904 */
} vcl_day_column;

/* Looks at one text; what is no date counts for nothing. O(size). */
void vcl_day_look(vcl_day_evidence *evidence, vcl_slice text);
vcl_day_order vcl_day_order_of(const vcl_day_evidence *evidence);

/* Reads a text: 31/12/2025, 31-12-25, 2025-12-31, 12/2025, 2025, "ngày 31 tháng 12 năm 2025", a
 * serial number of five digits. A time of day behind it is dropped. Two digits of a year stand for
 * 1970 … 2069. In a column of ends "không thời hạn" is understood as VCL_NO_DATE. O(size). */
vcl_reading vcl_day_read(vcl_slice cell, const vcl_day_column *column, vcl_date *out);

/* The day of a spreadsheet's serial number; the time of day, its fraction, is dropped. Counting
 * from 1900, day 60 is 1900-02-29, which never was: it is not understood, and the days before it
 * are those that the sheet shows. */
vcl_reading vcl_day_of_serial(double serial, bool from_1904, vcl_date *out);

#endif
