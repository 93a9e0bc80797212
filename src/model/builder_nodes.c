/* Taking in nodes: an actor, its products with their amounts, and its facts. */
#include <math.h>
#include <string.h>

#include "base/try.h"
#include "base/unicode.h"
#include "model/building.h"

static vcl_status keep_list(vcl_builder *builder, const vcl_slice *items, size_t count,
                            const char ***out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    *out = NULL;
    if (count > 0) {
        TRY(vcl_arena_alloc(&builder->chain->texts, (count + 1) * sizeof **out, out, err));
        (*out)[count] = NULL;
    }
    for (size_t i = 0; i < count; i++) {
        TRY(vcl_builder_keep(builder, items[i], &(*out)[i], err));
    }
done:
    return status;
}

vcl_status vcl_builder_note_node(vcl_builder *builder, vcl_slice id, vcl_position at,
                                 vcl_error *err)
{
    static const vcl_actor nobody = { .place = VCL_NONE, .kind = VCL_NO_ACTOR };
    vcl_status status = VCL_OK;
    uint32_t noted = 0;

    TRY(vcl_builder_note_position(builder, at, false, &noted, err));
    vcl_builder_waiting(builder)->actor = nobody;
    TRY(vcl_builder_wait_node(builder, id, noted, false, err));
done:
    return status;
}

/* Keeps what a node, which is not named yet, says of a product, if it says something. */
static vcl_status add_amount(vcl_builder *builder, const vcl_node_product *said, uint32_t product,
                             vcl_error *err)
{
    vcl_amount amount = { .actor = builder->owner_count,
                          .product = product,
                          .output_kg = said->output_kg,
                          .demand_kg = said->demand_kg };
    bool certified = false;

    for (size_t stars = 0; stars < 6; stars++) {
        amount.ocop[stars] = said->ocop[stars];
        certified = certified || said->ocop[stars] > 0;
    }
    if (!certified && isnan(said->output_kg) && isnan(said->demand_kg)) {
        return VCL_OK;
    }
    return vcl_array_add(&builder->chain->amounts, &amount, err);
}

/* Is nothing more to be noted where the name is mentioned? */
static bool is_declared(const vcl_namespace *names, uint32_t name)
{
    return ((const uint32_t *)names->declared_line.items)[name] != 0;
}

static bool is_known(const vcl_known *known, uint32_t number, uint32_t *out)
{
    const vcl_known *item = known + number % VCL_KNOWN;

    *out = item->means;
    return number > 0 && item->number == number;
}

static void know(vcl_known *known, uint32_t number, uint32_t means)
{
    known[number % VCL_KNOWN] = (vcl_known){ number, means };
}

/* Takes in the products that a node lists; *out is their set, *declared whether all are. */
static vcl_status mention_products(vcl_builder *builder, const vcl_node_record *record,
                                   uint32_t *out, bool *declared, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = builder->chain;
    vcl_mention at = { .at = record->at, .section = VCL_SECTION_NODES, .field = "products" };

    *declared = true;
    builder->scratch.count = 0;
    for (size_t i = 0; i < record->product_count; i++) {
        const vcl_node_product *said = record->products + i;
        uint32_t product = 0;
        at.element = (uint32_t)i;
        at.is_object = said->is_object;
        TRY(vcl_builder_mention(&chain->product_ids, &builder->product_names, said->id, at,
                                &product, err));
        TRY(add_amount(builder, said, product, err));
        TRY(vcl_array_add(&builder->scratch, &product, err));
        *declared = *declared && is_declared(&builder->product_names, product);
    }
    TRY(vcl_sets_intern(&chain->sets, builder->scratch.items, (uint32_t)builder->scratch.count, out,
                        err));
done:
    return status;
}

static vcl_status add_node_products(vcl_builder *builder, const vcl_node_record *record,
                                    uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    bool declared = false;

    if (is_known(builder->known_sets, record->products_seen, out)) {
        return VCL_OK;
    }
    *out = 0; /* of none */
    if (record->product_count > 0) {
        TRY(mention_products(builder, record, out, &declared, err));
    }
    if (declared) {
        know(builder->known_sets, record->products_seen, *out);
    }
done:
    return status;
}

