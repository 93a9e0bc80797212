/* The words of a name that is sought, held against those of a reference. */
#ifndef NAMES_SOUGHT_H
#define NAMES_SOUGHT_H

#include "names/match.h"

enum { VCL_SOUGHT_WORDS = 24 }; /* of a name; what is longer is cut */

/* A word that is sought, and the words of references like it. */
typedef struct vcl_sought_word {
    const vcl_alike *alike;
    size_t count;
    double weight;
    bool numeral;
    bool paired;
} vcl_sought_word;

typedef struct vcl_sought {
    vcl_sought_word items[VCL_SOUGHT_WORDS];
    size_t count;
    double weight; /* of all */
} vcl_sought;

/* How many references have the word of references. */
uint32_t vcl_sought_bearers(const vcl_matcher *matcher, uint32_t word);

/* Inverse document frequency of a word that so many references have. */
double vcl_sought_weight(const vcl_matcher *matcher, uint32_t bearers);

/* The words of `words` (vcl_name_words()), once each; valid until the next call. O(words of all
 * references) for each word that was never sought. VCL_ERROR_MEMORY. */
vcl_status vcl_sought_read(vcl_matcher *matcher, vcl_slice words, vcl_sought *out, vcl_error *err);

/* The score of a reference, below 1: its words are not known to mean the same. */
double vcl_sought_score(const vcl_matcher *matcher, vcl_sought *sought, uint32_t reference);

#endif
