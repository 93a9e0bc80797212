/* Telling farmers apart, a batch at a time. Most need not wait for one: they have one flow at most and
 * do what a farmer nearby was found to do. */
#include "model/teller.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/try.h"

enum {
    FIRST_SLOT_BITS = 10,
    ALIKE = 8, /* a slot for so many farmers is a first guess */
};

struct vcl_teller_slot {
    uint32_t hash;
    uint32_t number; /* of a habit, + 1; 0 where free */
};

void vcl_teller_init(vcl_teller *teller, const vcl_state *state, uint32_t *of_actor,
                     uint32_t farmers)
{
    *teller = (vcl_teller){ .state = state, .of_actor = of_actor, .slot_bits = FIRST_SLOT_BITS };
    while (teller->slot_bits < 32 && farmers >> teller->slot_bits > ALIKE) {
        teller->slot_bits++;
    }
    vcl_array_init(&teller->habits, sizeof(vcl_habit));
    vcl_array_init(&teller->flows, sizeof(vcl_flow));
    vcl_hash_make_key(&teller->key);
}

void vcl_teller_release(vcl_teller *teller)
{
    vcl_array_release(&teller->habits);
    vcl_arena_release(&teller->kept);
    vcl_array_release(&teller->flows);
    free(teller->slots);
    teller->slots = NULL;
}

static bool alike(const vcl_habit *a, const vcl_habit *b)
{
    return !a->alone && !b->alone && a->products == b->products && a->sells == b->sells &&
           a->flow_count == b->flow_count &&
           (a->flow_count == 0 ||
            memcmp(a->flows, b->flows, a->flow_count * sizeof *a->flows) == 0);
}

static uint32_t hash_of(const vcl_teller *teller, const vcl_habit *habit)
{
    uint64_t own = (uint64_t)habit->products << 1 | habit->sells;
    uint64_t flows =
        vcl_hash_bytes(&teller->key, habit->flows, habit->flow_count * sizeof *habit->flows);

    return (uint32_t)(vcl_hash_pair(&teller->key, own, flows) >> 32);
}

static size_t slot_count(const vcl_teller *teller)
{
    return (size_t)1 << teller->slot_bits;
}

/* Where a hash belongs if nothing is in the way: slots stand in the order of hashes. */
static size_t home_of(const vcl_teller *teller, uint32_t hash)
{
    return hash >> (32 - teller->slot_bits);
}

/* The slot of farmers alike, or the free one where they belong. */
static struct vcl_teller_slot *slot_of(const vcl_teller *teller, const vcl_habit *habit,
                                       uint32_t hash)
{
    const vcl_habit *habits = teller->habits.items;
    struct vcl_teller_slot *slots = teller->slots;
    size_t mask = slot_count(teller) - 1;
    size_t i = home_of(teller, hash);

    while (slots[i].number != 0 &&
           (slots[i].hash != hash || !alike(habits + slots[i].number - 1, habit))) {
        i = (i + 1) & mask;
    }
    return slots + i;
}

/* For a slot of which there is none alike. */
static void put(const vcl_teller *teller, struct vcl_teller_slot slot)
{
    size_t mask = slot_count(teller) - 1;
    size_t i = home_of(teller, slot.hash);

    while (teller->slots[i].number != 0) {
        i = (i + 1) & mask;
    }
    teller->slots[i] = slot;
}

/* Moves the slots to twice as many, from end to end of both. */
static vcl_status grow(vcl_teller *teller, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct vcl_teller_slot *old = teller->slots;
    size_t old_count = old != NULL ? slot_count(teller) : 0;
    unsigned slot_bits = old != NULL ? teller->slot_bits + 1 : teller->slot_bits;
    struct vcl_teller_slot *slots = NULL;

    if (slot_bits > 32) {
        return vcl_fail_memory(err);
    }
    TRY(vcl_alloc_written(&slots, (size_t)1 << slot_bits, sizeof *slots, err));
    teller->slots = slots;
    teller->slot_bits = slot_bits;
    for (size_t i = 0; i < old_count; i++) {
        if (old[i].number != 0) {
            put(teller, old[i]);
        }
    }
    free(old);
done:
    return status;
}

