/* What Vietnamese text needs: one form, its width on a terminal, and keys that ignore what people
 * type differently. Built on utf8proc. */
#ifndef BASE_UNICODE_H
#define BASE_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/* Appends `text` as NFC. Here and in the keys below an invalid byte counts as U+FFFD. O(size). */
void vcl_unicode_nfc(vcl_text *out, vcl_slice text);

/* Copies `text` into the arena as NFC. VCL_ERROR_MEMORY. */
vcl_status vcl_unicode_copy(vcl_arena *arena, vcl_slice text, const char **out, vcl_error *err);

/* Columns on a terminal; combining marks and controls take none, an invalid byte one. */
size_t vcl_unicode_width(vcl_slice text);

/* The longest beginning of `text`, in bytes, that is at most `width` columns wide. */
size_t vcl_unicode_prefix(vcl_slice text, size_t width);

/* Is it well-formed UTF-8 (no overlong forms, no surrogates, nothing above U+10FFFF)? `*bad` (may
 * be NULL) is the offset of the first byte that is not. */
bool vcl_unicode_valid(vcl_slice text, size_t *bad);

/* Is every byte ASCII? O(size). */
bool vcl_unicode_ascii(vcl_slice text);

/* Appends a key that two texts share if they differ only by Unicode form, letter case, spacing or
 * the placement of the tone mark ("Hoà" and "Hòa"). Different words keep different keys: "Tân" and
 * "Tấn" stay apart. */
void vcl_unicode_twin_key(vcl_text *out, vcl_slice text);

/* Appends `text` as NFC in lower case, with single spaces between its words and none at its ends:
 * for comparing what people write with words of our own. */
void vcl_unicode_lower(vcl_text *out, vcl_slice text);

/* Appends a key for finding: lower case, without marks (đ as d), spaces, punctuation and leading
 * zeros of numbers: "HTX-09" and "htx 9" share one. Two numbers keep a space between them. Empty
 * where there is neither letter nor digit. */
void vcl_unicode_search_key(vcl_text *out, vcl_slice text);

/* Is this a character that must not reach a terminal or a label as it is: C0, DEL, C1,
 * bidirectional controls, U+2028, U+2029, U+FEFF? */
bool vcl_unicode_hidden(int32_t codepoint);

/* Decodes one character at `text`, its length in *size (at least 1). -1 where it is not valid. */
int32_t vcl_unicode_decode(vcl_slice text, size_t *size);

#endif
