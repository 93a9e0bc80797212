/* Legal forms in names: what "HTX Đông Lai" is. */
#ifndef NAMES_LEGAL_H
#define NAMES_LEGAL_H

#include <stdbool.h>

#include "base/arena.h"

/* The kind that a name's legal form means, from its key (vcl_name_key()); NULL where it has none.
 * Static. */
const char *vcl_legal_kind(vcl_slice key);

/* Is the kind one of those that farmers form: group, cooperative, union? */
bool vcl_legal_is_organisation(const char *kind);

#endif
