/* Habits in an order that does not depend on that of the farmers: most are told apart by a key. */
#include <stdlib.h>

#include "base/keyed.h"
#include "base/memory.h"
#include "base/try.h"
#include "model/habits.h"

/* 0 for those that are alike, their farmers aside. */
static int compare_conduct(const vcl_habit *first, const vcl_habit *second)
{
    uint32_t shared =
        first->flow_count < second->flow_count ? first->flow_count : second->flow_count;

    if (first->products != second->products) {
        return first->products < second->products ? -1 : 1;
    }
    if (first->sells != second->sells) {
        return first->sells ? -1 : 1;
    }
    for (uint32_t i = 0; i < shared; i++) {
        int order = vcl_flow_compare(first->flows + i, second->flows + i);
        if (order != 0) {
            return order;
        }
    }
    if (first->flow_count != second->flow_count) {
        return first->flow_count < second->flow_count ? -1 : 1;
    }
    return first->alone - second->alone;
}

static int compare_habits(const void *a, const void *b)
{
    const vcl_habit *first = *(const vcl_habit *const *)a;
    const vcl_habit *second = *(const vcl_habit *const *)b;
    int order = compare_conduct(first, second);

    return order != 0 ? order : (first->actor > second->actor) - (first->actor < second->actor);
}

/* Grows with products, then not selling, then the first target; who does not sell has no flows. */
static uint64_t key_of(const vcl_habit *habit)
{
    uint32_t flow = habit->flow_count > 0 ? habit->flows[0].target + 1 : 0;

    return (uint64_t)habit->products << 32 | (habit->sells ? flow : UINT32_MAX);
}

/* Sorts those that share a key by all that they say. */
static void sort_shared(const vcl_keyed *keyed, const vcl_habit **order, size_t count)
{
    for (size_t first = 0, end = 0; first < count; first = end) {
        for (end = first + 1; end < count && keyed[end].key == keyed[first].key;) {
            end++;
        }
        if (end - first > 1) {
            qsort(order + first, end - first, sizeof(vcl_habit *), compare_habits);
        }
    }
}

/* (*order)[i] is the habit that comes as the i-th. */
static vcl_status order_habits(const vcl_habit *habits, size_t count, const vcl_habit ***order,
                               vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_keyed *keyed = NULL;

    TRY(vcl_alloc(&keyed, count, sizeof *keyed, err));
    TRY(vcl_alloc(order, count, sizeof **order, err));
    for (size_t i = 0; i < count; i++) {
        keyed[i] = (vcl_keyed){ key_of(habits + i), (uint32_t)i };
    }
    TRY(vcl_keyed_sort(keyed, count, err));
    for (size_t i = 0; i < count; i++) {
        (*order)[i] = habits + keyed[i].number;
    }
    sort_shared(keyed, *order, count);
done:
    free(keyed);
    return status;
}

/* Adds a habit, the next in order, to those that are sorted: to the last where both are alike, for
 * several threads may have found it. */
static vcl_status add_sorted(vcl_array *sorted, const vcl_habit *habit, vcl_error *err)
{
    vcl_habit *last = (vcl_habit *)sorted->items + sorted->count - 1;

    if (sorted->count > 0 && !habit->alone && compare_conduct(last, habit) == 0) {
        last->households += habit->households;
        return VCL_OK;
    }
    return vcl_array_add(sorted, habit, err);
}

vcl_status vcl_habits_sort(vcl_array *habits, uint32_t **moved, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t count = habits->count;
    const vcl_habit *found = habits->items;
    const vcl_habit **order = NULL;
    vcl_array sorted;

    vcl_array_init(&sorted, sizeof(vcl_habit));
    *moved = NULL;
    TRY(vcl_alloc(moved, count, sizeof **moved, err));
    TRY(order_habits(found, count, &order, err));
    TRY(vcl_array_reserve(&sorted, count, err));
    for (size_t i = 0; i < count; i++) {
        TRY(add_sorted(&sorted, order[i], err));
        (*moved)[order[i] - found] = (uint32_t)sorted.count - 1;
    }
    vcl_array_release(habits);
    *habits = sorted;
    vcl_array_init(&sorted, sizeof(vcl_habit));
done:
    free(order);
    vcl_array_release(&sorted);
    if (status != VCL_OK) {
        free(*moved);
        *moved = NULL;
    }
    return status;
}
