/* Whom rows mean: by the matcher, else by a decision. */
#include <string.h>

#include "base/try.h"
#include "import/parties.h"
#include "names/legal.h"
#include "names/name.h"
#include "values/code.h"

static bool is_organisation(const vcl_actor_draft *actor)
{
    return vcl_legal_is_organisation(actor->kind);
}

static bool is_no_household(const vcl_actor_draft *actor)
{
    return strcmp(actor->kind, "farmer") != 0;
}

static bool is_anybody(const vcl_actor_draft *actor)
{
    (void)actor;
    return true;
}

typedef bool is_meant(const vcl_actor_draft *actor);

/* Who may be meant by somebody in a role. */
static is_meant *audience_of(vcl_role role)
{
    switch (role) {
    case VCL_ROLE_ORGANISATION:
    case VCL_ROLE_MEMBER:
        return is_organisation;
    case VCL_ROLE_BUYER:
        return is_no_household;
    default:
        return is_anybody;
    }
}

/* Inputs go to households, too; but no name of a buyer means one, only an id. */
static vcl_status fill(vcl_matcher *matcher, const vcl_actor_list *actors, is_meant *audience,
                       vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (uint32_t i = 0; i < actors->actors.count; i++) {
        const vcl_actor_draft *actor = vcl_actor_list_at(actors, i);
        if (actor->kind == NULL || actor->id == NULL ||
            !(audience(actor) || audience == is_no_household)) {
            continue;
        }
        vcl_party party = { .id = vcl_slice_of(actor->id) };
        if (audience(actor)) {
            party.tax_code = actor->tax_code;
            party.name = actor->name;
            party.key = actor->key;
        }
        TRY(vcl_matcher_add(matcher, &party, err));
    }
    TRY(vcl_matcher_prepare(matcher, err));
done:
    return status;
}

/* Might a text that nobody bears name several? Then a decision on one of them would lose the rest. */
static bool may_be_several(const vcl_party_draft *party)
{
    return party->message == VCL_MSG_MATCH_NONE && party->sought.name.size > 0 &&
           (strpbrk(party->written, ",;/\n") != NULL || strstr(party->written, " và ") != NULL);
}

static vcl_status match(vcl_matcher *matcher, const vcl_actor_list *actors, vcl_party_draft *party,
                        vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_match found;

    TRY(vcl_matcher_find(matcher, &party->sought, &found, err));
    party->message = found.reading.message;
    party->state = found.reading.understood ? VCL_PARTY_LINKED : VCL_PARTY_WAITING;
    if (found.reading.understood) {
        party->actor =
            vcl_actor_list_find(actors, vcl_matcher_reference(matcher, found.reference)->id);
    }
    party->message = may_be_several(party) ? VCL_MSG_MATCH_PARTS : party->message;
    party->candidate_count = found.count;
    for (size_t i = 0; i < found.count; i++) {
        const vcl_party *reference = vcl_matcher_reference(matcher, found.candidates[i].reference);
        party->candidates[i] = vcl_actor_list_find(actors, reference->id);
        party->scores[i] = found.candidates[i].score;
    }
done:
    return status;
}

/* All that deciding needs. */
typedef struct deciding {
    vcl_parties *parties;
    vcl_draft *draft;
    vcl_actor_list *actors;
    vcl_decisions *decisions;
    vcl_text key;
} deciding;

/* An id whose zeros a spreadsheet dropped is still that of the candidate. */
static uint32_t find_decided(const deciding *own, const vcl_party_draft *party, const char *id)
{
    uint32_t actor = vcl_actor_list_find(own->actors, vcl_slice_of(id));

    for (size_t i = 0; actor == VCL_NONE && i < party->candidate_count; i++) {
        const char *other = vcl_actor_list_at(own->actors, party->candidates[i])->id;
        while (*other == '0') {
            other++;
        }
        actor = strcmp(other, id) == 0 ? party->candidates[i] : VCL_NONE;
    }
    return actor;
}

static bool is_text(vcl_slice a, vcl_slice b)
{
    return a.size > 0 && vcl_slice_equal(a, b);
}

