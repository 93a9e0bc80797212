/* Order of plain numbers, for qsort(). */
#ifndef BASE_COMPARE_H
#define BASE_COMPARE_H

/* Of two uint32_t, ascending. */
int vcl_compare_uint32(const void *a, const void *b);

#endif
