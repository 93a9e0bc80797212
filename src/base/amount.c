/* Sums of amounts. */
#include "base/amount.h"

#include <float.h>
#include <math.h>

double vcl_amount_add(double a, double b)
{
    return fmin(a + b, DBL_MAX);
}

double vcl_amount_add_known(double a, double b)
{
    if (isnan(a) || isnan(b)) {
        return isnan(a) ? b : a;
    }
    return vcl_amount_add(a, b);
}

double vcl_amount_round(double value)
{
    /* Beyond this a double has no sixth decimal. */
    return fabs(value) < 1e9 ? round(value * 1e6) / 1e6 : value;
}

int vcl_amount_compare(double a, double b)
{
    if (isnan(a) || isnan(b)) {
        return (isnan(b) != 0) - (isnan(a) != 0);
    }
    return (a > b) - (a < b);
}
