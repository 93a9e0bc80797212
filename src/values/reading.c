/* Words of cells. */
#include "values/reading.h"

#include <string.h>

#include "values/blank.h"

bool vcl_reading_is(vcl_slice text, const char *word)
{
    return text.size == strlen(word) && memcmp(text.bytes, word, text.size) == 0;
}

bool vcl_reading_is_blank(vcl_slice text)
{
    return vcl_blank_is(vcl_reading_trim(text));
}

bool vcl_reading_is_none(vcl_slice text)
{
    static const char *const nones[] = { "không", "không có", "chưa", "chưa có", "ko", "none" };

    text = vcl_reading_trim(text);
    for (size_t i = 0; i < sizeof nones / sizeof *nones; i++) {
        if (vcl_reading_is(text, nones[i])) {
            return true;
        }
    }
    return false;
}

vcl_slice vcl_reading_trim(vcl_slice text)
{
    while (text.size > 0 && text.bytes[0] == ' ') {
        text = vcl_slice_from(text, 1);
    }
    while (text.size > 0 && text.bytes[text.size - 1] == ' ') {
        text.size--;
    }
    return text;
}

/* Could a word go on with this byte? */
static bool goes_on(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (unsigned char)byte >= 0x80;
}

bool vcl_reading_take(vcl_slice *text, const char *word)
{
    size_t size = strlen(word);

    if (text->size < size || memcmp(text->bytes, word, size) != 0 ||
        (text->size > size && goes_on(text->bytes[size]))) {
        return false;
    }
    *text = vcl_reading_trim(vcl_slice_from(*text, size));
    return true;
}

bool vcl_reading_take_last(vcl_slice *text, const char *word)
{
    size_t size = strlen(word);

    if (text->size < size) {
        return false;
    }
    size_t start = text->size - size;
    if (memcmp(text->bytes + start, word, size) != 0 ||
        (start > 0 && goes_on(text->bytes[start - 1]) && goes_on(*word))) {
        return false;
    }
    *text = vcl_reading_trim((vcl_slice){ text->bytes, start });
    return true;
}
