/* Ids made from names. */
#include "import/slug.h"

#include <string.h>

#include "base/try.h"
#include "base/unicode.h"

static bool is_part(int32_t codepoint)
{
    return codepoint > 127 || (codepoint >= '0' && codepoint <= '9') ||
           (codepoint >= 'a' && codepoint <= 'z') || (codepoint >= 'A' && codepoint <= 'Z');
}

/* The size of the word at the beginning: letters and digits, marks among them. */
static size_t word_size(vcl_slice text)
{
    size_t end = 0;
    size_t size = 0;

    while (end < text.size && is_part(vcl_unicode_decode(vcl_slice_from(text, end), &size))) {
        end += size;
    }
    return end;
}

void vcl_slug_add(vcl_text *out, vcl_slice name)
{
    size_t start = out->size;

    while (name.size > 0) {
        size_t size = word_size(name);
        vcl_text word = { 0 };
        vcl_unicode_search_key(&word, (vcl_slice){ name.bytes, size });
        vcl_text_add(out, word.size > 0 && out->size > start ? "-" : "");
        vcl_text_add_slice(out, (vcl_slice){ vcl_text_bytes(&word), word.size });
        out->failed = out->failed || word.failed;
        vcl_text_release(&word);
        name = vcl_slice_from(name, size > 0 ? size : 1);
    }
}

vcl_status vcl_slug_take(vcl_idmap *taken, vcl_slice id, bool *is_free, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text lower = { 0 };
    uint32_t before = vcl_idmap_count(taken);
    uint32_t number = 0;

    vcl_unicode_lower(&lower, id);
    TRY(vcl_text_status(&lower, err));
    TRY(vcl_idmap_intern(taken, (vcl_slice){ vcl_text_bytes(&lower), lower.size }, &number, err));
    if (is_free != NULL) {
        *is_free = number == before;
    }
done:
    vcl_text_release(&lower);
    return status;
}

/* Takes `id` if it is free. */
static vcl_status try_id(vcl_slug *slug, vcl_slice id, vcl_idmap *taken, vcl_arena *arena,
                         vcl_error *err)
{
    vcl_status status = VCL_OK;
    bool is_free = false;

    TRY(vcl_slug_take(taken, id, &is_free, err));
    if (is_free) {
        TRY(vcl_arena_copy(arena, id, &slug->id, err));
    }
done:
    return status;
}

/* How many ids of each base have been tried, so that many of a name take no square. */
typedef struct tries {
    vcl_idmap bases;
    vcl_array last; /* of uint32_t, by base */
} tries;

static vcl_status number_it(vcl_slug *slug, tries *tried, vcl_idmap *taken, vcl_arena *arena,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text id = { 0 };
    uint32_t base = 0;
    const uint32_t one = 1;

    TRY(vcl_idmap_intern(&tried->bases, vcl_slice_of(slug->base), &base, err));
    if (base == tried->last.count) {
        TRY(vcl_array_add(&tried->last, &one, err));
    }
    while (slug->id == NULL) {
        vcl_text_clear(&id);
        vcl_text_add(&id, slug->base);
        vcl_text_add_byte(&id, '-');
        vcl_text_add_integer(&id, ++((uint32_t *)tried->last.items)[base]);
        TRY(vcl_text_status(&id, err));
        TRY(try_id(slug, (vcl_slice){ id.bytes, id.size }, taken, arena, err));
    }
done:
    vcl_text_release(&id);
    return status;
}

vcl_status vcl_slug_settle(vcl_array *slugs, vcl_idmap *taken, vcl_arena *arena, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slug *items = slugs->items;
    tries tried;

    vcl_idmap_init(&tried.bases);
    vcl_array_init(&tried.last, sizeof(uint32_t));
    for (size_t i = 0; i < slugs->count; i++) {
        TRY(try_id(&items[i], vcl_slice_of(items[i].base), taken, arena, err));
    }
    for (size_t i = 0; i < slugs->count; i++) {
        if (items[i].id == NULL) {
            TRY(number_it(&items[i], &tried, taken, arena, err));
        }
    }
done:
    vcl_array_release(&tried.last);
    vcl_idmap_release(&tried.bases);
    return status;
}
