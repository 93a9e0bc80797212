/* The parts of a graph in an order in which goods never flow backward: strongly connected
 * components, numbered so that every arc between parts goes from a higher number to a lower one.
 * Whatever is known of the parts below a part is known before it is reached.
 *
 * Vertices that no cycle leads to are parts of their own, taken off one after the other (Kahn, 1962);
 * igraph finds the parts of the rest, which in most chains are few or none. */
#ifndef GRAPH_ORDER_H
#define GRAPH_ORDER_H

#include "graph/layers.h"

typedef struct vcl_order {
    uint32_t part_count;
    uint32_t *part_of; /* by local number */
    uint32_t *next_start; /* part_count + 1 */
    uint32_t *next; /* the lower parts that arcs lead to, each once */
} vcl_order;

/* Looks at the arcs of a layer alone, which may be parallel. Release in any case. Between
 * vcl_bridge_enter() and vcl_bridge_exit(). O(V + E). VCL_ERROR_MEMORY, VCL_ERROR_INTERNAL. */
vcl_status vcl_order_init(vcl_order *order, const vcl_layer *layer, vcl_error *err);
void vcl_order_release(vcl_order *order);

#endif
