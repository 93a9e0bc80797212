/* The bytes of a text file as UTF-8, whatever they were written in. */
#ifndef SHEET_ENCODING_H
#define SHEET_ENCODING_H

#include "sheet/sheet.h"

/* Decodes `bytes`: told by a byte order mark (which is left out), else by the zeros of UTF-16, else
 * UTF-8, else Windows-1258, whose tone marks are composed to NFC. A file that is UTF-8 but for some
 * bytes is not taken for Windows-1258. out->bytes is a block of its own, which the caller frees,
 * with a NUL behind it that out->size does not count; NULL after a failure. VCL_ERROR_MEMORY;
 * VCL_ERROR_INPUT, naming the line, where it is no text. O(size). */
vcl_status vcl_encoding_decode(const char *path, vcl_slice bytes, vcl_sheet_encoding *encoding,
                               vcl_slice *out, vcl_error *err);

#endif
