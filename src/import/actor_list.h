/* The actors that registers list: who they are, before it is known what is told of them. */
#ifndef IMPORT_ACTOR_LIST_H
#define IMPORT_ACTOR_LIST_H

#include "import/gazetteer.h"
#include "import/owners.h"

typedef struct vcl_actor_draft {
    const char *id; /* NULL until it is made */
    vcl_slice number; /* of a household within its organisation; empty where not stated */
    const char *kind; /* a word of the dataset's */
    unsigned kind_rank; /* how well it is known */
    vcl_slice tax_code; /* empty where not stated */
    vcl_slice name; /* the same */
    vcl_slice key; /* vcl_name_key() of it */
    uint32_t place; /* VCL_NONE */
    uint32_t
        row; /* the first in order that it came from; VCL_NONE: somebody decided that it is one */
    bool is_listed_buyer; /* stands in the register of enterprises */
} vcl_actor_draft;

typedef struct vcl_actor_list {
    vcl_array actors; /* of vcl_actor_draft */
    vcl_owners ids; /* as stated or made */
    vcl_idmap taken; /* ids in lower case, for making new ones */
    uint32_t *row_actor; /* by row: whom it lists; VCL_NONE where it lists nobody */
} vcl_actor_list;

void vcl_actor_list_init(vcl_actor_list *list);
void vcl_actor_list_release(vcl_actor_list *list);

/* Finds out which rows of organisations, enterprises and households mean the same actor: those with
 * one id; without differing ids, with one tax code; without either, with one name, kind and place,
 * where a place that is not stated is no other place if only one bears the name. Households without
 * an id are never taken for each other. A row of members that means an organisation lists nobody
 * here. An id that stands for different names makes nobody one (import/shared_ids.h), nor does a tax
 * code. O(n). VCL_ERROR_MEMORY. */
vcl_status vcl_actor_list_read(vcl_actor_list *list, vcl_draft *draft,
                               const vcl_gazetteer *gazetteer, vcl_error *err);

vcl_actor_draft *vcl_actor_list_at(const vcl_actor_list *list, uint32_t actor);

/* By its id, VCL_NONE where nobody has it. */
uint32_t vcl_actor_list_find(const vcl_actor_list *list, vcl_slice id);

/* The fields by which the row of a register says whom it lists; VCL_FIELD_COUNT where it has none. */
typedef struct vcl_identity_fields {
    vcl_register_field id;
    vcl_register_field name;
    vcl_register_field kind;
    vcl_register_field tax_code;
} vcl_identity_fields;

/* Static; NULL for registers that list no actors. */
const vcl_identity_fields *vcl_identity_fields_of(vcl_register kind);

/* Gives an id to every organisation and enterprise without one: its tax code, if nobody else has it,
 * else one made of its name. VCL_ERROR_MEMORY. */
vcl_status vcl_actor_list_name_organisations(vcl_actor_list *list, vcl_draft *draft,
                                             vcl_error *err);

/* The same for households: the id of `organisation[actor]` (VCL_NONE: of none) with a number.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_actor_list_name_households(vcl_actor_list *list, vcl_draft *draft,
                                          const uint32_t *organisation, vcl_error *err);

/* Adds one that no row lists, with an id made of what is known; actor->id is what it should be, or
 * NULL. VCL_ERROR_MEMORY. */
vcl_status vcl_actor_list_add(vcl_actor_list *list, vcl_draft *draft, const vcl_actor_draft *actor,
                              uint32_t *out, vcl_error *err);

#endif
