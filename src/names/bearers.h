/* From texts to the references that bear them. */
#ifndef NAMES_BEARERS_H
#define NAMES_BEARERS_H

#include "names/match.h"

void vcl_bearers_init(vcl_bearers *bearers);
void vcl_bearers_release(vcl_bearers *bearers);

/* Says that the next reference in order bears `key`; an empty one, or one with a NUL, is borne by
 * none. VCL_ERROR_MEMORY. */
vcl_status vcl_bearers_add(vcl_bearers *bearers, vcl_slice key, vcl_error *err);

/* The number of `key`, VCL_NONE if no reference bears it. */
uint32_t vcl_bearers_find(const vcl_bearers *bearers, vcl_slice key);

/* The first reference that bears the key of that number, and the next behind `reference` that does;
 * VCL_NONE where there is none. */
uint32_t vcl_bearers_first(const vcl_bearers *bearers, uint32_t number);
uint32_t vcl_bearers_next(const vcl_bearers *bearers, uint32_t reference);

/* Does `reference` bear the key of that number? */
bool vcl_bearers_has(const vcl_bearers *bearers, uint32_t reference, uint32_t number);

#endif
