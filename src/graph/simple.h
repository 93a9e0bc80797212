/* The simple directed graph on which centrality is taken: active actors, parallel links once, no
 * products. Farmers that only send, and to the same actors, are one vertex with its number of
 * copies; so are the copies of one record. Implied members are left out.
 *
 * Invariants: organisations come first and bear the numbers that they have in the fold; the targets
 * of a vertex are sorted and distinct. */
#ifndef GRAPH_SIMPLE_H
#define GRAPH_SIMPLE_H

#include "model/fold.h"

typedef struct vcl_simple {
    uint32_t vertex_count;
    uint32_t organisation_count;
    uint64_t *copies; /* by vertex: the households it stands for, 1 for organisations */
    uint32_t *out_start; /* vertex_count + 1 */
    uint32_t *out;
    uint32_t *of_vertex; /* by vertex of the fold: its number here; VCL_NONE for implied members */
} vcl_simple;

/* Release in any case. O((V + E) log V). VCL_ERROR_MEMORY. */
vcl_status vcl_simple_init(vcl_simple *simple, const vcl_fold *fold, vcl_error *err);
void vcl_simple_release(vcl_simple *simple);

#endif
