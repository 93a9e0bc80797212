/* The order within tiers, by barycentres: a vertex goes where its neighbours of one side are on
 * average, in sweeps to the right and back. Ties keep the order that there was, which is the
 * vertices' own at first. */
#include <stdbool.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"
#include "graph/tiers.h"

/* There and back. On our province straight links cross 8,601 times after one sweep, 7,086 after 4,
 * 6,031 after 12, and no less after 48. */
enum { SWEEPS = 12 };

enum side { BEFORE, BEHIND, SIDES };

typedef struct placed {
    double barycentre;
    uint32_t vertex;
    uint32_t index; /* in the order so far */
} placed;

struct sorter {
    vcl_tiers *tiers;
    uint32_t *start[SIDES]; /* count + 1: neighbours in other tiers */
    uint32_t *neighbours[SIDES];
    double *height; /* by vertex: its share of the height, 0 … 1 */
    placed *row; /* the tier that is being sorted */
};

static void release(struct sorter *sorter)
{
    for (int i = 0; i < SIDES; i++) {
        free(sorter->start[i]);
        free(sorter->neighbours[i]);
    }
    free(sorter->height);
    free(sorter->row);
}

/* The end that stands further left first. False if both stand in one tier. */
static bool order_ends(const vcl_tiers *tiers, const vcl_drawn_link *link, uint32_t ends[SIDES])
{
    bool forward = tiers->tier[link->source] < tiers->tier[link->target];

    ends[BEFORE] = forward ? link->source : link->target;
    ends[BEHIND] = forward ? link->target : link->source;
    return tiers->tier[link->source] != tiers->tier[link->target];
}

static vcl_status list_neighbours(struct sorter *sorter, const vcl_network *network, enum side side,
                                  vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t ends[SIDES];
    uint32_t *start = NULL;

    TRY(vcl_alloc(&sorter->start[side], (size_t)network->count + 2, sizeof(uint32_t), err));
    TRY(vcl_alloc(&sorter->neighbours[side], network->link_count, sizeof(uint32_t), err));
    start = sorter->start[side];
    for (uint32_t i = 0; i < network->link_count; i++) {
        if (order_ends(sorter->tiers, network->links + i, ends)) {
            start[ends[1 - side] + 2]++;
        }
    }
    for (uint32_t i = 2; i <= network->count; i++) {
        start[i] += start[i - 1];
    }
    for (uint32_t i = 0; i < network->link_count; i++) {
        if (order_ends(sorter->tiers, network->links + i, ends)) {
            sorter->neighbours[side][start[ends[1 - side] + 1]++] = ends[side];
        }
    }
done:
    return status;
}

static void note_heights(struct sorter *sorter, uint32_t tier)
{
    const vcl_tiers *tiers = sorter->tiers;
    uint32_t first = tiers->start[tier];
    uint32_t count = tiers->start[tier + 1] - first;

    for (uint32_t i = 0; i < count; i++) {
        sorter->height[tiers->order[first + i]] = (i + 0.5) / count;
    }
}

/* A vertex without neighbours on that side stays about where it is. */
static double barycentre(const struct sorter *sorter, uint32_t vertex, enum side side)
{
    uint32_t first = sorter->start[side][vertex];
    uint32_t end = sorter->start[side][vertex + 1];
    double sum = 0.0;

    for (uint32_t i = first; i < end; i++) {
        sum += sorter->height[sorter->neighbours[side][i]];
    }
    return first == end ? sorter->height[vertex] : sum / (end - first);
}

static int compare_placed(const void *a, const void *b)
{
    const placed *left = a;
    const placed *right = b;

    if (left->barycentre != right->barycentre) {
        return left->barycentre < right->barycentre ? -1 : 1;
    }
    return left->index < right->index ? -1 : 1;
}

static void sort_tier(struct sorter *sorter, uint32_t tier, enum side side)
{
    vcl_tiers *tiers = sorter->tiers;
    uint32_t *order = tiers->order + tiers->start[tier];
    uint32_t count = tiers->start[tier + 1] - tiers->start[tier];

    for (uint32_t i = 0; i < count; i++) {
        sorter->row[i] = (placed){ barycentre(sorter, order[i], side), order[i], i };
    }
    if (count > 0) {
        qsort(sorter->row, count, sizeof *sorter->row, compare_placed);
    }
    for (uint32_t i = 0; i < count; i++) {
        order[i] = sorter->row[i].vertex;
    }
    note_heights(sorter, tier);
}

vcl_status vcl_tiers_sort(vcl_tiers *tiers, const vcl_network *network, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct sorter sorter = { .tiers = tiers };

    TRY(vcl_alloc(&sorter.height, network->count, sizeof *sorter.height, err));
    TRY(vcl_alloc(&sorter.row, network->count, sizeof *sorter.row, err));
    TRY(list_neighbours(&sorter, network, BEFORE, err));
    TRY(list_neighbours(&sorter, network, BEHIND, err));
    for (uint32_t tier = 0; tier < VCL_TIER_COUNT; tier++) {
        note_heights(&sorter, tier);
    }
    for (uint32_t sweep = 0; sweep < SWEEPS; sweep++) {
        for (uint32_t tier = 0; tier < VCL_TIER_COUNT; tier++) {
            sort_tier(&sorter, tier, BEFORE);
        }
        for (uint32_t tier = VCL_TIER_COUNT; tier-- > 0;) {
            sort_tier(&sorter, tier, BEHIND);
        }
    }
done:
    release(&sorter);
    return status;
}
