/* Manual pages, in the macros of man(7): everything from the tables of commands, options, figures
 * and formats, so that a new one needs no word here. */
#ifndef MANUAL_PAGE_H
#define MANUAL_PAGE_H

#include <stdio.h>

#include "cli/commands.h"

typedef struct manual_page {
    FILE *stream;
    vcl_language language;
    const char *date; /* "YYYY-MM-DD", or "" */
    const cli_command *command; /* NULL: vclink itself */
} manual_page;

void manual_page_print(const manual_page *page);

#endif
