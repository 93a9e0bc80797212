/* How alike two words are. */
#ifndef NAMES_SIMILARITY_H
#define NAMES_SIMILARITY_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum { VCL_WORD_LETTERS = 24 };

/* A word of vcl_name_words(), by characters; marks count as characters. What is longer is cut. */
typedef struct vcl_word {
    int32_t letters[VCL_WORD_LETTERS];
    uint32_t size;
    bool numeral;
} vcl_word;

void vcl_word_of(vcl_word *out, vcl_slice text);

/* 1 less the edits (a character more, less or another, or two neighbours exchanged) as a share of
 * the longer word; 0 below 0.6, and between a numeral and anything but the same. O(size^2). */
double vcl_word_similarity(const vcl_word *a, const vcl_word *b);

#endif
