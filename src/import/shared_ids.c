/* Ids that stand for actors of different names: running numbers of a list, or a typo. */
#include "import/shared_ids.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"

/* Longer numbers are not counted off by hand: codes of an office, tax codes. */
enum { MOST_RUNNING_DIGITS = 4 };

/* What the ids of one sheet are like. */
typedef struct column {
    size_t others; /* ids that stand for another name too, */
    size_t shared; /* among those that another row has with some name */
    uint32_t row; /* the first of those `others` */
    uint32_t other; /* the row it cannot be one with */
    bool has_codes; /* some id is no running number */
    bool has_conflict;
} column;

typedef struct sharing {
    vcl_draft *draft;
    vcl_identity_candidate *candidates;
    size_t count;
    vcl_idmap ids;
    vcl_array owners; /* of uint32_t by id: the first organisation or enterprise with it, */
    vcl_array households; /* and the first household: candidates that have a name, VCL_NONE */
    column *columns; /* by sheet */
    uint32_t *rivals; /* by candidate: the one whose name differs, VCL_NONE */
} sharing;

static bool is_household(const sharing *own, const vcl_identity_candidate *c)
{
    return vcl_draft_register(own->draft, c->row) == VCL_REGISTER_MEMBERS && c->kind != NULL &&
           strcmp(c->kind, "farmer") == 0;
}

/* Does the row list somebody by its id? Members that are organisations are listed elsewhere. */
static bool is_listed(const sharing *own, const vcl_identity_candidate *c)
{
    return c->id.size > 0 &&
           (vcl_draft_register(own->draft, c->row) != VCL_REGISTER_MEMBERS || is_household(own, c));
}

/* One name, or one tax code whatever the names. */
static bool may_be_one(const vcl_identity_candidate *a, const vcl_identity_candidate *b)
{
    return vcl_slice_equal(a->key, b->key) ||
           (a->tax_code.size > 0 && vcl_slice_equal(a->tax_code, b->tax_code));
}

static bool is_running_number(vcl_slice id)
{
    bool digits = id.size <= MOST_RUNNING_DIGITS;

    for (size_t i = 0; digits && i < id.size; i++) {
        digits = id.bytes[i] >= '0' && id.bytes[i] <= '9';
    }
    return digits;
}

static column *column_of(const sharing *own, uint32_t candidate)
{
    return &own->columns[vcl_draft_row(own->draft, own->candidates[candidate].row)->source];
}

/* Both have a name and one id. */
static void compare(sharing *own, uint32_t candidate, uint32_t other)
{
    const vcl_identity_candidate *a = &own->candidates[candidate];
    const vcl_identity_candidate *b = &own->candidates[other];
    bool differs = !may_be_one(a, b);
    column *const both[] = { column_of(own, candidate), column_of(own, other) };

    if (differs && own->rivals[candidate] == VCL_NONE) {
        own->rivals[candidate] = other;
    }
    for (size_t i = 0; i < (both[0] == both[1] ? 1 : 2); i++) {
        if (i == 1 && is_household(own, a) && !is_household(own, b)) {
            continue; /* an organisation keeps the id that a household has too */
        }
        both[i]->shared++;
        both[i]->others += differs;
        if (differs && !both[i]->has_conflict) {
            both[i]->has_conflict = true;
            both[i]->row = i == 0 ? a->row : b->row;
            both[i]->other = i == 0 ? b->row : a->row;
        }
    }
}

/* Holds a row against the first of each sort with its id, organisations before households. */
static vcl_status look_at(sharing *own, uint32_t candidate, bool households, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_identity_candidate *c = &own->candidates[candidate];
    const uint32_t none = VCL_NONE;
    uint32_t id = 0;

    if (!is_listed(own, c) || is_household(own, c) != households) {
        return VCL_OK;
    }
    column_of(own, candidate)->has_codes |= !is_running_number(c->id);
    if (c->key.size == 0) {
        return VCL_OK;
    }
    TRY(vcl_idmap_intern(&own->ids, c->id, &id, err));
    if (id == own->owners.count) {
        TRY(vcl_array_add(&own->owners, &none, err));
        TRY(vcl_array_add(&own->households, &none, err));
    }
    uint32_t *owner = (uint32_t *)own->owners.items + id;
    uint32_t *household = (uint32_t *)own->households.items + id;
    if (*owner != VCL_NONE) {
        compare(own, candidate, *owner);
    }
    if (*household != VCL_NONE) {
        compare(own, candidate, *household);
    }
    uint32_t *first = households ? household : owner;
    *first = *first == VCL_NONE ? candidate : *first;
done:
    return status;
}

/* Are the ids of the sheet numbers of its own? */
static bool is_numbered(const column *c)
{
    return 2 * c->others > c->shared && (!c->has_codes || c->others > 1);
}