/* Keeps the table at most half full after one more batch. */
static vcl_status make_room(vcl_teller *teller, vcl_error *err)
{
    vcl_status status = VCL_OK;

    while (teller->slots == NULL ||
           teller->habits.count + VCL_TELLER_BATCH > slot_count(teller) / 2) {
        TRY(grow(teller, err));
    }
done:
    return status;
}

/* Gives a habit, of which `habit` may be one more, its number; it is new where `*is_new`. */
static vcl_status number_habit(vcl_teller *teller, const vcl_habit *habit, uint32_t hash,
                               uint32_t *number, bool *is_new, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct vcl_teller_slot *slot = habit->alone ? NULL : slot_of(teller, habit, hash);

    *is_new = slot == NULL || slot->number == 0;
    *number = *is_new ? (uint32_t)teller->habits.count : slot->number - 1;
    if (*is_new) {
        TRY(vcl_array_add(&teller->habits, habit, err));
    }
    if (*is_new && slot != NULL) {
        *slot = (struct vcl_teller_slot){ hash, *number + 1 };
    }
done:
    return status;
}

/* Of a habit of one flow, or none where `flow` is NULL, that is not alone. */
static vcl_lately *lately_of(vcl_teller *teller, uint32_t products, bool sells,
                             const vcl_flow *flow, uint64_t key[2])
{
    key[0] = (uint64_t)products << 32 | (flow != NULL ? flow->target : VCL_NONE);
    key[1] = (uint64_t)(flow != NULL ? flow->products : 0) << 32 | sells;
    return teller->lately + (vcl_hash_mix(key[0], key[1]) >> (64 - VCL_LATELY_BITS));
}

static void note_lately(vcl_teller *teller, const vcl_habit *habit, uint32_t number)
{
    vcl_lately *lately = NULL;
    uint64_t key[2];

    if (habit->flow_count <= 1 && !habit->alone) {
        lately = lately_of(teller, habit->products, habit->sells,
                           habit->flow_count == 1 ? habit->flows : NULL, key);
        *lately = (vcl_lately){ { key[0], key[1] }, number + 1 };
    }
}

/* The habit's own copy of its flows. */
static vcl_status keep_flows(vcl_teller *teller, vcl_habit *habit, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t size = habit->flow_count * sizeof *habit->flows;
    vcl_flow *flows = NULL;

    TRY(vcl_arena_alloc(&teller->kept, size, &flows, err));
    if (size > 0) {
        memcpy(flows, habit->flows, size);
    }
    habit->flows = flows;
done:
    return status;
}

static vcl_status tell_farmer(vcl_teller *teller, const vcl_told *told, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_habit *habit = NULL;
    uint32_t number = 0;
    bool is_new = false;

    TRY(number_habit(teller, &told->habit, told->hash, &number, &is_new, err));
    habit = (vcl_habit *)teller->habits.items + number;
    if (is_new) {
        TRY(keep_flows(teller, habit, err));
    } else {
        habit->households += told->habit.households;
    }
    teller->of_actor[told->habit.actor] = number;
    note_lately(teller, habit, number);
done:
    return status;
}

