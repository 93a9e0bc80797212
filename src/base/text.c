/* A text that is being written. */
#include "base/text.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/error.h"
#include "base/unicode.h"

static const size_t first_capacity = 64;

void vcl_text_release(vcl_text *text)
{
    free(text->bytes);
    *text = (vcl_text){ 0 };
}

void vcl_text_clear(vcl_text *text)
{
    text->size = 0;
    if (text->bytes != NULL) {
        text->bytes[0] = '\0';
    }
}

/* Makes room for `extra` bytes and the closing NUL; false where that fails, now or before. */
static bool make_room(vcl_text *text, size_t extra)
{
    size_t capacity = text->capacity > 0 ? text->capacity : first_capacity;
    char *bytes = NULL;

    if (text->failed || extra < text->capacity - text->size) {
        return !text->failed;
    }
    if (extra < SIZE_MAX / 4 && text->size < SIZE_MAX / 4) {
        while (capacity <= text->size + extra) {
            capacity *= 2;
        }
        bytes = realloc(text->bytes, capacity);
    }
    if (bytes == NULL) {
        text->failed = true;
        return false;
    }
    text->bytes = bytes;
    text->capacity = capacity;
    return true;
}

void vcl_text_add_slice(vcl_text *text, vcl_slice addition)
{
    if (!make_room(text, addition.size)) {
        return;
    }
    if (addition.size > 0) {
        memcpy(text->bytes + text->size, addition.bytes, addition.size);
    }
    text->size += addition.size;
    text->bytes[text->size] = '\0';
}

void vcl_text_add(vcl_text *text, const char *addition)
{
    vcl_text_add_slice(text, vcl_slice_of(addition));
}

void vcl_text_add_byte(vcl_text *text, char byte)
{
    vcl_text_add_slice(text, (vcl_slice){ &byte, 1 });
}

void vcl_text_add_integer(vcl_text *text, int64_t value)
{
    char digits[VCL_DECIMAL_SIZE];
    size_t size = vcl_decimal_of_integer(value, digits);

    vcl_text_add_slice(text, (vcl_slice){ digits, size });
}

/* `digits` as printf() wrote them: whatever is no part of a number is the locale's separator. */
static void add_printed(vcl_text *text, const char *digits)
{
    static const char number_bytes[] = "+-0123456789abcdefghijklmnopqrstuvwxyz";
    size_t whole = strspn(digits, number_bytes);
    size_t separator = strcspn(digits + whole, number_bytes);

    vcl_text_add_slice(text, (vcl_slice){ digits, whole });
    if (separator > 0) {
        vcl_text_add_byte(text, '.');
        vcl_text_add(text, digits + whole + separator);
    }
}

enum { number_size = 48 }; /* sign, 17 digits, separator of several bytes, exponent */

void vcl_text_add_real(vcl_text *text, double value)
{
    char digits[number_size];
    size_t size = vcl_decimal_of_real(value, digits);

    if (size > 0) {
        vcl_text_add_slice(text, (vcl_slice){ digits, size });
        return;
    }
    snprintf(digits, sizeof digits, "%.12g", value == 0.0 ? 0.0 : value); /* -0.0 is 0 */
    add_printed(text, digits);
}

void vcl_text_add_exact(vcl_text *text, double value)
{
    static const int safe_digits = 15; /* any number of so many is read back as it was */
    static const double all_whole = 9007199254740992.0; /* 2^53 */
    char digits[number_size];

    if (fabs(value) < all_whole && trunc(value) == value) {
        vcl_text_add_integer(text, (int64_t)value);
        return;
    }
    for (int count = safe_digits; count <= safe_digits + 2; count++) {
        snprintf(digits, sizeof digits, "%.*g", count, value);
        if (strtod(digits, NULL) == value) {
            break;
        }
    }
    add_printed(text, digits);
}

/* One character or byte that must not be seen as it is, by its number. */
static void add_hidden(vcl_text *text, int32_t codepoint, unsigned char byte)
{
    char shown[16];

    if (codepoint >= 0) {
        snprintf(shown, sizeof shown, "<U+%04" PRIX32 ">", (uint32_t)codepoint);
    } else {
        snprintf(shown, sizeof shown, "<0x%02X>", byte);
    }
    vcl_text_add(text, shown);
}

void vcl_text_add_visible(vcl_text *text, vcl_slice addition)
{
    size_t done = 0; /* bytes before it are in `text` */
    size_t size = 0;

    for (size_t i = 0; i < addition.size; i += size) {
        int32_t codepoint = vcl_unicode_decode(vcl_slice_from(addition, i), &size);
        if (codepoint >= 0 && !vcl_unicode_hidden(codepoint)) {
            continue;
        }
        vcl_text_add_slice(text, (vcl_slice){ addition.bytes + done, i - done });
        add_hidden(text, codepoint, (unsigned char)addition.bytes[i]);
        done = i + size;
    }
    if (done < addition.size) {
        vcl_text_add_slice(text, vcl_slice_from(addition, done));
    }
}

vcl_status vcl_text_status(const vcl_text *text, vcl_error *err)
{
    return text->failed ? vcl_fail_memory(err) : VCL_OK;
}

const char *vcl_text_bytes(const vcl_text *text)
{
    return text->bytes != NULL ? text->bytes : "";
}

static bool continues_character(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

void vcl_text_cut(char *buffer, size_t size, vcl_slice text)
{
    size_t count = text.size;

    if (size == 0) {
        return;
    }
    if (count >= size) {
        count = size - 1;
        while (count > 0 && continues_character(text.bytes[count])) {
            count--;
        }
    }
    if (count > 0) {
        memcpy(buffer, text.bytes, count);
    }
    buffer[count] = '\0';
}
