/* Characters that must not go out as they are, for the formats that programs read. */
#ifndef EXPORT_ESCAPE_H
#define EXPORT_ESCAPE_H

#include <stdbool.h>

#include "base/text.h"

/* Appends JSON text with the hidden characters that JSON allows raw (DEL, C1, bidirectional
 * controls, U+2028, U+2029, U+FEFF) written as \uXXXX. They only occur inside strings. */
void vcl_escape_json(vcl_text *out, vcl_slice json);

/* Would a spreadsheet compute it instead of showing it? It begins with = + - @ TAB CR LF or a
 * full-width ＝ ＋ － ＠. */
bool vcl_escape_is_formula(vcl_slice text);

/* Appends `text` as a field of CSV: RFC 4180 quotes where a separator, quote or line feed asks for
 * them, a formula behind an apostrophe, hidden characters save the line feed shown as <U+202E>. */
void vcl_escape_csv(vcl_text *out, vcl_slice text, char separator);

/* Appends `text` as XML 1.0 text or attribute value: & < > " and what readers would fold or not show
 * (TAB, LF, CR and other hidden characters) as references, so that it is read back as it is; what
 * XML forbids even so (other C0, U+FFFE, U+FFFF, bytes that are not UTF-8) shown as <U+0001>. */
void vcl_escape_xml(vcl_text *out, vcl_slice text);

/* Appends `text` for between the double quotes of DOT: a quote behind a backslash, a backslash
 * doubled (graphviz shows one in labels, and hands both on in other attributes), hidden characters
 * save TAB and LF shown as <U+202E>. */
void vcl_escape_dot(vcl_text *out, vcl_slice text);

/* Appends `text` as one word of a POSIX shell, quoted where needed; made visible before that, so
 * that it is fit for a terminal. */
void vcl_escape_shell(vcl_text *out, vcl_slice text);

#endif
