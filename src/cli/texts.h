/* The command's own sentences, in both languages: texts.def is their only home. */
#ifndef CLI_TEXTS_H
#define CLI_TEXTS_H

#include <stdint.h>
#include <stdio.h>

#include "cli/settings.h"

typedef enum cli_text {
#define TEXT(id, english, vietnamese) CLI_TEXT_##id,
#include "cli/texts.def"
#undef TEXT
    CLI_TEXT_COUNT
} cli_text;

/* Room for any uint64_t in digits and its NUL. */
#define CLI_DIGITS_SIZE 21

/* The sentence as it stands in texts.def; static. */
const char *cli_text_of(cli_text text, vcl_language language);

/* Prints a sentence with {0} … {9} replaced by `arguments`, which are made visible. NULL is
 * allowed where the sentence has none. */
void cli_print(FILE *stream, vcl_language language, cli_text text, const char *const *arguments);

/* The same on standard error, as a line that begins with "vclink: ". */
void cli_complain(vcl_language language, cli_text text, const char *const *arguments);

/* Tells of a failure of the library likewise, and gives the exit status that goes with it. */
int cli_report(vcl_language language, const vcl_error *err);

/* Writes `number` in digits into `buffer` and gives it back. */
const char *cli_digits(uint64_t number, char buffer[CLI_DIGITS_SIZE]);

#endif
