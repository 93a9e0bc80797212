/* Texts of plain records that hold escapes or more than ASCII. */
#include "load/quick_text.h"

#include "base/unicode.h"

static int digit_of(char byte)
{
    if (byte >= '0' && byte <= '9') {
        return byte - '0';
    }
    if (byte >= 'a' && byte <= 'f') {
        return byte - 'a' + 10;
    }
    return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

/* Four hexadecimal digits; negative where one is none. */
static int32_t hexadecimal(const char *at)
{
    int32_t high = digit_of(at[0]) * 16 + digit_of(at[1]);
    int32_t low = digit_of(at[2]) * 16 + digit_of(at[3]);
    bool is_wrong =
        digit_of(at[0]) < 0 || digit_of(at[1]) < 0 || digit_of(at[2]) < 0 || digit_of(at[3]) < 0;

    return is_wrong ? -1 : high * 256 + low;
}

static char *encode(char *out, int32_t codepoint)
{
    if (codepoint < 0x80) {
        *out++ = (char)codepoint;
        return out;
    }
    if (codepoint < 0x800) {
        *out++ = (char)(0xC0 | codepoint >> 6);
    } else {
        if (codepoint < 0x10000) {
            *out++ = (char)(0xE0 | codepoint >> 12);
        } else {
            *out++ = (char)(0xF0 | codepoint >> 18);
            *out++ = (char)(0x80 | (codepoint >> 12 & 0x3F));
        }
        *out++ = (char)(0x80 | (codepoint >> 6 & 0x3F));
    }
    *out++ = (char)(0x80 | (codepoint & 0x3F));
    return out;
}

/* What follows "\u", surrogates by twos. What follows it, or NULL: no NUL, no half of a pair. */
static const char *undo_unicode(const char *at, char **out)
{
    int32_t codepoint = hexadecimal(at);

    at += 4;
    if (codepoint <= 0 || (codepoint >= 0xDC00 && codepoint <= 0xDFFF)) {
        return NULL;
    }
    if (codepoint >= 0xD800 && codepoint <= 0xDBFF) {
        int32_t low = at[0] == '\\' && at[1] == 'u' ? hexadecimal(at + 2) : -1;
        if (low < 0xDC00 || low > 0xDFFF) {
            return NULL;
        }
        codepoint = 0x10000 + (codepoint - 0xD800) * 0x400 + (low - 0xDC00);
        at += 6;
    }
    *out = encode(*out, codepoint);
    return at;
}

/* The escape at `at`. What follows it, or NULL. */
static const char *undo_escape(const char *at, char **out)
{
    static const char codes[] = "\"\\/bfnrt";
    static const char meant[] = "\"\\/\b\f\n\r\t";
    const char *code = at[1] == '\0' ? NULL : strchr(codes, at[1]);

    if (at[1] == 'u') {
        return undo_unicode(at + 2, out);
    }
    if (code == NULL) {
        return NULL;
    }
    *(*out)++ = meant[code - codes];
    return at + 2;
}

/* Undoes the escapes of the text from `at` on, behind what was copied to *out already. What follows
 * its end; NULL where it does not fit. Copies eight bytes where fewer may be meant: the next ones
 * overwrite what was too much. */
static const char *undo_escapes(vcl_quick *quick, const char *at, char **out, bool *is_valid)
{
    const char *limit = quick->scratch + sizeof quick->scratch - 16;

    while (at != NULL && quick->end - at >= VCL_QUICK_ROOM && *out <= limit) {
        uint64_t word = vcl_quick_word(at);
        uint64_t stops = vcl_quick_stops(word);
        size_t size = stops == 0 ? 8 : vcl_quick_first(stops);
        memcpy(*out, at, 8);
        *out += size;
        at += size;
        *is_valid = *is_valid && (word & VCL_HIGH_BITS) == 0;
        if (stops != 0 && *at == '"') {
            return at + 1;
        }
        if (stops != 0) {
            at = *at == '\\' ? undo_escape(at, out) : NULL;
        }
    }
    return NULL;
}

/* A text whose first escape is at `at`; `is_valid` holds where it is known that what is before it is
 * UTF-8. What escapes stand for is, too; all else is looked at once they are undone, as they begin
 * and end characters. */
static const char *text_with_escapes(vcl_quick *quick, const char *begin, const char *at,
                                     bool is_valid, vcl_slice *out)
{
    size_t before = (size_t)(at - begin);
    char *text = quick->scratch + quick->scratch_size;
    char *text_end = text + before;

    if (before > sizeof quick->scratch - quick->scratch_size) {
        return NULL;
    }
    memcpy(text, begin, before);
    at = undo_escapes(quick, at, &text_end, &is_valid);
    *out = (vcl_slice){ text, (size_t)(text_end - text) };
    quick->scratch_size += out->size;
    return at != NULL && (is_valid || vcl_unicode_valid(*out, NULL)) ? at : NULL;
}

/* A run of bytes under a look for UTF-8, eight at a time. */
struct characters {
    uint64_t due; /* high bits of the first bytes of the next eight that must go on a character */
    uint64_t odd; /* not 0 where something may be wrong: vcl_unicode_valid() then decides */
};

/* Looks at eight more bytes, of which `within` has the high bits of those that count. A byte that
 * goes on a character must stand where one that began it says, and nowhere else. First bytes of our
 * letters are known by their lower bits; all that set limits to the second byte, that are in no
 * character, or that begin one of four bytes, are odd, and so are some that few texts hold. */
static void look_at(struct characters *seen, uint64_t word, uint64_t within)
{
    uint64_t high = word & VCL_HIGH_BITS;
    uint64_t first = high & word << 1;
    uint64_t first_of_three = first & word << 2;
    uint64_t due = seen->due | first << 8 | first_of_three << 16;
    uint64_t usual = word << 5 | word << 6 | (first_of_three & word << 7); /* not C0, C1, E0, … */
    uint64_t odd = (first & (~usual | word << 3)) | (first_of_three & word << 4); /* nor ED, F0, … */

    seen->odd |= ((due ^ first ^ high) | odd) & within;
    seen->due = first >> 56 | first_of_three >> 48;
}

const char *vcl_quick_long_text(vcl_quick *quick, const char *begin, const char *at, vcl_slice *out)
{
    struct characters seen = { 0 };

    for (; quick->end - at >= VCL_QUICK_ROOM; at += 8) {
        uint64_t word = vcl_quick_word(at);
        uint64_t stops = vcl_quick_stops(word);
        if (stops == 0) {
            look_at(&seen, word, VCL_HIGH_BITS);
            continue;
        }
        look_at(&seen, word, VCL_HIGH_BITS & (stops ^ (stops - 1)));
        at += vcl_quick_first(stops);
        if (*at == '\\') {
            return text_with_escapes(quick, begin, at, seen.odd == 0, out);
        }
        *out = (vcl_slice){ begin, (size_t)(at - begin) };
        return *at == '"' && (seen.odd == 0 || vcl_unicode_valid(*out, NULL)) ? at + 1 : NULL;
    }
    return NULL;
}
