/* The days that spreadsheet programs count. */
#include <math.h>

#include "sheet/sheet.h"

/* 1899-12-30 and 1904-01-01, from 1970-01-01. Excel counts a 29 February 1900, as Lotus 1-2-3 did,
 * so that its days before 1 March 1900 are one later than from there on. */
enum { day_0_of_1900 = -25569, day_0_of_1904 = -24107, false_leap_day = 60, last_day = 2932896 };

bool vcl_workbook_date(const vcl_workbook *workbook, double number, vcl_date *out)
{
    double day = floor(number);
    double first = workbook->begins_1904 ? 0.0 : 1.0;

    if (!(day >= first && day <= 3e6)) {
        return false;
    }
    vcl_date days = (vcl_date)day;
    if (!workbook->begins_1904 && days == false_leap_day) {
        return false;
    }
    if (!workbook->begins_1904 && days < false_leap_day) {
        days++;
    }
    *out = days + (workbook->begins_1904 ? day_0_of_1904 : day_0_of_1900);
    return *out <= last_day;
}
