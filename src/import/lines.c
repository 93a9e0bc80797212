/* Records as JSON Lines. */
#include "import/lines.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/try.h"

void vcl_lines_init(vcl_lines *lines)
{
    *lines = (vcl_lines){ 0 };
    vcl_array_init(&lines->rows, sizeof(uint32_t));
}

void vcl_lines_release(vcl_lines *lines)
{
    vcl_array_release(&lines->rows);
    vcl_text_release(&lines->text);
}

/* Within quotes: what JSON asks for, and nothing else. */
static void add_string(vcl_text *out, vcl_slice value)
{
    static const char digits[] = "0123456789abcdef";

    vcl_text_add_byte(out, '"');
    for (size_t i = 0; i < value.size; i++) {
        unsigned char byte = (unsigned char)value.bytes[i];
        if (byte == '"' || byte == '\\') {
            vcl_text_add_byte(out, '\\');
            vcl_text_add_byte(out, (char)byte);
        } else if (byte < 0x20) {
            vcl_text_add(out, "\\u00");
            vcl_text_add_byte(out, digits[byte >> 4]);
            vcl_text_add_byte(out, digits[byte & 15]);
        } else {
            vcl_text_add_byte(out, (char)byte);
        }
    }
    vcl_text_add_byte(out, '"');
}

static void add_comma(vcl_lines *lines)
{
    vcl_text_add(&lines->text, lines->begun ? "," : "");
    lines->begun = true;
}

static void add_key(vcl_lines *lines, const char *key)
{
    add_comma(lines);
    add_string(&lines->text, vcl_slice_of(key));
    vcl_text_add_byte(&lines->text, ':');
}

void vcl_lines_begin(vcl_lines *lines, const char *record)
{
    vcl_text_add_byte(&lines->text, '{');
    add_string(&lines->text, vcl_slice_of(record));
    vcl_text_add(&lines->text, ":{");
    lines->begun = false;
}

vcl_status vcl_lines_end(vcl_lines *lines, uint32_t row, vcl_error *err)
{
    vcl_status status = VCL_OK;

    vcl_text_add(&lines->text, "}}\n");
    TRY(vcl_text_status(&lines->text, err));
    TRY(vcl_array_add(&lines->rows, &row, err));
done:
    return status;
}

void vcl_lines_add_text(vcl_lines *lines, const char *key, vcl_slice value)
{
    if (value.size > 0) {
        add_key(lines, key);
        add_string(&lines->text, value);
    }
}

/* 17 digits always do; the locale's decimal mark becomes a point. */
void vcl_lines_add_number(vcl_lines *lines, const char *key, double value)
{
    char digits[40];

    if (!isfinite(value)) {
        return;
    }
    add_key(lines, key);
    (void)snprintf(digits, sizeof digits, "%.17g", value);
    for (char *at = digits; *at != '\0'; at++) {
        bool usual = (*at >= '0' && *at <= '9') || strchr("+-e", *at) != NULL;
        vcl_text_add_byte(&lines->text, usual ? *at : '.');
    }
}

void vcl_lines_add_flag(vcl_lines *lines, const char *key, bool value)
{
    add_key(lines, key);
    vcl_text_add(&lines->text, value ? "true" : "false");
}

void vcl_lines_begin_list(vcl_lines *lines, const char *key)
{
    add_key(lines, key);
    vcl_text_add_byte(&lines->text, '[');
    lines->begun = false;
}

void vcl_lines_add_item(vcl_lines *lines, vcl_slice value)
{
    add_comma(lines);
    add_string(&lines->text, value);
}

void vcl_lines_begin_object(vcl_lines *lines)
{
    add_comma(lines);
    vcl_text_add_byte(&lines->text, '{');
    lines->begun = false;
}

void vcl_lines_end_object(vcl_lines *lines)
{
    vcl_text_add_byte(&lines->text, '}');
    lines->begun = true;
}

void vcl_lines_end_list(vcl_lines *lines)
{
    vcl_text_add_byte(&lines->text, ']');
    lines->begun = true;
}
