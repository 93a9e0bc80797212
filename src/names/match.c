/* References, their index, and what links to them exactly. */
#include "names/match.h"

#include <stdlib.h>
#include <string.h>

#include "base/try.h"
#include "base/unicode.h"
#include "names/bearers.h"
#include "names/name.h"
#include "values/code.h"

/* Of a reference; the rest of a very long name does not count for its score. */
enum { MOST_WORDS = 48 };

void vcl_matcher_init(vcl_matcher *matcher)
{
    *matcher = (vcl_matcher){ 0 };
    vcl_array_init(&matcher->references, sizeof(vcl_party));
    vcl_bearers_init(&matcher->ids);
    vcl_bearers_init(&matcher->loose_ids);
    vcl_bearers_init(&matcher->tax_codes);
    vcl_bearers_init(&matcher->names);
    vcl_bearers_init(&matcher->bare);
    vcl_idmap_init(&matcher->words);
    vcl_array_init(&matcher->letters, sizeof(vcl_word));
    vcl_array_init(&matcher->word_starts, sizeof(uint32_t));
    vcl_array_init(&matcher->word_items, sizeof(uint32_t));
    vcl_array_init(&matcher->posting_starts, sizeof(uint32_t));
    vcl_array_init(&matcher->posting_items, sizeof(uint32_t));
    vcl_idmap_init(&matcher->sought);
    vcl_array_init(&matcher->alike_starts, sizeof(uint32_t));
    vcl_array_init(&matcher->alike, sizeof(vcl_alike));
    vcl_array_init(&matcher->sums, sizeof(double));
}

void vcl_matcher_release(vcl_matcher *matcher)
{
    vcl_array_release(&matcher->sums);
    vcl_array_release(&matcher->alike);
    vcl_array_release(&matcher->alike_starts);
    vcl_idmap_release(&matcher->sought);
    vcl_array_release(&matcher->posting_items);
    vcl_array_release(&matcher->posting_starts);
    vcl_array_release(&matcher->word_items);
    vcl_array_release(&matcher->word_starts);
    vcl_array_release(&matcher->letters);
    vcl_idmap_release(&matcher->words);
    vcl_bearers_release(&matcher->bare);
    vcl_bearers_release(&matcher->names);
    vcl_bearers_release(&matcher->tax_codes);
    vcl_bearers_release(&matcher->loose_ids);
    vcl_bearers_release(&matcher->ids);
    vcl_arena_release(&matcher->arena);
    vcl_array_release(&matcher->references);
}

const vcl_party *vcl_matcher_reference(const vcl_matcher *matcher, uint32_t number)
{
    return (const vcl_party *)matcher->references.items + number;
}

static vcl_status copy(vcl_matcher *matcher, vcl_slice text, vcl_slice *out, vcl_error *err)
{
    const char *bytes = NULL;
    vcl_status status = vcl_arena_copy(&matcher->arena, text, &bytes, err);

    *out = (vcl_slice){ bytes, text.size };
    return status;
}

vcl_status vcl_matcher_add(vcl_matcher *matcher, const vcl_party *reference, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_party own = { 0 };

    TRY(copy(matcher, reference->id, &own.id, err));
    TRY(copy(matcher, reference->tax_code, &own.tax_code, err));
    TRY(copy(matcher, reference->name, &own.name, err));
    TRY(copy(matcher, reference->place, &own.place, err));
    TRY(copy(matcher, reference->key, &own.key, err));
    TRY(vcl_array_add(&matcher->references, &own, err));
done:
    return status;
}

static int compare_texts(vcl_slice a, vcl_slice b)
{
    size_t shorter = a.size < b.size ? a.size : b.size;
    int order = shorter > 0 ? memcmp(a.bytes, b.bytes, shorter) : 0;

    return order != 0 ? order : (a.size > b.size) - (a.size < b.size);
}

static int compare_references(const void *first, const void *second)
{
    const vcl_party *a = first;
    const vcl_party *b = second;
    int order = compare_texts(a->id, b->id);

    order = order != 0 ? order : compare_texts(a->name, b->name);
    order = order != 0 ? order : compare_texts(a->tax_code, b->tax_code);
    return order != 0 ? order : compare_texts(a->place, b->place);
}

