/* One form, widths and keys, built on utf8proc. */
#include "base/unicode.h"

#include <assert.h>
#include <stdlib.h>
#include <utf8proc.h>

#include "base/try.h"

#include "base/memory.h"

/* The bytes of a character that is NFC as it stands, before whatever is: of what comes before the
 * combining marks, and of precomposed Vietnamese (U+1EA0 to U+1EF9). 0 for all else, and for what is
 * not well formed. Told from the bytes, for every name of every table is looked at. */
static size_t plain_size(const unsigned char *at, size_t left)
{
    if (at[0] < 0x80) {
        return 1;
    }
    if (at[0] >= 0xC2 && at[0] <= 0xCB) {
        return left > 1 && (at[1] & 0xC0) == 0x80 ? 2 : 0;
    }
    if (at[0] != 0xE1 || left < 3 || (at[2] & 0xC0) != 0x80) {
        return 0;
    }
    return (at[1] == 0xBA && at[2] >= 0xA0) || (at[1] == 0xBB && at[2] <= 0xB9) ? 3 : 0;
}

static bool is_all_plain(vcl_slice text)
{
    const unsigned char *bytes = (const unsigned char *)text.bytes;
    size_t size = 0;

    for (size_t i = 0; i < text.size; i += size) {
        size = plain_size(bytes + i, text.size - i);
        if (size == 0) {
            return false;
        }
    }
    return true;
}

/* `text` with each invalid byte as U+FFFD. */
static void add_repaired(vcl_text *out, vcl_slice text)
{
    size_t bad = 0;

    while (!vcl_unicode_valid(text, &bad)) {
        vcl_text_add_slice(out, (vcl_slice){ text.bytes, bad });
        vcl_text_add(out, "\xEF\xBF\xBD");
        text = vcl_slice_from(text, bad + 1);
    }
    vcl_text_add_slice(out, text);
}

/* Code points, decomposed. The caller frees items. */
typedef struct codepoints {
    utf8proc_int32_t *items;
    size_t count;
} codepoints;

/* For valid `text`. No code points where memory runs out, which `out` remembers. */
static codepoints decompose_valid(vcl_text *out, vcl_slice text, utf8proc_option_t options)
{
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text.bytes;
    utf8proc_ssize_t size = (utf8proc_ssize_t)text.size;
    utf8proc_ssize_t room = -1;
    utf8proc_ssize_t count = size; /* a guess that Vietnamese never exceeds */
    codepoints points = { 0 };

    while (room < count) {
        room = count;
        free(points.items);
        if (vcl_alloc(&points.items, (size_t)room + 1, sizeof *points.items, NULL) != VCL_OK) {
            out->failed = true;
            return points;
        }
        count = utf8proc_decompose(bytes, size, points.items, room, options);
    }
    assert(count >= 0);
    points.count = (size_t)count;
    return points;
}

static codepoints decompose(vcl_text *out, vcl_slice text, utf8proc_option_t options)
{
    if (vcl_unicode_valid(text, NULL)) {
        return decompose_valid(out, text, options);
    }
    vcl_text repaired = { 0 };
    codepoints points = { 0 };

    add_repaired(&repaired, text);
    if (repaired.failed) {
        out->failed = true;
    } else {
        points = decompose_valid(out, (vcl_slice){ repaired.bytes, repaired.size }, options);
    }
    vcl_text_release(&repaired);
    return points;
}

