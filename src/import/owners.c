/* Whose a text is. */
#include "import/owners.h"

#include "base/try.h"

void vcl_owners_init(vcl_owners *owners)
{
    vcl_idmap_init(&owners->texts);
    vcl_array_init(&owners->items, sizeof(uint32_t));
}

void vcl_owners_release(vcl_owners *owners)
{
    vcl_array_release(&owners->items);
    vcl_idmap_release(&owners->texts);
}

/* The owner of a text that is not empty: this one, if nobody was before. */
static vcl_status first_owner(vcl_owners *owners, vcl_slice text, uint32_t owner, uint32_t **out,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t number = 0;

    TRY(vcl_idmap_intern(&owners->texts, text, &number, err));
    if (number == owners->items.count) {
        TRY(vcl_array_add(&owners->items, &owner, err));
    }
    *out = (uint32_t *)owners->items.items + number;
done:
    return status;
}

vcl_status vcl_owners_claim(vcl_owners *owners, vcl_slice text, uint32_t owner, vcl_error *err)
{
    uint32_t *first = NULL;

    return text.size == 0 ? VCL_OK : first_owner(owners, text, owner, &first, err);
}

vcl_status vcl_owners_share(vcl_owners *owners, vcl_slice text, uint32_t owner, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *first = NULL;

    if (text.size == 0) {
        return VCL_OK;
    }
    TRY(first_owner(owners, text, owner, &first, err));
    *first = *first == owner ? owner : VCL_SEVERAL_OWNERS;
done:
    return status;
}

uint32_t vcl_owners_find(const vcl_owners *owners, vcl_slice text)
{
    uint32_t number = text.size > 0 ? vcl_idmap_find(&owners->texts, text) : VCL_NONE;

    return number == VCL_NONE ? VCL_NONE : ((const uint32_t *)owners->items.items)[number];
}
