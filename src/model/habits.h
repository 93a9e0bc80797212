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
    uint32_t *of_actor; /* by actor: the habit of an active farmer, VCL_NONE for others */
    vcl_arena flows;
} vcl_habits;

/* Release in any case. Expected O(actors + links + H log H) for H habits. VCL_ERROR_MEMORY. */
vcl_status vcl_habits_init(vcl_habits *habits, const vcl_state *state, vcl_error *err);
void vcl_habits_release(vcl_habits *habits);

/* Sorts habits that were told in any order, and gives farmers their new numbers; for
 * vcl_habits_init(). O(H log H + actors). VCL_ERROR_MEMORY. */
vcl_status vcl_habits_sort(vcl_habits *habits, uint32_t actor_count, vcl_error *err);

#endif
