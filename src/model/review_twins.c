/* Twins: ids or names that differ only in the way they are typed. Most texts have none, which their
 * keys' hashes tell: only those that share theirs are sorted by their keys. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/try.h"
#include "base/unicode.h"
#include "model/building.h"

/* A text that might have a twin. Twins are sought among texts of one kind (and, for the names of
 * places, under one parent: villages of one name are common). */
struct twin {
    uint64_t hash; /* of the key and the scope */
    const char *key;
    const char *text;
    uint64_t scope;
    vcl_position at;
};

struct seeking {
    vcl_array twins; /* of struct twin */
    vcl_hash_key secret;
    vcl_arena keys;
    vcl_text key; /* of the text at hand */
};

static int compare_hashes(const void *a, const void *b)
{
    const struct twin *first = a;
    const struct twin *second = b;

    return (first->hash > second->hash) - (first->hash < second->hash);
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

static vcl_status add_twin(struct seeking *seeking, struct twin twin, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text *key = &seeking->key;

    if (twin.text == NULL) {
        return VCL_OK;
    }
    vcl_text_clear(key);
    vcl_unicode_twin_key(key, vcl_slice_of(twin.text));
    TRY(vcl_text_status(key, err));
    TRY(vcl_arena_copy(&seeking->keys, (vcl_slice){ vcl_text_bytes(key), key->size }, &twin.key,
                       err));
    twin.hash = vcl_hash_pair(&seeking->secret, twin.scope,
                              vcl_hash_bytes(&seeking->secret, twin.key, key->size));
    TRY(vcl_array_add(&seeking->twins, &twin, err));
done:
    return status;
}

/* Keeps those whose hash another one shares. */
static void keep_shared(vcl_array *array)
{
    struct twin *twins = array->items;
    size_t count = array->count;

    if (count > 0) {
        qsort(twins, count, sizeof *twins, compare_hashes);
    }
    array->count = 0;
    for (size_t first = 0, end = 0; first < count; first = end) {
        for (end = first + 1; end < count && twins[end].hash == twins[first].hash;) {
            end++;
        }
        for (size_t i = first; end - first > 1 && i < end; i++) {
            twins[array->count++] = twins[i];
        }
    }
}

/* Reports every text that differs from the first of its twins. */
static vcl_status report_twins(vcl_builder *builder, vcl_array *array, vcl_section section,
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

static vcl_status collect_actor_twins(const vcl_builder *builder, bool names,
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

static vcl_status collect_place_twins(const vcl_chain *chain, bool names, struct seeking *seeking,
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

vcl_status vcl_review_twins(vcl_builder *builder, vcl_section section, bool names, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct seeking seeking = { 0 };

    vcl_array_init(&seeking.twins, sizeof(struct twin));
    vcl_hash_make_key(&seeking.secret);
    if (section == VCL_SECTION_NODES) {
        TRY(collect_actor_twins(builder, names, &seeking, err));
    } else {
        TRY(collect_place_twins(builder->chain, names, &seeking, err));
    }
    keep_shared(&seeking.twins);
    TRY(report_twins(builder, &seeking.twins, section, names, err));
done:
    vcl_array_release(&seeking.twins);
    vcl_arena_release(&seeking.keys);
    vcl_text_release(&seeking.key);
    return status;
}
