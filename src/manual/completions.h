/* Completions of the command line for shells, from the tables of commands, options and figures.
 * What is offered in words is in English, as the words themselves are. */
#ifndef MANUAL_COMPLETIONS_H
#define MANUAL_COMPLETIONS_H

#include <stdio.h>

void manual_bash_print(FILE *stream);
void manual_zsh_print(FILE *stream);
void manual_fish_print(FILE *stream);

#endif
