/* The way from the root to the node at hand is kept as a stack: walking the nodes in the order of
 * the tree, each next one leaves that way where the two meet. */
#include "graph/branching.h"

#include <stdlib.h>

#include "base/try.h"

struct placed {
    uint32_t enter;
    uint32_t node;
};

static int compare_placed(const void *a, const void *b)
{
    const struct placed *first = a;
    const struct placed *second = b;

    return (first->enter > second->enter) - (first->enter < second->enter);
}

static vcl_status sort_nodes(const vcl_tree *tree, const vcl_array *nodes, vcl_array *placed,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    const uint32_t *items = nodes->items;

    for (size_t i = 0; i < nodes->count; i++) {
        TRY(vcl_array_add(placed, &(struct placed){ tree->enter[items[i]], items[i] }, err));
    }
    if (placed->count > 0) {
        qsort(placed->items, placed->count, sizeof(struct placed), compare_placed);
    }
done:
    return status;
}

static uint32_t top_of(const vcl_array *way)
{
    return ((const uint32_t *)way->items)[way->count - 1];
}

/* Takes nodes off the way until it ends at `meeting` or above, each a branch of what is left. */
static vcl_status leave_way(const vcl_tree *tree, vcl_array *way, uint32_t meeting,
                            vcl_array *branches, vcl_error *err)
{
    vcl_status status = VCL_OK;

    while (tree->depth[top_of(way)] > tree->depth[meeting]) {
        vcl_branch branch = { top_of(way), meeting };
        way->count--;
        if (tree->depth[top_of(way)] > tree->depth[meeting]) {
            branch.above = top_of(way);
        }
        TRY(vcl_array_add(branches, &branch, err));
    }
    if (top_of(way) != meeting) {
        TRY(vcl_array_add(way, &meeting, err));
    }
done:
    return status;
}

vcl_status vcl_branching(const vcl_tree *tree, const vcl_array *nodes, vcl_array *branches,
                         vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_array placed;
    vcl_array way;

    vcl_array_init(&placed, sizeof(struct placed));
    vcl_array_init(&way, sizeof(uint32_t));
    branches->count = 0;
    TRY(sort_nodes(tree, nodes, &placed, err));
    TRY(vcl_array_add(&way, &tree->root, err));
    for (size_t i = 0; i < placed.count; i++) {
        uint32_t node = ((const struct placed *)placed.items)[i].node;
        TRY(leave_way(tree, &way, vcl_tree_meet(tree, node, top_of(&way)), branches, err));
        TRY(vcl_array_add(&way, &node, err));
    }
    TRY(leave_way(tree, &way, tree->root, branches, err));
done:
    vcl_array_release(&placed);
    vcl_array_release(&way);
    return status;
}
