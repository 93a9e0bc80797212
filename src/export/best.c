/* The few highest rows, by insertion. */
#include "export/best.h"

#include <stdbool.h>

static bool is_above(const vcl_best_row *one, const vcl_best_row *other)
{
    return one->first != other->first ? one->first > other->first : one->second > other->second;
}

void vcl_best_offer(vcl_best *best, size_t row, int64_t first, int64_t second)
{
    vcl_best_row offered = { .row = row, .first = first, .second = second };
    size_t at = best->count;

    while (at > 0 && is_above(&offered, &best->rows[at - 1])) {
        at--;
    }
    if (at >= best->limit) {
        return;
    }
    if (best->count < best->limit) {
        best->count++;
    }
    for (size_t i = best->count - 1; i > at; i--) {
        best->rows[i] = best->rows[i - 1];
    }
    best->rows[at] = offered;
}
