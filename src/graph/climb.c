/* Chains are walked side by side, and every step leaves a mark: whoever has as many as there are
 * layers dominates in all. */
#include "graph/climb.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"

vcl_status vcl_climb_init(vcl_climb *climb, const vcl_forest *forest, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t vertices = forest->layers->reached;

    *climb = (vcl_climb){ .forest = forest };
    vcl_array_init(&climb->met, sizeof(uint32_t));
    vcl_array_init(&climb->footholds, sizeof(vcl_foothold));
    TRY(vcl_alloc(&climb->hits, vertices, sizeof(uint32_t), err));
    TRY(vcl_alloc(&climb->round_of, vertices, sizeof(uint32_t), err));
done:
    return status;
}

void vcl_climb_release(vcl_climb *climb)
{
    vcl_array_release(&climb->met);
    vcl_array_release(&climb->footholds);
    free(climb->hits);
    free(climb->round_of);
    *climb = (vcl_climb){ 0 };
}

/* Marks a vertex in this round; how often it was marked. */
static uint32_t hit(vcl_climb *climb, uint32_t vertex)
{
    if (climb->round_of[vertex] != climb->round) {
        climb->round_of[vertex] = climb->round;
        climb->hits[vertex] = 0;
    }
    return ++climb->hits[vertex];
}

/* The first step of each layer's chain. In a single layer no one is stepped over. */
static vcl_status take_first_steps(vcl_climb *climb, uint32_t vertex, vcl_error *err)
{
    vcl_status status = VCL_OK;

    climb->footholds.count = 0;
    for (uint32_t i = 0; i < climb->set.count; i++) {
        vcl_foothold at = vcl_forest_at(climb->forest, climb->set.items[i], vertex);
        at = climb->set.count == 1 ? vcl_foothold_above(at) : vcl_foothold_shared(at);
        TRY(vcl_array_add(&climb->footholds, &at, err));
    }
done:
    return status;
}

static bool all_lead_to(const vcl_climb *climb, uint32_t vertex)
{
    const vcl_foothold *footholds = climb->footholds.items;

    for (uint32_t i = 0; i < climb->set.count; i++) {
        if (footholds[i].vertex != vertex) {
            return false;
        }
    }
    return true;
}

/* A step in every layer by turns, until one vertex has been met in all: if the layers agree on who
 * is nearest, that one is met first. VCL_NONE where they meet at the market. */
static uint32_t find_nearest(vcl_climb *climb)
{
    vcl_foothold *footholds = climb->footholds.items;
    bool moved = true;

    climb->round++;
    while (moved) {
        moved = false;
        for (uint32_t i = 0; i < climb->set.count; i++) {
            uint32_t vertex = footholds[i].vertex;
            if (vertex == VCL_NONE) {
                continue;
            }
            if (hit(climb, vertex) == climb->set.count) {
                return vertex;
            }
            footholds[i] = vcl_foothold_shared(footholds[i]);
            moved = true;
        }
    }
    return VCL_NONE;
}

/* Lists whoever stands before `end`. */
static vcl_status meet_before(vcl_climb *climb, uint32_t from, uint32_t end, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(take_first_steps(climb, from, err));
    climb->round++;
    climb->met.count = 0;
    for (uint32_t i = 0; i < climb->set.count; i++) {
        vcl_foothold at = ((const vcl_foothold *)climb->footholds.items)[i];
        for (; at.vertex != VCL_NONE && at.vertex != end; at = vcl_foothold_shared(at)) {
            if (hit(climb, at.vertex) == 1) {
                TRY(vcl_array_add(&climb->met, &at.vertex, err));
            }
        }
    }
done:
    return status;
}

/* Does someone whom a layer has before the nearest stand beyond it in another? */
static bool is_crossed(const vcl_climb *climb)
{
    const uint32_t *met = climb->met.items;
    const uint32_t *cycle_of = climb->forest->cycle_of;

    for (size_t i = 0; i < climb->met.count; i++) {
        if (cycle_of[met[i]] != cycle_of[climb->nearest]) {
            continue;
        }
        for (uint32_t k = 0; k < climb->set.count; k++) {
            if (vcl_forest_dominates(climb->forest, climb->set.items[k], met[i], climb->nearest)) {
                return true;
            }
        }
    }
    return false;
}

vcl_status vcl_climb_from(vcl_climb *climb, uint32_t vertex, vcl_error *err)
{
    vcl_status status = VCL_OK;

    climb->met.count = 0;
    climb->agreed = true;
    TRY(take_first_steps(climb, vertex, err));
    climb->nearest = ((const vcl_foothold *)climb->footholds.items)->vertex;
    if (all_lead_to(climb, climb->nearest)) {
        return VCL_OK;
    }
    climb->nearest = find_nearest(climb);
    TRY(meet_before(climb, vertex, climb->nearest, err));
    if (climb->nearest != VCL_NONE && is_crossed(climb)) {
        climb->agreed = false;
        climb->nearest = VCL_NONE;
        TRY(meet_before(climb, vertex, VCL_NONE, err));
    }
done:
    return status;
}

bool vcl_climb_is_common(const vcl_climb *climb, uint32_t met)
{
    return climb->hits[met] == climb->set.count;
}
