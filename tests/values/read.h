/* Cells for the tests: in lower case as the readers want them, and what they say. */
#ifndef VALUES_READ_H
#define VALUES_READ_H

#include <string.h>

#include "base/unicode.h"
#include "support/assert.h"
#include "values/reading.h"

/* `text` in lower case, in one of a few buffers that take turns. */
static inline vcl_slice lower(const char *text)
{
    static char buffers[8][256];
    static size_t turn;
    vcl_text out = { 0 };
    char *buffer = buffers[turn++ % 8];

    vcl_unicode_lower(&out, vcl_slice_of(text));
    assert_in_range(out.size, 0, 255);
    memcpy(buffer, vcl_text_bytes(&out), out.size + 1);
    vcl_text_release(&out);
    return vcl_slice_of(buffer);
}

static inline void assert_says(const char *cell, vcl_reading reading, vcl_message expected)
{
    if (reading.message != expected) {
        fail_msg("%s: %s, not %s", cell, vcl_message_template(reading.message, VCL_ENGLISH),
                 vcl_message_template(expected, VCL_ENGLISH));
    }
}

#endif
