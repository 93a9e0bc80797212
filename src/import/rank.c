/* The best candidates for a name that does not link.
 *
 * Whoever shares rare words with it, or words like them, is compared in full; common words ("htx") are
 * never followed to all who bear them, so that a search costs the same among many names. */
#include "import/match.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/amount.h"
#include "base/try.h"
#include "base/unicode.h"
#include "import/bearers.h"
#include "import/name.h"

enum {
    MOST_WORDS = 24, /* of a name that is sought */
    MOST_STEPS = 20000, /* along the references of its words */
    MOST_COMPARED = 60, /* in full */
};

/* Names that differ only in marks, spaces and punctuation are this much alike at least: people leave
 * marks out. They never link by that. */
static const double BARE_SCORE = 0.95;
static const double BELOW_ONE = 0.99; /* the most for names that are not the same */
static const double OTHER_NUMERAL = 0.7; /* HTX 1 and HTX 2 */

/* A word that is sought, and the words of references like it. */
typedef struct term {
    const vcl_alike *alike;
    size_t count;
    double weight;
    bool numeral;
    bool paired;
} term;

typedef struct terms {
    term items[MOST_WORDS];
    size_t count;
    double weight; /* of all */
} terms;

/* One way from the sought name to references: a word like one of its words. */
typedef struct road {
    uint32_t word;
    uint32_t bearers; /* how many references have the word */
    double weight;
} road;

static uint32_t bearers_of(const vcl_matcher *matcher, uint32_t word)
{
    const uint32_t *starts = matcher->posting_starts.items;

    return starts[word + 1] - starts[word];
}

/* Inverse document frequency of a word that so many references have. */
static double weight_of(const vcl_matcher *matcher, uint32_t bearers)
{
    return log(1.0 + (double)matcher->references.count / (bearers > 0 ? bearers : 1));
}

/* Finds once for each sought word which words are like it. */
static vcl_status find_alike(vcl_matcher *matcher, const vcl_word *sought, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_word *words = matcher->letters.items;
    uint32_t start = (uint32_t)matcher->alike.count;

    TRY(vcl_array_add(&matcher->alike_starts, &start, err));
    for (size_t i = 0; i < matcher->letters.count; i++) {
        double similarity = vcl_word_similarity(sought, &words[i]);
        if (similarity > 0.0) {
            vcl_alike alike = { (uint32_t)i, similarity };
            TRY(vcl_array_add(&matcher->alike, &alike, err));
        }
    }
done:
    return status;
}

static vcl_status intern_word(vcl_matcher *matcher, vcl_slice text, uint32_t *number,
                              vcl_word *word, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_idmap_intern(&matcher->sought, text, number, err));
    vcl_word_of(word, text);
    if (*number == matcher->alike_starts.count) {
        TRY(find_alike(matcher, word, err));
    }
done:
    return status;
}

/* The alike words move while words are added, so terms are filled once all of them are there. */
static void fill_term(vcl_matcher *matcher, uint32_t number, const vcl_word *word, term *out)
{
    const uint32_t *starts = matcher->alike_starts.items;
    size_t end =
        number + 1 < matcher->alike_starts.count ? starts[number + 1] : matcher->alike.count;
    uint32_t bearers = 0;

    *out = (term){ .alike = (const vcl_alike *)matcher->alike.items + starts[number],
                   .count = end - starts[number],
                   .numeral = word->numeral };
    for (size_t i = 0; i < out->count; i++) {
        if (out->alike[i].similarity >= 1.0) {
            bearers = bearers_of(matcher, out->alike[i].word);
        }
    }
    out->weight = weight_of(matcher, bearers);
}

static vcl_status read_terms(vcl_matcher *matcher, vcl_slice words, terms *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t numbers[MOST_WORDS];
    vcl_word letters[MOST_WORDS];
    size_t count = 0;

    while (words.size > 0 && count < MOST_WORDS) {
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
    *out = (terms){ .count = count };
    for (size_t i = 0; i < count; i++) {
        fill_term(matcher, numbers[i], &letters[i], &out->items[i]);
        out->weight += out->items[i].weight;
    }
done:
    return status;
}

static int compare_roads(const void *first, const void *second)
{
    const road *a = first;
    const road *b = second;

    if (a->bearers != b->bearers) {
        return a->bearers < b->bearers ? -1 : 1;
    }
    return (a->word > b->word) - (a->word < b->word);
}

static vcl_status collect_roads(const vcl_matcher *matcher, const terms *sought, vcl_array *roads,
                                vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < sought->count; i++) {
        const term *t = &sought->items[i];
        for (size_t j = 0; j < t->count; j++) {
            uint32_t bearers = bearers_of(matcher, t->alike[j].word);
            road r = { t->alike[j].word, bearers,
                       t->alike[j].similarity * weight_of(matcher, bearers) };
            TRY(vcl_array_add(roads, &r, err));
        }
    }
    if (roads->count > 0) {
        qsort(roads->items, roads->count, sizeof(road), compare_roads);
    }
done:
    return status;
}

