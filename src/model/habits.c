/* Farmers told apart by what they do: those who do the same find each other by a hash of it. */
#include "model/habits.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/memory.h"
#include "base/try.h"

enum { FIRST_SLOTS = 1024, BATCH = 32 };

struct slot {
    uint32_t hash;
    uint32_t number; /* of a habit, + 1; 0 where free */
};

/* A farmer's habit that is to be found among the others. */
struct sought {
    vcl_habit habit;
    uint64_t hash;
    size_t first_flow; /* in the flows of the batch */
};

/* Farmers are told in batches, so that memory is fetched for many at a time. */
struct telling {
    const vcl_state *state;
    vcl_habits *habits;
    vcl_hash_key key;
    struct slot *slots; /* open addressing, at most half full */
    size_t slot_count; /* a power of two */
    bool *receives; /* by actor: something flows to it */
    struct sought batch[BATCH];
    size_t batch_count;
    vcl_array flows; /* of the batch */
};

static bool alike(const vcl_habit *a, const vcl_habit *b)
{
    return !a->alone && !b->alone && a->products == b->products && a->sells == b->sells &&
           a->flow_count == b->flow_count &&
           (a->flow_count == 0 ||
            memcmp(a->flows, b->flows, a->flow_count * sizeof *a->flows) == 0);
}

static uint64_t hash_of(const struct telling *telling, const vcl_habit *habit)
{
    uint64_t own = (uint64_t)habit->products << 1 | habit->sells;
    uint64_t flows =
        vcl_hash_bytes(&telling->key, habit->flows, habit->flow_count * sizeof *habit->flows);

    return vcl_hash_pair(&telling->key, own, flows);
}

/* The slot of farmers alike, or the free one where they belong. */
static struct slot *slot_of(const struct telling *telling, const struct sought *sought)
{
    const vcl_habit *habits = telling->habits->habits.items;
    struct slot *slots = telling->slots;
    size_t mask = telling->slot_count - 1;
    size_t i = sought->hash & mask;

    while (slots[i].number != 0 && (slots[i].hash != (uint32_t)(sought->hash >> 32) ||
                                    !alike(habits + slots[i].number - 1, &sought->habit))) {
        i = (i + 1) & mask;
    }
    return slots + i;
}

/* Keeps the table at most half full after one more batch. */
static vcl_status make_room(struct telling *telling, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_array *habits = &telling->habits->habits;
    size_t slot_count = telling->slot_count > 0 ? telling->slot_count * 2 : FIRST_SLOTS;
    struct slot *slots = NULL;

    if (habits->count + BATCH <= telling->slot_count / 2) {
        return VCL_OK;
    }
    TRY(vcl_alloc(&slots, slot_count, sizeof *slots, err));
    free(telling->slots);
    telling->slots = slots;
    telling->slot_count = slot_count;
    for (size_t i = 0; i < habits->count; i++) {
        struct sought sought = { .habit = ((const vcl_habit *)habits->items)[i] };
        sought.hash = hash_of(telling, &sought.habit);
        if (!sought.habit.alone) {
            *slot_of(telling, &sought) =
                (struct slot){ (uint32_t)(sought.hash >> 32), (uint32_t)i + 1 };
        }
    }
done:
    return status;
}

/* Takes in a habit with its own copy of the flows. */
static vcl_status add_habit(vcl_habits *habits, const vcl_habit *habit, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_habit own = *habit;
    size_t size = habit->flow_count * sizeof *habit->flows;
    vcl_flow *flows = NULL;

    TRY(vcl_arena_alloc(&habits->flows, size, &flows, err));
    if (size > 0) {
        memcpy(flows, habit->flows, size);
    }
    own.flows = flows;
    TRY(vcl_array_add(&habits->habits, &own, err));
done:
    return status;
}

/* Gives a farmer the number of its habit. */
static vcl_status tell_farmer(struct telling *telling, const struct sought *sought, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_habits *habits = telling->habits;
    uint32_t actor = sought->habit.actor;
    struct slot *slot = sought->habit.alone ? NULL : slot_of(telling, sought);
    uint32_t number = (uint32_t)habits->habits.count;

    if (slot != NULL && slot->number != 0) {
        number = slot->number - 1;
    } else {
        TRY(add_habit(habits, &sought->habit, err));
        if (slot != NULL) {
            *slot = (struct slot){ (uint32_t)(sought->hash >> 32), number + 1 };
        }
    }
    ((vcl_habit *)habits->habits.items)[number].households +=
        vcl_actor_count(telling->state->chain, actor);
    habits->of_actor[actor] = number;
done:
    return status;
}

