/* Breaking text into lines by display width. */
#ifndef EXPORT_WRAP_H
#define EXPORT_WRAP_H

#include <stdbool.h>

#include "base/arena.h"

/* Takes the next line of at most `width` columns off `*rest`: broken at a space, or within a word
 * that is longer than a line. False once nothing is left. At least one character a line, however
 * narrow. O(length of the line). */
bool vcl_wrap_next(vcl_slice *rest, size_t width, vcl_slice *line);

/* How many lines `text` takes. */
size_t vcl_wrap_lines(vcl_slice text, size_t width);

/* The least width, from `least` on, at which `text` takes at most `lines` (at least 1). */
size_t vcl_wrap_width(vcl_slice text, size_t lines, size_t least);

#endif
