/* Breaking text into lines by display width, greedily. */
#include "export/wrap.h"

#include "base/unicode.h"

static vcl_slice skip_spaces(vcl_slice text)
{
    while (text.size > 0 && text.bytes[0] == ' ') {
        text.bytes++;
        text.size--;
    }
    return text;
}

/* The beginning that fits, without a word that only half fits unless it is the first. */
static size_t line_size(vcl_slice text, size_t width)
{
    size_t fits = vcl_unicode_prefix(text, width);
    size_t size = fits;

    if (fits == 0) {
        vcl_unicode_decode(text, &size);
        return size;
    }
    if (fits == text.size || text.bytes[fits] == ' ') {
        return fits;
    }
    while (size > 0 && text.bytes[size - 1] != ' ') {
        size--;
    }
    return size > 0 ? size : fits;
}

bool vcl_wrap_next(vcl_slice *rest, size_t width, vcl_slice *line)
{
    vcl_slice text = skip_spaces(*rest);

    *line = (vcl_slice){ text.bytes, 0 };
    *rest = text;
    if (text.size == 0) {
        return false;
    }
    line->size = line_size(text, width);
    rest->bytes += line->size;
    rest->size -= line->size;
    while (line->size > 0 && line->bytes[line->size - 1] == ' ') {
        line->size--;
    }
    return true;
}

size_t vcl_wrap_lines(vcl_slice text, size_t width)
{
    vcl_slice line = { 0 };
    size_t lines = 0;

    while (vcl_wrap_next(&text, width, &line)) {
        lines++;
    }
    return lines;
}

/* No word is broken where that can be helped. */
static size_t longest_word(vcl_slice text)
{
    size_t longest = 0;

    for (size_t from = 0, to = 0; to <= text.size; to++) {
        if (to < text.size && text.bytes[to] != ' ') {
            continue;
        }
        size_t width = vcl_unicode_width((vcl_slice){ text.bytes + from, to - from });
        longest = width > longest ? width : longest;
        from = to + 1;
    }
    return longest;
}

size_t vcl_wrap_width(vcl_slice text, size_t lines, size_t least)
{
    size_t width = longest_word(text);

    width = width > least ? width : least;
    while (vcl_wrap_lines(text, width) > lines) {
        width++;
    }
    return width;
}
