/* What farmers do with their goods, each way of doing it once. */
#ifndef MODEL_HABITS_H
#define MODEL_HABITS_H

#include "model/flows.h"

/* What active farmers who behave alike do. */
typedef struct vcl_habit {
    const vcl_flow *flows; /* sorted and distinct */
    uint64_t households; /* who do it */
    uint32_t flow_count;
    uint32_t products;
    uint32_t actor; /* the first of them */
    bool sells;
    bool alone; /* something flows to it: it is like no other */
} vcl_habit;

typedef struct vcl_habits {
    vcl_array habits; /* of vcl_habit: by products, whether they sell, flows, who is alone, actor */
    vcl_arena *flows; /* of each thread */
    uint32_t threads;
} vcl_habits;

/* Sets of_actor[actor] of active farmers to `first` plus the number of their habit, of all others to
 * VCL_NONE. Release in any case. Expected O(actors + links + H log H) for H habits, by `threads` threads; what comes out does
 * not depend on their number. VCL_ERROR_MEMORY. */
vcl_status vcl_habits_init(vcl_habits *habits, const vcl_state *state, uint32_t threads,
                           uint32_t first, uint32_t *of_actor, vcl_error *err);
void vcl_habits_release(vcl_habits *habits);

/* Sorts habits that were told in any order, and makes one of those that are alike; (*moved)[i] is the
 * new number of habit i, for the caller to free. For vcl_habits_init(). O(H log H). VCL_ERROR_MEMORY. */
vcl_status vcl_habits_sort(vcl_array *habits, uint32_t **moved, vcl_error *err);

#endif
