/* Columns of text on a terminal or a page. */
#ifndef CLI_LAYOUT_H
#define CLI_LAYOUT_H

#include <stddef.h>
#include <stdio.h>

/* The width that help and lists are laid out for. */
#define CLI_PAGE_WIDTH 100

/* Columns that one of our own texts (NFC, no wide characters) takes. */
size_t cli_width(const char *text);

/* Prints `text`, then spaces up to `width` columns, at least one. */
void cli_print_padded(FILE *stream, const char *text, size_t width);

/* Prints `text` from column `indent`, where the line already stands, broken at spaces before
 * CLI_PAGE_WIDTH; ends the line. */
void cli_print_wrapped(FILE *stream, const char *text, size_t indent);

#endif
