/* Finding a chain's places by what a map calls them. */
#ifndef LOAD_PLACES_H
#define LOAD_PLACES_H

#include "model/chain.h"

/* Names of places as keys that do not depend on how they are typed. A zeroed one may be released. */
typedef struct vcl_places {
    const vcl_chain *chain;
    vcl_array names; /* of one entry for each place with a name, by key */
    vcl_arena texts;
} vcl_places;

/* `chain` must outlive it. Release in any case. O(places log places). VCL_ERROR_MEMORY. */
vcl_status vcl_places_init(vcl_places *places, const vcl_chain *chain, vcl_error *err);
void vcl_places_release(vcl_places *places);

/* The place of that id, VCL_NONE if there is none. O(log n). */
uint32_t vcl_places_by_id(const vcl_places *places, const char *id);

/* Sets *place to the only place of that name, VCL_NONE if there is none or there are several. O(log n).
 * VCL_ERROR_MEMORY. */
vcl_status vcl_places_by_name(const vcl_places *places, const char *name, uint32_t *place,
                              vcl_error *err);

#endif
