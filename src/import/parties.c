/* Whom rows name: gathering, and what became of them. */
#include "import/parties.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"

void vcl_parties_init(vcl_parties *parties)
{
    *parties = (vcl_parties){ 0 };
    vcl_array_init(&parties->parties, sizeof(vcl_party_draft));
    vcl_array_init(&parties->references, sizeof(vcl_reference));
    vcl_idmap_init(&parties->keys);
    vcl_idmap_init(&parties->made);
    vcl_array_init(&parties->made_actors, sizeof(uint32_t));
}

void vcl_parties_release(vcl_parties *parties)
{
    vcl_array_release(&parties->made_actors);
    vcl_idmap_release(&parties->made);
    vcl_idmap_release(&parties->keys);
    free(parties->count);
    free(parties->first);
    vcl_array_release(&parties->references);
    vcl_array_release(&parties->parties);
}

const vcl_party_draft *vcl_parties_at(const vcl_parties *parties, uint32_t party)
{
    return (const vcl_party_draft *)parties->parties.items + party;
}

/* Where a register names somebody. */
typedef struct naming_fields {
    vcl_register owner;
    vcl_role role;
    vcl_register_field id;
    vcl_register_field name;
    vcl_register_field tax_code;
} naming_fields;

static const naming_fields namings[] = {
    { VCL_REGISTER_CONTRACTS, VCL_ROLE_SELLER, VCL_FIELD_CONTRACTS_SELLER_ID,
      VCL_FIELD_CONTRACTS_SELLER, VCL_FIELD_CONTRACTS_SELLER_TAX_ID },
    { VCL_REGISTER_CONTRACTS, VCL_ROLE_BUYER, VCL_FIELD_CONTRACTS_BUYER_ID,
      VCL_FIELD_CONTRACTS_BUYER, VCL_FIELD_CONTRACTS_BUYER_TAX_ID },
    { VCL_REGISTER_MEMBERS, VCL_ROLE_ORGANISATION, VCL_FIELD_MEMBERS_ORGANISATION_ID,
      VCL_FIELD_MEMBERS_ORGANISATION, VCL_FIELD_COUNT },
    { VCL_REGISTER_MEMBERS, VCL_ROLE_MEMBER, VCL_FIELD_MEMBERS_ID, VCL_FIELD_MEMBERS_NAME,
      VCL_FIELD_COUNT },
    { VCL_REGISTER_OUTPUTS, VCL_ROLE_ACTOR, VCL_FIELD_OUTPUTS_ACTOR_ID, VCL_FIELD_OUTPUTS_ACTOR,
      VCL_FIELD_COUNT },
};

static void add_written(vcl_text *out, vcl_slice text)
{
    vcl_text_add(out, out->size > 0 && text.size > 0 ? " | " : "");
    vcl_text_add_slice(out, text);
}

static vcl_status write_party(vcl_draft *draft, vcl_party_draft *party, vcl_slice id,
                              vcl_slice tax_code, vcl_slice name, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text written = { 0 };

    add_written(&written, id);
    add_written(&written, tax_code);
    add_written(&written, name);
    TRY(vcl_text_status(&written, err));
    TRY(vcl_draft_keep(draft, (vcl_slice){ written.bytes, written.size }, &party->written, err));
done:
    vcl_text_release(&written);
    return status;
}

/* One cell that may hold anything is sought as anything; a name beside an id is a name alone. */
static vcl_party sought_of(vcl_slice id, vcl_slice tax_code, vcl_slice name)
{
    bool alone = id.size == 0 && tax_code.size == 0;

    return (
        vcl_party){ .id = alone ? name : id, .tax_code = alone ? name : tax_code, .name = name };
}

static vcl_status name_party(vcl_parties *parties, vcl_draft *draft, vcl_reference *reference,
                             const vcl_party_draft *party, const vcl_slice *texts, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text key = { 0 };

    vcl_text_add_byte(&key, (char)('a' + party->role));
    for (size_t i = 0; i < 3; i++) {
        vcl_text_add_slice(&key, texts[i]);
        vcl_text_add_byte(&key, '\x01');
    }
    TRY(vcl_text_status(&key, err));
    TRY(vcl_idmap_intern(&parties->keys, (vcl_slice){ key.bytes, key.size }, &reference->party,
                         err));
    if (reference->party == parties->parties.count) {
        vcl_party_draft added = *party;
        TRY(write_party(draft, &added, texts[0], texts[1], texts[2], err));
        TRY(vcl_array_add(&parties->parties, &added, err));
    }
    vcl_party_draft *own = (vcl_party_draft *)parties->parties.items + reference->party;
    own->cells++;
    if (reference->row < own->row) {
        own->row = reference->row;
        own->entry = reference->entry;
    }
    TRY(vcl_array_add(&parties->references, reference, err));
    parties->count[reference->row]++;
done:
    vcl_text_release(&key);
    return status;
}

static vcl_status add_texts(vcl_parties *parties, vcl_draft *draft, uint32_t row, vcl_role role,
                            const vcl_entry *entry, const vcl_slice *texts, vcl_error *err)
{
    vcl_reference reference = { .row = row, .entry = entry };
    vcl_party_draft party = { .role = role,
                              .sought = sought_of(texts[0], texts[1], texts[2]),
                              .row = row,
                              .entry = entry,
                              .actor = VCL_NONE };

    return name_party(parties, draft, &reference, &party, texts, err);
}

