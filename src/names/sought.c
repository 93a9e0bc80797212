/* The words of a sought name. */
#include "names/sought.h"

#include <math.h>
#include <string.h>

#include "base/try.h"

static const double BELOW_ONE = 0.99; /* the most for names that are not the same */
static const double OTHER_NUMERAL = 0.7; /* HTX 1 and HTX 2 */

uint32_t vcl_sought_bearers(const vcl_matcher *matcher, uint32_t word)
{
    const uint32_t *starts = matcher->posting_starts.items;

    return starts[word + 1] - starts[word];
}

/* Inverse document frequency of a word that so many references have. */
double vcl_sought_weight(const vcl_matcher *matcher, uint32_t bearers)
{
    return log(1.0 + (double)matcher->references.count / (bearers > 0 ? bearers : 1));
}

/* Only the same is like a numeral: among many names there are as many numbers, so none is gone
 * through for another. */
static vcl_status find_numeral(vcl_matcher *matcher, vcl_slice text, vcl_error *err)
{
    vcl_alike same = { vcl_idmap_find(&matcher->words, text), 1.0 };

    return same.word == VCL_NONE ? VCL_OK : vcl_array_add(&matcher->alike, &same, err);
}

/* Adds which words are like a sought one; nothing where memory runs out. */
static vcl_status find_alike(vcl_matcher *matcher, vcl_slice text, const vcl_word *sought,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_word *words = matcher->letters.items;
    uint32_t start = (uint32_t)matcher->alike.count;

    if (sought->numeral) {
        TRY(find_numeral(matcher, text, err));
    }
    for (size_t i = 0; !sought->numeral && i < matcher->letters.count; i++) {
        double similarity = vcl_word_similarity(sought, &words[i]);
        if (similarity > 0.0) {
            vcl_alike alike = { (uint32_t)i, similarity };
            TRY(vcl_array_add(&matcher->alike, &alike, err));
        }
    }
    TRY(vcl_array_add(&matcher->alike_starts, &start, err));
done:
    if (status != VCL_OK) {
        matcher->alike.count = start;
    }
    return status;
}

/* Words like each sought one are found once; also for those that an earlier search, out of memory,
 * left without. */
static vcl_status intern_word(vcl_matcher *matcher, vcl_slice text, uint32_t *number,
                              vcl_word *word, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_idmap_intern(&matcher->sought, text, number, err));
    while (matcher->alike_starts.count <= *number) {
        uint32_t next = (uint32_t)matcher->alike_starts.count;
        vcl_slice other = vcl_slice_of(vcl_idmap_name(&matcher->sought, next));
        vcl_word_of(word, other);
        TRY(find_alike(matcher, other, word, err));
    }
    vcl_word_of(word, text);
done:
    return status;
}

/* The alike words move while words are added, so terms are filled once all of them are there. */
static void fill_term(vcl_matcher *matcher, uint32_t number, const vcl_word *word,
                      vcl_sought_word *out)
{
    const uint32_t *starts = matcher->alike_starts.items;
    size_t end =
        number + 1 < matcher->alike_starts.count ? starts[number + 1] : matcher->alike.count;
    uint32_t bearers = 0;

    *out = (vcl_sought_word){ .count = end - starts[number], .numeral = word->numeral };
    if (out->count > 0) {
        out->alike = (const vcl_alike *)matcher->alike.items + starts[number];
    }
    for (size_t i = 0; i < out->count; i++) {
        if (out->alike[i].similarity >= 1.0) {
            bearers = vcl_sought_bearers(matcher, out->alike[i].word);
        }
    }
    out->weight = vcl_sought_weight(matcher, bearers);
}

