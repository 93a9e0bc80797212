/* Quantities of a register: a number with its unit, in the cell or of the column. */
#ifndef VALUES_QUANTITY_H
#define VALUES_QUANTITY_H

#include "values/number.h"
#include "values/unit.h"

/* What is known of a column before its cells are read. */
typedef struct vcl_quantity_column {
    vcl_quantity quantity;
    vcl_decimal decimal; /* of its texts */
    bool has_unit; /* by its heading, an option or the field's meaning */
    int power; /* of ten, of that unit; 0 without one */
} vcl_quantity_column;

/* Reads a text: kg, currency, ha, whole number or fraction in *out. A unit in the cell goes
 * before that of the column; "1 tỷ 200 triệu" is one amount. "khoảng 50" and "50-60" are not
 * understood, nor is a number without any unit, counts aside. O(size). */
vcl_reading vcl_quantity_read(vcl_slice cell, const vcl_quantity_column *column, double *out);

/* The same for a cell that holds a number. */
vcl_reading vcl_quantity_of_number(double value, const vcl_quantity_column *column, double *out);

#endif
