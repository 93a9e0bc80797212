/* Twins: ids or names that differ only in the way they are typed. Most texts have none, which the
 * hashes of their keys tell: only those that share theirs are sorted by their keys. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/keyed.h"
#include "base/memory.h"
#include "base/try.h"
#include "base/twin_keys.h"
#include "model/building.h"

/* A text that might have a twin. Twins are sought among texts of one list (and, for the names of
 * places, under one parent: villages of one name are common). */
struct twin {
    uint64_t hash; /* of the key and the scope */
    const char *key;
    const char *text;
    uint64_t scope;
    vcl_position at;
};

/* What a list holds: ids come first, and organisations before places. */
static bool is_of_names(int list)
{
    return list >= 2;
}

static vcl_section section_of(int list)
{
    return list % 2 == 0 ? VCL_SECTION_NODES : VCL_SECTION_PLACES;
}

struct seeking {
    vcl_twin_list *list;
    vcl_hash_key secret;
    vcl_twin_keys *keys;
    vcl_text key; /* of the text at hand */
};

static vcl_status add_twin(struct seeking *seeking, struct twin twin, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text *key = &seeking->key;

    if (twin.text == NULL) {
        return VCL_OK;
    }
    vcl_text_clear(key);
    vcl_twin_key(seeking->keys, key, vcl_slice_of(twin.text));
    TRY(vcl_text_status(key, err));
    TRY(vcl_arena_copy(&seeking->list->keys, (vcl_slice){ vcl_text_bytes(key), key->size },
                       &twin.key, err));
    twin.hash = vcl_hash_pair(&seeking->secret, twin.scope,
                              vcl_hash_bytes(&seeking->secret, twin.key, key->size));
    TRY(vcl_array_add(&seeking->list->twins, &twin, err));
done:
    return status;
}

static vcl_status collect_organisations(const vcl_builder *builder, bool names,
                                        struct seeking *seeking, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = builder->chain;
    const uint32_t *organisations = chain->organisations.items;

    for (size_t i = 0; i < chain->organisations.count; i++) {
        uint32_t actor = organisations[i];
        struct twin twin = { .text =
                                 names ? vcl_actor_name(chain, actor) : vcl_actor_id(chain, actor),
                             .at = vcl_builder_position(builder, builder->actor_at[actor]) };
        TRY(add_twin(seeking, twin, err));
    }
done:
    return status;
}

static vcl_status collect_places(const vcl_chain *chain, bool names, struct seeking *seeking,
                                 vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (uint32_t i = 0; i < chain->place_count; i++) {
        const vcl_place *place = chain->places + i;
        if (place->declared) {
            struct twin twin = { .text = names ? place->name : place->id,
                                 .scope = names ? place->parent : 0,
                                 .at = place->at };
            TRY(add_twin(seeking, twin, err));
        }
    }
done:
    return status;
}

static bool shares_hash(const vcl_keyed *order, size_t count, size_t i)
{
    return (i > 0 && order[i - 1].key == order[i].key) ||
           (i + 1 < count && order[i + 1].key == order[i].key);
}

/* Keeps those whose hash another one shares. */
static vcl_status keep_shared(vcl_array *twins, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const struct twin *all = twins->items;
    vcl_keyed *order = NULL;
    vcl_array kept;

    vcl_array_init(&kept, sizeof(struct twin));
    TRY(vcl_alloc(&order, twins->count, sizeof *order, err));
    for (size_t i = 0; i < twins->count; i++) {
        order[i] = (vcl_keyed){ all[i].hash, (uint32_t)i };
    }
    TRY(vcl_keyed_sort(order, twins->count, err));
    for (size_t i = 0; i < twins->count; i++) {
        if (shares_hash(order, twins->count, i)) {
            TRY(vcl_array_add(&kept, all + order[i].number, err));
        }
    }
    vcl_array_release(twins);
    *twins = kept;
    vcl_array_init(&kept, sizeof(struct twin));
done:
    vcl_array_release(&kept);
    free(order);
    return status;
}

static vcl_status find_list(vcl_builder *builder, int number, vcl_twin_keys *keys, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct seeking seeking = { .list = builder->twins.lists + number, .keys = keys };
    bool names = is_of_names(number);

    vcl_array_init(&seeking.list->twins, sizeof(struct twin));
    vcl_hash_make_key(&seeking.secret);
    TRY(section_of(number) == VCL_SECTION_NODES
            ? collect_organisations(builder, names, &seeking, err)
            : collect_places(builder->chain, names, &seeking, err));
    TRY(keep_shared(&seeking.list->twins, err));
done:
    vcl_text_release(&seeking.key);
    return status;
}

vcl_status vcl_twins_find(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_twin_keys *keys = NULL;

    TRY(vcl_alloc(&keys, 1, sizeof *keys, err));
    for (int number = 0; number < VCL_TWIN_LISTS; number++) {
        TRY(find_list(builder, number, keys, err));
    }
done:
    free(keys);
    return status;
}

void vcl_twins_release(vcl_twins *twins)
{
    for (int number = 0; number < VCL_TWIN_LISTS; number++) {
        vcl_array_release(&twins->lists[number].twins);
        vcl_arena_release(&twins->lists[number].keys);
    }
}

static int compare_twins(const void *a, const void *b)
{
    const struct twin *first = a;
    const struct twin *second = b;
    int order = (first->scope > second->scope) - (first->scope < second->scope);

    order = order != 0 ? order : strcmp(first->key, second->key);
    if (order != 0) {
        return order;
    }
    return vcl_position_before(first->at, second->at) ? -1
                                                      : vcl_position_before(second->at, first->at);
}

/* Reports every text that differs from the first of its twins. */
static vcl_status report_list(vcl_builder *builder, vcl_array *array, vcl_section section,
                              bool names, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const struct twin *twins = array->items;
    size_t first = 0;

    if (array->count > 0) {
        qsort(array->items, array->count, sizeof *twins, compare_twins);
    }
    for (size_t i = 1; i < array->count; i++) {
        if (twins[i].scope != twins[first].scope || strcmp(twins[i].key, twins[first].key) != 0) {
            first = i;
        } else if (strcmp(twins[i].text, twins[first].text) != 0) {
            TRY(vcl_builder_report(builder,
                                   (vcl_finding){ .code = VCL_PROBLEM_NEAR_DUPLICATE,
                                                  .message = names ? VCL_MSG_NEAR_DUPLICATE_NAME
                                                                   : VCL_MSG_NEAR_DUPLICATE_ID,
                                                  .value = twins[i].text,
                                                  .detail = twins[first].text },
                                   section, twins[i].at, names ? "name" : "id", VCL_NONE, err));
        }
    }
done:
    return status;
}

vcl_status vcl_twins_report(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (int number = 0; number < VCL_TWIN_LISTS; number++) {
        TRY(report_list(builder, &builder->twins.lists[number].twins, section_of(number),
                        is_of_names(number), err));
    }
done:
    return status;
}
