/* What a cell was understood as, or why it was not.
 *
 * The readers of this folder take a cell as vcl_unicode_lower() gives it, unless they say
 * otherwise, allocate nothing and never guess in silence: the message of a reading is the line
 * of the import log. Its {0} is the cell as it stands in the sheet and its {1} what became of
 * it, which the caller knows; a column has few different messages, so that the log tells each
 * once with its number of cells and an example. */
#ifndef VALUES_READING_H
#define VALUES_READING_H

#include <stdbool.h>

#include "base/message.h"

typedef struct vcl_reading {
    bool understood;
    vcl_message message; /* how it was understood, or why it was not */
} vcl_reading;

static inline vcl_reading vcl_reading_as(vcl_message how)
{
    return (vcl_reading){ true, how };
}

static inline vcl_reading vcl_reading_not(vcl_message why)
{
    return (vcl_reading){ false, why };
}

/* Does a lower-case `text` equal `word`? */
bool vcl_reading_is(vcl_slice text, const char *word);

/* Does it say that there is nothing to say: no text, a dash, "không rõ", "n/a"? */
bool vcl_reading_is_blank(vcl_slice text);

/* Does a cell that names products or actors, in lower case, say that there are none? "không có". */
bool vcl_reading_is_none(vcl_slice text);

/* Is the byte an ASCII digit? */
static inline bool vcl_reading_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* `text` without spaces at its ends. */
vcl_slice vcl_reading_trim(vcl_slice text);

/* Drops `word` from the beginning of *text, and the spaces behind it, if it stands there as a whole
 * word or before a digit. */
bool vcl_reading_take(vcl_slice *text, const char *word);

/* The same at the end. */
bool vcl_reading_take_last(vcl_slice *text, const char *word);

#endif
