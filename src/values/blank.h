/* What people write in a cell that has nothing to say: "-", "không rõ", "n/a". */
#ifndef VALUES_BLANK_H
#define VALUES_BLANK_H

#include <stdbool.h>

#include "base/text.h"

/* `text` in lower case, without spaces at its ends; an empty one says nothing, too. */
bool vcl_blank_is(vcl_slice text);

#endif
