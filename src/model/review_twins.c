/* Twins: ids or names that differ only in the way they are typed. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/try.h"
#include "base/unicode.h"
#include "model/building.h"

/* A text that might have a twin. Twins are sought among texts of one kind (and, for the names of
 * places, under one parent: villages of one name are common). */
struct twin {
    const char *key;
    const char *text;
    uint64_t scope;
    vcl_position at;
};

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

static vcl_status add_twin(vcl_array *twins, vcl_arena *keys, struct twin twin, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text key = { 0 };

    if (twin.text == NULL) {
        return VCL_OK;
    }
    vcl_unicode_twin_key(&key, vcl_slice_of(twin.text));
    TRY(vcl_text_status(&key, err));
    TRY(vcl_arena_copy(keys, (vcl_slice){ key.bytes, key.size }, &twin.key, err));
    TRY(vcl_array_add(twins, &twin, err));
done:
    vcl_text_release(&key);
    return status;
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

static vcl_status collect_actor_twins(const vcl_builder *builder, bool names, vcl_array *twins,
                                      vcl_arena *keys, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = builder->chain;

    for (uint32_t i = 0; i < chain->actor_count; i++) {
        if (chain->actors[i].kind != VCL_FARMER) {
            struct twin twin = { .text = names ? vcl_actor_name(chain, i) : vcl_actor_id(chain, i),
                                 .at = vcl_builder_position(builder, builder->actor_at[i]) };
            TRY(add_twin(twins, keys, twin, err));
        }
    }
done:
    return status;
}

static vcl_status collect_place_twins(const vcl_chain *chain, bool names, vcl_array *twins,
                                      vcl_arena *keys, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (uint32_t i = 0; i < chain->place_count; i++) {
        const vcl_place *place = chain->places + i;
        if (place->declared) {
            struct twin twin = { .text = names ? place->name : place->id,
                                 .scope = names ? place->parent : 0,
                                 .at = place->at };
            TRY(add_twin(twins, keys, twin, err));
        }
    }
done:
    return status;
}

vcl_status vcl_review_twins(vcl_builder *builder, vcl_section section, bool names, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_array twins;
    vcl_arena keys = { 0 };

    vcl_array_init(&twins, sizeof(struct twin));
    if (section == VCL_SECTION_NODES) {
        TRY(collect_actor_twins(builder, names, &twins, &keys, err));
    } else {
        TRY(collect_place_twins(builder->chain, names, &twins, &keys, err));
    }
    TRY(report_twins(builder, &twins, section, names, err));
done:
    vcl_array_release(&twins);
    vcl_arena_release(&keys);
    return status;
}
