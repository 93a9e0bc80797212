/* Ids of actors that have none: a tax code, a name's letters, a number behind an organisation's id. */
#include <string.h>

#include "base/try.h"
#include "import/actor_list.h"
#include "import/slug.h"

static bool is_household(const vcl_actor_draft *actor)
{
    return actor->kind != NULL && strcmp(actor->kind, "farmer") == 0;
}

static vcl_status know(vcl_actor_list *list, uint32_t actor, vcl_error *err)
{
    return vcl_owners_claim(&list->ids, vcl_slice_of(vcl_actor_list_at(list, actor)->id), actor,
                            err);
}

/* The letters of a name in its one form, so that "Hợp tác xã X" and "HTX X" get the same; else the
 * kind. */
static vcl_status base_of(vcl_draft *draft, const vcl_actor_draft *actor, const char **out,
                          vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text base = { 0 };

    vcl_slug_add(&base, actor->key);
    vcl_text_add(&base, base.size == 0 ? actor->kind : "");
    TRY(vcl_text_status(&base, err));
    TRY(vcl_draft_keep(draft, (vcl_slice){ base.bytes, base.size }, out, err));
done:
    vcl_text_release(&base);
    return status;
}

/* Tells how an id came to be, in the column of names, or of what else the row has. */
static void say_made(vcl_draft *draft, const vcl_actor_draft *actor, vcl_message message)
{
    if (actor->row == VCL_NONE) {
        return;
    }
    const vcl_identity_fields *fields =
        vcl_identity_fields_of(vcl_draft_register(draft, actor->row));
    const vcl_entry *entry = vcl_draft_entry(draft, actor->row, fields->name);
    entry = entry != NULL ? entry : vcl_draft_entry(draft, actor->row, fields->tax_code);
    if (entry != NULL) {
        vcl_draft_count(draft, actor->row, entry, message, NULL, actor->id);
    }
}

/* How many bear each tax code. */
typedef struct tax_codes {
    vcl_idmap keys;
    vcl_array counts; /* of uint32_t */
} tax_codes;

static vcl_status count_tax_codes(const vcl_actor_list *list, tax_codes *codes, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const uint32_t none = 0;

    for (uint32_t i = 0; i < list->actors.count; i++) {
        vcl_slice code = vcl_actor_list_at(list, i)->tax_code;
        uint32_t number = 0;
        if (code.size == 0) {
            continue;
        }
        TRY(vcl_idmap_intern(&codes->keys, code, &number, err));
        if (number == codes->counts.count) {
            TRY(vcl_array_add(&codes->counts, &none, err));
        }
        ((uint32_t *)codes->counts.items)[number]++;
    }
done:
    return status;
}

/* Actors that share one are told of in their rows: they may be one, or one of them has a typo. */
static void note_shared(const vcl_actor_list *list, vcl_draft *draft, const tax_codes *codes)
{
    for (uint32_t i = 0; i < list->actors.count; i++) {
        const vcl_actor_draft *actor = vcl_actor_list_at(list, i);
        if (actor->tax_code.size == 0 || actor->row == VCL_NONE ||
            ((const uint32_t *)
                 codes->counts.items)[vcl_idmap_find(&codes->keys, actor->tax_code)] == 1) {
            continue;
        }
        const vcl_identity_fields *fields =
            vcl_identity_fields_of(vcl_draft_register(draft, actor->row));
        const vcl_entry *entry = vcl_draft_entry(draft, actor->row, fields->tax_code);
        if (entry != NULL) {
            vcl_draft_say(draft, actor->row, entry, VCL_LOG_NOTE, VCL_MSG_IMPORT_SAME_TAX_CODE,
                          NULL);
        }
    }
}

/* The tax code as id, where it is the actor's alone. */
static vcl_status try_tax_code(vcl_actor_list *list, vcl_draft *draft, uint32_t actor,
                               const tax_codes *codes, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_actor_draft *own = vcl_actor_list_at(list, actor);
    vcl_slice code = own->tax_code;
    bool is_free = false;

    if (code.size == 0 ||
        ((const uint32_t *)codes->counts.items)[vcl_idmap_find(&codes->keys, code)] != 1) {
        return VCL_OK;
    }
    TRY(vcl_slug_take(&list->taken, code, &is_free, err));
    if (is_free) {
        TRY(vcl_draft_keep(draft, code, &own->id, err));
        say_made(draft, own, VCL_MSG_IMPORT_ID_OF_TAX_CODE);
    }
done:
    return status;
}

static vcl_status make_slugs(vcl_actor_list *list, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_array slugs;

    vcl_array_init(&slugs, sizeof(vcl_slug));
    for (uint32_t i = 0; i < list->actors.count; i++) {
        const vcl_actor_draft *actor = vcl_actor_list_at(list, i);
        vcl_slug slug = { .owner = i };
        if (actor->id == NULL && actor->kind != NULL && !is_household(actor)) {
            TRY(base_of(draft, actor, &slug.base, err));
            TRY(vcl_array_add(&slugs, &slug, err));
        }
    }
    TRY(vcl_slug_settle(&slugs, &list->taken, &draft->texts, err));
    for (size_t i = 0; i < slugs.count; i++) {
        const vcl_slug *slug = (const vcl_slug *)slugs.items + i;
        vcl_actor_list_at(list, slug->owner)->id = slug->id;
        say_made(draft, vcl_actor_list_at(list, slug->owner), VCL_MSG_IMPORT_ID_MADE);
        if (strcmp(slug->id, slug->base) != 0) {
            vcl_draft_say(draft, vcl_actor_list_at(list, slug->owner)->row, NULL, VCL_LOG_NOTE,
                          VCL_MSG_IMPORT_NEAR_NAME, slug->id);
        }
    }
done:
    vcl_array_release(&slugs);
    return status;
}

