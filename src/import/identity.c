/* Which rows mean the same actor. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"
#include "import/candidate.h"
#include "import/shared_ids.h"
#include "names/legal.h"

/* What is known of actors while rows are compared. */
typedef struct identity {
    vcl_actor_list *list;
    vcl_draft *draft;
    const vcl_gazetteer *gazetteer;
    vcl_owners tax_codes;
    vcl_owners names; /* key of the name and kind; the same with the place */
    vcl_owners numbers; /* of households, with their names; without one, with their organisations */
    vcl_array candidates; /* of vcl_identity_candidate, in the order of the draft */
    vcl_text key;
} identity;

/* The key of a name once more, with its kind and, unless VCL_NONE, its place; empty where there is no name.
 * Valid until the next. */
static vcl_slice name_key(identity *own, vcl_slice key, const char *kind, uint32_t place)
{
    vcl_text_clear(&own->key);
    if (key.size == 0 || kind == NULL) {
        return (vcl_slice){ 0 };
    }
    vcl_text_add_slice(&own->key, key);
    vcl_text_add_byte(&own->key, '\x01');
    vcl_text_add(&own->key, kind);
    if (place != VCL_NONE) {
        vcl_text_add_byte(&own->key, '\x01');
        vcl_text_add_integer(&own->key, place);
    }
    return (vcl_slice){ vcl_text_bytes(&own->key), own->key.size };
}

static vcl_status bear_name(identity *own, vcl_slice of_name, const char *kind, uint32_t place,
                            uint32_t actor, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slice key = name_key(own, of_name, kind, place);

    TRY(vcl_text_status(&own->key, err));
    TRY(vcl_owners_share(&own->names, key, actor, err));
done:
    return status;
}

/* The row lists `actor`, and whatever it says first is what is known of it. */
static vcl_status join(identity *own, const vcl_identity_candidate *c, uint32_t actor,
                       vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_actor_draft *known = vcl_actor_list_at(own->list, actor);

    own->list->row_actor[c->row] = actor;
    known->tax_code = known->tax_code.size > 0 ? known->tax_code : c->tax_code;
    known->key = known->name.size > 0 ? known->key : c->key;
    known->name = known->name.size > 0 ? known->name : c->name;
    known->place = known->place != VCL_NONE ? known->place : c->place;
    if (c->kind != NULL && c->rank > known->kind_rank) {
        known->kind = c->kind;
        known->kind_rank = c->rank;
    }
    if (vcl_draft_register(own->draft, c->row) == VCL_REGISTER_ENTERPRISES) {
        known->is_listed_buyer = true;
    }
    const vcl_entry *id = vcl_draft_entry(own->draft, c->row, VCL_FIELD_MEMBERS_ID);
    if (id != NULL) {
        vcl_draft_count(own->draft, c->row, id, VCL_MSG_IMPORT_HOUSEHOLD_AGAIN, NULL, known->id);
    }
    TRY(vcl_owners_share(&own->tax_codes, c->tax_code, actor, err));
    TRY(bear_name(own, c->key, c->kind, VCL_NONE, actor, err));
    if (c->place != VCL_NONE) {
        TRY(bear_name(own, c->key, c->kind, c->place, actor, err));
    }
done:
    return status;
}

static vcl_status add(identity *own, const vcl_identity_candidate *c, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_actor_draft actor = { .row = c->row, .number = c->number, .place = VCL_NONE };
    uint32_t number = (uint32_t)own->list->actors.count;

    if (c->id.size > 0) {
        TRY(vcl_draft_keep(own->draft, c->id, &actor.id, err));
        TRY(vcl_owners_claim(&own->list->ids, c->id, number, err));
    }
    TRY(vcl_array_add(&own->list->actors, &actor, err));
    TRY(join(own, c, number, err));
done:
    return status;
}

static vcl_status join_or_add(identity *own, const vcl_identity_candidate *c, uint32_t found,
                              vcl_error *err)
{
    if (found == VCL_SEVERAL_OWNERS) {
        vcl_draft_name(own->draft, c->row, NULL, VCL_MSG_IMPORT_ROW_SEVERAL, NULL);
        return VCL_OK;
    }
    return found == VCL_NONE ? add(own, c, err) : join(own, c, found, err);
}

