/* Columns of text on a terminal or a page. */
#include "cli/layout.h"

#include <string.h>

/* Columns of the first `size` bytes: every byte but the continuation bytes of UTF-8 begins one. */
static size_t columns(const char *text, size_t size)
{
    size_t count = 0;

    for (size_t i = 0; i < size; i++) {
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    }
    return count;
}

size_t cli_width(const char *text)
{
    return columns(text, strlen(text));
}

static void print_spaces(FILE *stream, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        fputc(' ', stream);
    }
}

void cli_print_padded(FILE *stream, const char *text, size_t width)
{
    size_t used = cli_width(text);

    fputs(text, stream);
    print_spaces(stream, used < width ? width - used : 1);
}

void cli_print_wrapped(FILE *stream, const char *text, size_t indent)
{
    size_t column = indent;

    while (*text != '\0') {
        size_t size = strcspn(text, " ");
        size_t width = columns(text, size);
        if (column > indent && column + 1 + width > CLI_PAGE_WIDTH) {
            fputc('\n', stream);
            print_spaces(stream, indent);
            column = indent;
        } else if (column > indent) {
            fputc(' ', stream);
            column++;
        }
        fwrite(text, 1, size, stream);
        column += width;
        text += size + strspn(text + size, " ");
    }
    fputc('\n', stream);
}
