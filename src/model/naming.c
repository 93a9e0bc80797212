/* Naming some items of a batch at a time: all keys are made and their slots fetched from memory, then
 * what stands there, then the ids are looked up. Most need none of it: farmers who come in the order
 * of their ids, and the links behind them to the organisations around. */
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

/* The keys of ids that are sought. */
struct keys {
    vcl_idmap_key id;
    vcl_idmap_key source;
};

static bool is_farmer(const vcl_waiting *node)
{
    return node->actor.kind == VCL_FARMER;
}

/* A farmer whose id continues those in a row is sought nowhere. */
static void make_node_key(const vcl_naming *naming, vcl_waiting *node, struct keys *keys)
{
    if (node->id_as != VCL_WAITING_ID) {
        return;
    }
    if (is_farmer(node) && vcl_idmap_continues(&naming->names, &node->id.id)) {
        node->id_as = VCL_WAITING_NEXT;
    } else {
        vcl_idmap_key_of(&naming->names, &node->id.id, &keys->id);
    }
}

/* Nor is a target that is kept. */
static void make_link_keys(const vcl_naming *naming, vcl_waiting *link, struct keys *keys)
{
    uint32_t name = 0;

    if (link->source_as == VCL_WAITING_ID) {
        vcl_idmap_key_of(&naming->names, &link->source.id, &keys->source);
    }
    if (link->id_as != VCL_WAITING_ID) {
        return;
    }
    if (vcl_kept_find(&naming->targets, &link->id.id, &name)) {
        link->id_as = VCL_WAITING_NAME;
        link->id.name = name;
    } else {
        vcl_idmap_key_of(&naming->names, &link->id.id, &keys->id);
    }
}

static void make_keys(const vcl_naming *naming, vcl_waiting *items, uint32_t count,
                      struct keys *keys)
{
    for (uint32_t i = 0; i < count; i++) {
        if (items[i].is_link) {
            make_link_keys(naming, items + i, keys + i);
        } else {
            make_node_key(naming, items + i, keys + i);
        }
    }
}

static void fetch(const vcl_naming *naming, const vcl_waiting *items, uint32_t count,
                  struct keys *keys)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t name = VCL_NONE;
        if (items[i].is_link && items[i].source_as == VCL_WAITING_ID) {
            vcl_idmap_guess(&naming->names, &keys[i].source);
        }
        if (items[i].id_as == VCL_WAITING_ID) {
            name = vcl_idmap_guess(&naming->names, &keys[i].id);
        }
        if (!items[i].is_link && name != VCL_NONE) {
            __builtin_prefetch((const vcl_actor *)naming->actors.items + name);
            __builtin_prefetch((const uint32_t *)naming->node_at.items + name);
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

/* Farmers, who are many, mostly come in the order of their ids, and next to nobody but the links
 * behind them names them. */
static vcl_status name_node(vcl_naming *naming, const vcl_waiting *node, const vcl_idmap_key *key,
                            vcl_error *err)
{
    uint32_t *out = &naming->last_node;

    if (node->id_as == VCL_WAITING_NAME) {
        *out = node->id.name;
        return VCL_OK;
    }
    if (!is_farmer(node)) {
        return vcl_idmap_intern_key(&naming->names, key, out, err);
    }
    return vcl_idmap_append(&naming->names, &node->id.id,
                            node->id_as == VCL_WAITING_NEXT ? NULL : key, out, err);
}

static vcl_status settle_node(vcl_naming *naming, const vcl_waiting *node, const vcl_idmap_key *key,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(name_node(naming, node, key, err));
    add_nobodies(naming);
    TRY(place_node(naming, naming->last_node, node->at, err));
    ((vcl_actor *)naming->actors.items)[naming->last_node] = node->actor;
    if (node->owns) {
        TRY(vcl_array_add(&naming->owners, &naming->last_node, err));
    }
done:
    return status;
}

static vcl_status name_source(vcl_naming *naming, const vcl_waiting *link, const vcl_idmap_key *key,
                              uint32_t *out, vcl_error *err)
{
    if (link->source_as == VCL_WAITING_ID) {
        return vcl_idmap_intern_key(&naming->names, key, out, err);
    }
    *out = link->source_as == VCL_WAITING_LAST_NODE ? naming->last_node : link->source.name;
    return VCL_OK;
}

static vcl_status name_target(vcl_naming *naming, const vcl_waiting *link, const vcl_idmap_key *key,
                              uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (link->id_as == VCL_WAITING_NAME) {
        *out = link->id.name;
        return VCL_OK;
    }
    TRY(vcl_idmap_intern_key(&naming->names, key, out, err));
    vcl_kept_put(&naming->targets, &link->id.id, *out);
done:
    return status;
}

static vcl_status settle_link(vcl_naming *naming, const vcl_waiting *waiting,
                              const struct keys *keys, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t source = 0;
    uint32_t target = 0;

    TRY(name_source(naming, waiting, &keys->source, &source, err));
    TRY(name_target(naming, waiting, &keys->id, &target, err));
    add_nobodies(naming);
    ((vcl_link *)naming->links.items)[naming->links.count++] =
        (vcl_link){ .source = source, .target = target, .terms = waiting->terms };
    ((uint32_t *)naming->link_at.items)[naming->link_at.count++] = waiting->at;
done:
    return status;
}

static vcl_status settle_step(vcl_naming *naming, vcl_waiting *items, uint32_t count,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct keys keys[STEP];

    TRY(make_room(naming, err));
    make_keys(naming, items, count, keys);
    fetch(naming, items, count, keys);
    for (uint32_t i = 0; i < count; i++) {
        TRY(items[i].is_link ? settle_link(naming, items + i, keys + i, err)
                             : settle_node(naming, items + i, &keys[i].id, err));
    }
done:
    return status;
}

static vcl_status name_long_id(vcl_naming *naming, const vcl_text *ids, vcl_waiting_id *waiting,
                               uint8_t *as, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slice id = { 0 };

    if (*as == VCL_WAITING_LONG) {
        id = (vcl_slice){ ids->bytes + waiting->text.begin, waiting->text.size };
        TRY(vcl_idmap_intern(&naming->names, id, &waiting->name, err));
        *as = VCL_WAITING_NAME;
    }
done:
    return status;
}

/* Few ids are long: they are named one by one, before the others. */
static vcl_status name_long_ids(vcl_naming *naming, vcl_batch *batch, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_text *ids = &batch->long_ids;

    TRY(vcl_text_status(ids, err));
    for (uint32_t i = 0; i < batch->count && ids->size > 0; i++) {
        vcl_waiting *item = batch->items + i;
        TRY(name_long_id(naming, ids, &item->id, &item->id_as, err));
        if (item->is_link) {
            TRY(name_long_id(naming, ids, &item->source, &item->source_as, err));
        }
    }
done:
    return status;
}

vcl_status vcl_naming_settle(vcl_naming *naming, vcl_batch *batch, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(name_long_ids(naming, batch, err));
    for (uint32_t first = 0; first < batch->count; first += STEP) {
        uint32_t left = batch->count - first;
        TRY(settle_step(naming, batch->items + first, left < STEP ? left : STEP, err));
    }
done:
    batch->count = 0;
    vcl_text_clear(&batch->long_ids);
    return status;
}
