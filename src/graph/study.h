/* A study: a chain on a day, with what several tables share. Each part is computed once, when it is
 * first asked for. */
#ifndef GRAPH_STUDY_H
#define GRAPH_STUDY_H

#include "graph/buyers.h"
#include "graph/centrality.h"
#include "graph/coverage.h"
#include "graph/linkage.h"
#include "graph/losses.h"
#include "graph/reach.h"
#include "graph/upstream.h"

/* Parts that take long, as bits. */
enum {
    VCL_PART_UPSTREAM = 1,
    VCL_PART_BUYERS = 2,
    VCL_PART_LOSSES = 4,
    VCL_PART_CENTRALITY = 8,
};

typedef struct vcl_study {
    const vcl_chain *chain;
    vcl_pace pace;
    vcl_state state;
    vcl_fold fold;
    vcl_layers layers;
    vcl_coverage coverage;
    vcl_linkages linkages;
    vcl_reach paths; /* for all */
    vcl_buyers buyers;
    vcl_losses losses;
    vcl_centrality centrality;
    vcl_upstream *upstream; /* by vertex, of organisations; NULL until asked for */
    bool has_paths;
    bool has_buyers;
    bool has_losses;
    bool has_centrality;
    bool has_all_upstream; /* not only what most tables show */
    bool organisations_only; /* tables of the network leave farmers out */
    bool
        every_vertex; /* figures are kept of farmers' vertices too; set it before any is asked for */
} vcl_study;

/* The chain on `as_of` with the actors `without` taken as dissolved: state, fold, layers, coverage
 * and linkages are there from the start. `pace` is copied; it says how all parts are computed.
 * `chain` must outlive it. Release in any case. Between vcl_bridge_enter() and vcl_bridge_exit(), as
 * are all of these. VCL_ERROR_MEMORY, VCL_ERROR_INTERNAL. */
vcl_status vcl_study_init(vcl_study *study, const vcl_chain *chain, vcl_date as_of,
                          const uint32_t *without, size_t without_count, const vcl_pace *pace,
                          vcl_error *err);
void vcl_study_release(vcl_study *study);

/* Fill study->paths, ->buyers, ->losses, ->centrality unless they are there. */
vcl_status vcl_study_paths(vcl_study *study, vcl_error *err);
vcl_status vcl_study_buyers(vcl_study *study, vcl_error *err);
vcl_status vcl_study_losses(vcl_study *study, vcl_error *err);
vcl_status vcl_study_centrality(vcl_study *study, vcl_error *err);

/* Fill study->upstream unless it is there: of all organisations; of buyers and of those without a
 * buyer or with a gap. */
vcl_status vcl_study_all_upstream(vcl_study *study, vcl_error *err);
vcl_status vcl_study_upstream(vcl_study *study, vcl_error *err);

/* Fills those of the parts, beside each other where they need nothing of each other: asking for them
 * then touches nothing. */
vcl_status vcl_study_prepare(vcl_study *study, unsigned parts, vcl_error *err);

#endif
