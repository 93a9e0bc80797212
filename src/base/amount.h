/* Sums of amounts, and comparing them. */
#ifndef BASE_AMOUNT_H
#define BASE_AMOUNT_H

/* a + b, at most DBL_MAX: sums of what a file may state stay finite. */
double vcl_amount_add(double a, double b);

/* Adds `b` to the sum of known amounts `a`; NaN is not known. */
double vcl_amount_add_known(double a, double b);

/* Rounded to 6 decimals, for comparing: the last bits of a sum decide nothing. */
double vcl_amount_round(double value);

/* Negative, 0 or positive, for sorting: NaN, not known, comes before any number. */
int vcl_amount_compare(double a, double b);

#endif
