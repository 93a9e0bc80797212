/* Integers beyond 64 bits, which jansson refuses. */
#ifndef LOAD_WIDEN_H
#define LOAD_WIDEN_H

#include "base/text.h"

/* Appends `json` with ".0" behind every integer that does not fit 64 bits, so that it reads as a
 * real; all else stays as it is. O(size). */
void vcl_widen_integers(vcl_text *out, vcl_slice json);

#endif
