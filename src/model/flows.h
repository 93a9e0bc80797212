/* Where an actor's goods go: its links that carry goods, told apart by their ends and products. */
#ifndef MODEL_FLOWS_H
#define MODEL_FLOWS_H

#include "model/state.h"

/* A link that carries goods: where to, and which. */
typedef struct vcl_flow {
    uint32_t target; /* an actor */
    uint32_t products; /* a set */
} vcl_flow;

/* Orders flows by target, then products. */
int vcl_flow_compare(const vcl_flow *first, const vcl_flow *second);

/* Appends the flows along some links, sorted and distinct, to `out`, an array of vcl_flow.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_flows_along(const vcl_state *state, vcl_span links, vcl_array *out, vcl_error *err);

#endif
