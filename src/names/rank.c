/* The best candidates for a name that does not link.
 *
 * Whoever shares rare words with it, or words like them, is compared in full; common words
 * ("htx") are never followed to all who bear them, so that a search costs the same among many
 * names. */
#include "names/match.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/amount.h"
#include "base/try.h"
#include "base/unicode.h"
#include "names/bearers.h"
#include "names/name.h"
#include "names/sought.h"

enum {
    MOST_STEPS = 20000, /* along the references of its words, */
    ENOUGH_STEPS = 100000000, /* until all searches took so many; then */
    FEW_STEPS = 1000, /* are left to each: nobody reads so long a list to its end */
    MOST_COMPARED = 60, /* in full */
};

/* Names that differ only in marks, spaces and punctuation are this much alike at least: people
 * leave marks out. They never link by that. */
static const double BARE_SCORE = 0.95;

/* One way from the sought name to references: a word like one of its words. */
typedef struct road {
    uint32_t word;
    uint32_t bearers; /* how many references have the word */
    double weight;
} road;

static int compare_roads(const void *first, const void *second)
{
    const road *a = first;
    const road *b = second;

    if (a->bearers != b->bearers) {
        return a->bearers < b->bearers ? -1 : 1;
    }
    return (a->word > b->word) - (a->word < b->word);
}

