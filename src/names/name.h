/* Names of organisations in one form.
 *
 * Certain enough to link: Unicode form, case, spacing, punctuation, where a tone mark stands, &
 * for và, a space between letters and digits, and legal forms spelled out or not (HTX, THT,
 * LHHTX, Cty, CTCP, TNHH, MTV, DNTN, DN, HKD). In what stands right behind the legal form, with
 * a name of its own still to follow, also SX, TM, DV, XNK, and NN behind HTX, THT and LHHTX.
 * Never: another mark or letter (Tân, Tấn; Quý, Quí), another numeral (HTX 1, HTX 2, HTX 01),
 * words more or fewer, or in another order. Whatever else people shorten only raises the score. */
#ifndef NAMES_NAME_H
#define NAMES_NAME_H

#include "base/text.h"

/* Appends the key that two names share if and only if they are certainly the same: words with
 * single spaces between them, as vcl_unicode_twin_key() has them. Empty where there is neither
 * letter nor digit. Holds no NUL. O(size). */
void vcl_name_key(vcl_text *out, vcl_slice name);

/* Appends words for comparing names that are not the same: as the key, with every abbreviation that
 * we know spelled out. O(size). */
void vcl_name_words(vcl_text *out, vcl_slice name);

#endif
