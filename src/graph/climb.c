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

/* Does someone whom a layer has between `below` and `above` stand beyond `above` in another? Its
 * loss would be counted there once more. */
static bool is_crossed(const vcl_climb *climb, uint32_t above, uint32_t below)
{
    for (uint32_t i = 0; i < climb->set.count; i++) {
        uint32_t at = vcl_climb_step(climb, i, below);
        for (; at != above; at = vcl_climb_step(climb, i, at)) {
            for (uint32_t k = 0; k < climb->set.count; k++) {
                if (vcl_dominates(climb->trees + climb->set.items[k], at, above)) {
                    return true;
                }
            }
        }
    }
    return false;
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
    return *nearest == VCL_NONE || !is_crossed(climb, *nearest, vertex);
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
