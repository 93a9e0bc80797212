/* Ids made from names, where a register has none: "htx-dong-lai".
 *
 * Names that give the same letters get a number behind them, in the order in which they come, which
 * must depend on what they say alone. */
#ifndef IMPORT_SLUG_H
#define IMPORT_SLUG_H

#include "base/idmap.h"
#include "base/text.h"

/* Appends the words of `name` in lower case without marks, with hyphens between them; nothing where
 * there is neither letter nor digit. O(size). */
void vcl_slug_add(vcl_text *out, vcl_slice name);

/* Who needs an id, and which one fits. */
typedef struct vcl_slug {
    const char *base; /* not empty */
    uint32_t owner;
    const char *id; /* filled in */
} vcl_slug;

/* Gives each of `slugs` (of vcl_slug) its base as id, or, where that is taken, base-2, base-3 …; the
 * ids live in `arena`, and are in `taken` too afterwards. A base that is free as it is goes to the
 * first that wants it before any number is given. O(n) expected. VCL_ERROR_MEMORY. */
vcl_status vcl_slug_settle(vcl_array *slugs, vcl_idmap *taken, vcl_arena *arena, vcl_error *err);

/* From now on `id` is taken, and with it what differs by letter case only; *is_free (NULL is allowed):
 * was it not before? VCL_ERROR_MEMORY. */
vcl_status vcl_slug_take(vcl_idmap *taken, vcl_slice id, bool *is_free, vcl_error *err);

#endif
