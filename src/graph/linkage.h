/* Linkage (tình trạng liên kết tiêu thụ): where each group, cooperative and union stands on its way
 * to a buyer. */
#ifndef GRAPH_LINKAGE_H
#define GRAPH_LINKAGE_H

#include "graph/coverage.h"

typedef enum vcl_linkage {
    VCL_NO_LINKAGE, /* has none: inactive, a buyer, sells nothing, a farmer or an enterprise */
    VCL_ISOLATED,
    VCL_PRODUCT_GAP,
    VCL_VOLUME_GAP,
    VCL_LINKED,
    VCL_PRODUCT_MISMATCH,
    VCL_BUYER_INACTIVE,
    VCL_UPCOMING,
    VCL_LAPSED,
    VCL_DEAD_END,
    VCL_NO_BUYER,
} vcl_linkage;

typedef struct vcl_linkages {
    uint8_t *of_actor; /* vcl_linkage by actor */
    double *surplus_kg; /* by actor, VCL_VOLUME_GAP only: output above what is contracted */
} vcl_linkages;

/* Release in any case. O(links), times the products of an actor for links that name none.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_linkages_init(vcl_linkages *linkages, const vcl_coverage *coverage, vcl_error *err);
void vcl_linkages_release(vcl_linkages *linkages);

/* Our word for it: "isolated" … "no_buyer", or NULL. Static. */
const char *vcl_linkage_word(vcl_linkage linkage);

/* Does it mean that the actor is covered? */
bool vcl_linkage_is_covered(vcl_linkage linkage);

#endif
