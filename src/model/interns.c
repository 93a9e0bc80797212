/* Items each stored once: linear probing, at most half full. */
#include "model/interns.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"

enum { FIRST_SLOTS = 64 };

void vcl_interns_init(vcl_interns *interns, size_t item_size)
{
    assert(item_size % sizeof(uint64_t) == 0);
    *interns = (vcl_interns){ 0 };
    vcl_array_init(&interns->items, item_size);
    vcl_hash_make_key(&interns->key);
}

void vcl_interns_seal(vcl_interns *interns)
{
    free(interns->slots);
    interns->slots = NULL;
    interns->slot_count = 0;
    vcl_array_trim(&interns->items);
}

void vcl_interns_release(vcl_interns *interns)
{
    vcl_interns_seal(interns);
    vcl_array_release(&interns->items);
}

/* Compares items word by word: they are small. */
static bool is_same(const char *a, const char *b, size_t size)
{
    uint64_t differ = 0;

    for (size_t i = 0; i < size; i += sizeof differ) {
        uint64_t words[2];
        memcpy(words, a + i, sizeof *words);
        memcpy(words + 1, b + i, sizeof *words);
        differ |= words[0] ^ words[1];
    }
    return differ == 0;
}

static bool is_at(const vcl_interns *interns, uint32_t number, const void *item)
{
    size_t size = interns->items.item_size;

    return number < interns->items.count &&
           is_same((const char *)interns->items.items + number * size, item, size);
}

/* The slot of `item`, or the free one where it belongs. */
static uint32_t *slot_of(const vcl_interns *interns, const void *item)
{
    size_t mask = interns->slot_count - 1;
    size_t i = vcl_hash_bytes(&interns->key, item, interns->items.item_size) & mask;

    while (interns->slots[i] != 0 && !is_at(interns, interns->slots[i] - 1, item)) {
        i = (i + 1) & mask;
    }
    return interns->slots + i;
}

/* Keeps the table at most half full after one more item. */
static vcl_status make_room(vcl_interns *interns, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t slot_count = interns->slot_count > 0 ? interns->slot_count * 2 : FIRST_SLOTS;
    uint32_t *slots = NULL;

    if (interns->items.count < interns->slot_count / 2) {
        return VCL_OK;
    }
    TRY(vcl_alloc_written(&slots, slot_count, sizeof *slots, err));
    free(interns->slots);
    interns->slots = slots;
    interns->slot_count = slot_count;
    for (size_t i = 0; i < interns->items.count; i++) {
        const char *item = (const char *)interns->items.items + i * interns->items.item_size;
        *slot_of(interns, item) = (uint32_t)i + 1;
    }
done:
    return status;
}

vcl_status vcl_interns_number(vcl_interns *interns, const void *item, uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *slot = NULL;

    if (!is_at(interns, interns->last, item)) {
        TRY(make_room(interns, err));
        slot = slot_of(interns, item);
        if (*slot == 0) {
            TRY(vcl_array_add(&interns->items, item, err));
            *slot = (uint32_t)interns->items.count;
        }
        interns->last = *slot - 1;
    }
    *out = interns->last;
done:
    return status;
}
