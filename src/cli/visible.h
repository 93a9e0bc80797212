/* Text from outside (arguments, names of files, pointers into data) made fit for a terminal. */
#ifndef CLI_VISIBLE_H
#define CLI_VISIBLE_H

#include <stdio.h>

/* Prints `text` with control characters (C0, DEL, C1), bidirectional controls, line and paragraph
 * separators and the byte order mark shown as <U+001B>, and invalid UTF-8 as <0xFF>. */
void cli_print_visible(FILE *stream, const char *text);

#endif
