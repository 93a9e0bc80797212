/* Habits in an order that does not depend on that of the farmers. */
#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"
#include "model/habits.h"

static int compare_habits(const vcl_habit *first, const vcl_habit *second)
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
    if (first->alone != second->alone) {
        return first->alone ? 1 : -1;
    }
    return (first->actor > second->actor) - (first->actor < second->actor);
}

/* A habit to be sorted; most are told apart by the key. */
struct sorted {
    uint64_t key;
    const vcl_habit *habit;
};

/* Grows with products, then not selling, then the first target; who does not sell has no flows. */
static uint64_t key_of(const vcl_habit *habit)
{
    uint32_t flow = habit->flow_count > 0 ? habit->flows[0].target + 1 : 0;

    return (uint64_t)habit->products << 32 | (habit->sells ? flow : UINT32_MAX);
}

static int compare_sorted(const void *a, const void *b)
{
    const struct sorted *first = a;
    const struct sorted *second = b;

    if (first->key != second->key) {
        return first->key < second->key ? -1 : 1;
    }
    return compare_habits(first->habit, second->habit);
}

vcl_status vcl_habits_sort(vcl_array *habits, uint32_t **moved, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t count = habits->count;
    const vcl_habit *found = habits->items;
    struct sorted *order = NULL;
    vcl_array sorted;

    vcl_array_init(&sorted, sizeof(vcl_habit));
    *moved = NULL;
    TRY(vcl_alloc(&order, count, sizeof *order, err));
    TRY(vcl_alloc(moved, count, sizeof **moved, err));
    for (size_t i = 0; i < count; i++) {
        order[i] = (struct sorted){ key_of(found + i), found + i };
    }
    if (count > 0) {
        qsort(order, count, sizeof *order, compare_sorted);
    }
    TRY(vcl_array_reserve(&sorted, count, err));
    for (size_t i = 0; i < count; i++) {
        (*moved)[order[i].habit - found] = (uint32_t)i;
        TRY(vcl_array_add(&sorted, order[i].habit, err));
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
