/* Text as manual pages want it. */
#include "manual/roff.h"

#include <stdbool.h>
#include <string.h>

enum { LINE_SIZE = 72 };

/* Characters that groff would set as others of print. */
static const char *escape_of(char c)
{
    switch (c) {
    case '\\':
        return "\\(rs";
    case '"':
        return "\\(dq";
    case '-':
        return "\\-";
    case '\'':
        return "\\(aq";
    case '`':
        return "\\(ga";
    case '^':
        return "\\(ha";
    case '~':
        return "\\(ti";
    default:
        return NULL;
    }
}

static void print_escaped(FILE *stream, char c)
{
    const char *escape = escape_of(c);

    if (escape != NULL) {
        fputs(escape, stream);
    } else {
        fputc(c, stream);
    }
}

void roff_literal(FILE *stream, const char *text, size_t size)
{
    if (size > 0 && text[0] == '.') {
        fputs("\\&", stream); /* else it would be an instruction if it began a line */
    }
    for (size_t i = 0; i < size; i++) {
        print_escaped(stream, text[i]);
    }
}

void roff_typed(FILE *stream, const char *text, size_t size)
{
    fputs("\\fB", stream);
    roff_literal(stream, text, size);
    fputs("\\fR", stream);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Bytes of the option ("--as-of", "-o") that begins at `text`; 0 where none does. */
static size_t option_size(const char *text, size_t size)
{
    size_t dashes = size > 1 && text[0] == '-' ? 1U + (text[1] == '-') : 0;
    size_t end = dashes;

    while (end < size && end > 0 && (is_letter(text[end]) || text[end] == '-')) {
        end++;
    }
    return dashes > 0 && end > dashes && text[end - 1] != '-' ? end : 0;
}

/* A word of prose; *typed tells whether it stands within quotes, and is kept from word to word. */
static void print_word(FILE *stream, const char *word, size_t size, bool *typed)
{
    size_t i = 0;

    while (i < size) {
        bool begins = i == 0 || !is_letter(word[i - 1]);
        size_t option = begins && !*typed ? option_size(word + i, size - i) : 0;
        if (word[i] == '`') {
            *typed = !*typed;
            fputs(*typed ? "\\fB" : "\\fR", stream);
            i++;
        } else if (option > 0) {
            roff_typed(stream, word + i, option);
            i += option;
        } else if (!*typed && (word[i] == '-' || word[i] == '\'')) {
            fputc(word[i], stream); /* a hyphen and an apostrophe of print */
            i++;
        } else {
            print_escaped(stream, word[i]);
            i++;
        }
    }
}

void roff_prose(FILE *stream, const char *text, size_t size)
{
    bool typed = false;
    size_t column = 0;
    size_t at = 0;

    while (at < size) {
        size_t length = strcspn(text + at, " \n");
        length = length < size - at ? length : size - at;
        if (length > 0 && column > 0) {
            bool sentence = text[at - 2] == '.';
            bool full = column + length >= LINE_SIZE;
            fputc(sentence || full ? '\n' : ' ', stream);
            column = sentence || full ? 0 : column + 1;
        }
        if (length > 0 && column == 0 && (text[at] == '.' || text[at] == '\'')) {
            fputs("\\&", stream);
        }
        print_word(stream, text + at, length, &typed);
        column += length;
        at += length + 1;
    }
    fputc('\n', stream);
}

/* Words between brackets, dots and bars. */
static void print_synopsis(FILE *stream, const char *text, bool first_is_typed)
{
    static const char between[] = " []|.";
    bool typed = first_is_typed;

    while (*text != '\0') {
        size_t size = strcspn(text, between);
        if (size == 0) {
            fputc(*text, stream);
            text++;
        } else if (typed || *text == '-') {
            roff_typed(stream, text, size);
        } else {
            fputs("\\fI", stream);
            roff_literal(stream, text, size);
            fputs("\\fR", stream);
        }
        typed = typed && size == 0;
        text += size;
    }
}

void roff_synopsis(FILE *stream, const char *text)
{
    print_synopsis(stream, text, true);
}

void roff_placeholder(FILE *stream, const char *text)
{
    print_synopsis(stream, text, false);
}
