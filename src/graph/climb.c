/* Climbing the dominator trees of a group's layers side by side. */
#include "graph/climb.h"

uint32_t vcl_climb_step(const vcl_climb *climb, uint32_t index, uint32_t vertex)
{
    return vcl_dominators_above(climb->trees + climb->set.items[index], vertex);
}

bool vcl_climb_is_common(const vcl_climb *climb, uint32_t above, uint32_t below)
{
    for (uint32_t i = 0; i < climb->set.count; i++) {
        if (!vcl_dominates(climb->trees + climb->set.items[i], above, below)) {
            return false;
        }
    }
    return true;
}

/* The nearest common dominator as a layer sees it; VCL_NONE for the market. */
static uint32_t nearest_common(const vcl_climb *climb, uint32_t index, uint32_t vertex)
{
    uint32_t at = vcl_climb_step(climb, index, vertex);

    while (at != VCL_NONE && !vcl_climb_is_common(climb, at, vertex)) {
        at = vcl_climb_step(climb, index, at);
    }
    return at;
}

bool vcl_climb_agrees(const vcl_climb *climb, uint32_t vertex, uint32_t *nearest)
{
    uint32_t above = vcl_climb_step(climb, 0, vertex);
    uint32_t same = 1;

    while (same < climb->set.count && vcl_climb_step(climb, same, vertex) == above) {
        same++;
    }
    *nearest = above;
    if (same == climb->set.count) {
        return true;
    }
    *nearest = nearest_common(climb, 0, vertex);
    for (uint32_t i = 1; i < climb->set.count; i++) {
        if (nearest_common(climb, i, vertex) != *nearest) {
            return false;
        }
    }
    return true;
}

bool vcl_climb_is_unstated(const vcl_climb *climb, uint32_t vertex)
{
    for (uint32_t i = 0; i < climb->set.count; i++) {
        uint32_t layer = climb->set.items[i];
        if (layer != VCL_UNSTATED_LAYER && vcl_dominators_owns(climb->trees + layer, vertex)) {
            return false;
        }
    }
    return true;
}
