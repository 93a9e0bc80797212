/* Help, printed from the tables of commands and options. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <stdio.h>

#include "cli/commands.h"

/* How to use vclink at all: the commands, a line each. */
void cli_help_usage(FILE *stream, vcl_language language);

/* All there is to say of the command, or of vclink where it is NULL. */
void cli_help_print(FILE *stream, vcl_language language, const cli_command *command);

#endif