static vcl_status collect_roads(const vcl_matcher *matcher, const vcl_sought *sought,
                                vcl_array *roads, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < sought->count; i++) {
        const vcl_sought_word *t = &sought->items[i];
        for (size_t j = 0; j < t->count; j++) {
            uint32_t bearers = vcl_sought_bearers(matcher, t->alike[j].word);
            road r = { t->alike[j].word, bearers,
                       t->alike[j].similarity * vcl_sought_weight(matcher, bearers) };
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
    size_t most = matcher->steps < ENOUGH_STEPS ? MOST_STEPS : FEW_STEPS;
    size_t steps = 0;

    for (size_t i = 0; i < roads->count && steps < most; i++) {
        for (uint32_t j = starts[all[i].word]; j < starts[all[i].word + 1] && steps < most;
             j++, steps++) {
            uint32_t reference = references[j];
            if (sums[reference] <= 0.0) {
                TRY(vcl_array_add(reached, &reference, err));
            }
            sums[reference] += all[i].weight;
        }
    }
    matcher->steps += steps;
done:
    return status;
}

/* A better candidate stands before: a higher score, then the place that is sought, then the
 * order of references. */
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

/* What the sought name is held against. */
typedef struct keys {
    vcl_exact exact;
    uint32_t loose_id; /* the same of an id whose case or zeros a spreadsheet changed */
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

static ranked rank_one(const vcl_matcher *matcher, vcl_sought *sought, keys *own,
                       uint32_t reference)
{
    double score = vcl_sought_score(matcher, sought, reference);

    if (bears(&matcher->ids, reference, own->exact.id) ||
        bears(&matcher->tax_codes, reference, own->exact.tax_code) ||
        bears(&matcher->names, reference, own->exact.name)) {
        score = 1.0;
    } else if (bears(&matcher->bare, reference, own->bare) ||
               bears(&matcher->loose_ids, reference, own->loose_id)) {
        score = fmax(score, BARE_SCORE);
    }
    return (ranked){ { reference, vcl_amount_round(score) }, is_in_place(matcher, own, reference) };
}

static vcl_status keys_of(const vcl_matcher *matcher, const vcl_party *sought, vcl_slice words,
                          keys *own, vcl_error *err)
{
    vcl_status status = VCL_OK;

    vcl_slice loose = vcl_matcher_loose_id(&own->scratch, sought->id);
    TRY(vcl_text_status(&own->scratch, err));
    own->loose_id = vcl_bearers_find(&matcher->loose_ids, loose);
    vcl_text_clear(&own->scratch);
    vcl_unicode_search_key(&own->scratch, words);
    TRY(vcl_text_status(&own->scratch, err));
    own->bare =
        vcl_bearers_find(&matcher->bare, (vcl_slice){ own->scratch.bytes, own->scratch.size });
    vcl_unicode_twin_key(&own->place, sought->place);
    TRY(vcl_text_status(&own->place, err));
done:
    return status;
}

/* Puts one among the best, which stand in order, if it is one of them. */
static void choose(vcl_array *best, ranked one)
{
    ranked *items = best->items;
    size_t at = best->count;

    if (at == MOST_COMPARED && compare_ranked(&one, &items[at - 1]) > 0) {
        return;
    }
    if (at == MOST_COMPARED) {
        at--;
    } else {
        best->count++;
    }
    for (; at > 0 && compare_ranked(&one, &items[at - 1]) < 0; at--) {
        items[at] = items[at - 1];
    }
    items[at] = one;
}

/* The best of those who were reached, by their sums. */
static vcl_status choose_best(const vcl_matcher *matcher, const vcl_array *reached, vcl_array *best,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;
    const uint32_t *references = reached->items;
    const double *sums = matcher->sums.items;

    TRY(vcl_array_reserve(best, MOST_COMPARED, err));
    for (size_t i = 0; i < reached->count; i++) {
        double sum = vcl_amount_round(sums[references[i]]);
        choose(best, (ranked){ { references[i], sum }, false });
    }
done:
    return status;
}

/* Adds those of a chain that are not among the first `compared`. */
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

/* Compares the `best`, and all that have the same or the bare name, in full. */
static vcl_status compare_fully(vcl_matcher *matcher, vcl_sought *sought, keys *own,
                                vcl_array *best, vcl_match *out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(add_bearers(&matcher->ids, own->exact.id, best->count, best, err));
    if (own->exact.id == VCL_NONE) {
        TRY(add_bearers(&matcher->loose_ids, own->loose_id, best->count, best, err));
    }
    TRY(add_bearers(&matcher->tax_codes, own->exact.tax_code, best->count, best, err));
    TRY(add_bearers(&matcher->names, own->exact.name, best->count, best, err));
    TRY(add_bearers(&matcher->bare, own->bare, best->count, best, err));
    ranked *items = best->items;
    for (size_t i = 0; i < best->count; i++) {
        items[i] = rank_one(matcher, sought, own, items[i].candidate.reference);
    }
    TRY(vcl_text_status(&own->scratch, err));
    if (best->count > 0) {
        qsort(items, best->count, sizeof *items, compare_ranked);
    }
    for (size_t i = 0; i < best->count && out->count < VCL_CANDIDATES; i++) {
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
    vcl_sought words = { .count = 0 };
    keys own = { .exact = *exact, .loose_id = VCL_NONE, .bare = VCL_NONE };
    vcl_text text = { 0 };
    vcl_array roads;
    vcl_array reached;
    vcl_array best;

    vcl_array_init(&roads, sizeof(road));
    vcl_array_init(&reached, sizeof(uint32_t));
    vcl_array_init(&best, sizeof(ranked));
    vcl_name_words(&text, sought->name);
    TRY(vcl_text_status(&text, err));
    vcl_slice spelled = { vcl_text_bytes(&text), text.size };
    TRY(keys_of(matcher, sought, spelled, &own, err));
    TRY(vcl_sought_read(matcher, spelled, &words, err));
    TRY(collect_roads(matcher, &words, &roads, err));
    TRY(follow(matcher, &roads, &reached, err));
    TRY(choose_best(matcher, &reached, &best, err));
    TRY(compare_fully(matcher, &words, &own, &best, out, err));
done:
    for (size_t i = 0; i < reached.count; i++) {
        ((double *)matcher->sums.items)[((const uint32_t *)reached.items)[i]] = 0.0;
    }
    vcl_array_release(&best);
    vcl_array_release(&reached);
    vcl_array_release(&roads);
    vcl_text_release(&text);
    vcl_text_release(&own.place);
    vcl_text_release(&own.scratch);
    return status;
}
