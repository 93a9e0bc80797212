/* What the manual says beyond the texts of the command: prose.def is its only home. */
#ifndef MANUAL_PROSE_H
#define MANUAL_PROSE_H

#include <vclink/message.h>

typedef enum manual_prose {
#define TEXT(id, english, vietnamese) MANUAL_##id,
#include "manual/prose.def"
#undef TEXT
    MANUAL_PROSE_COUNT
} manual_prose;

/* Static. */
const char *manual_prose_of(manual_prose prose, vcl_language language);

#endif
