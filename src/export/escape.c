/* Escaping for JSON, CSV, XML, DOT and the shell. */
#include "export/escape.h"

#include <assert.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/unicode.h"

static void add_range(vcl_text *out, vcl_slice text, size_t from, size_t to)
{
    if (from < to) { /* an empty text may have no bytes at all */
        vcl_text_add_slice(out, (vcl_slice){ text.bytes + from, to - from });
    }
}

void vcl_escape_json(vcl_text *out, vcl_slice json)
{
    size_t copied = 0;
    size_t size = 0;

    for (size_t i = 0; i < json.size; i += size) {
        int32_t codepoint = vcl_unicode_decode(vcl_slice_from(json, i), &size);
        if (codepoint < 0x7F || !vcl_unicode_hidden(codepoint)) {
            continue;
        }
        assert(codepoint <= 0xFFFF);
        char escape[sizeof "\\uXXXX"];
        snprintf(escape, sizeof escape, "\\u%04X", (unsigned)codepoint & 0xFFFFU);
        add_range(out, json, copied, i);
        vcl_text_add(out, escape);
        copied = i + size;
    }
    add_range(out, json, copied, json.size);
}

bool vcl_escape_is_formula(vcl_slice text)
{
    static const char *const beginnings[] = { "=",  "+",  "-",  "@",  "\t", "\r",
                                              "\n", "＝", "＋", "－", "＠" };

    for (size_t i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++) {
        size_t size = strlen(beginnings[i]);
        if (text.size >= size && memcmp(text.bytes, beginnings[i], size) == 0) {
            return true;
        }
    }
    return false;
}

static bool needs_quotes(vcl_slice text, char separator)
{
    const char parting[] = { separator, '"', '\n' };

    for (size_t i = 0; i < text.size; i++) {
        if (memchr(parting, text.bytes[i], sizeof parting) != NULL) {
            return true;
        }
    }
    return false;
}

/* Line feeds stay, between quotes; a quote is doubled. */
static void add_csv_line(vcl_text *out, vcl_slice line)
{
    size_t copied = 0;

    for (size_t i = 0; i < line.size; i++) {
        if (line.bytes[i] == '"') {
            vcl_text_add_visible(out, (vcl_slice){ line.bytes + copied, i + 1 - copied });
            copied = i;
        }
    }
    vcl_text_add_visible(out, vcl_slice_from(line, copied));
}

void vcl_escape_csv(vcl_text *out, vcl_slice text, char separator)
{
    bool quoted = needs_quotes(text, separator);
    size_t from = 0;

    vcl_text_add(out, quoted ? "\"" : "");
    vcl_text_add(out, vcl_escape_is_formula(text) ? "'" : "");
    for (size_t i = 0; i < text.size; i++) {
        if (text.bytes[i] == '\n') {
            add_csv_line(out, (vcl_slice){ text.bytes + from, i - from });
            vcl_text_add_byte(out, '\n');
            from = i + 1;
        }
    }
    add_csv_line(out, vcl_slice_from(text, from));
    vcl_text_add(out, quoted ? "\"" : "");
}

/* Noncharacters that no text should hold, and that XML forbids. */
static bool is_no_character(int32_t codepoint)
{
    return codepoint == 0xFFFE || codepoint == 0xFFFF;
}

static bool is_blank(int32_t codepoint)
{
    return codepoint == '\t' || codepoint == '\n' || codepoint == '\r';
}

enum { escape_size = 16 };

/* What stands for the character at `text`; "" where it may stand as it is. */
typedef void escape_character(int32_t codepoint, vcl_slice text, char escape[escape_size]);

static void escape_xml_character(int32_t codepoint, vcl_slice text, char escape[escape_size])
{
    bool marked = codepoint == '&' || codepoint == '<' || codepoint == '>' || codepoint == '"';

    if (codepoint < 0) {
        snprintf(escape, escape_size, "&lt;0x%02X&gt;", (unsigned char)text.bytes[0]);
    } else if ((codepoint < 0x20 && !is_blank(codepoint)) || is_no_character(codepoint)) {
        snprintf(escape, escape_size, "&lt;U+%04X&gt;", (unsigned)codepoint);
    } else if (marked || vcl_unicode_hidden(codepoint)) {
        snprintf(escape, escape_size, "&#%u;", (unsigned)codepoint);
    }
}

static void escape_dot_character(int32_t codepoint, vcl_slice text, char escape[escape_size])
{
    bool kept = codepoint == '\t' || codepoint == '\n';

    if (codepoint == '"' || codepoint == '\\') {
        snprintf(escape, escape_size, "\\%c", (char)codepoint);
    } else if (codepoint < 0) {
        snprintf(escape, escape_size, "<0x%02X>", (unsigned char)text.bytes[0]);
    } else if (!kept && (vcl_unicode_hidden(codepoint) || is_no_character(codepoint))) {
        snprintf(escape, escape_size, "<U+%04X>", (unsigned)codepoint);
    }
}

static void add_escaped(vcl_text *out, vcl_slice text, escape_character *escape_of)
{
    size_t copied = 0;
    size_t size = 0;

    for (size_t i = 0; i < text.size; i += size) {
        char escape[escape_size] = "";
        int32_t codepoint = vcl_unicode_decode(vcl_slice_from(text, i), &size);
        escape_of(codepoint, vcl_slice_from(text, i), escape);
        if (escape[0] != '\0') {
            add_range(out, text, copied, i);
            vcl_text_add(out, escape);
            copied = i + size;
        }
    }
    add_range(out, text, copied, text.size);
}

void vcl_escape_xml(vcl_text *out, vcl_slice text)
{
    add_escaped(out, text, escape_xml_character);
}

void vcl_escape_dot(vcl_text *out, vcl_slice text)
{
    add_escaped(out, text, escape_dot_character);
}

static bool is_plain_word(const char *word)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789_./+,:@%-";

    for (const char *at = word; *at != '\0'; at++) {
        if ((unsigned char)*at < 0x80 && strchr(plain, *at) == NULL) {
            return false;
        }
    }
    return *word != '\0';
}

static void add_quoted_word(vcl_text *out, const char *word)
{
    vcl_text_add(out, "'");
    for (const char *at = word; *at != '\0'; at++) {
        if (*at == '\'') {
            vcl_text_add(out, "'\\''");
        } else {
            vcl_text_add_byte(out, *at);
        }
    }
    vcl_text_add(out, "'");
}

void vcl_escape_shell(vcl_text *out, vcl_slice text)
{
    vcl_text word = { 0 };

    vcl_text_add_visible(&word, text);
    if (word.failed) {
        out->failed = true;
    } else if (is_plain_word(vcl_text_bytes(&word))) {
        vcl_text_add(out, vcl_text_bytes(&word));
    } else {
        add_quoted_word(out, vcl_text_bytes(&word));
    }
    vcl_text_release(&word);
}
