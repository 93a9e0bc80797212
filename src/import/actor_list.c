/* The actors that registers list. */
#include "import/actor_list.h"

#include <stdlib.h>

void vcl_actor_list_init(vcl_actor_list *list)
{
    *list = (vcl_actor_list){ 0 };
    vcl_array_init(&list->actors, sizeof(vcl_actor_draft));
    vcl_owners_init(&list->ids);
    vcl_idmap_init(&list->taken);
}

void vcl_actor_list_release(vcl_actor_list *list)
{
    free(list->row_actor);
    vcl_idmap_release(&list->taken);
    vcl_owners_release(&list->ids);
    vcl_array_release(&list->actors);
}

vcl_actor_draft *vcl_actor_list_at(const vcl_actor_list *list, uint32_t actor)
{
    return (vcl_actor_draft *)list->actors.items + actor;
}

uint32_t vcl_actor_list_find(const vcl_actor_list *list, vcl_slice id)
{
    return vcl_owners_find(&list->ids, id);
}

const vcl_identity_fields *vcl_identity_fields_of(vcl_register kind)
{
    static const vcl_identity_fields organisations = { VCL_FIELD_ORGANISATIONS_ID,
                                                       VCL_FIELD_ORGANISATIONS_NAME,
                                                       VCL_FIELD_ORGANISATIONS_KIND,
                                                       VCL_FIELD_ORGANISATIONS_TAX_ID };
    static const vcl_identity_fields enterprises = { VCL_FIELD_ENTERPRISES_ID,
                                                     VCL_FIELD_ENTERPRISES_NAME, VCL_FIELD_COUNT,
                                                     VCL_FIELD_ENTERPRISES_TAX_ID };
    static const vcl_identity_fields members = { VCL_FIELD_MEMBERS_ID, VCL_FIELD_MEMBERS_NAME,
                                                 VCL_FIELD_MEMBERS_KIND, VCL_FIELD_COUNT };

    switch (kind) {
    case VCL_REGISTER_ORGANISATIONS:
        return &organisations;
    case VCL_REGISTER_ENTERPRISES:
        return &enterprises;
    case VCL_REGISTER_MEMBERS:
        return &members;
    default:
        return NULL;
    }
}
