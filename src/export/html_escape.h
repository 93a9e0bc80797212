/* Text from the data within a page: it can never become markup. */
#ifndef EXPORT_HTML_ESCAPE_H
#define EXPORT_HTML_ESCAPE_H

#include "base/text.h"

/* Appends `text` as text of an element or of a quoted attribute; hidden characters are shown as
 * <U+202E>. */
void vcl_html_add_text(vcl_text *out, vcl_slice text);

/* Appends `text` as a string of JSON, with its quotes, that may stand in a script element: < > & '
 * and hidden characters (U+2028 and U+2029 among them) are written as \uXXXX; bytes that are not
 * UTF-8 become U+FFFD. */
void vcl_html_add_string(vcl_text *out, vcl_slice text);

#endif