/* Fetches what finding the farmers of the batch will read: slots first, then the habits there. */
static void fetch(vcl_teller *teller)
{
    const vcl_habit *habits = teller->habits.items;
    const vcl_flow *flows = teller->flows.items;

    for (size_t i = 0; i < teller->batch_count; i++) {
        vcl_told *told = teller->batch + i;
        told->habit.flows = flows == NULL ? NULL : flows + told->first_flow;
        told->hash = hash_of(teller, &told->habit);
        __builtin_prefetch(teller->slots + home_of(teller, told->hash));
    }
    for (size_t i = 0; i < teller->batch_count; i++) {
        const struct vcl_teller_slot *slot = teller->slots + home_of(teller, teller->batch[i].hash);
        if (slot->number != 0) {
            __builtin_prefetch(habits + slot->number - 1);
        }
    }
    for (size_t i = 0; i < teller->batch_count; i++) {
        const struct vcl_teller_slot *slot = teller->slots + home_of(teller, teller->batch[i].hash);
        if (slot->number != 0) {
            __builtin_prefetch(habits[slot->number - 1].flows);
        }
    }
}

static vcl_status tell_batch(vcl_teller *teller, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(make_room(teller, err));
    fetch(teller);
    for (size_t i = 0; i < teller->batch_count; i++) {
        TRY(tell_farmer(teller, teller->batch + i, err));
    }
    teller->batch_count = 0;
    teller->flows.count = 0;
done:
    return status;
}

/* Puts a farmer with its links out into the batch. */
static vcl_status add_farmer(vcl_teller *teller, uint32_t actor, vcl_span links, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = teller->state->chain;
    vcl_told *told = teller->batch + teller->batch_count;

    told->first_flow = teller->flows.count;
    TRY(vcl_flows_along(teller->state, links, &teller->flows, err));
    told->habit = (vcl_habit){ .households = vcl_actor_count(chain, actor),
                               .flow_count = (uint32_t)(teller->flows.count - told->first_flow),
                               .products = chain->actors[actor].products,
                               .actor = actor,
                               .sells = chain->actors[actor].sells,
                               .alone = vcl_bits_has(teller->state->receives, actor) };
    teller->batch_count++;
    if (teller->batch_count == VCL_TELLER_BATCH) {
        TRY(tell_batch(teller, err));
    }
done:
    return status;
}

/* Tells a farmer who does what one that was told lately does; false where it is not seen at once. */
static bool tell_lately(vcl_teller *teller, uint32_t actor, vcl_span links)
{
    const vcl_chain *chain = teller->state->chain;
    const vcl_actor *farmer = chain->actors + actor;
    bool flows = links.first < links.end && vcl_bits_has(teller->state->carries, links.first);
    vcl_flow flow = { 0 };
    vcl_lately *lately = NULL;
    uint64_t key[2];

    if (links.end - links.first > 1 || vcl_bits_has(teller->state->receives, actor)) {
        return false;
    }
    if (flows) {
        const vcl_link *link = chain->links + links.first;
        flow = (vcl_flow){ link->target, vcl_link_terms(chain, link)->products };
    }
    lately = lately_of(teller, farmer->products, farmer->sells, flows ? &flow : NULL, key);
    if (lately->number == 0 || lately->key[0] != key[0] || lately->key[1] != key[1]) {
        return false;
    }
    teller->of_actor[actor] = lately->number - 1;
    ((vcl_habit *)teller->habits.items)[lately->number - 1].households +=
        vcl_actor_count(chain, actor);
    return true;
}

vcl_status vcl_teller_tell(vcl_teller *teller, uint32_t first, uint32_t end, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = teller->state->chain;
    vcl_span out = { 0 }; /* the links of the actor at hand */

    out.end = first < end ? vcl_links_out(chain, first).first : 0;
    for (uint32_t actor = first; actor < end; actor++) {
        out.first = out.end;
        while (out.end < chain->link_count && chain->links[out.end].source == actor) {
            out.end++;
        }
        if (chain->actors[actor].kind != VCL_FARMER ||
            !vcl_bits_has(teller->state->active, actor)) {
            teller->of_actor[actor] = VCL_NONE;
        } else if (!tell_lately(teller, actor, out)) {
            TRY(add_farmer(teller, actor, out, err));
        }
    }
    TRY(tell_batch(teller, err));
done:
    return status;
}
