/* The manual's own sentences, in both languages. */
#include "manual/prose.h"

static const char *const prose_texts[MANUAL_PROSE_COUNT][2] = {
#define TEXT(id, english, vietnamese) { english, vietnamese },
#include "manual/prose.def"
#undef TEXT
};

const char *manual_prose_of(manual_prose prose, vcl_language language)
{
    return prose_texts[prose][language];
}