static void add_whom(const sharing *own, vcl_text *out, uint32_t row)
{
    const vcl_identity_fields *fields = vcl_identity_fields_of(vcl_draft_register(own->draft, row));

    vcl_text_add(out, "\"");
    vcl_text_add_slice(out, vcl_draft_text(own->draft, row, fields->name));
    vcl_text_add(out, "\" (");
    vcl_draft_add_place(own->draft, out, row, vcl_draft_entry(own->draft, row, fields->id));
    vcl_text_add(out, ")");
}

/* Says of the row, or of its whole column, that its id stands for two. */
static vcl_status say(const sharing *own, uint32_t row, uint32_t other, vcl_message message,
                      bool whole, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_register_field field = vcl_identity_fields_of(vcl_draft_register(own->draft, row))->id;
    const vcl_entry *entry = vcl_draft_entry(own->draft, row, field);
    const vcl_row *at = vcl_draft_row(own->draft, row);
    vcl_text texts[3] = { { 0 }, { 0 }, { 0 } };

    vcl_draft_add_written(&texts[0], entry);
    add_whom(own, &texts[1], row);
    add_whom(own, &texts[2], other);
    for (size_t i = 0; i < 3; i++) {
        TRY(vcl_text_status(&texts[i], err));
    }
    vcl_log_add(own->draft->log,
                (vcl_cell_place){ at->source, whole ? 0 : at->number, entry->column }, field,
                whole ? VCL_LOG_NOTE : VCL_LOG_NOT_USED, message,
                (const char *const[]){ texts[0].bytes, texts[1].bytes, texts[2].bytes }, 3);
done:
    for (size_t i = 0; i < 3; i++) {
        vcl_text_release(&texts[i]);
    }
    return status;
}

static vcl_status say_columns(const sharing *own, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < own->draft->rows->sources.count; i++) {
        const column *c = &own->columns[i];
        if (is_numbered(c)) {
            bool members = vcl_draft_register(own->draft, c->row) == VCL_REGISTER_MEMBERS;
            TRY(say(own, c->row, c->other,
                    members ? VCL_MSG_IMPORT_IDS_WITHIN : VCL_MSG_IMPORT_IDS_RUNNING, true, err));
        }
    }
done:
    return status;
}

/* Was the id left out in the list that has it with a name? Then a row without one means nobody. */
static bool is_lost(const sharing *own, const vcl_identity_candidate *c)
{
    uint32_t id = c->key.size == 0 ? vcl_idmap_find(&own->ids, c->id) : VCL_NONE;
    uint32_t owner = id == VCL_NONE ? VCL_NONE : ((const uint32_t *)own->owners.items)[id];

    return owner != VCL_NONE && is_numbered(column_of(own, owner));
}

static vcl_status part(sharing *own, uint32_t candidate, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_identity_candidate *c = &own->candidates[candidate];
    uint32_t rival = own->rivals[candidate];

    if (!is_listed(own, c)) {
        return VCL_OK;
    }
    if (is_numbered(column_of(own, candidate)) || is_lost(own, c)) {
        c->number = c->id;
        c->id = (vcl_slice){ 0 };
    } else if (rival != VCL_NONE && !is_numbered(column_of(own, rival))) {
        c->refused = true;
        vcl_draft_give(own->draft, c->row, VCL_FATE_NAMED);
        TRY(say(own, c->row, own->candidates[rival].row, VCL_MSG_IMPORT_ID_OF_ANOTHER, false, err));
    }
done:
    return status;
}

static vcl_status share(sharing *own, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_alloc(&own->columns, own->draft->rows->sources.count, sizeof *own->columns, err));
    TRY(vcl_alloc(&own->rivals, own->count, sizeof *own->rivals, err));
    for (size_t i = 0; i < own->count; i++) {
        own->rivals[i] = VCL_NONE;
    }
    for (int households = 0; households <= 1; households++) {
        for (uint32_t i = 0; i < own->count; i++) {
            TRY(look_at(own, i, households == 1, err));
        }
    }
    TRY(say_columns(own, err));
    for (uint32_t i = 0; i < own->count; i++) {
        TRY(part(own, i, err));
    }
done:
    return status;
}

vcl_status vcl_shared_ids_part(vcl_draft *draft, vcl_identity_candidate *candidates, size_t count,
                               vcl_error *err)
{
    sharing own = { .draft = draft, .candidates = candidates, .count = count };

    vcl_idmap_init(&own.ids);
    vcl_array_init(&own.owners, sizeof(uint32_t));
    vcl_array_init(&own.households, sizeof(uint32_t));
    vcl_status status = share(&own, err);
    free(own.rivals);
    free(own.columns);
    vcl_array_release(&own.households);
    vcl_array_release(&own.owners);
    vcl_idmap_release(&own.ids);
    return status;
}
