/* The words that a field may hold, and which of them was probably meant by another.
 * Distance: Damerau (1964) and Levenshtein (1966), a swap of neighbours counting as one edit. */
#include "load/words.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/unicode.h"

enum { LONGEST = 48 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static bool is_swap(vcl_slice a, vcl_slice b, size_t i, size_t j)
{
    return i > 0 && j > 0 && a.bytes[i] == b.bytes[j - 1] && a.bytes[i - 1] == b.bytes[j];
}

/* Edits from `a` to `b`, both at most LONGEST bytes. */
static size_t distance(vcl_slice a, vcl_slice b)
{
    size_t rows[3][LONGEST + 1] = { { 0 } };
    size_t *before = rows[0]; /* row i - 1 */
    size_t *last = rows[1]; /* row i */
    size_t *next = rows[2]; /* row i + 1 */

    for (size_t j = 0; j <= b.size; j++) {
        last[j] = j;
    }
    for (size_t i = 0; i < a.size; i++) {
        next[0] = i + 1;
        for (size_t j = 0; j < b.size; j++) {
            next[j + 1] =
                least(last[j] + (a.bytes[i] != b.bytes[j]), least(last[j + 1], next[j]) + 1);
            if (is_swap(a, b, i, j)) {
                next[j + 1] = least(next[j + 1], before[j - 1] + 1);
            }
        }
        size_t *spare = before;
        before = last;
        last = next;
        next = spare;
    }
    return last[b.size];
}

/* Edits between two texts, letter case and marks aside; SIZE_MAX where one is too long. */
static size_t folded_distance(vcl_slice a, vcl_slice b)
{
    vcl_text keys[2] = { { 0 }, { 0 } };
    size_t edits = SIZE_MAX;

    vcl_unicode_search_key(&keys[0], a);
    vcl_unicode_search_key(&keys[1], b);
    if (keys[0].size <= LONGEST && keys[1].size <= LONGEST &&
        vcl_text_status(&keys[0], NULL) == VCL_OK && vcl_text_status(&keys[1], NULL) == VCL_OK) {
        edits = distance((vcl_slice){ keys[0].bytes, keys[0].size },
                         (vcl_slice){ keys[1].bytes, keys[1].size });
    }
    vcl_text_release(&keys[1]);
    vcl_text_release(&keys[0]);
    return edits;
}

uint8_t vcl_words_find(const vcl_words *words, vcl_slice text)
{
    for (size_t i = 0; i < words->count; i++) {
        if (strlen(words->words[i]) == text.size &&
            memcmp(words->words[i], text.bytes, text.size) == 0) {
            return (uint8_t)i;
        }
    }
    return VCL_NO_WORD;
}

static const char *word_of_alias(const vcl_words *words, vcl_slice text)
{
    for (const vcl_alias *alias = words->aliases; alias != NULL && alias->alias != NULL; alias++) {
        if (folded_distance(vcl_slice_of(alias->alias), text) == 0) {
            return alias->word;
        }
    }
    return NULL;
}

static const char *nearest_word(const vcl_words *words, vcl_slice text)
{
    const char *nearest = NULL;
    size_t best = text.size / 3 + 1; /* as many edits make it another word */

    for (size_t i = 0; i < words->count; i++) {
        size_t edits = folded_distance(vcl_slice_of(words->words[i]), text);
        if (edits < best) {
            best = edits;
            nearest = words->words[i];
        }
    }
    return nearest;
}

const char *vcl_words_nearest(const vcl_words *words, vcl_slice text)
{
    const char *word = NULL;

    if (text.size == 0 || text.size > 2 * (size_t)LONGEST) {
        return NULL;
    }
    word = word_of_alias(words, text);
    return word == NULL ? nearest_word(words, text) : word;
}
