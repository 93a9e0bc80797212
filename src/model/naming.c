/* Naming some items of a batch at a time: all keys are made and their slots fetched from memory, then
 * what stands there, then the ids are looked up. */
#include "model/naming.h"

#include "base/try.h"

/* Items that are named at a time. */
enum { STEP = 32 };

void vcl_naming_init(vcl_naming *naming)
{
    *naming = (vcl_naming){ 0 };
    vcl_idmap_init(&naming->names);
    vcl_array_init(&naming->actors, sizeof(vcl_actor));
    vcl_array_init(&naming->node_at, sizeof(uint32_t));
    vcl_array_init(&naming->links, sizeof(vcl_link));
    vcl_array_init(&naming->link_at, sizeof(uint32_t));
    vcl_array_init(&naming->owners, sizeof(uint32_t));
    vcl_array_init(&naming->repeated, sizeof(vcl_repeated));
}

void vcl_naming_release(vcl_naming *naming)
{
    vcl_idmap_release(&naming->names);
    vcl_array_release(&naming->actors);
    vcl_array_release(&naming->node_at);
    vcl_array_release(&naming->links);
    vcl_array_release(&naming->link_at);
    vcl_array_release(&naming->owners);
    vcl_array_release(&naming->repeated);
}

/* The keys of some items, two each. */
typedef vcl_idmap_key step_keys[STEP][2];

static bool is_sought(const vcl_waiting_id *id)
{
    return !id->is_last && id->name == VCL_NONE;
}

static void make_keys(const vcl_naming *naming, const vcl_waiting *items, uint32_t count,
                      step_keys keys)
{
    for (uint32_t i = 0; i < count; i++) {
        for (int end = 0; end < (items[i].is_link ? 2 : 1); end++) {
            const vcl_waiting_id *id = items[i].ids + end;
            if (is_sought(id)) {
                vcl_idmap_key_of(&naming->names, (vcl_slice){ id->bytes, id->size }, &keys[i][end]);
            }
        }
    }
}

static void fetch(const vcl_naming *naming, const vcl_waiting *items, uint32_t count,
                  step_keys keys)
{
    for (uint32_t i = 0; i < count; i++) {
        for (int end = 0; end < (items[i].is_link ? 2 : 1); end++) {
            uint32_t name = is_sought(items[i].ids + end)
                                ? vcl_idmap_guess(&naming->names, &keys[i][end])
                                : VCL_NONE;
            if (!items[i].is_link && name != VCL_NONE) {
                __builtin_prefetch((const vcl_actor *)naming->actors.items + name);
                __builtin_prefetch((const uint32_t *)naming->node_at.items + name);
            }
        }
    }
}

/* Makes room for all that some items may bring. */
static vcl_status make_room(vcl_naming *naming, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t names = (size_t)vcl_idmap_count(&naming->names) + 2 * STEP;

    TRY(vcl_array_make_room(&naming->actors, names - naming->actors.count, err));
    TRY(vcl_array_make_room(&naming->node_at, names - naming->node_at.count, err));
    TRY(vcl_array_make_room(&naming->links, STEP, err));
    TRY(vcl_array_make_room(&naming->link_at, STEP, err));
done:
    return status;
}

/* Every name has an actor, nobody at first. There is room for it. */
static void add_nobodies(vcl_naming *naming)
{
    vcl_actor *actors = naming->actors.items;
    uint32_t *node_at = naming->node_at.items;

    for (; naming->actors.count < vcl_idmap_count(&naming->names); naming->actors.count++) {
        actors[naming->actors.count] = (vcl_actor){ .place = VCL_NONE, .kind = VCL_NO_ACTOR };
        node_at[naming->actors.count] = 0;
    }
    naming->node_at.count = naming->actors.count;
}

static vcl_status name_of(vcl_naming *naming, const vcl_waiting_id *id, const vcl_idmap_key *key,
                          uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    *out = id->is_last ? naming->last_node : id->name;
    if (*out == VCL_NONE) {
        TRY(vcl_idmap_intern_key(&naming->names, key, out, err));
    }
    add_nobodies(naming);
done:
    return status;
}

/* Notes where a node stands, the first of its name. */
static vcl_status place_node(vcl_naming *naming, uint32_t name, uint32_t at, vcl_error *err)
{
    uint32_t *node_at = (uint32_t *)naming->node_at.items + name;

    if (*node_at != 0) {
        return vcl_array_add(&naming->repeated, &(vcl_repeated){ name, at }, err);
    }
    *node_at = at;
    return VCL_OK;
}

static vcl_status settle_node(vcl_naming *naming, const vcl_waiting *waiting,
                              const vcl_idmap_key *keys, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(name_of(naming, waiting->ids, keys, &naming->last_node, err));
    TRY(place_node(naming, naming->last_node, waiting->at, err));
    ((vcl_actor *)naming->actors.items)[naming->last_node] = waiting->actor;
    if (waiting->owns) {
        TRY(vcl_array_add(&naming->owners, &naming->last_node, err));
    }
done:
    return status;
}

static vcl_status settle_link(vcl_naming *naming, const vcl_waiting *waiting,
                              const vcl_idmap_key *keys, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_link link = { .terms = waiting->terms };

    TRY(name_of(naming, waiting->ids, keys, &link.source, err));
    TRY(name_of(naming, waiting->ids + 1, keys + 1, &link.target, err));
    ((vcl_link *)naming->links.items)[naming->links.count++] = link;
    ((uint32_t *)naming->link_at.items)[naming->link_at.count++] = waiting->at;
done:
    return status;
}

static vcl_status settle_step(vcl_naming *naming, const vcl_waiting *items, uint32_t count,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;
    step_keys keys;

    TRY(make_room(naming, err));
    make_keys(naming, items, count, keys);
    fetch(naming, items, count, keys);
    for (uint32_t i = 0; i < count; i++) {
        TRY(items[i].is_link ? settle_link(naming, items + i, keys[i], err)
                             : settle_node(naming, items + i, keys[i], err));
    }
done:
    return status;
}

vcl_status vcl_naming_settle(vcl_naming *naming, vcl_batch *batch, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (uint32_t first = 0; first < batch->count; first += STEP) {
        uint32_t left = batch->count - first;
        TRY(settle_step(naming, batch->items + first, left < STEP ? left : STEP, err));
    }
done:
    batch->count = 0;
    return status;
}
