/* Names of places: "Xã Đông Lai", "TT. Mãn Đức", "huyện Tân Lạc", "Hòa Bình". */
#ifndef REGISTERS_PLACE_NAME_H
#define REGISTERS_PLACE_NAME_H

#include "base/text.h"

/* Levels, as a set: a thành phố may be a province or a district. */
enum {
    VCL_LEVEL_PROVINCE = 1,
    VCL_LEVEL_DISTRICT = 2,
    VCL_LEVEL_COMMUNE = 4,
    VCL_LEVEL_VILLAGE = 8,
    VCL_LEVEL_ANY = 15,
};

typedef struct vcl_place_name {
    const char *word; /* "xã", in one form; NULL where the name states none; static */
    unsigned levels; /* that the word may mean; VCL_LEVEL_ANY without one */
} vcl_place_name;

/* Reads the word of a level off a name and appends a key of the rest to `key`: case, spacing and
 * where a tone mark stands do not count in it, marks and numerals do. O(size). */
vcl_place_name vcl_place_name_read(vcl_text *key, vcl_slice name);

/* The levels that the word of a level means: "xã", "commune", "cấp huyện"; VCL_LEVEL_ANY where it
 * is none that we know. `scratch` is overwritten, and says whether there was memory. */
unsigned vcl_place_levels_of(vcl_text *scratch, vcl_slice level);

/* "commune" for a set of one level, else NULL. Static. */
const char *vcl_place_level_word(unsigned levels);

#endif