/* Who bears the candidate's name and is of `kind`; a place that is not stated is no other one. */
static vcl_status find_by_name(identity *own, const vcl_identity_candidate *c, const char *kind,
                               uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slice key = name_key(own, c->key, kind, c->place);

    TRY(vcl_text_status(&own->key, err));
    *out = vcl_owners_find(&own->names, key);
    if (*out != VCL_NONE || c->place == VCL_NONE) {
        return VCL_OK;
    }
    key = name_key(own, c->key, kind, VCL_NONE);
    TRY(vcl_text_status(&own->key, err));
    uint32_t anywhere = vcl_owners_find(&own->names, key);
    if (anywhere < VCL_SEVERAL_OWNERS &&
        vcl_actor_list_at(own->list, anywhere)->place == VCL_NONE) {
        *out = anywhere;
    }
done:
    return status;
}

/* An enterprise's row that is called an organisation may mean one that is listed as such. */
static vcl_status list_by_name(identity *own, const vcl_identity_candidate *c, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t found = VCL_NONE;

    if (c->rank == VCL_RANK_LIST && c->legal != NULL && vcl_legal_is_organisation(c->legal)) {
        TRY(find_by_name(own, c, c->legal, &found, err));
    }
    if (found == VCL_NONE) {
        TRY(find_by_name(own, c, c->kind, &found, err));
    }
    if (c->name.size == 0) {
        vcl_draft_name(own->draft, c->row, NULL, VCL_MSG_IMPORT_ROW_NOBODY, NULL);
    } else {
        TRY(join_or_add(own, c, found, err));
    }
done:
    return status;
}

/* What a pass over the rows goes by. */
typedef enum pass { BY_ID, BY_TAX_CODE, BY_NAME_AND_PLACE, BY_NAME } pass;

static pass pass_of(const vcl_identity_candidate *c)
{
    if (c->id.size > 0) {
        return BY_ID;
    }
    if (c->tax_code.size > 0) {
        return BY_TAX_CODE;
    }
    return c->place != VCL_NONE ? BY_NAME_AND_PLACE : BY_NAME;
}

/* The name of an actor, valid until the next. */
static const char *say_name(identity *own, const vcl_actor_draft *actor)
{
    vcl_text_clear(&own->key);
    vcl_text_add_slice(&own->key, actor->name);
    return vcl_text_bytes(&own->key);
}

/* A tax code that another name has already is mistyped: the row goes by its name. */
static vcl_status list_by_tax_code(identity *own, const vcl_identity_candidate *c, vcl_error *err)
{
    uint32_t found = vcl_owners_find(&own->tax_codes, c->tax_code);
    const vcl_actor_draft *known =
        found < VCL_SEVERAL_OWNERS ? vcl_actor_list_at(own->list, found) : NULL;

    if (known == NULL || known->key.size == 0 || c->key.size == 0 ||
        vcl_slice_equal(known->key, c->key)) {
        return join_or_add(own, c, found, err);
    }
    vcl_identity_candidate without = *c;
    without.tax_code = (vcl_slice){ 0 };
    const vcl_identity_fields *fields =
        vcl_identity_fields_of(vcl_draft_register(own->draft, c->row));
    vcl_draft_say(own->draft, c->row, vcl_draft_entry(own->draft, c->row, fields->tax_code),
                  VCL_LOG_NOT_USED, VCL_MSG_IMPORT_TAX_CODE_OF_ANOTHER, say_name(own, known));
    return list_by_name(own, &without, err);
}

static vcl_status list_row(identity *own, const vcl_identity_candidate *c, pass by, vcl_error *err)
{
    switch (by) {
    case BY_ID:
        return join_or_add(own, c, vcl_actor_list_find(own->list, c->id), err);
    case BY_TAX_CODE:
        return list_by_tax_code(own, c, err);
    default:
        return list_by_name(own, c, err);
    }
}

/* Every row that lists somebody, save those that go on with another one. */
static vcl_status collect(identity *own, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (uint32_t i = 0; i < own->draft->row_count; i++) {
        uint32_t row = own->draft->order[i];
        vcl_identity_candidate c;
        if (vcl_identity_fields_of(vcl_draft_register(own->draft, row)) != NULL &&
            vcl_draft_row(own->draft, row)->continues == VCL_NONE) {
            TRY(vcl_candidate_read(own->draft, own->gazetteer, row, &own->key, &c, err));
            TRY(vcl_array_add(&own->candidates, &c, err));
        }
    }
done:
    return status;
}

