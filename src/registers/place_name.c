/* Names of places. */
#include "registers/place_name.h"

#include <string.h>

#include "base/unicode.h"
#include "values/reading.h"

typedef struct level_word {
    const char *written; /* before the name, in lower case */
    const char *word;
    unsigned levels;
} level_word;

static const level_word words[] = {
    { "tỉnh", "tỉnh", VCL_LEVEL_PROVINCE },
    { "thành phố", "thành phố", VCL_LEVEL_PROVINCE | VCL_LEVEL_DISTRICT },
    { "tp", "thành phố", VCL_LEVEL_PROVINCE | VCL_LEVEL_DISTRICT },
    { "huyện", "huyện", VCL_LEVEL_DISTRICT },
    { "h", "huyện", VCL_LEVEL_DISTRICT },
    { "quận", "quận", VCL_LEVEL_DISTRICT },
    { "q", "quận", VCL_LEVEL_DISTRICT },
    { "thị xã", "thị xã", VCL_LEVEL_DISTRICT },
    { "tx", "thị xã", VCL_LEVEL_DISTRICT },
    { "thị trấn", "thị trấn", VCL_LEVEL_COMMUNE },
    { "tt", "thị trấn", VCL_LEVEL_COMMUNE },
    { "phường", "phường", VCL_LEVEL_COMMUNE },
    { "p", "phường", VCL_LEVEL_COMMUNE },
    { "xã", "xã", VCL_LEVEL_COMMUNE },
    { "x", "xã", VCL_LEVEL_COMMUNE },
    { "thôn", "thôn", VCL_LEVEL_VILLAGE },
    { "xóm", "xóm", VCL_LEVEL_VILLAGE },
    { "bản", "bản", VCL_LEVEL_VILLAGE },
    { "ấp", "ấp", VCL_LEVEL_VILLAGE },
};

static const level_word english[] = {
    { "province", NULL, VCL_LEVEL_PROVINCE },
    { "city", NULL, VCL_LEVEL_PROVINCE | VCL_LEVEL_DISTRICT },
    { "district", NULL, VCL_LEVEL_DISTRICT },
    { "commune", NULL, VCL_LEVEL_COMMUNE },
    { "ward", NULL, VCL_LEVEL_COMMUNE },
    { "town", NULL, VCL_LEVEL_COMMUNE },
    { "village", NULL, VCL_LEVEL_VILLAGE },
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Drops " district" from the end. */
static bool take_last(vcl_slice *name, const char *word)
{
    size_t size = strlen(word);
    size_t start = name->size > size ? name->size - size : 0;

    if (start == 0 || name->bytes[start - 1] != ' ' ||
        !vcl_reading_is(vcl_slice_from(*name, start), word)) {
        return false;
    }
    *name = vcl_reading_trim((vcl_slice){ name->bytes, start });
    return name->size > 0;
}

/* Drops "xã" or "X." from the beginning; a single letter is one only with a point. */
static bool take_word(vcl_slice *name, const level_word *w)
{
    size_t size = strlen(w->written);
    vcl_slice rest = vcl_slice_from(*name, size);

    if (name->size <= size || memcmp(name->bytes, w->written, size) != 0) {
        return false;
    }
    bool point = rest.bytes[0] == '.';
    if (!point && (size == 1 || rest.bytes[0] != ' ')) {
        return false;
    }
    rest = vcl_reading_trim(vcl_slice_from(rest, point ? 1 : 0));
    if (rest.size == 0) {
        return false;
    }
    *name = rest;
    return true;
}

vcl_place_name vcl_place_name_read(vcl_text *key, vcl_slice name)
{
    vcl_place_name found = { .levels = VCL_LEVEL_ANY };
    vcl_text lower = { 0 };

    vcl_unicode_lower(&lower, name);
    vcl_slice rest = { vcl_text_bytes(&lower), lower.size };
    for (size_t i = 0; found.word == NULL && i < COUNT(words); i++) {
        if (take_word(&rest, &words[i])) {
            found = (vcl_place_name){ words[i].word, words[i].levels };
        }
    }
    for (size_t i = 0; found.word == NULL && i < COUNT(english); i++) {
        vcl_slice bare = rest;
        if (take_last(&bare, english[i].written)) {
            found.levels = english[i].levels;
            rest = bare;
            break;
        }
    }
    vcl_unicode_twin_key(key, rest);
    key->failed = key->failed || lower.failed;
    vcl_text_release(&lower);
    return found;
}

unsigned vcl_place_levels_of(vcl_text *scratch, vcl_slice level)
{
    static const char rank[] = "cấp ";
    unsigned levels = VCL_LEVEL_ANY;

    vcl_text_clear(scratch);
    vcl_unicode_lower(scratch, level);
    vcl_slice text = vcl_reading_trim((vcl_slice){ vcl_text_bytes(scratch), scratch->size });
    if (text.size > strlen(rank) && memcmp(text.bytes, rank, strlen(rank)) == 0) {
        text = vcl_reading_trim(vcl_slice_from(text, strlen(rank)));
    }
    for (size_t i = 0; i < COUNT(words); i++) {
        levels = vcl_reading_is(text, words[i].written) ? words[i].levels : levels;
    }
    for (size_t i = 0; i < COUNT(english); i++) {
        levels = vcl_reading_is(text, english[i].written) ? english[i].levels : levels;
    }
    return levels;
}

const char *vcl_place_level_word(unsigned levels)
{
    switch (levels) {
    case VCL_LEVEL_PROVINCE:
        return "province";
    case VCL_LEVEL_DISTRICT:
        return "district";
    case VCL_LEVEL_COMMUNE:
        return "commune";
    case VCL_LEVEL_VILLAGE:
        return "village";
    default:
        return NULL;
    }
}
