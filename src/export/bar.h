/* Bars of block characters. */
#ifndef EXPORT_BAR_H
#define EXPORT_BAR_H

#include "base/text.h"

/* Appends a bar that is exactly `width` columns wide, filled to `fraction` (what lies outside 0 … 1
 * is cut) in eighths of a column: "██▌  ". A fraction above 0 shows at least an eighth. */
void vcl_bar_add(vcl_text *out, double fraction, size_t width);

/* The same in whole columns, the rest shaded: "███░░". Neither part vanishes unless it is 0. */
void vcl_bar_add_shaded(vcl_text *out, double fraction, size_t width);

#endif