/* The one of those who may be meant that bears the name or tax code; VCL_NONE: none, or several. */
static vcl_status find_named(deciding *own, const vcl_party_draft *party, const char *text,
                             uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    char code[VCL_TAX_CODE_SIZE];
    size_t found = 0;

    vcl_text_clear(&own->key);
    vcl_name_key(&own->key, vcl_slice_of(text));
    TRY(vcl_text_status(&own->key, err));
    vcl_slice key = { vcl_text_bytes(&own->key), own->key.size };
    (void)vcl_tax_code_read(vcl_slice_of(text), code);
    for (uint32_t i = 0; i < own->actors->actors.count; i++) {
        const vcl_actor_draft *actor = vcl_actor_list_at(own->actors, i);
        if (actor->kind != NULL && actor->id != NULL && audience_of(party->role)(actor) &&
            (is_text(actor->key, key) || is_text(actor->tax_code, vcl_slice_of(code)))) {
            *out = i;
            found++;
        }
    }
    *out = found == 1 ? *out : VCL_NONE;
done:
    return status;
}

static vcl_status decide_on_id(deciding *own, vcl_party_draft *party, const vcl_decision *decision,
                               vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t actor = find_decided(own, party, decision->decision);

    if (actor == VCL_NONE) {
        TRY(find_named(own, party, decision->decision, &actor, err));
    }
    if (actor == VCL_NONE || vcl_actor_list_at(own->actors, actor)->kind == NULL) {
        return vcl_decision_fail(own->decisions, decision, VCL_MSG_DECISION_UNKNOWN_ID, err);
    }
    if (!audience_of(party->role)(vcl_actor_list_at(own->actors, actor))) {
        return vcl_decision_fail(own->decisions, decision, VCL_MSG_DECISION_NOT_MEANT, err);
    }
    party->actor = actor;
    party->state = VCL_PARTY_DECIDED;
    party->message = VCL_MSG_IMPORT_DECIDED;
done:
    return status;
}

/* The kind of an actor that is to be made; NULL where nothing tells it. */
static const char *kind_of_new(const vcl_party_draft *party, vcl_slice key, const char *stated)
{
    const char *kind = stated != NULL ? stated : vcl_legal_kind(key);

    return kind == NULL && party->role == VCL_ROLE_BUYER ? "enterprise" : kind;
}

/* The actor of that name and kind that an earlier decision made, or a new one. */
static vcl_status make_actor(deciding *own, vcl_party_draft *party, vcl_slice key, const char *kind,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    char code[VCL_TAX_CODE_SIZE];
    uint32_t number = 0;
    vcl_actor_draft actor = {
        .kind = kind, .name = party->sought.name, .key = key, .place = VCL_NONE, .row = VCL_NONE
    };
    const vcl_slice id = party->sought.id;
    const char *kept = NULL;

    vcl_text_add_byte(&own->key, '\x01');
    vcl_text_add(&own->key, kind);
    TRY(vcl_text_status(&own->key, err));
    TRY(vcl_idmap_intern(&own->parties->made, (vcl_slice){ own->key.bytes, own->key.size }, &number,
                         err));
    if (number < own->parties->made_actors.count) {
        party->actor = ((const uint32_t *)own->parties->made_actors.items)[number];
        return VCL_OK;
    }
    if (vcl_tax_code_read(party->sought.tax_code, code).understood) {
        TRY(vcl_draft_keep(own->draft, vcl_slice_of(code), &kept, err));
        actor.tax_code = vcl_slice_of(kept);
    }
    if (id.size > 0 && id.bytes != party->sought.name.bytes) {
        TRY(vcl_draft_keep(own->draft, id, &actor.id, err));
    }
    TRY(vcl_actor_list_add(own->actors, own->draft, &actor, &party->actor, err));
    TRY(vcl_array_add(&own->parties->made_actors, &party->actor, err));
done:
    return status;
}

