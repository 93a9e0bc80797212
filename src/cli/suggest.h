/* "Did you mean …?": the word nearest to what was typed. */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include <stddef.h>

/* Longest word that is compared, with its closing NUL. */
#define CLI_WORD_SIZE 48

/* Begin with { .typed = … }, try every word there is, then read `word`: NULL where none is near. */
typedef struct cli_nearest {
    const char *typed;
    const char *word;
    size_t distance;
} cli_nearest;

/* O(length²). The first of equally near words stays. */
void cli_nearest_try(cli_nearest *nearest, const char *word);

#endif
