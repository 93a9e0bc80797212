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

/* As offices write them; those with a full stop may stand without a space behind it. */
static const struct {
    const char *written;
    const char *full;
} level_words[VCL_LEVEL_WORDS] = {
    { "Tỉnh ", "Tỉnh" },     { "Thành phố ", "Thành phố" },
    { "TP. ", "Thành phố" }, { "TP.", "Thành phố" },
    { "TP ", "Thành phố" },  { "Quận ", "Quận" },
    { "Huyện ", "Huyện" },   { "Thị xã ", "Thị xã" },
    { "TX. ", "Thị xã" },    { "TX.", "Thị xã" },
    { "TX ", "Thị xã" },     { "Thị trấn ", "Thị trấn" },
    { "TT. ", "Thị trấn" },  { "TT.", "Thị trấn" },
    { "TT ", "Thị trấn" },   { "Phường ", "Phường" },
    { "Xã ", "Xã" },         { "Đặc khu ", "Đặc khu" },
};

static int compare_named(const void *a, const void *b)
{
    return strcmp(((const struct named *)a)->key, ((const struct named *)b)->key);
}

/* A key drops the space at the end of a word; that space is put back. */
static vcl_status add_word(vcl_places *places, size_t index, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const char *written = level_words[index].written;
    struct vcl_level_word *word = places->words + index;
    vcl_text key = { 0 };

    vcl_unicode_twin_key(&key, vcl_slice_of(written));
    vcl_text_add(&key, written[strlen(written) - 1] == ' ' ? " " : "");
    TRY(vcl_text_status(&key, err));
    TRY(vcl_arena_copy(&places->texts, vcl_slice_of(vcl_text_bytes(&key)), &word->written, err));
    vcl_text_clear(&key);
    vcl_unicode_twin_key(&key, vcl_slice_of(level_words[index].full));
    vcl_text_add(&key, " ");
    TRY(vcl_text_status(&key, err));
    TRY(vcl_arena_copy(&places->texts, vcl_slice_of(vcl_text_bytes(&key)), &word->full, err));
done:
    vcl_text_release(&key);
    return status;
}

/* The word for a level that a key begins with, or NULL. "Quận 1" bears none: it is all the name. */
static const struct vcl_level_word *word_of(const vcl_places *places, const char *key)
{
    for (size_t i = 0; i < VCL_LEVEL_WORDS; i++) {
        const struct vcl_level_word *word = places->words + i;
        size_t size = strlen(word->written);
        if (strncmp(key, word->written, size) == 0 && key[size] != '\0' &&
            strchr("0123456789", key[size]) == NULL) {
            return word;
        }
    }
    return NULL;
}

/* The key of a name with its word for a level written out, and without it. Release both. */
static vcl_status find_keys(const vcl_places *places, const char *name, vcl_text *key,
                            vcl_text *bare, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text typed = { 0 };

    vcl_unicode_twin_key(&typed, vcl_slice_of(name));
    TRY(vcl_text_status(&typed, err));
    const char *rest = vcl_text_bytes(&typed);
    const struct vcl_level_word *word = word_of(places, rest);
    if (word != NULL) {
        rest += strlen(word->written);
        vcl_text_add(key, word->full);
    }
    vcl_text_add(key, rest);
    vcl_text_add(bare, rest);
    TRY(vcl_text_status(key, err));
    TRY(vcl_text_status(bare, err));
done:
    vcl_text_release(&typed);
    return status;
}

static vcl_status add_name(vcl_places *places, uint32_t place, const char *name, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct named named = { .place = place };
    vcl_text key = { 0 };
    vcl_text bare = { 0 };

    TRY(find_keys(places, name, &key, &bare, err));
    TRY(vcl_arena_copy(&places->texts, vcl_slice_of(vcl_text_bytes(&key)), &named.key, err));
    TRY(vcl_array_add(&places->names, &named, err));
    TRY(vcl_arena_copy(&places->texts, vcl_slice_of(vcl_text_bytes(&bare)), &named.key, err));
    TRY(vcl_array_add(&places->bare_names, &named, err));
done:
    vcl_text_release(&bare);
    vcl_text_release(&key);
    return status;
}

static void sort_names(vcl_array *names)
{
    if (names->count > 0) {
        qsort(names->items, names->count, sizeof(struct named), compare_named);
    }
}

vcl_status vcl_places_init(vcl_places *places, const vcl_chain *chain, vcl_error *err)
{
    vcl_status status = VCL_OK;

    *places = (vcl_places){ .chain = chain };
    vcl_array_init(&places->names, sizeof(struct named));
    vcl_array_init(&places->bare_names, sizeof(struct named));
    for (size_t i = 0; i < VCL_LEVEL_WORDS; i++) {
        TRY(add_word(places, i, err));
    }
    for (uint32_t i = 0; i < chain->place_count; i++) {
        if (chain->places[i].name != NULL) {
            TRY(add_name(places, i, chain->places[i].name, err));
        }
    }
    sort_names(&places->names);
    sort_names(&places->bare_names);
done:
    return status;
}

void vcl_places_release(vcl_places *places)
{
    vcl_array_release(&places->names);
    vcl_array_release(&places->bare_names);
    vcl_arena_release(&places->texts);
}

static int compare_id(const void *id, const void *place)
{
    return strcmp(id, ((const vcl_place *)place)->id);
}

static uint32_t find_by_id(const vcl_chain *chain, const char *id)
{
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

/* The only place of that key. */
static uint32_t find_alone(const vcl_array *names, const char *key)
{
    const struct named *first = names->items;
    const struct named *end = first + names->count;
    const struct named *found = NULL;

    if (names->count > 0) {
        struct named wanted = { .key = key };
        found = bsearch(&wanted, first, names->count, sizeof *first, compare_named);
    }
    bool alone = found != NULL && (found == first || !is_same_key(found - 1, found)) &&
                 (found + 1 == end || !is_same_key(found + 1, found));
    return alone ? found->place : VCL_NONE;
}

vcl_status vcl_places_find(const vcl_places *places, const char *text, uint32_t *place,
                           vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text key = { 0 };
    vcl_text bare = { 0 };

    *place = find_by_id(places->chain, text);
    if (*place != VCL_NONE) {
        return VCL_OK;
    }
    TRY(find_keys(places, text, &key, &bare, err));
    *place = find_alone(&places->names, vcl_text_bytes(&key));
    if (*place == VCL_NONE) {
        *place = find_alone(&places->bare_names, vcl_text_bytes(&bare));
    }
done:
    vcl_text_release(&bare);
    vcl_text_release(&key);
    return status;
}
