/* Units as registers name them, in a cell or in a heading: "550 triệu", "Sản lượng (tấn)". All that
 * we know are powers of ten of the dataset's own. */
#ifndef VALUES_UNIT_H
#define VALUES_UNIT_H

#include "values/reading.h"

typedef enum vcl_quantity {
    VCL_QUANTITY_MASS, /* kg, a year */
    VCL_QUANTITY_MONEY, /* the currency, a year */
    VCL_QUANTITY_AREA, /* ha */
    VCL_QUANTITY_COUNT, /* people or households: whole */
    VCL_QUANTITY_SHARE, /* a fraction of 1 */
} vcl_quantity;

/* Reads a whole `text` as a unit of `quantity`: *power is that of ten by which a number in it is
 * multiplied. "nghìn tấn", "triệu đồng/năm" are units too. sào, mẫu and công are not understood, as
 * they differ from region to region, nor is what is not per year. O(size). */
vcl_reading vcl_unit_read(vcl_slice text, vcl_quantity quantity, int *power);

/* Finds the unit in a column's heading: in its last parentheses, or behind its last comma or
 * colon. False where there is no such part, or it is no unit ("Doanh thu (ước)"); then *reading
 * says why if it is a unit that we refuse, and is understood if it is none. */
bool vcl_unit_of_heading(vcl_slice heading, vcl_quantity quantity, int *power,
                         vcl_reading *reading);

#endif