static vcl_status pass_over(identity *own, vcl_register kind, pass by, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_identity_candidate *candidates = own->candidates.items;

    for (size_t i = 0; i < own->candidates.count; i++) {
        const vcl_identity_candidate *c = &candidates[i];
        if (!c->refused && pass_of(c) == by && vcl_draft_register(own->draft, c->row) == kind) {
            TRY(list_row(own, c, by, err));
        }
    }
done:
    return status;
}

/* Is a row of members about a household? Else it means an organisation that is listed elsewhere. */
static bool is_household(const identity *own, const vcl_identity_candidate *c)
{
    uint32_t known = vcl_actor_list_find(own->list, c->id);

    if (known != VCL_NONE && strcmp(vcl_actor_list_at(own->list, known)->kind != NULL
                                        ? vcl_actor_list_at(own->list, known)->kind
                                        : "",
                                    "farmer") != 0) {
        return false;
    }
    return strcmp(c->kind, "farmer") == 0;
}

/* A household's number with its name, or with the organisation that its row names; empty where it has
 * none. Valid until the next. */
static vcl_slice number_key(identity *own, const vcl_identity_candidate *c, bool named)
{
    vcl_text_clear(&own->key);
    if (named && c->key.size == 0) {
        return (vcl_slice){ 0 };
    }
    vcl_text_add_slice(&own->key, c->number);
    if (named) {
        vcl_text_add_byte(&own->key, '\x01');
        vcl_text_add_slice(&own->key, c->key);
    } else {
        vcl_text_add_byte(&own->key, '\x02');
        vcl_text_add_slice(&own->key,
                           vcl_draft_text(own->draft, c->row, VCL_FIELD_MEMBERS_ORGANISATION_ID));
        vcl_text_add_byte(&own->key, '\x02');
        vcl_text_add_slice(&own->key,
                           vcl_draft_text(own->draft, c->row, VCL_FIELD_MEMBERS_ORGANISATION));
    }
    return (vcl_slice){ vcl_text_bytes(&own->key), own->key.size };
}

/* By its number: who has the same name too; where either has none, the same organisation. */
static vcl_status list_by_number(identity *own, const vcl_identity_candidate *c, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t found[2] = { VCL_NONE, VCL_NONE };

    for (int named = 1; named >= 0; named--) {
        vcl_slice key = number_key(own, c, named == 1);
        TRY(vcl_text_status(&own->key, err));
        found[named] = vcl_owners_find(&own->numbers, key);
    }
    uint32_t actor = c->key.size > 0 ? found[1] : found[0];
    bool is_new = actor == VCL_NONE;
    TRY(join_or_add(own, c, actor, err));
    actor = is_new ? (uint32_t)own->list->actors.count - 1 : actor;
    for (int named = 1; named >= 0 && actor != VCL_SEVERAL_OWNERS; named--) {
        vcl_slice key = number_key(own, c, named == 1);
        TRY(vcl_text_status(&own->key, err));
        TRY(vcl_owners_share(&own->numbers, key, actor, err));
    }
done:
    return status;
}

static vcl_status list_household(identity *own, const vcl_identity_candidate *c, vcl_error *err)
{
    return c->number.size > 0 ? list_by_number(own, c, err)
                              : join_or_add(own, c, vcl_actor_list_find(own->list, c->id), err);
}

/* Those with a name before those that may mean one of them. */
static vcl_status list_households(identity *own, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_identity_candidate *candidates = own->candidates.items;

    for (size_t i = 0; i < 2 * own->candidates.count; i++) {
        const vcl_identity_candidate *c = &candidates[i % own->candidates.count];
        bool last = c->number.size > 0 && c->key.size == 0;
        if (vcl_draft_register(own->draft, c->row) == VCL_REGISTER_MEMBERS && !c->refused &&
            last == (i >= own->candidates.count) && is_household(own, c)) {
            TRY(list_household(own, c, err));
        }
    }
done:
    return status;
}