void vcl_unicode_nfc(vcl_text *out, vcl_slice text)
{
    if (is_all_plain(text)) {
        vcl_text_add_slice(out, text);
        return;
    }
    codepoints points = decompose(out, text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (points.count > 0) {
        /* UTF-8 takes the place of the code points. */
        utf8proc_ssize_t size = utf8proc_reencode(points.items, (utf8proc_ssize_t)points.count,
                                                  UTF8PROC_STABLE | UTF8PROC_COMPOSE);
        vcl_text_add_slice(out, (vcl_slice){ (const char *)points.items, (size_t)size });
    }
    free(points.items);
}

/* Columns of the character at `text`, its length in *size. An invalid byte takes one. */
static size_t width_of_next(vcl_slice text, size_t *size)
{
    int32_t codepoint = vcl_unicode_decode(text, size);

    return codepoint < 0 ? 1 : (size_t)utf8proc_charwidth(codepoint);
}

size_t vcl_unicode_width(vcl_slice text)
{
    size_t width = 0;
    size_t size = 0;

    for (size_t i = 0; i < text.size; i += size) {
        width += width_of_next(vcl_slice_from(text, i), &size);
    }
    return width;
}

size_t vcl_unicode_prefix(vcl_slice text, size_t width)
{
    size_t used = 0;
    size_t size = 0;
    size_t i = 0;

    for (; i < text.size; i += size) {
        used += width_of_next(vcl_slice_from(text, i), &size);
        if (used > width) {
            break;
        }
    }
    return i;
}

static void add_codepoint(vcl_text *out, int32_t codepoint)
{
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t size = utf8proc_encode_char(codepoint, bytes);

    vcl_text_add_slice(out, (vcl_slice){ (const char *)bytes, (size_t)size });
}

static bool is_mark(int32_t codepoint)
{
    utf8proc_category_t category = utf8proc_category(codepoint);

    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

static bool is_letter(int32_t codepoint)
{
    utf8proc_category_t category = utf8proc_category(codepoint);

    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

static bool is_number(int32_t codepoint)
{
    utf8proc_category_t category = utf8proc_category(codepoint);

    return category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
}

/* White space, and what has no width at all. */
static bool is_space(int32_t codepoint)
{
    utf8proc_category_t category = utf8proc_category(codepoint);

    return (codepoint >= 0x09 && codepoint <= 0x0D) || codepoint == 0x85 ||
           (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP) ||
           (codepoint >= 0x200B && codepoint <= 0x200D) || codepoint == 0x2060 ||
           codepoint == 0xFEFF;
}

/* Vietnamese tones: grave, acute, tilde, hook above, dot below. The marks that make another vowel
 * (circumflex, breve, horn) are not among them. */
static bool is_tone(int32_t codepoint)
{
    return codepoint == 0x300 || codepoint == 0x301 || codepoint == 0x303 || codepoint == 0x309 ||
           codepoint == 0x323;
}

/* The end of the word that begins at `start`: letters and their marks. Any other character stands
 * alone. */
static size_t word_end(const codepoints *points, size_t start)
{
    size_t end = start;

    while (end < points->count && (is_letter(points->items[end]) || is_mark(points->items[end]))) {
        end++;
    }
    return end > start ? end : start + 1;
}

/* A word with its tones behind it: where people put them differs ("hoà", "hòa"). */
static void add_word(vcl_text *out, const codepoints *points, size_t start, size_t end)
{
    for (int tones = 0; tones <= 1; tones++) {
        for (size_t i = start; i < end; i++) {
            if (is_tone(points->items[i]) == (tones == 1)) {
                add_codepoint(out, points->items[i]);
            }
        }
    }
}

/* Both of the keys below for ASCII, in which all ids as a rule are: it has no marks. */
static void add_ascii_lower(vcl_text *out, vcl_slice text)
{
    bool begun = false;
    bool spaced = false;

    for (size_t i = 0; i < text.size; i++) {
        char byte = text.bytes[i];
        if (byte == ' ' || (byte >= 0x09 && byte <= 0x0D)) {
            spaced = begun;
            continue;
        }
        vcl_text_add(out, spaced ? " " : "");
        vcl_text_add_byte(out, byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte);
        begun = true;
        spaced = false;
    }
}

void vcl_unicode_twin_key(vcl_text *out, vcl_slice text)
{
    if (vcl_unicode_ascii(text)) {
        add_ascii_lower(out, text);
        return;
    }
    codepoints points =
        decompose(out, text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
    bool begun = false;
    bool spaced = false;

    for (size_t i = 0, end = 0; i < points.count; i = end) {
        end = word_end(&points, i);
        if (is_space(points.items[i])) {
            spaced = begun;
            continue;
        }
        vcl_text_add(out, spaced ? " " : "");
        add_word(out, &points, i, end);
        begun = true;
        spaced = false;
    }
    free(points.items);
}

void vcl_unicode_lower(vcl_text *out, vcl_slice text)
{
    if (vcl_unicode_ascii(text)) {
        add_ascii_lower(out, text);
        return;
    }
    codepoints points =
        decompose(out, text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
    utf8proc_ssize_t count = utf8proc_normalize_utf32(points.items, (utf8proc_ssize_t)points.count,
                                                      UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    bool begun = false;
    bool spaced = false;

    for (utf8proc_ssize_t i = 0; i < count; i++) {
        if (is_space(points.items[i])) {
            spaced = begun;
            continue;
        }
        vcl_text_add(out, spaced ? " " : "");
        add_codepoint(out, points.items[i]);
        begun = true;
        spaced = false;
    }
    free(points.items);
}

/* đ, and the eth that old fonts have in its place. */
static bool is_barred_d(int32_t codepoint)
{
    return codepoint == 0x111 || codepoint == 0xF0;
}

/* The end of the number that begins at `start`. */
static size_t number_end(const codepoints *points, size_t start)
{
    size_t end = start;

    while (end < points->count && is_number(points->items[end])) {
        end++;
    }
    return end;
}

/* Numbers keep a space between them: "1-2" is not 12. */
static void add_number(vcl_text *out, const codepoints *points, size_t start, size_t end)
{
    while (start + 1 < end && points->items[start] == '0') {
        start++;
    }
    for (size_t i = start; i < end; i++) {
        add_codepoint(out, points->items[i]);
    }
}

void vcl_unicode_search_key(vcl_text *out, vcl_slice text)
{
    codepoints points = decompose(
        out, text, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
    bool after_number = false;

    for (size_t i = 0; i < points.count; i++) {
        size_t end = number_end(&points, i);
        if (end > i) {
            vcl_text_add(out, after_number ? " " : "");
            add_number(out, &points, i, end);
            after_number = true;
            i = end - 1;
        } else if (is_letter(points.items[i])) {
            add_codepoint(out, is_barred_d(points.items[i]) ? 'd' : points.items[i]);
            after_number = false;
        }
    }
    free(points.items);
}

vcl_status vcl_unicode_copy(vcl_arena *arena, vcl_slice text, const char **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text nfc = { 0 };

    if (is_all_plain(text)) {
        return vcl_arena_copy(arena, text, out, err);
    }
    vcl_unicode_nfc(&nfc, text);
    TRY(vcl_text_status(&nfc, err));
    TRY(vcl_arena_copy(arena, (vcl_slice){ nfc.bytes, nfc.size }, out, err));
done:
    vcl_text_release(&nfc);
    return status;
}
