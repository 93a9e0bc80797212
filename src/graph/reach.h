/* Who reaches whom by a path in some layer: sums over all who reach a vertex, and the number of
 * those whom a vertex reaches.
 *
 * Along the twigs of the joined layers sums and numbers are handed from part to part; in the core
 * they are taken for 512 goals at a time. A tree costs its links; else it is at most goals / 512
 * times the links. */
#ifndef GRAPH_REACH_H
#define GRAPH_REACH_H

#include "graph/columns.h"
#include "graph/pace.h"

typedef struct vcl_reach {
    vcl_pace pace; /* who is told how it goes: nobody until the caller says so */
    uint32_t vertex_count;
    uint32_t goal_count;
    vcl_order order; /* of the joined layers */
    uint32_t *starts; /* by vertex: the part where its paths start */
    uint32_t *ends; /* by goal: the part where paths to it end */
    uint32_t *ends_of; /* the same by vertex, if any may become a goal; else NULL */
    vcl_twigs twigs; /* found when first asked for, as is the core */
    vcl_core core;
} vcl_reach;

/* Of layers, which it does not keep; with `first`, by paths with no buyer inside. The vertices
 * `goals` are those whom others are asked to reach. Release in any case. Between vcl_bridge_enter()
 * and vcl_bridge_exit(). Linear in the layers. VCL_ERROR_MEMORY, VCL_ERROR_INTERNAL. */
vcl_status vcl_reach_init(vcl_reach *reach, const vcl_layers *layers, bool first,
                          const uint32_t *goals, uint32_t count, vcl_error *err);
void vcl_reach_release(vcl_reach *reach);

/* By all paths, to whatever vertices will be asked for; none so far. The rest as above. */
vcl_status vcl_reach_init_all(vcl_reach *reach, const vcl_layers *layers, vcl_error *err);

/* Makes `goals` the goals of one that was initialized for all. VCL_ERROR_MEMORY. */
vcl_status vcl_reach_ask(vcl_reach *reach, const uint32_t *goals, uint32_t count, vcl_error *err);

/* Gives back what is found anew when sums or numbers are asked for next. */
void vcl_reach_rest(vcl_reach *reach);

/* What a vertex weighs. */
typedef vcl_weights vcl_weigh(const void *context, uint32_t vertex);

/* Sums up, for each goal, the weights of all who reach it, itself included. Whole numbers are exact
 * up to 2^53. VCL_ERROR_MEMORY. */
vcl_status vcl_reach_sum(vcl_reach *reach, vcl_weigh *weigh, const void *context, vcl_weights *sums,
                         vcl_error *err);

/* Counts, for every vertex, the goals that it reaches, itself included. VCL_ERROR_MEMORY. */
vcl_status vcl_reach_count(vcl_reach *reach, uint32_t *counts, vcl_error *err);

/* With a set of up to 64 marks for each goal, finds for every vertex those of all goals that it
 * reaches, itself included; both may be one array. Linear. VCL_ERROR_MEMORY. */
vcl_status vcl_reach_mark(const vcl_reach *reach, const uint64_t *marks, uint64_t *marked,
                          vcl_error *err);

#endif
