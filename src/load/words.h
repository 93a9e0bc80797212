/* The words that a field may hold, and which of them was probably meant by another. */
#ifndef LOAD_WORDS_H
#define LOAD_WORDS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/message.h"

enum { VCL_NO_WORD = 255 };

/* What people write for a word: "HTX" for "cooperative". */
typedef struct vcl_alias {
    const char *alias;
    const char *word;
} vcl_alias;

typedef struct vcl_words {
    const char *const *words;
    size_t count; /* below VCL_NO_WORD */
    const vcl_alias *aliases; /* ends with a NULL alias; or NULL */
    vcl_message unknown; /* says that {0} is none of {1} */
} vcl_words;

/* The index of `text`, or VCL_NO_WORD. */
uint8_t vcl_words_find(const vcl_words *words, vcl_slice text);

/* The word that `text` is an alias of or nearest to, letter case and marks aside; NULL where none
 * is near. O(size of the words * size of text), and text longer than a few words is near to none. */
const char *vcl_words_nearest(const vcl_words *words, vcl_slice text);

#endif
