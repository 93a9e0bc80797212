/* cmocka with what it needs before it, and the assertions it lacks. */
#ifndef SUPPORT_ASSERT_H
#define SUPPORT_ASSERT_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Two doubles at most `tolerance` apart, relative to the expected one where that is above 1. (What
 * cmocka 1.1.5 has for floats compares them as float.) */
#define assert_close(actual, expected, tolerance)                                                  \
    assert_close_at((actual), (expected), (tolerance), __FILE__, __LINE__)

static inline void assert_close_at(double actual, double expected, double tolerance,
                                   const char *file, int line)
{
    double scale = fabs(expected) > 1.0 ? fabs(expected) : 1.0;

    if (!(fabs(actual - expected) <= tolerance * scale)) {
        print_error("%.17g is not within %g of %.17g\n", actual, tolerance, expected);
        _fail(file, line);
    }
}

#endif
