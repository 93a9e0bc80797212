/* UTF-8: what is well formed, and what must stay hidden. */
#include <assert.h>
#include <string.h>

#include "base/unicode.h"

/* What a first byte asks of those that follow it. */
typedef struct lead {
    size_t size;
    int32_t bits; /* of the code point */
    unsigned char low, high; /* of the second byte, where overlong forms and surrogates differ */
} lead;

/* Unicode 15, table 3-7: well-formed byte sequences. Size 0 for a byte that begins none. */
static lead lead_of(unsigned char byte)
{
    if (byte < 0x80) {
        return (lead){ 1, byte, 0, 0 };
    }
    if (byte < 0xC2 || byte > 0xF4) {
        return (lead){ 0 };
    }
    if (byte < 0xE0) {
        return (lead){ 2, byte & 0x1F, 0x80, 0xBF };
    }
    if (byte < 0xF0) {
        return (lead){ 3, byte & 0x0F, byte == 0xE0 ? 0xA0 : 0x80, byte == 0xED ? 0x9F : 0xBF };
    }
    return (lead){ 4, byte & 0x07, byte == 0xF0 ? 0x90 : 0x80, byte == 0xF4 ? 0x8F : 0xBF };
}

int32_t vcl_unicode_decode(vcl_slice text, size_t *size)
{
    assert(text.size > 0);
    const unsigned char *bytes = (const unsigned char *)text.bytes;
    lead first = lead_of(bytes[0]);
    int32_t codepoint = first.bits;

    *size = 1;
    if (first.size == 0 || first.size > text.size) {
        return -1;
    }
    for (size_t i = 1; i < first.size; i++) {
        unsigned char low = i == 1 ? first.low : 0x80;
        unsigned char high = i == 1 ? first.high : 0xBF;
        if (bytes[i] < low || bytes[i] > high) {
            return -1;
        }
        codepoint = codepoint << 6 | (bytes[i] & 0x3F);
    }
    *size = first.size;
    return codepoint;
}

/* The number of ASCII bytes that `text` begins with, counted eight at a time. */
static size_t ascii_run(vcl_slice text)
{
    uint64_t word = 0;
    size_t i = 0;

    for (; text.size - i >= sizeof word; i += sizeof word) {
        memcpy(&word, text.bytes + i, sizeof word);
        if ((word & 0x8080808080808080u) != 0) {
            break;
        }
    }
    while (i < text.size && (unsigned char)text.bytes[i] < 0x80) {
        i++;
    }
    return i;
}

bool vcl_unicode_ascii(vcl_slice text)
{
    return ascii_run(text) == text.size;
}

static bool is_tail(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* The size of a well-formed character of one byte, or of two or three of which the first sets no
 * limits to the second, as nearly all are; 0 for others. */
static size_t common_size(const unsigned char *bytes, size_t left)
{
    if (bytes[0] < 0x80) {
        return 1;
    }
    if (bytes[0] >= 0xC2 && bytes[0] < 0xE0) {
        return left > 1 && is_tail(bytes[1]) ? 2 : 0;
    }
    if (bytes[0] > 0xE0 && bytes[0] < 0xF0 && bytes[0] != 0xED) {
        return left > 2 && is_tail(bytes[1]) && is_tail(bytes[2]) ? 3 : 0;
    }
    return 0;
}

bool vcl_unicode_valid(vcl_slice text, size_t *bad)
{
    const unsigned char *bytes = (const unsigned char *)text.bytes;
    size_t size = 0;

    for (size_t i = ascii_run(text); i < text.size; i += size) {
        size = common_size(bytes + i, text.size - i);
        if (size == 0 && vcl_unicode_decode(vcl_slice_from(text, i), &size) < 0) {
            if (bad != NULL) {
                *bad = i;
            }
            return false;
        }
    }
    return true;
}

bool vcl_unicode_hidden(int32_t codepoint)
{
    return codepoint < 0x20 || (codepoint >= 0x7F && codepoint <= 0x9F) || /* C0, DEL, C1 */
           codepoint == 0x061C || codepoint == 0x200E || codepoint == 0x200F ||
           (codepoint >= 0x2028 && codepoint <= 0x202E) || /* U+2028, U+2029, embeddings */
           (codepoint >= 0x2066 && codepoint <= 0x2069) || codepoint == 0xFEFF;
}