static vcl_status decide_on_new(deciding *own, vcl_party_draft *party, const vcl_decision *decision,
                                const char *stated, vcl_error *err)
{
    vcl_status status = VCL_OK;

    vcl_text_clear(&own->key);
    vcl_name_key(&own->key, party->sought.name);
    TRY(vcl_text_status(&own->key, err));
    vcl_slice key = { NULL, own->key.size };
    TRY(vcl_draft_keep(own->draft, (vcl_slice){ vcl_text_bytes(&own->key), own->key.size },
                       &key.bytes, err));
    const char *kind = kind_of_new(party, key, stated);
    if (kind == NULL || kind[0] == '\0') {
        return vcl_decision_fail(own->decisions, decision, VCL_MSG_DECISION_KIND, err);
    }
    if (!audience_of(party->role)(&(vcl_actor_draft){ .kind = kind })) {
        return vcl_decision_fail(own->decisions, decision, VCL_MSG_DECISION_NOT_MEANT, err);
    }
    TRY(make_actor(own, party, key, kind, err));
    party->state = VCL_PARTY_DECIDED;
    party->message = VCL_MSG_IMPORT_DECIDED_NEW;
done:
    return status;
}

static vcl_status decide(deciding *own, vcl_party_draft *party, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_decision *decision = NULL;
    const char *kind = NULL;
    vcl_verdict verdict = VCL_VERDICT_ID;

    TRY(vcl_decisions_find(own->decisions, party->role, party->written, &decision, err));
    if (decision == NULL) {
        return VCL_OK;
    }
    party->decision = decision->decision;
    TRY(vcl_decision_read(decision, &verdict, &kind, err));
    switch (verdict) {
    case VCL_VERDICT_ID:
        return decide_on_id(own, party, decision, err);
    case VCL_VERDICT_NEW:
        return decide_on_new(own, party, decision, kind, err);
    case VCL_VERDICT_SKIP:
        party->state = VCL_PARTY_SKIPPED;
        party->message = VCL_MSG_IMPORT_SKIPPED;
        break;
    }
done:
    return status;
}

/* Seeks the parties of the roles that have one of these audiences, among `audience`. */
static vcl_status seek(deciding *own, is_meant *audience, is_meant *other, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_matcher matcher;
    bool filled = false;

    vcl_matcher_init(&matcher);
    for (uint32_t i = 0; i < own->parties->parties.count; i++) {
        vcl_party_draft *party = (vcl_party_draft *)own->parties->parties.items + i;
        if (audience_of(party->role) != audience && audience_of(party->role) != other) {
            continue;
        }
        if (!filled) {
            TRY(fill(&matcher, own->actors, audience, err));
            filled = true;
        }
        TRY(match(&matcher, own->actors, party, err));
        if (party->state == VCL_PARTY_WAITING) {
            TRY(decide(own, party, err));
        }
    }
done:
    vcl_matcher_release(&matcher);
    return status;
}

static bool has_households(const vcl_actor_list *actors)
{
    for (uint32_t i = 0; i < actors->actors.count; i++) {
        const vcl_actor_draft *actor = vcl_actor_list_at(actors, i);
        if (actor->kind != NULL && !is_no_household(actor)) {
            return true;
        }
    }
    return false;
}

vcl_status vcl_parties_seek_organisations(vcl_parties *parties, vcl_draft *draft,
                                          vcl_actor_list *actors, vcl_decisions *decisions,
                                          vcl_error *err)
{
    deciding own = { .parties = parties, .draft = draft, .actors = actors, .decisions = decisions };
    vcl_status status = seek(&own, is_organisation, is_organisation, err);

    vcl_text_release(&own.key);
    return status;
}

vcl_status vcl_parties_seek_others(vcl_parties *parties, vcl_draft *draft, vcl_actor_list *actors,
                                   vcl_decisions *decisions, vcl_error *err)
{
    vcl_status status = VCL_OK;
    deciding own = { .parties = parties, .draft = draft, .actors = actors, .decisions = decisions };

    if (has_households(actors)) {
        TRY(seek(&own, is_no_household, is_no_household, err));
        TRY(seek(&own, is_anybody, is_anybody, err));
    } else { /* buyers and sellers are sought among the same */
        TRY(seek(&own, is_anybody, is_no_household, err));
    }
done:
    vcl_text_release(&own.key);
    return status;
}
