/* Escaping for HTML, and for JSON within it.
 *
 * A script element ends at "</script", whatever the script says, and "<!--" changes how its end is
 * found; so no < leaves here. */
#include "export/html_escape.h"

#include <stdio.h>

#include "base/unicode.h"

static const char *entity_of(char byte)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void vcl_html_add_text(vcl_text *out, vcl_slice text)
{
    vcl_text visible = { 0 };
    size_t copied = 0;

    vcl_text_add_visible(&visible, text);
    out->failed = out->failed || visible.failed;
    for (size_t i = 0; i < visible.size; i++) {
        const char *entity = entity_of(visible.bytes[i]);
        if (entity != NULL) {
            vcl_text_add_slice(out, (vcl_slice){ visible.bytes + copied, i - copied });
            vcl_text_add(out, entity);
            copied = i + 1;
        }
    }
    vcl_text_add(out, vcl_text_bytes(&visible) + copied);
    vcl_text_release(&visible);
}

/* Must this character of a string be written otherwise? -1, an invalid byte, must too. */
static bool is_unfit(int32_t codepoint)
{
    switch (codepoint) {
    case '"':
    case '\\':
    case '<':
    case '>':
    case '&':
    case '\'':
    case -1:
        return true;
    default:
        return vcl_unicode_hidden(codepoint);
    }
}

static void add_unfit(vcl_text *out, int32_t codepoint)
{
    char escape[sizeof "\\uXXXX"];

    if (codepoint == '"' || codepoint == '\\') {
        vcl_text_add_byte(out, '\\');
        vcl_text_add_byte(out, (char)codepoint);
        return;
    }
    /* All that are hidden stand in the basic plane: four digits do. */
    snprintf(escape, sizeof escape, "\\u%04X",
             codepoint >= 0 ? (unsigned)codepoint & 0xFFFFU : 0xFFFDU);
    vcl_text_add(out, escape);
}

void vcl_html_add_string(vcl_text *out, vcl_slice text)
{
    size_t copied = 0;
    size_t size = 0;

    vcl_text_add_byte(out, '"');
    for (size_t i = 0; i < text.size; i += size) {
        int32_t codepoint = vcl_unicode_decode(vcl_slice_from(text, i), &size);
        if (is_unfit(codepoint)) {
            vcl_text_add_slice(out, (vcl_slice){ text.bytes + copied, i - copied });
            add_unfit(out, codepoint);
            copied = i + size;
        }
    }
    vcl_text_add_slice(out, vcl_slice_from(text, copied));
    vcl_text_add_byte(out, '"');
}
