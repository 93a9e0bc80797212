/* Classes of products: products that are listed in exactly the same sets stand in the same layer and
 * make the same market, so one of a class, its leader, stands for all. A hub that lists thousands of
 * products that nobody tells apart costs as much as one that lists one. */
#ifndef GRAPH_CLASSES_H
#define GRAPH_CLASSES_H

#include "model/chain.h"

typedef struct vcl_classes {
    uint32_t *leader; /* by product: the first of its class */
    vcl_sets sets; /* the chain's sets, by the same numbers, of leaders only */
} vcl_classes;

/* Release in any case. Linear in the sizes of the sets, expected. VCL_ERROR_MEMORY. */
vcl_status vcl_classes_init(vcl_classes *classes, const vcl_chain *chain, vcl_error *err);
void vcl_classes_release(vcl_classes *classes);

#endif