vcl_status vcl_sought_read(vcl_matcher *matcher, vcl_slice words, vcl_sought *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t numbers[VCL_SOUGHT_WORDS];
    vcl_word letters[VCL_SOUGHT_WORDS];
    size_t count = 0;

    while (words.size > 0 && count < VCL_SOUGHT_WORDS) {
        const char *space = memchr(words.bytes, ' ', words.size);
        size_t size = space != NULL ? (size_t)(space - words.bytes) : words.size;
        TRY(intern_word(matcher, (vcl_slice){ words.bytes, size }, &numbers[count], &letters[count],
                        err));
        bool repeated = false;
        for (size_t i = 0; i < count; i++) {
            repeated = repeated || numbers[i] == numbers[count];
        }
        count += !repeated;
        words = vcl_slice_from(words, size + (space != NULL));
    }
    *out = (vcl_sought){ .count = count };
    for (size_t i = 0; i < count; i++) {
        fill_term(matcher, numbers[i], &letters[i], &out->items[i]);
        out->weight += out->items[i].weight;
    }
done:
    return status;
}

/* How like the sought word a word of references is. Alike words stand in their order. */
static double similarity_to(const vcl_sought_word *t, uint32_t word)
{
    size_t low = 0;
    size_t high = t->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (t->alike[middle].word < word) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < t->count && t->alike[low].word == word ? t->alike[low].similarity : 0.0;
}

/* The word of the reference most like the sought one that is still free; how like it is. */
static double most_alike(const vcl_sought_word *t, const uint32_t *own, size_t count,
                         const bool *taken, size_t *at)
{
    double best = 0.0;

    for (size_t j = 0; j < count; j++) {
        double similarity = taken[j] ? 0.0 : similarity_to(t, own[j]);
        if (similarity > best) {
            best = similarity;
            *at = j;
        }
    }
    return best;
}

/* Pairs each sought word with the word of the reference most like it that is still free: equal ones
 * first, so that no other takes them. */
static double pair_words(const vcl_matcher *matcher, vcl_sought *sought, const uint32_t *own,
                         size_t count, bool *taken)
{
    double paired = 0.0;

    for (int equal_only = 1; equal_only >= 0; equal_only--) {
        for (size_t i = 0; i < sought->count; i++) {
            vcl_sought_word *t = &sought->items[i];
            size_t at = 0;
            double best = t->paired ? 0.0 : most_alike(t, own, count, taken, &at);
            if (best > 0.0 && (best >= 1.0 || !equal_only)) {
                t->paired = true;
                taken[at] = true;
                paired += best * (t->weight +
                                  vcl_sought_weight(matcher, vcl_sought_bearers(matcher, own[at])));
            }
        }
    }
    return paired;
}

double vcl_sought_score(const vcl_matcher *matcher, vcl_sought *sought, uint32_t reference)
{
    const uint32_t *starts = matcher->word_starts.items;
    const vcl_word *letters = matcher->letters.items;
    size_t count = starts[reference + 1] - starts[reference];
    const uint32_t *own =
        count > 0 ? (const uint32_t *)matcher->word_items.items + starts[reference] : NULL;
    bool taken[2 * VCL_SOUGHT_WORDS] = { false };
    bool other_numeral = false;
    double weight = sought->weight;

    count = count < 2 * VCL_SOUGHT_WORDS ? count : 2 * VCL_SOUGHT_WORDS;
    for (size_t i = 0; i < sought->count; i++) {
        sought->items[i].paired = false;
    }
    double paired = pair_words(matcher, sought, own, count, taken);
    for (size_t i = 0; i < count; i++) {
        weight += vcl_sought_weight(matcher, vcl_sought_bearers(matcher, own[i]));
        other_numeral = other_numeral || (letters[own[i]].numeral && !taken[i]);
    }
    for (size_t i = 0; i < sought->count; i++) {
        other_numeral = other_numeral || (sought->items[i].numeral && !sought->items[i].paired);
    }
    double score = weight > 0.0 ? paired / weight : 0.0;
    return fmin(score * (other_numeral ? OTHER_NUMERAL : 1.0), BELOW_ONE);
}
