/* Cells that say nothing. */
#include "values/blank.h"

#include <string.h>

static const char *const blanks[] = {
    "-", "--", "–", "—", "…", "...", "/", "n/a", "không rõ", "chưa rõ", "không có số liệu",
};

bool vcl_blank_is(vcl_slice text)
{
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
        if (text.size == strlen(blanks[i]) && memcmp(text.bytes, blanks[i], text.size) == 0) {
            return true;
        }
    }
    return text.size == 0;
}
