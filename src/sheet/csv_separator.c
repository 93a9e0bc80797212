/* What separates the cells of a CSV file. */
#include "sheet/csv.h"

#include <string.h>

/* Looked at. */
enum { most_records = 100, most_bytes = 1 << 18 };

typedef struct sample {
    vcl_slice text;
    size_t at;
} sample;

static bool ends_line(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* Passes a quoted text that begins at `at`. */
static void pass_quoted(sample *walk)
{
    for (walk->at++; walk->at < walk->text.size; walk->at++) {
        if (walk->text.bytes[walk->at] == '"') {
            walk->at++;
            if (walk->at == walk->text.size || walk->text.bytes[walk->at] != '"') {
                return;
            }
        }
    }
}

/* Passes a record; how many cells it has. */
static size_t count_cells(sample *walk, char separator)
{
    size_t count = 1;
    bool begins = true;

    while (walk->at < walk->text.size && !ends_line(walk->text.bytes[walk->at])) {
        if (begins && walk->text.bytes[walk->at] == '"') {
            pass_quoted(walk);
            begins = false;
            continue;
        }
        begins = walk->text.bytes[walk->at] == separator;
        count += begins ? 1 : 0;
        walk->at++;
    }
    while (walk->at < walk->text.size && ends_line(walk->text.bytes[walk->at])) {
        walk->at++;
    }
    return count;
}

/* How many of the first records have as many cells as most have, of those with several. */
static size_t agreement(vcl_slice text, char separator)
{
    sample walk = { .text = text };
    size_t cells[most_records];
    size_t count = 0;
    size_t best = 0;

    while (count < most_records && walk.at < text.size) {
        cells[count++] = count_cells(&walk, separator);
    }
    for (size_t i = 0; i < count; i++) {
        size_t equal = 0;
        for (size_t j = 0; cells[i] > 1 && j < count; j++) {
            equal += cells[j] == cells[i] ? 1 : 0;
        }
        best = equal > best ? equal : best;
    }
    return best;
}

/* "sep=;" as Excel writes it: 0 where the first line is another. */
static char stated(vcl_slice text, size_t *begin)
{
    static const char word[] = "sep=";

    for (size_t i = 0; i < sizeof word - 1; i++) {
        if (i >= text.size || (text.bytes[i] | 0x20) != (word[i] | 0x20)) {
            return '\0';
        }
    }
    if (text.size < sizeof word || ends_line(text.bytes[sizeof word - 1]) ||
        (text.size > sizeof word && !ends_line(text.bytes[sizeof word]))) {
        return '\0';
    }
    *begin = sizeof word;
    if (*begin + 1 < text.size && text.bytes[*begin] == '\r' && text.bytes[*begin + 1] == '\n') {
        (*begin)++;
    }
    *begin += *begin < text.size ? 1 : 0;
    return text.bytes[sizeof word - 1];
}

char vcl_csv_separator(vcl_slice text, size_t *begin)
{
    static const char separators[] = "\t;,|"; /* of equals, what stands in a text least often */
    char best = ',';
    size_t most = 0;

    *begin = 0;
    char said = stated(text, begin);
    if (said != '\0') {
        return said;
    }
    text.size = text.size < most_bytes ? text.size : most_bytes;
    for (const char *separator = separators; *separator != '\0'; separator++) {
        size_t agreed = agreement(text, *separator);
        if (agreed > most) {
            most = agreed;
            best = *separator;
        }
    }
    return best;
}