/* Cells merged over several rows stand in the first of them. */
static uint32_t row_that_says(const vcl_draft *draft, uint32_t row, const naming_fields *fields)
{
    while (vcl_draft_entry(draft, row, fields->id) == NULL &&
           vcl_draft_entry(draft, row, fields->name) == NULL &&
           vcl_draft_entry(draft, row, fields->tax_code) == NULL &&
           fields->role != VCL_ROLE_ORGANISATION &&
           vcl_draft_row(draft, row)->continues != VCL_NONE) {
        row = vcl_draft_row(draft, row)->continues;
    }
    return row;
}

static vcl_status add_cells(vcl_parties *parties, vcl_draft *draft, uint32_t row,
                            const naming_fields *fields, vcl_error *err)
{
    uint32_t from = row_that_says(draft, row, fields);
    const vcl_entry *id = vcl_draft_entry(draft, from, fields->id);
    const vcl_entry *name = vcl_draft_entry(draft, from, fields->name);
    const vcl_entry *tax_code = vcl_draft_entry(draft, from, fields->tax_code);
    const vcl_entry *entry = name != NULL ? name : id != NULL ? id : tax_code;
    const vcl_slice texts[] = { vcl_draft_text(draft, from, fields->id),
                                vcl_draft_text(draft, from, fields->tax_code),
                                vcl_draft_text(draft, from, fields->name) };

    return entry == NULL ? VCL_OK : add_texts(parties, draft, row, fields->role, entry, texts, err);
}

/* The buyers that an organisation's own row names; line ends and semicolons part them, commas may
 * belong to a name. */
static vcl_status add_buyers(vcl_parties *parties, vcl_draft *draft, uint32_t row, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_entry *entry = vcl_draft_entry(draft, row, VCL_FIELD_ORGANISATIONS_BUYER);
    vcl_slice rest = entry != NULL ? entry->text : (vcl_slice){ 0 };

    while (rest.size > 0) {
        size_t size = 0;
        while (size < rest.size && strchr(";\n\r", rest.bytes[size]) == NULL) {
            size++;
        }
        const vcl_slice texts[] = { { 0 },
                                    { 0 },
                                    vcl_reading_trim((vcl_slice){ rest.bytes, size }) };
        if (texts[2].size > 0) {
            TRY(add_texts(parties, draft, row, VCL_ROLE_BUYER, entry, texts, err));
        }
        rest = vcl_slice_from(rest, size + (size < rest.size));
    }
done:
    return status;
}

static vcl_status gather_row(vcl_parties *parties, vcl_draft *draft, const vcl_actor_list *actors,
                             uint32_t row, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_register kind = vcl_draft_register(draft, row);

    parties->first[row] = (uint32_t)parties->references.count;
    for (size_t i = 0; i < sizeof namings / sizeof *namings; i++) {
        bool listed = namings[i].role == VCL_ROLE_MEMBER && actors->row_actor[row] != VCL_NONE;
        if (namings[i].owner == kind && !listed && draft->fates[row] == VCL_FATES) {
            TRY(add_cells(parties, draft, row, &namings[i], err));
        }
    }
    if (kind == VCL_REGISTER_ORGANISATIONS && actors->row_actor[row] != VCL_NONE) {
        TRY(add_buyers(parties, draft, row, err));
    }
done:
    return status;
}

vcl_status vcl_parties_gather(vcl_parties *parties, vcl_draft *draft, const vcl_actor_list *actors,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_alloc(&parties->first, draft->row_count, sizeof *parties->first, err));
    TRY(vcl_alloc(&parties->count, draft->row_count, sizeof *parties->count, err));
    for (uint32_t i = 0; i < draft->row_count; i++) {
        TRY(gather_row(parties, draft, actors, draft->order[i], err));
    }
done:
    return status;
}

const vcl_reference *vcl_parties_of_row(const vcl_parties *parties, uint32_t row, vcl_role role,
                                        size_t nth)
{
    const vcl_reference *references = parties->references.items;
    uint32_t end = parties->first[row] + parties->count[row];

    for (uint32_t i = parties->first[row]; i < end; i++) {
        if (vcl_parties_at(parties, references[i].party)->role == role && nth-- == 0) {
            return &references[i];
        }
    }
    return NULL;
}

static void say_reference(const vcl_party_draft *party, vcl_draft *draft,
                          const vcl_actor_list *actors, const vcl_reference *reference)
{
    bool linked = party->state == VCL_PARTY_LINKED || party->state == VCL_PARTY_DECIDED;
    vcl_log_result result = party->state == VCL_PARTY_WAITING ? VCL_LOG_WAITING : VCL_LOG_PASSED;

    if (linked) {
        vcl_draft_count(draft, reference->row, reference->entry, party->message, party->written,
                        vcl_actor_list_at(actors, party->actor)->id);
    } else {
        vcl_draft_say_part(draft, reference->row, reference->entry, result, party->message,
                           party->written, NULL);
    }
}

void vcl_parties_say(const vcl_parties *parties, vcl_draft *draft, const vcl_actor_list *actors)
{
    const vcl_reference *references = parties->references.items;

    for (size_t i = 0; i < parties->references.count; i++) {
        say_reference(vcl_parties_at(parties, references[i].party), draft, actors, &references[i]);
    }
}

size_t vcl_parties_waiting(const vcl_parties *parties)
{
    size_t waiting = 0;

    for (uint32_t i = 0; i < parties->parties.count; i++) {
        waiting += vcl_parties_at(parties, i)->state == VCL_PARTY_WAITING;
    }
    return waiting;
}
