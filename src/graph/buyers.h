/* What each buyer means to those covered: reach, exclusive, Shapley and upstream, in households and
 * in cooperatives.
 *
 * Shapley (1953) of the game "a household is covered if one of its first buyers stays": each
 * household gives 1 / (number of its first buyers) to each of them. */
#ifndef GRAPH_BUYERS_H
#define GRAPH_BUYERS_H

#include "graph/coverage.h"
#include "graph/reach.h"
#include "graph/upstream.h"

/* Of households or of cooperatives. */
typedef struct vcl_buyer_reach {
    uint64_t reach;
    uint64_t exclusive;
    double shapley;
    uint64_t upstream; /* 0 until it is told */
} vcl_buyer_reach;

typedef struct vcl_buyer {
    uint32_t vertex;
    vcl_buyer_reach households;
    vcl_buyer_reach cooperatives;
} vcl_buyer;

typedef struct vcl_buyers {
    vcl_buyer *buyers; /* active ones, by id */
    uint32_t count;
    uint32_t *of_first; /* by vertex: the number of its first buyers; NULL unless asked for */
} vcl_buyers;

/* All but upstream. `pace` is copied. With `every_vertex` keeps of_first. Release in any case.
 * Between vcl_bridge_enter() and vcl_bridge_exit(). Costs what vcl_reach_sum() and vcl_reach_count()
 * do. VCL_ERROR_MEMORY, VCL_ERROR_INTERNAL. */
vcl_status vcl_buyers_init(vcl_buyers *buyers, const vcl_coverage *coverage, const vcl_pace *pace,
                           bool every_vertex, vcl_error *err);
void vcl_buyers_release(vcl_buyers *buyers);

/* What is upstream of each buyer, by vertex. */
void vcl_buyers_tell_upstream(vcl_buyers *buyers, const vcl_upstream *upstream);

#endif
