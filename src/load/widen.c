/* Integers beyond 64 bits, which jansson refuses. */
#include "load/widen.h"

#include "load/extent.h"

/* Every integer of that many digits fits. */
enum { SAFE_DIGITS = 18 };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Is `word` an integer that does not fit? One that does must stay an integer: it may be an id. */
static bool overflows(vcl_slice word)
{
    static const char *const limits[] = { "9223372036854775807", "9223372036854775808" };
    size_t sign = word.size > 0 && word.bytes[0] == '-' ? 1 : 0;
    const char *limit = limits[sign];
    size_t digits = word.size - sign;

    for (size_t i = sign; i < word.size; i++) {
        if (!is_digit(word.bytes[i])) {
            return false;
        }
    }
    if (digits != SAFE_DIGITS + 1) {
        return digits > SAFE_DIGITS + 1;
    }
    for (size_t i = 0; i < digits; i++) {
        if (word.bytes[sign + i] != limit[i]) {
            return word.bytes[sign + i] > limit[i];
        }
    }
    return false;
}

void vcl_widen_integers(vcl_text *out, vcl_slice json)
{
    while (json.size > 0) {
        vcl_extent extent = { 0 };
        vcl_slice word = json;
        bool is_word = json.bytes[0] == '-' || is_digit(json.bytes[0]);

        if (is_word || json.bytes[0] == '"') {
            vcl_extent_find(&extent, json);
        }
        word.size = extent.size > 0 ? extent.size : 1;
        vcl_text_add_slice(out, word);
        if (is_word && overflows(word)) {
            vcl_text_add(out, ".0");
        }
        json.bytes += word.size;
        json.size -= word.size;
    }
}
