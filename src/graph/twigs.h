/* The twigs of an order: parts that hang on the others by a single arc, taken off one after the
 * other until none is left. A tree is all twigs, however its arcs lead, and whatever is known along
 * them is handed from part to part; what is left, the core, is where paths part and meet again.
 *
 * Whoever reaches a twig that its stem leads to, reaches the stem too, save itself; and a twig that
 * leads to its stem reaches what the stem reaches, and itself. */
#ifndef GRAPH_TWIGS_H
#define GRAPH_TWIGS_H

#include "graph/order.h"

typedef struct vcl_twig {
    uint32_t part;
    uint32_t stem; /* what it hangs on: a later twig or a part of the core; VCL_NONE: nothing */
    bool leads; /* the arc goes from the twig to the stem */
} vcl_twig;

typedef struct vcl_twigs {
    vcl_twig *twigs; /* in the order in which they are taken off */
    uint32_t count;
    bool *is_twig; /* by part */
} vcl_twigs;

/* Release in any case. Linear in the order. VCL_ERROR_MEMORY. */
vcl_status vcl_twigs_init(vcl_twigs *twigs, const vcl_order *order, vcl_error *err);
void vcl_twigs_release(vcl_twigs *twigs);

#endif
