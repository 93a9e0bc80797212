/* Folding: farmers that behave alike become one vertex with a multiplicity, the households it
 * stands for. Exact: farmers are alike if they are active, list the same products, both sell or
 * not, and their links that carry goods have the same ends and products; one that anything flows
 * to is left alone. Inactive actors have no vertex.
 *
 * Invariants: vertices stand in the order organisations by id, farmers by what they do, implied
 * members by organisation; arcs are sorted by source, target and products, and distinct. */
#ifndef MODEL_FOLD_H
#define MODEL_FOLD_H

#include "model/state.h"

typedef struct vcl_vertex {
    uint32_t actor; /* the organisation, for implied members theirs; the first of the farmers */
    uint32_t products; /* a set */
    uint64_t households; /* 1 for organisations */
    uint8_t kind; /* vcl_kind; implied members are farmers */
    bool sells;
    bool buyer;
    bool implied;
} vcl_vertex;

typedef struct vcl_arc {
    uint32_t source; /* vertices */
    uint32_t target;
    uint32_t products; /* a set; 0: carries anything */
} vcl_arc;

typedef struct vcl_fold {
    const vcl_state *state;
    vcl_vertex *vertices;
    uint32_t vertex_count;
    uint32_t organisation_count; /* the first vertices */
    vcl_arc *arcs;
    uint32_t arc_count;
    uint32_t *arcs_out; /* vertex_count + 1: where each vertex's arcs begin */
    uint32_t *of_actor; /* by actor: its vertex, VCL_NONE where inactive */
    uint32_t *of_implied; /* by actor: 1 + the vertex of its active implied members, or 0 */
} vcl_fold;

/* `state` must outlive the fold. Release in any case. O((V + E) log V), farmers by `threads` threads.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_fold_init(vcl_fold *fold, const vcl_state *state, uint32_t threads, vcl_error *err);
void vcl_fold_release(vcl_fold *fold);

/* The vertex of an actor's active implied members, VCL_NONE where it has none. */
uint32_t vcl_fold_of_implied(const vcl_fold *fold, uint32_t actor);

#endif
