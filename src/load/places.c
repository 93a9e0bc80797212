/* Finding places. */
#include "load/places.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/try.h"
#include "base/unicode.h"

struct named {
    const char *key;
    uint32_t place;
};

static int compare_named(const void *a, const void *b)
{
    return strcmp(((const struct named *)a)->key, ((const struct named *)b)->key);
}

static vcl_status add_name(vcl_places *places, uint32_t place, const char *name, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct named named = { .place = place };
    vcl_text key = { 0 };

    vcl_unicode_twin_key(&key, vcl_slice_of(name));
    TRY(vcl_text_status(&key, err));
    TRY(vcl_arena_copy(&places->texts, (vcl_slice){ key.bytes, key.size }, &named.key, err));
    TRY(vcl_array_add(&places->names, &named, err));
done:
    vcl_text_release(&key);
    return status;
}

vcl_status vcl_places_init(vcl_places *places, const vcl_chain *chain, vcl_error *err)
{
    vcl_status status = VCL_OK;

    *places = (vcl_places){ .chain = chain };
    vcl_array_init(&places->names, sizeof(struct named));
    for (uint32_t i = 0; i < chain->place_count; i++) {
        if (chain->places[i].name != NULL) {
            TRY(add_name(places, i, chain->places[i].name, err));
        }
    }
    if (places->names.count > 0) {
        qsort(places->names.items, places->names.count, sizeof(struct named), compare_named);
    }
done:
    return status;
}

void vcl_places_release(vcl_places *places)
{
    vcl_array_release(&places->names);
    vcl_arena_release(&places->texts);
}

static int compare_id(const void *id, const void *place)
{
    return strcmp(id, ((const vcl_place *)place)->id);
}

uint32_t vcl_places_by_id(const vcl_places *places, const char *id)
{
    const vcl_chain *chain = places->chain;
    const vcl_place *found = NULL;

    if (chain->place_count > 0) {
        found = bsearch(id, chain->places, chain->place_count, sizeof *chain->places, compare_id);
    }
    return found != NULL ? (uint32_t)(found - chain->places) : VCL_NONE;
}

static bool is_same_key(const struct named *a, const struct named *b)
{
    return strcmp(a->key, b->key) == 0;
}

vcl_status vcl_places_by_name(const vcl_places *places, const char *name, uint32_t *place,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;
    const struct named *first = places->names.items;
    const struct named *end = first + places->names.count;
    const struct named *found = NULL;
    vcl_text key = { 0 };

    *place = VCL_NONE;
    vcl_unicode_twin_key(&key, vcl_slice_of(name));
    TRY(vcl_text_status(&key, err));
    if (places->names.count > 0) {
        struct named wanted = { .key = vcl_text_bytes(&key) };
        found = bsearch(&wanted, first, places->names.count, sizeof *first, compare_named);
    }
    bool alone = found != NULL && (found == first || !is_same_key(found - 1, found)) &&
                 (found + 1 == end || !is_same_key(found + 1, found));
    if (alone) {
        *place = found->place;
    }
done:
    vcl_text_release(&key);
    return status;
}
