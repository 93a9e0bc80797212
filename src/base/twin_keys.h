/* Twin keys by the hundred thousand: what becomes of a plain character is found out once. */
#ifndef BASE_TWIN_KEYS_H
#define BASE_TWIN_KEYS_H

#include "base/unicode.h"

/* What stands before the combining marks, then precomposed Vietnamese. */
enum { VCL_PLAIN_CHARACTERS = 0x300 + 0x1EF9 - 0x1EA0 + 1 };

/* What becomes of a character in a key. */
typedef struct vcl_twin_character {
    char body[8];
    char tones[4]; /* they go behind the word */
    uint8_t body_size;
    uint8_t tones_size;
    uint8_t as; /* 0 while it is not known */
} vcl_twin_character;

/* One that is zeroed knows nothing yet. */
typedef struct vcl_twin_keys {
    vcl_twin_character plain[VCL_PLAIN_CHARACTERS];
} vcl_twin_keys;

/* Appends what vcl_unicode_twin_key() does. */
void vcl_twin_key(vcl_twin_keys *keys, vcl_text *out, vcl_slice text);

#endif