/* Adds what each road weighs to the references at its end, the rarest first, and gathers those. */
static vcl_status follow(vcl_matcher *matcher, const vcl_array *roads, vcl_array *reached,
                         vcl_error *err)
{
    vcl_status status = VCL_OK;
    const uint32_t *starts = matcher->posting_starts.items;
    const uint32_t *references = matcher->posting_items.items;
    double *sums = matcher->sums.items;
    const road *all = roads->items;
    size_t steps = 0;

    for (size_t i = 0; i < roads->count && steps < MOST_STEPS; i++) {
        for (uint32_t j = starts[all[i].word]; j < starts[all[i].word + 1] && steps < MOST_STEPS;
             j++, steps++) {
            uint32_t reference = references[j];
            if (sums[reference] <= 0.0) {
                TRY(vcl_array_add(reached, &reference, err));
            }
            sums[reference] += all[i].weight;
        }
    }
done:
    return status;
}

/* A better candidate stands before: a higher score, then the place that is sought, then the order of
 * references. */
typedef struct ranked {
    vcl_candidate candidate;
    bool in_place;
} ranked;

static int compare_ranked(const void *first, const void *second)
{
    const ranked *a = first;
    const ranked *b = second;

    if (a->candidate.score != b->candidate.score) {
        return a->candidate.score > b->candidate.score ? -1 : 1;
    }
    if (a->in_place != b->in_place) {
        return a->in_place ? -1 : 1;
    }
    return (a->candidate.reference > b->candidate.reference) -
           (a->candidate.reference < b->candidate.reference);
}

/* How like the sought word a word of references is. Alike words stand in their order. */
static double similarity_to(const term *t, uint32_t word)
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
static double most_alike(const term *t, const uint32_t *own, size_t count, const bool *taken,
                         size_t *at)
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
static double pair_words(const vcl_matcher *matcher, terms *sought, const uint32_t *own,
                         size_t count, bool *taken)
{
    double paired = 0.0;

    for (int equal_only = 1; equal_only >= 0; equal_only--) {
        for (size_t i = 0; i < sought->count; i++) {
            term *t = &sought->items[i];
            size_t at = 0;
            double best = t->paired ? 0.0 : most_alike(t, own, count, taken, &at);
            if (best > 0.0 && (best >= 1.0 || !equal_only)) {
                t->paired = true;
                taken[at] = true;
                paired += best * (t->weight + weight_of(matcher, bearers_of(matcher, own[at])));
            }
        }
    }
    return paired;
}

static double score_of(const vcl_matcher *matcher, terms *sought, uint32_t reference)
{
    const uint32_t *starts = matcher->word_starts.items;
    const uint32_t *own = (const uint32_t *)matcher->word_items.items + starts[reference];
    const vcl_word *letters = matcher->letters.items;
    size_t count = starts[reference + 1] - starts[reference];
    bool taken[2 * MOST_WORDS] = { false };
    bool other_numeral = false;
    double weight = sought->weight;

    count = count < 2 * MOST_WORDS ? count : 2 * MOST_WORDS;
    for (size_t i = 0; i < sought->count; i++) {
        sought->items[i].paired = false;
    }
    double paired = pair_words(matcher, sought, own, count, taken);
    for (size_t i = 0; i < count; i++) {
        weight += weight_of(matcher, bearers_of(matcher, own[i]));
        other_numeral = other_numeral || (letters[own[i]].numeral && !taken[i]);
    }
    for (size_t i = 0; i < sought->count; i++) {
        other_numeral = other_numeral || (sought->items[i].numeral && !sought->items[i].paired);
    }
    double score = weight > 0.0 ? paired / weight : 0.0;
    return fmin(score * (other_numeral ? OTHER_NUMERAL : 1.0), BELOW_ONE);
}

/* What the sought name is held against. */
typedef struct keys {
    vcl_exact exact;
    uint32_t bare; /* its number among the bearers, VCL_NONE: no reference has it */
    vcl_text place; /* twin key */
    vcl_text scratch;
} keys;

static bool bears(const vcl_bearers *bearers, uint32_t reference, uint32_t number)
{
    return number != VCL_NONE && vcl_bearers_has(bearers, reference, number);
}

static bool is_in_place(const vcl_matcher *matcher, keys *own, uint32_t reference)
{
    vcl_text_clear(&own->scratch);
    vcl_unicode_twin_key(&own->scratch, vcl_matcher_reference(matcher, reference)->place);
    return own->place.size > 0 && own->scratch.size == own->place.size &&
           memcmp(own->scratch.bytes, own->place.bytes, own->place.size) == 0;
}

static ranked rank_one(const vcl_matcher *matcher, terms *sought, keys *own, uint32_t reference)
{
    double score = score_of(matcher, sought, reference);

    if (bears(&matcher->ids, reference, own->exact.id) ||
        bears(&matcher->tax_codes, reference, own->exact.tax_code) ||
        bears(&matcher->names, reference, own->exact.name)) {
        score = 1.0;
    } else if (bears(&matcher->bare, reference, own->bare)) {
        score = fmax(score, BARE_SCORE);
    }
    return (ranked){ { reference, vcl_amount_round(score) }, is_in_place(matcher, own, reference) };
}

