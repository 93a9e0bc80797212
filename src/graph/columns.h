/* Sums by column and by row over the bits of a run of the core: a row for each part that was met, a
 * column for each goal.
 *
 * Rows are taken apart into bytes, and what is said of each of the 256 values of a byte is looked up
 * or collected in a table (Arlazarov, Dinic, Kronrod and Faradzhev, 1970): at most 64 steps a row,
 * not 512. */
#ifndef GRAPH_COLUMNS_H
#define GRAPH_COLUMNS_H

#include "graph/core.h"

/* Weights of up to three kinds at once. */
enum { VCL_WAYS = 3 };

typedef struct vcl_weights {
    double of[VCL_WAYS];
} vcl_weights;

static inline void vcl_weights_add(vcl_weights *sum, const vcl_weights *weights)
{
    for (size_t way = 0; way < VCL_WAYS; way++) {
        sum->of[way] += weights->of[way];
    }
}

/* Sets sums[i] to the weights of all parts that reach goal i of the last run, of which there were
 * `count`. Weights are by part of the order. VCL_ERROR_MEMORY. */
vcl_status vcl_columns_sum(const vcl_core *core, const vcl_weights *weights, uint32_t count,
                           vcl_weights *sums, vcl_error *err);

/* Adds to counts[part], by part of the core, for each part that was met in the last run the numbers
 * of the goals that it reaches. Numbers are by part of the order. VCL_ERROR_MEMORY. */
vcl_status vcl_columns_count(const vcl_core *core, const uint32_t *numbers, const uint32_t *goals,
                             uint32_t count, uint32_t *counts, vcl_error *err);

#endif
