/* The few rows of many that stand highest, found in one pass. */
#ifndef EXPORT_BEST_H
#define EXPORT_BEST_H

#include <stddef.h>
#include <stdint.h>

enum { VCL_BEST_AT_MOST = 10 };

typedef struct vcl_best_row {
    size_t row;
    int64_t first, second; /* what it is ranked by, both descending; then the earlier row */
} vcl_best_row;

/* A zeroed one with `limit` set is empty. */
typedef struct vcl_best {
    vcl_best_row rows[VCL_BEST_AT_MOST]; /* the highest first */
    size_t count;
    size_t limit; /* at most VCL_BEST_AT_MOST */
} vcl_best;

/* Offers a row; rows come in their order. O(limit). */
void vcl_best_offer(vcl_best *best, size_t row, int64_t first, int64_t second);

#endif
