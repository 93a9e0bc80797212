/* Order of plain numbers. */
#include "base/compare.h"

#include <stdint.h>

int vcl_compare_uint32(const void *a, const void *b)
{
    uint32_t first = *(const uint32_t *)a;
    uint32_t second = *(const uint32_t *)b;

    return (first > second) - (first < second);
}