static vcl_status add_facts(vcl_builder *builder, const vcl_node_record *record, uint32_t sector,
                            uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_facts facts = { .turnover = record->turnover,
                        .area_ha = record->area_ha,
                        .workers = record->workers,
                        .latitude = record->latitude,
                        .longitude = record->longitude,
                        .members = VCL_NONE,
                        .sector = sector,
                        .high_tech = record->high_tech,
                        .buyer = record->buyer };

    if (record->kind == VCL_GROUP || record->kind == VCL_COOPERATIVE) {
        facts.members = record->members;
    }
    TRY(vcl_builder_keep(builder, record->name, &facts.name, err));
    TRY(vcl_builder_keep(builder, record->tax_id, &facts.tax_id, err));
    TRY(vcl_builder_keep(builder, record->rating, &facts.rating, err));
    TRY(vcl_builder_keep(builder, record->form, &facts.form, err));
    TRY(vcl_builder_keep(builder, record->founded, &facts.founded, err));
    TRY(keep_list(builder, record->certificates, record->certificate_count, &facts.certificates,
                  err));
    TRY(keep_list(builder, record->requires, record->require_count, &facts.requires, err));
    *out = (uint32_t)builder->chain->facts.count;
    TRY(vcl_array_add(&builder->chain->facts, &facts, err));
done:
    return status;
}

static vcl_status sector_named(vcl_builder *builder, vcl_slice sector, uint32_t *out,
                               vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text nfc = { 0 };

    *out = VCL_NONE;
    if (sector.size > 0) {
        vcl_unicode_nfc(&nfc, sector);
        TRY(vcl_text_status(&nfc, err));
        TRY(vcl_idmap_intern(&builder->chain->sectors, (vcl_slice){ nfc.bytes, nfc.size }, out,
                             err));
    }
done:
    vcl_text_release(&nfc);
    return status;
}

/* What is told besides: a farmer's household, another's facts. */
static vcl_status add_more(vcl_builder *builder, const vcl_node_record *record, uint32_t *out,
                           vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_household household = { .count = record->count };

    TRY(sector_named(builder, record->sector, &household.sector, err));
    if (record->kind == VCL_FARMER) {
        TRY(vcl_interns_number(&builder->chain->households, &household, out, err));
    } else {
        TRY(add_facts(builder, record, household.sector, out, err));
    }
done:
    return status;
}

/* Of most farmers nothing is told besides. */
static vcl_status add_more_or_nothing(vcl_builder *builder, const vcl_node_record *record,
                                      uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    bool is_plain = record->kind == VCL_FARMER && record->count == 1 && record->sector.size == 0;

    if (is_plain && builder->plain_household > 0) {
        *out = builder->plain_household - 1;
        return VCL_OK;
    }
    TRY(add_more(builder, record, out, err));
    if (is_plain) {
        builder->plain_household = *out + 1;
    }
done:
    return status;
}

static vcl_status mention_place(vcl_builder *builder, const vcl_node_record *record, uint32_t *out,
                                vcl_error *err)
{
    vcl_mention at = {
        .at = record->at, .section = VCL_SECTION_NODES, .field = "place", .element = VCL_NONE
    };

    return vcl_builder_place(builder, record->place, at, out, err);
}

static vcl_status add_place(vcl_builder *builder, const vcl_node_record *record, uint32_t *out,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (is_known(builder->known_places, record->place_seen, out)) {
        return VCL_OK;
    }
    TRY(mention_place(builder, record, out, err));
    if (*out != VCL_NONE && is_declared(&builder->place_names, *out)) {
        know(builder->known_places, record->place_seen, *out);
    }
done:
    return status;
}

vcl_status vcl_builder_add_node(vcl_builder *builder, const vcl_node_record *record, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t at = 0;
    size_t amounts = builder->chain->amounts.count;
    bool owns = false;
    vcl_actor *actor = &vcl_builder_waiting(builder)->actor;

    actor->kind = record->kind;
    actor->status = record->status;
    actor->sells = record->sells != VCL_NO || record->kind == VCL_ENTERPRISE;
    actor->buyer = false;
    TRY(add_place(builder, record, &actor->place, err));
    TRY(add_node_products(builder, record, &actor->products, err));
    TRY(add_more_or_nothing(builder, record, &actor->more, err));
    TRY(vcl_builder_note_position(builder, record->at, false, &at, err));
    owns = builder->chain->amounts.count > amounts;
    builder->owner_count += owns ? 1 : 0;
    TRY(vcl_builder_wait_node(builder, record->id, at, owns, err));
done:
    return status;
}
