/* Single points of failure: who is lost and who is hurt when an actor is gone.
 *
 * Lost by s is whoever dominates s in every layer in which s is covered (the intersection of its
 * chains of dominators), hurt by s whoever does in at least one (the union).
 *
 * Summing chain by chain would cost the square of a long chain. Instead the weight of s walks only
 * to the nearest actor that dominates it in all its layers and goes on from there together with all
 * the weight that has come to the same actor for the same layers. On the way, those who stand in one
 * layer alone are summed by differences on its tree. This is exact where the layers agree which
 * common dominator is nearest, and nobody stands before it in one layer and beyond it in another;
 * where they do not (goods that flow a to b for one product and b to a for another), s is summed
 * chain by chain.
 */
#ifndef GRAPH_LOSSES_H
#define GRAPH_LOSSES_H

#include "graph/coverage.h"
#include "graph/dominators.h"

typedef struct vcl_loss {
    uint64_t households_lost;
    uint64_t households_hurt;
    uint64_t cooperatives_lost;
    uint64_t cooperatives_hurt;
} vcl_loss;

typedef struct vcl_losses {
    vcl_loss *losses; /* by vertex of the fold, organisations at least; itself not counted */
} vcl_losses;

/* Release in any case. Between vcl_bridge_enter() and vcl_bridge_exit(). Time O(L log L) in the
 * size L of all layers, plus the steps between an actor and its nearest common dominator over those
 * who stand in several layers.
 * VCL_ERROR_MEMORY, VCL_ERROR_INTERNAL. */
vcl_status vcl_losses_init(vcl_losses *losses, const vcl_coverage *coverage, vcl_error *err);
void vcl_losses_release(vcl_losses *losses);

#endif
