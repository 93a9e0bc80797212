/* The words of a name, whatever stands between them. */
#ifndef NAMES_SPACING_H
#define NAMES_SPACING_H

#include "base/text.h"

/* Appends the words of a lower-case text, a space before and behind each. Punctuation parts
 * words and is dropped, save the apostrophe within a word; a point between initials joins them;
 * letters and digits part; & is "và"; + @ % are words. O(size). */
void vcl_spacing_add(vcl_text *out, vcl_slice text);

#endif
