/* Text as manual pages want it (groff_man(7), mandoc's man(7)): nothing in it can be taken for an
 * instruction, and a hyphen that is typed stays one when it is copied. UTF-8 is left as it is. */
#ifndef MANUAL_ROFF_H
#define MANUAL_ROFF_H

#include <stddef.h>
#include <stdio.h>

/* `size` bytes of what is typed: in bold, every character as it is on the keyboard. */
void roff_typed(FILE *stream, const char *text, size_t size);

/* The same without the font, for examples. */
void roff_literal(FILE *stream, const char *text, size_t size);

/* `size` bytes of text to be filled, as lines of their own: short ones, a new one after each
 * sentence. Words in `quotes` and options are set as what is typed. */
void roff_prose(FILE *stream, const char *text, size_t size);

/* A synopsis: the first word and options as they are typed, other words as what stands for
 * something. Begins no line and ends none. */
void roff_synopsis(FILE *stream, const char *text);

/* The same, but no word is typed save options: "FILE", "DATE". */
void roff_placeholder(FILE *stream, const char *text);

#endif
