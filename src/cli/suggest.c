/* The word nearest to what was typed, by the optimal string alignment distance: insertions,
 * deletions, substitutions and swaps of neighbours count 1 each (Damerau 1964). */
#include "cli/suggest.h"

#include <string.h>

enum { ROWS = 3 };

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Three rows of the table are enough: this one, the one before, and one more for swaps. */
static size_t distance(const char *a, const char *b)
{
    size_t rows[ROWS][CLI_WORD_SIZE];
    size_t a_size = strlen(a);
    size_t b_size = strlen(b);

    for (size_t j = 0; j <= b_size; j++) {
        rows[0][j] = j;
    }
    for (size_t i = 1; i <= a_size; i++) {
        size_t *row = rows[i % ROWS];
        const size_t *above = rows[(i - 1) % ROWS];
        row[0] = i;
        for (size_t j = 1; j <= b_size; j++) {
            size_t change = above[j - 1] + (a[i - 1] != b[j - 1]);
            row[j] = smaller(change, smaller(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = smaller(row[j], rows[(i - 2) % ROWS][j - 2] + 1);
            }
        }
    }
    return rows[a_size % ROWS][b_size];
}

/* A beginning of a word counts as one slip away. */
static size_t slips(const char *typed, const char *word)
{
    size_t typed_size = strlen(typed);

    if (typed_size >= 3 && strncmp(typed, word, typed_size) == 0) {
        return 1;
    }
    return distance(typed, word);
}

void cli_nearest_try(cli_nearest *nearest, const char *word)
{
    size_t typed_size = strlen(nearest->typed);
    size_t count;

    if (typed_size == 0 || typed_size >= CLI_WORD_SIZE || strlen(word) >= CLI_WORD_SIZE) {
        return;
    }
    count = slips(nearest->typed, word);
    if (count > (typed_size + 2) / 3 || (nearest->word != NULL && count >= nearest->distance)) {
        return;
    }
    nearest->word = word;
    nearest->distance = count;
}
