/* Where a JSON value ends, found without building it.
 *
 * Strings and brackets are followed to any depth, without recursion; nothing else is checked, which
 * is for the parser to do. The search may be interrupted and goes on when more bytes are there. */
#ifndef LOAD_EXTENT_H
#define LOAD_EXTENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Zeroed to begin with. */
typedef struct vcl_extent {
    size_t size; /* bytes of the value seen so far */
    size_t depth; /* brackets that are open */
    bool in_string;
    bool escaped; /* the next byte belongs to an escape */
} vcl_extent;

/* Goes on at `extent->size` within `bytes`, which begin with the value. True once its end is found;
 * a number or word ends before the white space, comma or bracket that follows. Size 0: there is no
 * value. O(bytes seen). */
bool vcl_extent_find(vcl_extent *extent, vcl_slice bytes);

/* Must more bytes come for the value to be whole? A number at the end of the file need not. */
bool vcl_extent_is_open(const vcl_extent *extent);

#endif
