/* The rows of a table of records (model/records.h) in the order in which a dataset has them, and
 * whichever has a certain id. A chain's tables stand in that order, an import's need not. */
#ifndef EXPORT_ORDERED_H
#define EXPORT_ORDERED_H

#include "model/records.h"

/* Products, places and actors by id; `handled` by actor and product; `deals` by source, target,
 * kind, products, start and end, then by all that is left. Texts compare by their bytes, and null
 * comes first. */
typedef struct vcl_ordered {
    const vcl_value **rows; /* the table's own */
    size_t count;
} vcl_ordered;

/* `result` must have the table; release in any case. O(n), O(n log n) where rows must be moved.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_ordered_init(vcl_ordered *ordered, const vcl_result *result, vcl_records number,
                            vcl_error *err);
void vcl_ordered_release(vcl_ordered *ordered);

/* Where the first row stands whose first column is `id`: true and *index. O(log n). */
bool vcl_ordered_index(const vcl_ordered *ordered, const char *id, size_t *index);

/* That row, or NULL. O(log n). */
const vcl_value *vcl_ordered_find(const vcl_ordered *ordered, const char *id);

#endif
