/* Sums by column and by row over the bits of a run of the core: a row for each part that was met, a
 * column for each goal.
 *
 * Rows are taken apart into bytes, and what is said of each of the 256 values of a byte is looked up
 * or collected in a table (Arlazarov, Dinic, Kronrod and Faradzhev, 1970): at most 64 steps a row,
 * not 512. */
#ifndef GRAPH_COLUMNS_H
#define GRAPH_COLUMNS_H

#include "graph/reach.h"

/* Sets sums[goal] for each goal of the last run to the weights of all parts that reach it; both are
 * by part of the core. VCL_ERROR_MEMORY. */
vcl_status vcl_columns_sum(const vcl_core *core, const vcl_weights *weights, const uint32_t *goals,
                           uint32_t count, vcl_weights *sums, vcl_error *err);

/* Adds to counts[part] for each part that was met in the last run the numbers of the goals that it
 * reaches; both are by part of the core. VCL_ERROR_MEMORY. */
vcl_status vcl_columns_count(const vcl_core *core, const uint32_t *numbers, const uint32_t *goals,
                             uint32_t count, uint32_t *counts, vcl_error *err);

#endif
