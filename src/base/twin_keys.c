/* Names of Vietnamese organisations are short and all of plain characters, of which each goes into the
 * key by itself. */
#include "base/twin_keys.h"

#include <string.h>

enum character_as {
    UNKNOWN = 0,
    LETTER,
    SPACE,
    ALONE, /* neither: it stands by itself */
    UNUSUAL, /* it fits none of these */
};

/* Longer texts are left to vcl_unicode_twin_key(). */
enum { SHORT_TEXT = 128 };

/* A key on its way: there is room for the largest body and tones of so many characters, each written
 * at its full length. */
struct writing {
    char bytes[SHORT_TEXT * (sizeof((vcl_twin_character *)NULL)->body + 5)];
    size_t size;
    char tones[(SHORT_TEXT + 1) * 4];
    size_t tones_size;
    bool spaced; /* a space is due before what comes next */
};

static const char grave[] = "\xCC\x80";

/* Reads off what became of a character from the key of "à", it and "b": the tone of the first stands
 * behind the word, so it tells where the word ends. */
static void read_off(vcl_twin_character *character, const vcl_text *key)
{
    const char *rest = key->bytes + 1;
    const char *tone = strstr(rest, grave);
    size_t body_size = tone == NULL ? 0 : key->size - 1 - strlen(grave) - 1;

    if (tone == NULL || body_size > sizeof character->body) {
        return;
    }
    if (tone == rest) {
        character->as = body_size == 1 && tone[strlen(grave)] == ' ' ? SPACE : ALONE;
        character->body_size = (uint8_t)body_size;
        memcpy(character->body, tone + strlen(grave), body_size);
        return;
    }
    size_t own = (size_t)(tone - rest) - 1;
    character->as = body_size - own <= sizeof character->tones ? LETTER : UNUSUAL;
    character->body_size = (uint8_t)own;
    character->tones_size = (uint8_t)(body_size - own);
    memcpy(character->body, rest, own);
    memcpy(character->tones, tone + strlen(grave),
           character->as == LETTER ? character->tones_size : 0);
}

/* What is not found out, be it for want of memory, is unusual. */
static void find_out(vcl_twin_character *character, vcl_slice text)
{
    vcl_text key = { 0 };
    vcl_text around = { 0 };

    *character = (vcl_twin_character){ .as = UNUSUAL };
    vcl_text_add(&around, "\xC3\xA0");
    vcl_text_add_slice(&around, text);
    vcl_text_add(&around, "b");
    if (!around.failed) {
        vcl_unicode_twin_key(&key, (vcl_slice){ around.bytes, around.size });
    }
    if (!around.failed && !key.failed) {
        read_off(character, &key);
    }
    vcl_text_release(&key);
    vcl_text_release(&around);
}

/* The plain character at `text` of `size` bytes; NULL where there is none. */
static const vcl_twin_character *plain_at(vcl_twin_keys *keys, vcl_slice text, size_t *size)
{
    int32_t codepoint = (unsigned char)text.bytes[0];
    vcl_twin_character *character = NULL;

    *size = 1;
    if (codepoint >= 0x80) {
        codepoint = vcl_unicode_decode(text, size);
    }
    if (codepoint >= 0x1EA0 && codepoint <= 0x1EF9) {
        codepoint -= 0x1EA0 - 0x300;
    } else if (codepoint < 0 || codepoint >= 0x300) {
        return NULL;
    }
    character = keys->plain + codepoint;
    if (character->as == UNKNOWN) {
        find_out(character, (vcl_slice){ text.bytes, *size });
    }
    return character;
}

/* Letters are many: they are copied at full length, what is too much is written over. */
static void add_letter(struct writing *writing, const vcl_twin_character *letter)
{
    memcpy(writing->bytes + writing->size, letter->body, sizeof letter->body);
    writing->size += letter->body_size;
    memcpy(writing->tones + writing->tones_size, letter->tones, sizeof letter->tones);
    writing->tones_size += letter->tones_size;
}

static void end_word(struct writing *writing)
{
    memcpy(writing->bytes + writing->size, writing->tones, writing->tones_size);
    writing->size += writing->tones_size;
    writing->tones_size = 0;
}

static void add_character(struct writing *writing, const vcl_twin_character *character)
{
    if (character->as != LETTER) {
        end_word(writing);
    }
    if (character->as == SPACE) {
        writing->spaced = writing->size > 0;
        return;
    }
    if (writing->spaced) {
        writing->bytes[writing->size++] = ' ';
        writing->spaced = false;
    }
    add_letter(writing, character);
}

void vcl_twin_key(vcl_twin_keys *keys, vcl_text *out, vcl_slice text)
{
    struct writing writing;
    const vcl_twin_character *character = NULL;
    size_t size = 0;
    size_t i = 0;

    writing.size = 0;
    writing.tones_size = 0;
    writing.spaced = false;
    for (; i < text.size && text.size <= SHORT_TEXT; i += size) {
        character = plain_at(keys, vcl_slice_from(text, i), &size);
        if (character == NULL || character->as == UNUSUAL) {
            break;
        }
        add_character(&writing, character);
    }
    if (i < text.size) {
        vcl_unicode_twin_key(out, text);
        return;
    }
    end_word(&writing);
    vcl_text_add_slice(out, (vcl_slice){ writing.bytes, writing.size });
}
