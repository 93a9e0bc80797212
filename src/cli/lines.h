/* Problems as lines "FILE:LINE: error: POINTER: message", and what was found and read in words. */
#ifndef CLI_LINES_H
#define CLI_LINES_H

#include <stdint.h>
#include <stdio.h>

#include "cli/settings.h"

typedef struct cli_line_style {
    vcl_language language;
    bool color;
    bool errors_only;
    uint64_t most_warnings; /* lines of one code; 0: all */
} cli_line_style;

/* Prints the problems kept, a line each, then a line for each code of which some were left out. */
void cli_lines_print(FILE *stream, const cli_line_style *style, const vcl_problems *problems);

/* "2 errors, 1 warning", without those that there are none of. */
void cli_lines_print_counts(FILE *stream, vcl_language language, const vcl_problems *problems);

/* "12 actors, 15 links, 2 products, 3 places". */
void cli_lines_print_contents(FILE *stream, vcl_language language, const vcl_chain *chain);

#endif
