/* The terms and units that occur in a result, each once, in byte order. */
#ifndef EXPORT_HTML_WORDS_H
#define EXPORT_HTML_WORDS_H

#include <vclink/table.h>

#include "base/array.h"

/* Fill an empty array of const char *, which belong to the result. Release it in any case. Such
 * words are few, some dozens: O(cells × words). VCL_ERROR_MEMORY. */
vcl_status vcl_html_terms(vcl_array *words, const vcl_result *result, vcl_error *err);
vcl_status vcl_html_units(vcl_array *words, const vcl_result *result, vcl_error *err);

#endif