/* Rows that go on with another one list whom that lists. */
static void continue_rows(identity *own)
{
    for (uint32_t row = 0; row < own->draft->row_count; row++) {
        if (vcl_draft_row(own->draft, row)->continues != VCL_NONE &&
            vcl_identity_fields_of(vcl_draft_register(own->draft, row)) != NULL) {
            own->list->row_actor[row] = own->list->row_actor[vcl_draft_head(own->draft, row)];
        }
    }
}

/* Rows of actors whose kind nobody knows give none. */
static void name_without_kind(identity *own)
{
    for (uint32_t row = 0; row < own->draft->row_count; row++) {
        uint32_t actor = own->list->row_actor[row];
        if (actor != VCL_NONE && vcl_actor_list_at(own->list, actor)->kind == NULL) {
            own->list->row_actor[row] = VCL_NONE;
            vcl_draft_name(own->draft, row,
                           vcl_draft_entry(own->draft, row, VCL_FIELD_ORGANISATIONS_NAME),
                           VCL_MSG_IMPORT_NO_KIND, NULL);
        }
    }
}

/* An enterprise whose name says that it is an organisation, and that no other register lists. */
static void note_organisations(identity *own)
{
    const vcl_identity_candidate *candidates = own->candidates.items;

    for (size_t i = 0; i < own->candidates.count; i++) {
        const vcl_identity_candidate *c = &candidates[i];
        uint32_t actor = own->list->row_actor[c->row];
        if (c->rank == VCL_RANK_LIST && c->legal != NULL && actor != VCL_NONE &&
            vcl_legal_is_organisation(c->legal) &&
            strcmp(vcl_actor_list_at(own->list, actor)->kind, "enterprise") == 0) {
            vcl_draft_say(own->draft, c->row,
                          vcl_draft_entry(own->draft, c->row, VCL_FIELD_ENTERPRISES_NAME),
                          VCL_LOG_NOTE, VCL_MSG_IMPORT_LISTED_AS_ENTERPRISE, NULL);
        }
    }
}

/* What is certain first; of names those with a place, and organisations before enterprises, as one of
 * these may mean one of those. */
static vcl_status compare_rows(identity *own, vcl_error *err)
{
    static const struct {
        pass by;
        vcl_register kind;
    } passes[] = {
        { BY_ID, VCL_REGISTER_ORGANISATIONS },
        { BY_ID, VCL_REGISTER_ENTERPRISES },
        { BY_TAX_CODE, VCL_REGISTER_ORGANISATIONS },
        { BY_TAX_CODE, VCL_REGISTER_ENTERPRISES },
        { BY_NAME_AND_PLACE, VCL_REGISTER_ORGANISATIONS },
        { BY_NAME, VCL_REGISTER_ORGANISATIONS },
        { BY_NAME_AND_PLACE, VCL_REGISTER_ENTERPRISES },
        { BY_NAME, VCL_REGISTER_ENTERPRISES },
    };
    vcl_status status = VCL_OK;

    TRY(collect(own, err));
    TRY(vcl_shared_ids_part(own->draft, own->candidates.items, own->candidates.count, err));
    for (size_t i = 0; i < sizeof passes / sizeof *passes; i++) {
        TRY(pass_over(own, passes[i].kind, passes[i].by, err));
    }
    TRY(list_households(own, err));
    continue_rows(own);
    name_without_kind(own);
    note_organisations(own);
done:
    return status;
}

vcl_status vcl_actor_list_read(vcl_actor_list *list, vcl_draft *draft,
                               const vcl_gazetteer *gazetteer, vcl_error *err)
{
    vcl_status status = VCL_OK;
    identity own = { .list = list, .draft = draft, .gazetteer = gazetteer };

    vcl_owners_init(&own.tax_codes);
    vcl_owners_init(&own.names);
    vcl_owners_init(&own.numbers);
    vcl_array_init(&own.candidates, sizeof(vcl_identity_candidate));
    TRY(vcl_alloc(&list->row_actor, draft->row_count, sizeof *list->row_actor, err));
    for (uint32_t row = 0; row < draft->row_count; row++) {
        list->row_actor[row] = VCL_NONE;
    }
    TRY(compare_rows(&own, err));
done:
    vcl_text_release(&own.key);
    vcl_array_release(&own.candidates);
    vcl_owners_release(&own.numbers);
    vcl_owners_release(&own.names);
    vcl_owners_release(&own.tax_codes);
    return status;
}
