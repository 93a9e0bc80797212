/* Whose a text is: an id, a tax code, a name. */
#ifndef IMPORT_OWNERS_H
#define IMPORT_OWNERS_H

#include "base/array.h"
#include "base/idmap.h"

typedef struct vcl_owners {
    vcl_idmap texts;
    vcl_array items; /* of uint32_t by text: whose it is, or VCL_SEVERAL_OWNERS */
} vcl_owners;

#define VCL_SEVERAL_OWNERS (VCL_NONE - 1)

/* No text has an owner; allocates nothing. */
void vcl_owners_init(vcl_owners *owners);
void vcl_owners_release(vcl_owners *owners);

/* Gives `owner` the text, unless it has one already; an empty text has none. Expected O(size).
 * VCL_ERROR_MEMORY. */
vcl_status vcl_owners_claim(vcl_owners *owners, vcl_slice text, uint32_t owner, vcl_error *err);

/* The same, but a text that is another's has several from then on. */
vcl_status vcl_owners_share(vcl_owners *owners, vcl_slice text, uint32_t owner, vcl_error *err);

/* Whose the text is: VCL_NONE for nobody's, VCL_SEVERAL_OWNERS. */
uint32_t vcl_owners_find(const vcl_owners *owners, vcl_slice text);

#endif
