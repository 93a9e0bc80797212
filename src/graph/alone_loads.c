/* Differences on trees: a load is added where it joins the way and taken off where it leaves. */
#include "graph/alone_loads.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"

vcl_status vcl_alone_loads_init(vcl_alone_loads *alone, const vcl_forest *forest, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_layers *layers = forest->layers;

    *alone = (vcl_alone_loads){ .forest = forest };
    TRY(vcl_alloc(&alone->start, (size_t)layers->count + 1, sizeof *alone->start, err));
    for (uint32_t i = 0; i < layers->count; i++) {
        /* In the unstated layer nobody is alone. */
        alone->start[i + 1] =
            alone->start[i] + (i == VCL_UNSTATED_LAYER ? 0 : layers->layers[i].reached);
    }
    TRY(vcl_alloc(&alone->loads, alone->start[layers->count], sizeof *alone->loads, err));
done:
    return status;
}

void vcl_alone_loads_release(vcl_alone_loads *alone)
{
    free(alone->start);
    free(alone->loads);
    *alone = (vcl_alone_loads){ 0 };
}

/* The loads at a foothold in the layer's own tree, NULL elsewhere: nobody is alone there. */
static vcl_load *loads_at(vcl_alone_loads *alone, uint32_t layer, vcl_foothold at)
{
    bool is_own = at.vertex != VCL_NONE && vcl_foothold_is_own(at, layer);

    return is_own && layer != VCL_UNSTATED_LAYER ? alone->loads + alone->start[layer] + at.node
                                                 : NULL;
}

void vcl_alone_loads_send(vcl_alone_loads *alone, uint32_t layer, uint32_t from, uint32_t end,
                          vcl_load load)
{
    vcl_foothold at = vcl_forest_at(alone->forest, layer, from);
    vcl_load *joins = loads_at(alone, layer, vcl_foothold_above(at));
    vcl_load *leaves = NULL;

    if (end != VCL_NONE) {
        leaves = loads_at(alone, layer, vcl_forest_at(alone->forest, layer, end));
    }
    if (joins != NULL) {
        joins->households += load.households;
        joins->cooperatives += load.cooperatives;
    }
    /* Where it leaves it has come to: a sum may pass below 0 on the way, never in the end. */
    if (leaves != NULL) {
        leaves->households -= load.households;
        leaves->cooperatives -= load.cooperatives;
    }
}

vcl_status vcl_alone_loads_sum(vcl_alone_loads *alone, uint32_t layer, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_dominators *tree = alone->forest->trees + layer;
    vcl_load *loads = alone->loads + alone->start[layer];
    uint32_t reached = tree->layer->reached;
    uint32_t *order = NULL;

    if (layer == VCL_UNSTATED_LAYER) {
        return VCL_OK;
    }
    TRY(vcl_alloc(&order, tree->tree.count, sizeof *order, err));
    for (uint32_t i = vcl_tree_order(&tree->tree, order); i-- > 1;) {
        uint32_t node = order[i];
        uint32_t above = tree->tree.parent[node];
        if (node < reached && above < reached) {
            loads[above].households += loads[node].households;
            loads[above].cooperatives += loads[node].cooperatives;
        }
    }
done:
    free(order);
    return status;
}