/* A tax code in its one form; empty where it is none. */
static vcl_slice code_of(vcl_slice text, char buffer[VCL_TAX_CODE_SIZE])
{
    (void)vcl_tax_code_read(text, buffer);
    return vcl_slice_of(buffer);
}

static vcl_slice slice_of(const vcl_text *text)
{
    return (vcl_slice){ vcl_text_bytes(text), text->size };
}

vcl_slice vcl_matcher_loose_id(vcl_text *scratch, vcl_slice id)
{
    vcl_text_clear(scratch);
    vcl_unicode_lower(scratch, id);
    vcl_slice key = slice_of(scratch);
    while (key.size > 1 && key.bytes[0] == '0') {
        key = vcl_slice_from(key, 1);
    }
    return key;
}

static vcl_status add_bearer(vcl_matcher *matcher, const vcl_party *reference, vcl_text *key,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    char code[VCL_TAX_CODE_SIZE];

    TRY(vcl_bearers_add(&matcher->ids, reference->id, err));
    vcl_slice loose = vcl_matcher_loose_id(key, reference->id);
    TRY(vcl_text_status(key, err));
    TRY(vcl_bearers_add(&matcher->loose_ids, loose, err));
    TRY(vcl_bearers_add(&matcher->tax_codes, code_of(reference->tax_code, code), err));
    vcl_text_clear(key);
    if (reference->key.size == 0) {
        vcl_name_key(key, reference->name);
    }
    TRY(vcl_text_status(key, err));
    TRY(vcl_bearers_add(&matcher->names, key->size > 0 ? slice_of(key) : reference->key, err));
done:
    return status;
}

static vcl_status add_word(vcl_matcher *matcher, vcl_slice text, size_t start, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t number = 0;

    TRY(vcl_idmap_intern(&matcher->words, text, &number, err));
    if (number == matcher->letters.count) {
        vcl_word word;
        vcl_word_of(&word, text);
        TRY(vcl_array_add(&matcher->letters, &word, err));
    }
    const uint32_t *own = matcher->word_items.items;
    for (size_t i = start; i < matcher->word_items.count; i++) {
        if (own[i] == number) {
            return VCL_OK;
        }
    }
    TRY(vcl_array_add(&matcher->word_items, &number, err));
done:
    return status;
}

/* Its words, and its bare name made of them. */
static vcl_status add_words(vcl_matcher *matcher, const vcl_party *reference, vcl_text *words,
                            vcl_text *bare, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t start = (uint32_t)matcher->word_items.count;

    TRY(vcl_array_add(&matcher->word_starts, &start, err));
    vcl_text_clear(words);
    vcl_name_words(words, reference->name);
    TRY(vcl_text_status(words, err));
    vcl_text_clear(bare);
    vcl_unicode_search_key(bare, slice_of(words));
    TRY(vcl_text_status(bare, err));
    TRY(vcl_bearers_add(&matcher->bare, slice_of(bare), err));
    vcl_slice rest = slice_of(words);
    while (rest.size > 0 && matcher->word_items.count - start < MOST_WORDS) {
        const char *space = memchr(rest.bytes, ' ', rest.size);
        size_t size = space != NULL ? (size_t)(space - rest.bytes) : rest.size;
        TRY(add_word(matcher, (vcl_slice){ rest.bytes, size }, start, err));
        rest = vcl_slice_from(rest, size + (space != NULL));
    }
done:
    return status;
}

/* Turns "words by reference" into "references by word", by counting. */
static vcl_status build_postings(vcl_matcher *matcher, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const uint32_t *words = matcher->word_items.items;
    const uint32_t *starts = matcher->word_starts.items;

    TRY(vcl_array_resize(&matcher->posting_starts, matcher->letters.count + 2, err));
    TRY(vcl_array_resize(&matcher->posting_items, matcher->word_items.count, err));
    uint32_t *ends = (uint32_t *)matcher->posting_starts.items + 1;
    uint32_t *items = matcher->posting_items.items;
    for (size_t i = 0; i < matcher->word_items.count; i++) {
        ends[words[i] + 1]++;
    }
    for (size_t word = 0; word < matcher->letters.count; word++) {
        ends[word + 1] += ends[word];
    }
    for (uint32_t reference = 0; reference < matcher->references.count; reference++) {
        for (uint32_t i = starts[reference]; i < starts[reference + 1]; i++) {
            items[ends[words[i]]++] = reference; /* the end moves on from the start */
        }
    }
done:
    return status;
}

