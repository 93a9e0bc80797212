/* What actors do with their goods, for telling which farmers are alike. */
#ifndef MODEL_HABITS_H
#define MODEL_HABITS_H

#include "model/state.h"

/* A link that carries goods: where to, and which. */
typedef struct vcl_flow {
    uint32_t target; /* an actor */
    uint32_t products; /* a set */
} vcl_flow;

/* What an active farmer does. */
typedef struct vcl_habit {
    const vcl_flow *flows; /* sorted and distinct */
    uint32_t flow_count;
    uint32_t products;
    uint32_t actor;
    bool sells;
    bool alone; /* something flows to it: it is like no other */
} vcl_habit;

typedef struct vcl_habits {
    vcl_flow *flows; /* of every actor, neighbours */
    uint32_t *flows_start; /* by actor, one more */
    vcl_habit *habits; /* of active farmers, alike ones neighbours */
    uint32_t count;
} vcl_habits;

/* Release in any case. O((actors + links) log). VCL_ERROR_MEMORY. */
vcl_status vcl_habits_init(vcl_habits *habits, const vcl_state *state, vcl_error *err);
void vcl_habits_release(vcl_habits *habits);

/* Do two farmers behave alike? */
bool vcl_habits_alike(const vcl_habit *a, const vcl_habit *b);

#endif
