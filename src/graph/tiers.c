/* Which tier a vertex stands in: its rank, and within it the longest path of links that leads to it
 * (Kahn's order, 1962). What stands on a cycle, or behind one, stays where the rest pushed it. */
#include "graph/tiers.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"

/* Links within a rank, by source. */
typedef struct inner_links {
    uint32_t *start; /* count + 1 */
    uint32_t *targets;
    uint32_t *waiting; /* by vertex: links to it whose source has no level yet */
    uint32_t *ready; /* a queue */
} inner_links;

static bool is_inner(const vcl_network *network, const vcl_drawn_link *link)
{
    return network->rank[link->source] == network->rank[link->target];
}

static void release_inner(inner_links *inner)
{
    free(inner->start);
    free(inner->targets);
    free(inner->waiting);
    free(inner->ready);
}

static vcl_status init_inner(inner_links *inner, const vcl_network *network, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_alloc(&inner->start, (size_t)network->count + 2, sizeof *inner->start, err));
    TRY(vcl_alloc(&inner->targets, network->link_count, sizeof *inner->targets, err));
    TRY(vcl_alloc(&inner->waiting, network->count, sizeof *inner->waiting, err));
    TRY(vcl_alloc(&inner->ready, network->count, sizeof *inner->ready, err));
    for (uint32_t i = 0; i < network->link_count; i++) {
        inner->start[network->links[i].source + 2] += is_inner(network, network->links + i);
    }
    for (uint32_t i = 2; i <= network->count; i++) {
        inner->start[i] += inner->start[i - 1];
    }
    for (uint32_t i = 0; i < network->link_count; i++) {
        const vcl_drawn_link *link = network->links + i;
        if (is_inner(network, link)) {
            inner->targets[inner->start[link->source + 1]++] = link->target;
            inner->waiting[link->target]++;
        }
    }
done:
    return status;
}

/* Sets tier[] to the level within the rank. */
static void find_levels(uint32_t *level, inner_links *inner, uint32_t count)
{
    uint32_t ready = 0;

    for (uint32_t i = 0; i < count; i++) {
        level[i] = 0;
        if (inner->waiting[i] == 0) {
            inner->ready[ready++] = i;
        }
    }
    for (uint32_t i = 0; i < ready; i++) {
        uint32_t source = inner->ready[i];
        for (uint32_t k = inner->start[source]; k < inner->start[source + 1]; k++) {
            uint32_t target = inner->targets[k];
            uint32_t next = level[source] + 1;
            next = next < VCL_TIERS_OF_RANK ? next : VCL_TIERS_OF_RANK - 1;
            level[target] = next > level[target] ? next : level[target];
            if (--inner->waiting[target] == 0) {
                inner->ready[ready++] = target;
            }
        }
    }
}

/* Turns levels into tiers, those without links into VCL_TIER_COUNT. */
static vcl_status find_tiers(vcl_tiers *tiers, const vcl_network *network, vcl_error *err)
{
    vcl_status status = VCL_OK;
    bool *linked = NULL;

    TRY(vcl_alloc(&linked, network->count, sizeof *linked, err));
    for (uint32_t i = 0; i < network->link_count; i++) {
        linked[network->links[i].source] = true;
        linked[network->links[i].target] = true;
    }
    for (uint32_t i = 0; i < network->count; i++) {
        tiers->tier[i] =
            linked[i] ? network->rank[i] * VCL_TIERS_OF_RANK + tiers->tier[i] : VCL_TIER_COUNT;
    }
done:
    free(linked);
    return status;
}

/* Counting sort; those without links by rank. */
static void fill_order(vcl_tiers *tiers, const vcl_network *network)
{
    uint32_t placed = 0;

    for (uint32_t tier = 0; tier < VCL_TIER_COUNT; tier++) {
        tiers->start[tier] = placed;
        for (uint32_t i = 0; i < network->count; i++) {
            if (tiers->tier[i] == tier) {
                tiers->order[placed++] = i;
            }
        }
    }
    tiers->start[VCL_TIER_COUNT] = placed;
    tiers->count = placed;
    for (uint32_t rank = 0; rank < VCL_DRAWN_RANKS; rank++) {
        for (uint32_t i = 0; i < network->count; i++) {
            if (tiers->tier[i] == VCL_TIER_COUNT && network->rank[i] == rank) {
                tiers->order[placed++] = i;
            }
        }
    }
}

vcl_status vcl_tiers_init(vcl_tiers *tiers, const vcl_network *network, vcl_error *err)
{
    vcl_status status = VCL_OK;
    inner_links inner = { 0 };

    *tiers = (vcl_tiers){ 0 };
    TRY(vcl_alloc(&tiers->tier, network->count, sizeof *tiers->tier, err));
    TRY(vcl_alloc(&tiers->order, network->count, sizeof *tiers->order, err));
    TRY(init_inner(&inner, network, err));
    find_levels(tiers->tier, &inner, network->count);
    TRY(find_tiers(tiers, network, err));
    fill_order(tiers, network);
done:
    release_inner(&inner);
    return status;
}

void vcl_tiers_release(vcl_tiers *tiers)
{
    free(tiers->tier);
    free(tiers->order);
}
