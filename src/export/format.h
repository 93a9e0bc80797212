/* A value as readers see it: grouped numbers, percentages, terms in words, "–" for null. */
#ifndef EXPORT_FORMAT_H
#define EXPORT_FORMAT_H

#include <vclink/table.h>

#include "base/text.h"

/* Appends `value` of `column`, fit for a terminal; reals have `decimals` places. */
void vcl_format_value(vcl_text *out, const vcl_value *value, const vcl_column *column, int decimals,
                      vcl_language language);

/* Is it a number, and so aligned to the right? */
bool vcl_format_is_number(const vcl_column *column);

#endif
