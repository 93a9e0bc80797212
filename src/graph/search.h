/* One search of Brandes (2001): from a source to all that it reaches by shortest paths, and what
 * each vertex on the way earns of them.
 *
 * Numbers of paths grow without bound, so they are kept as a number and how often it was scaled
 * down; only their ratios matter. */
#ifndef GRAPH_SEARCH_H
#define GRAPH_SEARCH_H

#include "graph/simple.h"

/* What a search knows of a vertex: side by side, for it is read at random. */
typedef struct vcl_met {
    double paths; /* shortest paths to one copy, divided by 2^400 … */
    double worth; /* what a path to it is worth on the way back, divided likewise */
    double targets; /* copies, other than the source itself */
    uint32_t distance; /* 0: not reached */
    uint32_t scaled; /* … so many times */
} vcl_met;

typedef struct vcl_search {
    const vcl_simple *simple;
    vcl_met *met; /* by vertex */
    uint32_t *queue; /* vertices in the order of distance */
    uint32_t *level_start; /* where each distance begins in the queue; distance 1 at 0 */
    uint32_t levels;
    uint32_t reached; /* nobody leads to vertices from this one on: they earn nothing */
    double *betweenness; /* by vertex below that: sums over the searches so far */
    double *harmonic;
} vcl_search;

/* No arc leads to a vertex from `reached` on. `simple` must outlive it. Release in any case.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_search_init(vcl_search *search, const vcl_simple *simple, uint32_t reached,
                           vcl_error *err);
void vcl_search_release(vcl_search *search);

/* Sets the sums to 0. */
void vcl_search_clear(vcl_search *search);

/* Adds to the sums the paths from all copies of `source`; and, if `source` has one copy, those from
 * `before` vertices that nothing leads to and that lead to `source` alone. O(arcs that are
 * reached). */
void vcl_search_from(vcl_search *search, uint32_t source, double before);

#endif