static vcl_status keys_of(const vcl_matcher *matcher, const vcl_party *sought, vcl_slice words,
                          keys *own, vcl_error *err)
{
    vcl_status status = VCL_OK;

    vcl_unicode_search_key(&own->scratch, words);
    TRY(vcl_text_status(&own->scratch, err));
    own->bare =
        vcl_bearers_find(&matcher->bare, (vcl_slice){ own->scratch.bytes, own->scratch.size });
    vcl_unicode_twin_key(&own->place, sought->place);
    TRY(vcl_text_status(&own->place, err));
done:
    return status;
}

/* Sums of those who were reached, as candidates by sum. */
static vcl_status gather(vcl_matcher *matcher, const vcl_array *reached, vcl_array *rough,
                         vcl_error *err)
{
    vcl_status status = VCL_OK;
    const uint32_t *references = reached->items;
    const double *sums = matcher->sums.items;

    TRY(vcl_array_resize(rough, reached->count, err));
    ranked *items = rough->items;
    for (size_t i = 0; i < reached->count; i++) {
        items[i] = (ranked){ { references[i], vcl_amount_round(sums[references[i]]) }, false };
    }
    if (rough->count > 0) {
        qsort(items, rough->count, sizeof *items, compare_ranked);
    }
done:
    return status;
}

/* Adds those of a chain that are not among the first `compared` of `rough`. */
static vcl_status add_bearers(const vcl_bearers *bearers, uint32_t number, size_t compared,
                              vcl_array *chosen, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t i = vcl_bearers_first(bearers, number);

    for (size_t steps = 0; i != VCL_NONE && steps < MOST_COMPARED; steps++) {
        const ranked *items = chosen->items;
        bool there = false;
        for (size_t j = 0; j < compared; j++) {
            there = there || items[j].candidate.reference == i;
        }
        if (!there) {
            ranked more = { { i, 0.0 }, false };
            TRY(vcl_array_add(chosen, &more, err));
        }
        i = vcl_bearers_next(bearers, i);
    }
done:
    return status;
}

/* Compares the best of `rough`, and all that have the same or the bare name, in full. */
static vcl_status compare_fully(vcl_matcher *matcher, terms *sought, keys *own, vcl_array *rough,
                                vcl_match *out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (rough->count > MOST_COMPARED) {
        TRY(vcl_array_resize(rough, MOST_COMPARED, err));
    }
    TRY(add_bearers(&matcher->ids, own->exact.id, rough->count, rough, err));
    TRY(add_bearers(&matcher->tax_codes, own->exact.tax_code, rough->count, rough, err));
    TRY(add_bearers(&matcher->names, own->exact.name, rough->count, rough, err));
    TRY(add_bearers(&matcher->bare, own->bare, rough->count, rough, err));
    ranked *items = rough->items;
    for (size_t i = 0; i < rough->count; i++) {
        items[i] = rank_one(matcher, sought, own, items[i].candidate.reference);
    }
    TRY(vcl_text_status(&own->scratch, err));
    if (rough->count > 0) {
        qsort(items, rough->count, sizeof *items, compare_ranked);
    }
    for (size_t i = 0; i < rough->count && out->count < VCL_CANDIDATES; i++) {
        if (items[i].candidate.score > 0.0) {
            out->candidates[out->count++] = items[i].candidate;
        }
    }
done:
    return status;
}

vcl_status vcl_matcher_rank(vcl_matcher *matcher, const vcl_party *sought, const vcl_exact *exact,
                            vcl_match *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    terms words = { .count = 0 };
    keys own = { .exact = *exact, .bare = VCL_NONE };
    vcl_text text = { 0 };
    vcl_array roads;
    vcl_array reached;
    vcl_array rough;

    vcl_array_init(&roads, sizeof(road));
    vcl_array_init(&reached, sizeof(uint32_t));
    vcl_array_init(&rough, sizeof(ranked));
    vcl_name_words(&text, sought->name);
    TRY(vcl_text_status(&text, err));
    vcl_slice spelled = { vcl_text_bytes(&text), text.size };
    TRY(keys_of(matcher, sought, spelled, &own, err));
    TRY(read_terms(matcher, spelled, &words, err));
    TRY(collect_roads(matcher, &words, &roads, err));
    TRY(follow(matcher, &roads, &reached, err));
    TRY(gather(matcher, &reached, &rough, err));
    TRY(compare_fully(matcher, &words, &own, &rough, out, err));
done:
    for (size_t i = 0; i < reached.count; i++) {
        ((double *)matcher->sums.items)[((const uint32_t *)reached.items)[i]] = 0.0;
    }
    vcl_array_release(&rough);
    vcl_array_release(&reached);
    vcl_array_release(&roads);
    vcl_text_release(&text);
    vcl_text_release(&own.place);
    vcl_text_release(&own.scratch);
    return status;
}