vcl_status vcl_actor_list_name_organisations(vcl_actor_list *list, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;
    tax_codes codes;

    vcl_idmap_init(&codes.keys);
    vcl_array_init(&codes.counts, sizeof(uint32_t));
    TRY(count_tax_codes(list, &codes, err));
    note_shared(list, draft, &codes);
    for (uint32_t i = 0; i < list->actors.count; i++) {
        const vcl_actor_draft *actor = vcl_actor_list_at(list, i);
        if (actor->id != NULL) {
            TRY(vcl_slug_take(&list->taken, vcl_slice_of(actor->id), NULL, err));
        }
    }
    for (uint32_t i = 0; i < list->actors.count; i++) {
        const vcl_actor_draft *actor = vcl_actor_list_at(list, i);
        if (actor->id == NULL && actor->kind != NULL && !is_household(actor)) {
            TRY(try_tax_code(list, draft, i, &codes, err));
        }
    }
    TRY(make_slugs(list, draft, err));
    for (uint32_t i = 0; i < list->actors.count; i++) {
        if (vcl_actor_list_at(list, i)->id != NULL) {
            TRY(know(list, i, err));
        }
    }
done:
    vcl_array_release(&codes.counts);
    vcl_idmap_release(&codes.keys);
    return status;
}

/* The numbers given so far behind each organisation's id. */
typedef struct numbering {
    vcl_idmap bases;
    vcl_array last; /* of uint32_t */
    vcl_text id;
} numbering;

static void write_id(vcl_text *out, const char *base, uint32_t number)
{
    vcl_text_clear(out);
    vcl_text_add(out, base);
    vcl_text_add(out, number < 10 ? "-000" : number < 100 ? "-00" : number < 1000 ? "-0" : "-");
    vcl_text_add_integer(out, number);
}

static vcl_status name_household(vcl_actor_list *list, vcl_draft *draft, uint32_t actor,
                                 const char *base, numbering *numbers, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_actor_draft *own = vcl_actor_list_at(list, actor);
    const uint32_t none = 0;
    uint32_t number = 0;
    vcl_slice id = { 0 };
    bool is_free = false;

    TRY(vcl_idmap_intern(&numbers->bases, vcl_slice_of(base), &number, err));
    if (number == numbers->last.count) {
        TRY(vcl_array_add(&numbers->last, &none, err));
    }
    if (own->number.size > 0) {
        vcl_text_clear(&numbers->id);
        vcl_text_add(&numbers->id, base);
        vcl_text_add(&numbers->id, "/");
        vcl_text_add_slice(&numbers->id, own->number);
        TRY(vcl_text_status(&numbers->id, err));
        id = (vcl_slice){ numbers->id.bytes, numbers->id.size };
        TRY(vcl_slug_take(&list->taken, id, &is_free, err));
    }
    bool numbered = !is_free;
    while (!is_free) {
        write_id(&numbers->id, base, ++((uint32_t *)numbers->last.items)[number]);
        TRY(vcl_text_status(&numbers->id, err));
        id = (vcl_slice){ numbers->id.bytes, numbers->id.size };
        TRY(vcl_slug_take(&list->taken, id, &is_free, err));
    }
    TRY(vcl_draft_keep(draft, id, &own->id, err));
    TRY(know(list, actor, err));
    if (numbered) {
        say_made(draft, own, VCL_MSG_IMPORT_ID_OF_HOUSEHOLD);
    }
done:
    return status;
}

vcl_status vcl_actor_list_name_households(vcl_actor_list *list, vcl_draft *draft,
                                          const uint32_t *organisation, vcl_error *err)
{
    vcl_status status = VCL_OK;
    numbering numbers = { 0 };

    vcl_idmap_init(&numbers.bases);
    vcl_array_init(&numbers.last, sizeof(uint32_t));
    for (uint32_t i = 0; i < list->actors.count; i++) {
        const vcl_actor_draft *actor = vcl_actor_list_at(list, i);
        if (actor->id == NULL && is_household(actor)) {
            const char *base =
                organisation[i] != VCL_NONE ? vcl_actor_list_at(list, organisation[i])->id : "ho";
            TRY(name_household(list, draft, i, base, &numbers, err));
        }
    }
done:
    vcl_text_release(&numbers.id);
    vcl_array_release(&numbers.last);
    vcl_idmap_release(&numbers.bases);
    return status;
}

vcl_status vcl_actor_list_add(vcl_actor_list *list, vcl_draft *draft, const vcl_actor_draft *actor,
                              uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_actor_draft added = *actor;
    vcl_array slugs;
    vcl_slug slug = { .owner = 0 };

    vcl_array_init(&slugs, sizeof(vcl_slug));
    *out = (uint32_t)list->actors.count;
    if (added.id != NULL) {
        slug.base = added.id;
    } else if (added.tax_code.size > 0) {
        TRY(vcl_draft_keep(draft, added.tax_code, &slug.base, err));
    } else {
        TRY(base_of(draft, actor, &slug.base, err));
    }
    TRY(vcl_array_add(&slugs, &slug, err));
    TRY(vcl_slug_settle(&slugs, &list->taken, &draft->texts, err));
    added.id = ((const vcl_slug *)slugs.items)->id;
    TRY(vcl_array_add(&list->actors, &added, err));
    TRY(know(list, *out, err));
done:
    vcl_array_release(&slugs);
    return status;
}
