/* Sets of products, each stored once; found again by hashing their contents. */
#include "model/sets.h"

#include <stdlib.h>
#include <string.h>

#include "base/compare.h"
#include "base/error.h"
#include "base/idmap.h"
#include "base/memory.h"
#include "base/try.h"

static uint64_t hash_of(const uint32_t *items, uint32_t count)
{
    uint64_t hash = 0x9E3779B97F4A7C15u;

    for (uint32_t i = 0; i < count; i++) {
        hash = (hash ^ items[i]) * 0xBF58476D1CE4E5B9u;
        hash ^= hash >> 29;
    }
    return hash;
}

uint32_t vcl_sets_count(const vcl_sets *sets)
{
    return (uint32_t)(sets->starts.count - 1);
}

vcl_set vcl_sets_at(const vcl_sets *sets, uint32_t set)
{
    const uint32_t *starts = sets->starts.items;
    const uint32_t *items = sets->items.items;

    if (starts[set] == starts[set + 1]) {
        return (vcl_set){ 0 };
    }
    return (vcl_set){ items + starts[set], starts[set + 1] - starts[set] };
}

static size_t slot_of(const vcl_sets *sets, const uint32_t *items, uint32_t count)
{
    size_t slot = hash_of(items, count) & (sets->slot_count - 1);

    while (sets->slots[slot] != VCL_NONE) {
        vcl_set there = vcl_sets_at(sets, sets->slots[slot]);
        if (there.count == count &&
            (count == 0 || memcmp(there.items, items, count * sizeof *items) == 0)) {
            break;
        }
        slot = (slot + 1) & (sets->slot_count - 1);
    }
    return slot;
}

/* Gives the table `slot_count` slots and places every set anew. */
static vcl_status rehash(vcl_sets *sets, size_t slot_count, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *slots = NULL;

    TRY(vcl_alloc(&slots, slot_count, sizeof *slots, err));
    free(sets->slots);
    sets->slots = slots;
    sets->slot_count = slot_count;
    for (size_t i = 0; i < slot_count; i++) {
        slots[i] = VCL_NONE;
    }
    for (uint32_t set = 0; set < vcl_sets_count(sets); set++) {
        vcl_set view = vcl_sets_at(sets, set);
        slots[slot_of(sets, view.items, view.count)] = set;
    }
done:
    return status;
}

static vcl_status append_set(vcl_sets *sets, const uint32_t *items, uint32_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t first = sets->items.count;
    uint32_t end = (uint32_t)(first + count);

    if (first + count > UINT32_MAX) {
        return vcl_fail_memory(err);
    }
    TRY(vcl_array_reserve(&sets->starts, sets->starts.count + 1, err));
    TRY(vcl_array_resize(&sets->items, first + count, err));
    if (count > 0) {
        memcpy((uint32_t *)sets->items.items + first, items, count * sizeof *items);
    }
    TRY(vcl_array_add(&sets->starts, &end, err));
done:
    return status;
}

vcl_status vcl_sets_init(vcl_sets *sets, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t zero = 0;
    uint32_t empty_set = 0;

    *sets = (vcl_sets){ 0 };
    vcl_array_init(&sets->starts, sizeof(uint32_t));
    vcl_array_init(&sets->items, sizeof(uint32_t));
    TRY(vcl_array_add(&sets->starts, &zero, err));
    TRY(rehash(sets, 64, err));
    TRY(vcl_sets_intern(sets, NULL, 0, &empty_set, err));
done:
    return status;
}

void vcl_sets_release(vcl_sets *sets)
{
    vcl_array_release(&sets->starts);
    vcl_array_release(&sets->items);
    free(sets->slots);
    sets->slots = NULL;
    sets->slot_count = 0;
}

static uint32_t sort_distinct(uint32_t *items, uint32_t count)
{
    uint32_t kept = 0;

    if (count > 1) {
        qsort(items, count, sizeof *items, vcl_compare_uint32);
    }
    for (uint32_t i = 0; i < count; i++) {
        if (kept == 0 || items[kept - 1] != items[i]) {
            items[kept++] = items[i];
        }
    }
    return kept;
}

vcl_status vcl_sets_intern(vcl_sets *sets, uint32_t *items, uint32_t count, uint32_t *out,
                           vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t slot;

    count = sort_distinct(items, count);
    if ((sets->starts.count + 1) * 2 > sets->slot_count) {
        TRY(rehash(sets, sets->slot_count * 2, err));
    }
    slot = slot_of(sets, items, count);
    if (sets->slots[slot] == VCL_NONE) {
        TRY(append_set(sets, items, count, err));
        sets->slots[slot] = vcl_sets_count(sets) - 1;
    }
    *out = sets->slots[slot];
done:
    return status;
}

bool vcl_set_contains(vcl_set set, uint32_t item)
{
    uint32_t low = 0;
    uint32_t high = set.count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (set.items[middle] < item) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < set.count && set.items[low] == item;
}

/* A set to be sorted by its contents. */
typedef struct set_order {
    vcl_set view;
    uint32_t set;
} set_order;

static int compare_sets(const void *a, const void *b)
{
    const set_order *first = a;
    const set_order *second = b;
    uint32_t shared =
        first->view.count < second->view.count ? first->view.count : second->view.count;

    for (uint32_t i = 0; i < shared; i++) {
        if (first->view.items[i] != second->view.items[i]) {
            return first->view.items[i] < second->view.items[i] ? -1 : 1;
        }
    }
    return (first->view.count > second->view.count) - (first->view.count < second->view.count);
}

/* Sorts a view of every set; the empty set comes first and stays set 0. */
static vcl_status order_sets(const vcl_sets *sets, set_order **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t count = vcl_sets_count(sets);

    TRY(vcl_alloc(out, count, sizeof **out, err));
    for (uint32_t set = 0; set < count; set++) {
        (*out)[set] = (set_order){ vcl_sets_at(sets, set), set };
    }
    qsort(*out, count, sizeof **out, compare_sets);
done:
    return status;
}

vcl_status vcl_sets_canonical(vcl_sets *sets, const uint32_t *rename, uint32_t **moved,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *items = sets->items.items;
    set_order *order = NULL;
    vcl_sets fresh = { 0 };

    *moved = NULL;
    for (uint32_t set = 0; set < vcl_sets_count(sets); set++) {
        const uint32_t *starts = sets->starts.items;
        for (uint32_t i = starts[set]; i < starts[set + 1]; i++) {
            items[i] = rename[items[i]];
        }
        if (starts[set] < starts[set + 1]) {
            sort_distinct(items + starts[set], starts[set + 1] - starts[set]);
        }
    }
    TRY(order_sets(sets, &order, err));
    TRY(vcl_alloc(moved, vcl_sets_count(sets), sizeof **moved, err));
    TRY(vcl_sets_init(&fresh, err));
    for (uint32_t i = 0; i < vcl_sets_count(sets); i++) {
        const uint32_t *starts = sets->starts.items;
        uint32_t *view = order[i].view.count == 0 ? NULL : items + starts[order[i].set];
        TRY(vcl_sets_intern(&fresh, view, order[i].view.count, &(*moved)[order[i].set], err));
    }
    vcl_sets_release(sets);
    *sets = fresh;
    fresh = (vcl_sets){ 0 };
done:
    vcl_sets_release(&fresh);
    free(order);
    if (status != VCL_OK) {
        free(*moved);
        *moved = NULL;
    }
    return status;
}
