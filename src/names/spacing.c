/* The words of a name, whatever stands between them. */
#include "names/spacing.h"

#include "base/unicode.h"

/* What a character is to a name. */
typedef enum part { SPACE, LETTER, DIGIT, APOSTROPHE, POINT, AMPERSAND } part;

static bool is_punctuation(int32_t codepoint)
{
    return codepoint < 0x30 || (codepoint > 0x39 && codepoint < 0x41) ||
           (codepoint > 0x5A && codepoint < 0x61) || (codepoint > 0x7A && codepoint < 0xAA) ||
           codepoint == 0xAB || codepoint == 0xB7 || codepoint == 0xBB ||
           (codepoint >= 0x2010 && codepoint <= 0x205E) || vcl_unicode_hidden(codepoint);
}

static part part_of(int32_t codepoint)
{
    switch (codepoint) {
    case '.':
        return POINT;
    case '&':
        return AMPERSAND;
    case '+': /* a word of its own: it may be what tells two names apart */
    case '@':
    case '%':
        return LETTER;
    case '\'':
    case '`':
    case 0xB4:
    case 0x2BC:
    case 0x2018:
    case 0x2019:
        return APOSTROPHE;
    default:
        break;
    }
    if (codepoint >= '0' && codepoint <= '9') {
        return DIGIT;
    }
    return is_punctuation(codepoint) ? SPACE : LETTER;
}

static part part_at(vcl_slice text, size_t at, size_t *size)
{
    if (at >= text.size) {
        *size = 0;
        return SPACE;
    }
    int32_t codepoint = vcl_unicode_decode(vcl_slice_from(text, at), size);
    return codepoint < 0 ? SPACE : part_of(codepoint);
}

/* Does the point at `at` stand between two letters that stand alone: C.P., H.T.X? */
static bool is_initials_point(vcl_slice text, size_t at, size_t letters_before)
{
    size_t size = 0;
    size_t after = 0;

    if (letters_before != 1 || part_at(text, at + 1, &size) != LETTER) {
        return false;
    }
    return part_at(text, at + 1 + size, &after) != LETTER;
}

static void add_space(vcl_text *out)
{
    if (out->size == 0 || out->bytes[out->size - 1] != ' ') {
        vcl_text_add_byte(out, ' ');
    }
}

void vcl_spacing_add(vcl_text *out, vcl_slice text)
{
    part before = SPACE;
    size_t letters = 0; /* of the word so far */
    size_t size = 0;
    size_t next = 0;

    add_space(out);
    for (size_t i = 0; i < text.size; i += size) {
        part kind = part_at(text, i, &size);
        if (kind == POINT && is_initials_point(text, i, letters)) {
            letters = 0;
            continue;
        }
        if (kind == APOSTROPHE && before == LETTER && part_at(text, i + size, &next) == LETTER) {
            vcl_text_add_byte(out, '\'');
            continue;
        }
        if ((kind != LETTER && kind != DIGIT) || kind != before) {
            add_space(out);
            letters = 0;
        }
        if (kind == LETTER || kind == DIGIT) {
            vcl_text_add_slice(out, (vcl_slice){ text.bytes + i, size });
            letters++;
        } else if (kind == AMPERSAND) {
            vcl_text_add(out, "và ");
        }
        before = kind == LETTER || kind == DIGIT ? kind : SPACE;
    }
    add_space(out);
}