vcl_status vcl_matcher_prepare(vcl_matcher *matcher, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text text = { 0 };
    vcl_text bare = { 0 };
    vcl_party *references = matcher->references.items;
    size_t count = matcher->references.count;

    if (count > 0) {
        qsort(references, count, sizeof *references, compare_references);
    }
    for (size_t i = 0; i < count; i++) {
        TRY(add_bearer(matcher, &references[i], &text, err));
        TRY(add_words(matcher, &references[i], &text, &bare, err));
    }
    uint32_t end = (uint32_t)matcher->word_items.count;
    TRY(vcl_array_add(&matcher->word_starts, &end, err));
    TRY(build_postings(matcher, err));
    TRY(vcl_array_resize(&matcher->sums, count, err));
done:
    vcl_text_release(&bare);
    vcl_text_release(&text);
    return status;
}

/* One thing given that some references bear. */
typedef struct hit {
    const vcl_bearers *bearers;
    uint32_t number; /* of its key */
    vcl_message how;
} hit;

typedef struct hits {
    hit items[3];
    size_t count;
} hits;

static void add_hit(hits *all, const vcl_bearers *bearers, uint32_t number, vcl_message how)
{
    if (number != VCL_NONE) {
        all->items[all->count++] = (hit){ bearers, number, how };
    }
}

static bool fits_all(const hits *all, uint32_t reference)
{
    for (size_t i = 1; i < all->count; i++) {
        if (!vcl_bearers_has(all->items[i].bearers, reference, all->items[i].number)) {
            return false;
        }
    }
    return true;
}

/* The one reference that all hits mean. */
static void decide(const hits *all, vcl_match *out)
{
    const hit *first = &all->items[0];
    uint32_t found = VCL_NONE;

    out->reading = vcl_reading_not(all->count > 0 ? VCL_MSG_MATCH_CONFLICT : VCL_MSG_MATCH_NONE);
    if (all->count == 0) {
        return;
    }
    uint32_t i = vcl_bearers_first(first->bearers, first->number);
    for (; i != VCL_NONE; i = vcl_bearers_next(first->bearers, i)) {
        if (fits_all(all, i)) {
            out->reading = found == VCL_NONE ? vcl_reading_as(first->how)
                                             : vcl_reading_not(VCL_MSG_MATCH_SEVERAL);
            if (found != VCL_NONE) {
                return;
            }
            found = i;
        }
    }
    out->reference = found;
}

vcl_status vcl_matcher_find(vcl_matcher *matcher, const vcl_party *sought, vcl_match *out,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text key = { 0 };
    char code[VCL_TAX_CODE_SIZE];
    hits all = { .count = 0 };

    *out = (vcl_match){ .reference = VCL_NONE };
    vcl_name_key(&key, sought->name);
    TRY(vcl_text_status(&key, err));
    const vcl_exact exact = {
        .id = vcl_bearers_find(&matcher->ids, vcl_reading_trim(sought->id)),
        .tax_code = vcl_bearers_find(&matcher->tax_codes, code_of(sought->tax_code, code)),
        .name = vcl_bearers_find(&matcher->names, slice_of(&key)),
    };
    add_hit(&all, &matcher->ids, exact.id, VCL_MSG_MATCH_ID);
    add_hit(&all, &matcher->tax_codes, exact.tax_code, VCL_MSG_MATCH_TAX_CODE);
    add_hit(&all, &matcher->names, exact.name, VCL_MSG_MATCH_NAME);
    decide(&all, out);
    if (!out->reading.understood) {
        vcl_reading as_code = vcl_tax_code_read(sought->tax_code, code);
        if (all.count == 0 && as_code.message == VCL_MSG_CELL_TAX_CODE_CHECK) {
            out->reading = as_code; /* says more than that nobody has it */
        }
        out->reference = VCL_NONE;
        TRY(vcl_matcher_rank(matcher, sought, &exact, out, err));
    }
done:
    vcl_text_release(&key);
    return status;
}