/* Fetches what finding the farmers of the batch will read: slots first, then the habits there. */
static void fetch(struct telling *telling)
{
    const vcl_habit *habits = telling->habits->habits.items;
    const vcl_flow *flows = telling->flows.items;
    size_t mask = telling->slot_count - 1;

    for (size_t i = 0; i < telling->batch_count; i++) {
        struct sought *sought = telling->batch + i;
        sought->habit.flows = flows == NULL ? NULL : flows + sought->first_flow;
        sought->hash = hash_of(telling, &sought->habit);
        __builtin_prefetch(telling->slots + (sought->hash & mask));
    }
    for (size_t i = 0; i < telling->batch_count; i++) {
        const struct slot *slot = telling->slots + (telling->batch[i].hash & mask);
        if (slot->number != 0) {
            __builtin_prefetch(habits + slot->number - 1);
        }
    }
    for (size_t i = 0; i < telling->batch_count; i++) {
        const struct slot *slot = telling->slots + (telling->batch[i].hash & mask);
        if (slot->number != 0) {
            __builtin_prefetch(habits[slot->number - 1].flows);
        }
    }
}

static vcl_status tell_batch(struct telling *telling, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(make_room(telling, err));
    fetch(telling);
    for (size_t i = 0; i < telling->batch_count; i++) {
        TRY(tell_farmer(telling, telling->batch + i, err));
    }
    telling->batch_count = 0;
    telling->flows.count = 0;
done:
    return status;
}

/* Puts a farmer with its links out into the batch. */
static vcl_status add_farmer(struct telling *telling, uint32_t actor, vcl_span links,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_actor *record = telling->state->chain->actors + actor;
    struct sought *sought = telling->batch + telling->batch_count;

    sought->first_flow = telling->flows.count;
    TRY(vcl_flows_along(telling->state, links, &telling->flows, err));
    sought->habit =
        (vcl_habit){ .flow_count = (uint32_t)(telling->flows.count - sought->first_flow),
                     .products = record->products,
                     .actor = actor,
                     .sells = record->sells,
                     .alone = telling->receives[actor] };
    telling->batch_count++;
    if (telling->batch_count == BATCH) {
        TRY(tell_batch(telling, err));
    }
done:
    return status;
}

static vcl_status tell_apart(struct telling *telling, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = telling->state->chain;
    vcl_span out = { 0 }; /* the links of the actor at hand */

    for (uint32_t i = 0; i < chain->link_count; i++) {
        if (telling->state->carries[i]) {
            telling->receives[chain->links[i].target] = true;
        }
    }
    for (uint32_t actor = 0; actor < chain->actor_count; actor++) {
        out.first = out.end;
        while (out.end < chain->link_count && chain->links[out.end].source == actor) {
            out.end++;
        }
        if (chain->actors[actor].kind == VCL_FARMER && telling->state->active[actor]) {
            TRY(add_farmer(telling, actor, out, err));
        }
    }
    TRY(tell_batch(telling, err));
done:
    return status;
}

vcl_status vcl_habits_init(vcl_habits *habits, const vcl_state *state, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t actor_count = state->chain->actor_count;
    struct telling telling = { .state = state, .habits = habits };

    *habits = (vcl_habits){ 0 };
    vcl_array_init(&habits->habits, sizeof(vcl_habit));
    vcl_array_init(&telling.flows, sizeof(vcl_flow));
    vcl_hash_make_key(&telling.key);
    TRY(vcl_alloc(&telling.receives, actor_count, sizeof(bool), err));
    TRY(vcl_alloc(&habits->of_actor, actor_count, sizeof(uint32_t), err));
    memset(habits->of_actor, 0xFF, actor_count * sizeof(uint32_t));
    TRY(tell_apart(&telling, err));
    free(telling.slots);
    telling.slots = NULL;
    TRY(vcl_habits_sort(habits, actor_count, err));
done:
    free(telling.slots);
    free(telling.receives);
    vcl_array_release(&telling.flows);
    return status;
}

void vcl_habits_release(vcl_habits *habits)
{
    vcl_array_release(&habits->habits);
    free(habits->of_actor);
    vcl_arena_release(&habits->flows);
    *habits = (vcl_habits){ 0 };
}
