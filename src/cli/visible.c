/* Text from outside made fit for a terminal. */
#include "cli/visible.h"

#include <stdbool.h>
#include <stdint.h>

/* The length that the first byte of a UTF-8 sequence announces; 0 where none begins with it. */
static int announced_length(unsigned char first)
{
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return 2;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        return 3;
    }
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

static bool is_scalar(uint32_t codepoint, int length)
{
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };

    return codepoint >= least[length] && codepoint <= 0x10FFFF &&
           (codepoint < 0xD800 || codepoint > 0xDFFF);
}

/* Decodes one character; 0 where the bytes are not valid UTF-8. A NUL ends every sequence, so
 * nothing beyond the text is read. */
static int decode(const unsigned char *bytes, uint32_t *codepoint)
{
    static const unsigned char mask[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
    int length = announced_length(bytes[0]);

    *codepoint = bytes[0] & mask[length];
    for (int i = 1; i < length; i++) {
        if ((bytes[i] & 0xC0) != 0x80) {
            return 0;
        }
        *codepoint = *codepoint << 6 | (bytes[i] & 0x3F);
    }
    return length > 0 && is_scalar(*codepoint, length) ? length : 0;
}

static bool is_hidden(uint32_t c)
{
    bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    bool bidirectional = c == 0x061C || c == 0x200E || c == 0x200F ||
                         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);

    return control || bidirectional || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

void cli_print_visible(FILE *stream, const char *text)
{
    const unsigned char *at = (const unsigned char *)text;

    while (*at != '\0') {
        uint32_t codepoint = 0;
        int length = decode(at, &codepoint);
        if (length == 0) {
            fprintf(stream, "<0x%02X>", *at);
            length = 1;
        } else if (is_hidden(codepoint)) {
            fprintf(stream, "<U+%04X>", codepoint);
        } else {
            fwrite(at, 1, (size_t)length, stream);
        }
        at += length;
    }
}
