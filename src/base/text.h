/* A text that is being written.
 *
 * Appending never needs a check: where memory runs out the text remembers it, ignores what follows
 * and says so in vcl_text_status(). A zeroed vcl_text is empty. `bytes` is NUL-terminated once
 * something was appended, else NULL. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <vclink/status.h>

#include "base/arena.h"

typedef struct vcl_text {
    char *bytes;
    size_t size; /* without the closing NUL */
    size_t capacity;
    bool failed;
} vcl_text;

void vcl_text_release(vcl_text *text);

/* Empties it and keeps its memory; that memory once ran out is not forgotten. */
void vcl_text_clear(vcl_text *text);

void vcl_text_add(vcl_text *text, const char *addition);
void vcl_text_add_slice(vcl_text *text, vcl_slice addition);
void vcl_text_add_byte(vcl_text *text, char byte);
void vcl_text_add_integer(vcl_text *text, int64_t value);

/* At most 12 significant digits ("%.12g"), with a decimal point in every locale. */
void vcl_text_add_real(vcl_text *text, double value);

/* The fewest digits that are read back as the same number, with a decimal point in every locale;
 * whole numbers without one. `value` must be finite. */
void vcl_text_add_exact(vcl_text *text, double value);

/* `addition` with control (C0, DEL, C1) and bidirectional control characters, U+2028, U+2029, the
 * byte order mark and invalid bytes shown as <U+001B> or <0xFF>: fit for a terminal. */
void vcl_text_add_visible(vcl_text *text, vcl_slice addition);

/* VCL_OK, or VCL_ERROR_MEMORY with *err filled. */
vcl_status vcl_text_status(const vcl_text *text, vcl_error *err);

/* The text so far, "" where nothing was appended. */
const char *vcl_text_bytes(const vcl_text *text);

/* Copies `text` into `buffer` of `size` bytes, always NUL-terminated and cut where it does not fit,
 * never within a character. `size` 0 writes nothing. */
void vcl_text_cut(char *buffer, size_t size, vcl_slice text);

#endif
