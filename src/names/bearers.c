/* From texts to the references that bear them: a chain for each text. */
#include "names/bearers.h"

#include <string.h>

#include "base/try.h"

void vcl_bearers_init(vcl_bearers *bearers)
{
    vcl_idmap_init(&bearers->keys);
    vcl_array_init(&bearers->first, sizeof(uint32_t));
    vcl_array_init(&bearers->last, sizeof(uint32_t));
    vcl_array_init(&bearers->next, sizeof(uint32_t));
    vcl_array_init(&bearers->key, sizeof(uint32_t));
}

void vcl_bearers_release(vcl_bearers *bearers)
{
    vcl_array_release(&bearers->key);
    vcl_array_release(&bearers->next);
    vcl_array_release(&bearers->last);
    vcl_array_release(&bearers->first);
    vcl_idmap_release(&bearers->keys);
}

static bool is_key(vcl_slice key)
{
    return key.size > 0 && memchr(key.bytes, '\0', key.size) == NULL;
}

vcl_status vcl_bearers_add(vcl_bearers *bearers, vcl_slice key, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const uint32_t none = VCL_NONE;
    uint32_t reference = (uint32_t)bearers->next.count;
    uint32_t number = 0;

    TRY(vcl_array_add(&bearers->next, &none, err));
    if (!is_key(key)) {
        return vcl_array_add(&bearers->key, &none, err);
    }
    TRY(vcl_idmap_intern(&bearers->keys, key, &number, err));
    TRY(vcl_array_add(&bearers->key, &number, err));
    if (number == bearers->first.count) {
        TRY(vcl_array_add(&bearers->first, &reference, err));
        TRY(vcl_array_add(&bearers->last, &reference, err));
    } else {
        uint32_t *last = (uint32_t *)bearers->last.items + number;
        ((uint32_t *)bearers->next.items)[*last] = reference;
        *last = reference;
    }
done:
    return status;
}

uint32_t vcl_bearers_next(const vcl_bearers *bearers, uint32_t reference)
{
    return ((const uint32_t *)bearers->next.items)[reference];
}

uint32_t vcl_bearers_find(const vcl_bearers *bearers, vcl_slice key)
{
    return is_key(key) ? vcl_idmap_find(&bearers->keys, key) : VCL_NONE;
}

uint32_t vcl_bearers_first(const vcl_bearers *bearers, uint32_t number)
{
    return number == VCL_NONE ? VCL_NONE : ((const uint32_t *)bearers->first.items)[number];
}

bool vcl_bearers_has(const vcl_bearers *bearers, uint32_t reference, uint32_t number)
{
    return ((const uint32_t *)bearers->key.items)[reference] == number;
}
