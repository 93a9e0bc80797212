/* Finding a chain's places by what a map calls them. */
#ifndef LOAD_PLACES_H
#define LOAD_PLACES_H

#include "model/chain.h"

enum { VCL_LEVEL_WORDS = 18 };

/* Names of places as keys that do not depend on how they are typed: Unicode form, letter case, where
 * the tone mark stands, "TP." for "Thành phố". A zeroed one may be released. */
typedef struct vcl_places {
    const vcl_chain *chain;
    vcl_array names; /* of one entry for each place with a name, by key */
    vcl_array bare_names; /* the same without the word for the place's level */
    struct vcl_level_word {
        const char *written; /* both as keys */
        const char *full;
    } words[VCL_LEVEL_WORDS];
    vcl_arena texts;
} vcl_places;

/* `chain` must outlive it. Release in any case. O(places log places). VCL_ERROR_MEMORY. */
vcl_status vcl_places_init(vcl_places *places, const vcl_chain *chain, vcl_error *err);
void vcl_places_release(vcl_places *places);

/* Sets *place to the place that `text` is the id of, else to the only one of that name, else to the
 * only one of that name without the words for levels ("Huyện", "TP."); VCL_NONE if there is none or
 * there are several. Marks always count: Tân and Tấn stay apart. O(log n). VCL_ERROR_MEMORY. */
vcl_status vcl_places_find(const vcl_places *places, const char *text, uint32_t *place,
                           vcl_error *err);

#endif
