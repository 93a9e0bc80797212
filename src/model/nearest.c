/* Suggestions for ids that are not there. Levenshtein (1966), banded to two edits. */
#include "model/nearest.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/try.h"
#include "base/unicode.h"

enum {
    MOST_COMPARISONS = 2000000,
    LONGEST_ID = 64, /* longer ids get suggestions by key only */
    FAR = 3,
};

void vcl_nearest_init(vcl_nearest *nearest)
{
    *nearest = (vcl_nearest){ .budget = MOST_COMPARISONS };
    vcl_array_init(&nearest->ids, sizeof(const char *));
    vcl_array_init(&nearest->of_key, sizeof(const char *));
    vcl_idmap_init(&nearest->keys);
}

void vcl_nearest_release(vcl_nearest *nearest)
{
    vcl_array_release(&nearest->ids);
    vcl_array_release(&nearest->of_key);
    vcl_idmap_release(&nearest->keys);
}

vcl_status vcl_nearest_add(vcl_nearest *nearest, const char *id, vcl_error *err)
{
    return vcl_array_add(&nearest->ids, &id, err);
}

/* Edits between two texts of at most LONGEST_ID bytes, FAR if they are more than two. */
static int distance(const char *a, size_t size_a, const char *b, size_t size_b)
{
    int rows[2][LONGEST_ID + 1];

    for (size_t j = 0; j <= size_b; j++) {
        rows[0][j] = (int)j;
    }
    for (size_t i = 1; i <= size_a; i++) {
        int *row = rows[i % 2];
        const int *above = rows[(i - 1) % 2];
        int least = row[0] = (int)i;
        for (size_t j = 1; j <= size_b; j++) {
            int replaced = above[j - 1] + (a[i - 1] != b[j - 1]);
            int shifted = (above[j] < row[j - 1] ? above[j] : row[j - 1]) + 1;
            row[j] = replaced < shifted ? replaced : shifted;
            least = row[j] < least ? row[j] : least;
        }
        if (least >= FAR) {
            return FAR;
        }
    }
    return rows[size_a % 2][size_b] < FAR ? rows[size_a % 2][size_b] : FAR;
}

static vcl_status key_of(const char *id, vcl_text *key, vcl_error *err)
{
    vcl_text_clear(key);
    vcl_unicode_search_key(key, vcl_slice_of(id));
    return vcl_text_status(key, err);
}

static vcl_status add_key(vcl_nearest *nearest, const char *id, vcl_text *key, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t number = 0;

    TRY(key_of(id, key, err));
    TRY(vcl_idmap_intern(&nearest->keys, (vcl_slice){ key->bytes, key->size }, &number, err));
    if (number == nearest->of_key.count) {
        TRY(vcl_array_add(&nearest->of_key, &id, err));
    } else {
        const char **first = (const char **)nearest->of_key.items + number;
        *first = strcmp(id, *first) < 0 ? id : *first;
    }
done:
    return status;
}

static vcl_status build_keys(vcl_nearest *nearest, vcl_text *key, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const char *const *ids = nearest->ids.items;

    for (size_t i = 0; i < nearest->ids.count && !nearest->keyed; i++) {
        TRY(add_key(nearest, ids[i], key, err));
    }
    nearest->keyed = true;
done:
    return status;
}

/* The candidate fewest edits away, NULL if all are far. */
static const char *fewest_edits(const vcl_nearest *nearest, const char *id)
{
    const char *const *ids = nearest->ids.items;
    size_t size = strlen(id);
    int best = size < 4 ? 2 : FAR;
    const char *found = NULL;

    for (size_t i = 0; i < nearest->ids.count && size <= LONGEST_ID; i++) {
        size_t other = strlen(ids[i]);
        size_t apart = other > size ? other - size : size - other;
        int edits = FAR;
        if (other <= LONGEST_ID && apart < (size_t)FAR) {
            edits = distance(id, size, ids[i], other);
        }
        if (edits < best || (found != NULL && edits == best && strcmp(ids[i], found) < 0)) {
            best = edits;
            found = ids[i];
        }
    }
    return found;
}

vcl_status vcl_nearest_find(vcl_nearest *nearest, const char *id, const char **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text key = { 0 };
    uint32_t number = VCL_NONE;

    *out = NULL;
    if (nearest->ids.count > nearest->budget) {
        return VCL_OK;
    }
    nearest->budget -= nearest->ids.count;
    TRY(build_keys(nearest, &key, err));
    TRY(key_of(id, &key, err));
    if (key.size > 0) {
        number = vcl_idmap_find(&nearest->keys, (vcl_slice){ key.bytes, key.size });
    }
    if (number != VCL_NONE) {
        *out = ((const char *const *)nearest->of_key.items)[number];
    } else {
        *out = fewest_edits(nearest, id);
    }
done:
    vcl_text_release(&key);
    return status;
}
