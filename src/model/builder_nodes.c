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
    TRY(vcl_builder_wait_node(builder, id, noted, &nobody, false, err));
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

/* Where an id is kept, NULL if it is too long for it. */
static vcl_kept_id *kept_slot(vcl_kept_id kept[VCL_KEPT_IDS], vcl_slice id)
{
    if (id.size == 0 || id.size > VCL_SHORT_ID) {
        return NULL;
    }
    unsigned char last = (unsigned char)id.bytes[id.size - 1];
    unsigned char middle = (unsigned char)id.bytes[id.size / 2];
    return kept + (last * 5u + middle * 3u + id.size) % VCL_KEPT_IDS;
}

static bool is_kept(const vcl_kept_id *slot, vcl_slice id)
{
    return slot != NULL && slot->size == id.size && memcmp(slot->id, id.bytes, id.size) == 0;
}

/* Nothing more is to be noted of a name once it is declared. */
static void keep_declared(vcl_kept_id *slot, vcl_slice id, const vcl_namespace *names,
                          uint32_t name, uint32_t number)
{
    if (slot != NULL && ((const uint32_t *)names->declared_line.items)[name] != 0) {
        slot->size = (uint8_t)id.size;
        memcpy(slot->id, id.bytes, id.size);
        slot->number = number;
    }
}

/* Where the only product of a node is kept, NULL if it lists several or says more of it. */
static vcl_kept_id *slot_of_only_product(vcl_builder *builder, const vcl_node_record *record)
{
    if (record->product_count != 1 || record->products[0].is_object) {
        return NULL;
    }
    return kept_slot(builder->kept_products, record->products[0].id);
}

/* Takes in the products that a node lists; *out is their set. */
static vcl_status add_node_products(vcl_builder *builder, const vcl_node_record *record,
                                    uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = builder->chain;
    vcl_mention at = { .at = record->at, .section = VCL_SECTION_NODES, .field = "products" };

    vcl_kept_id *slot = slot_of_only_product(builder, record);

    if (slot != NULL && is_kept(slot, record->products[0].id)) {
        *out = slot->number;
        return VCL_OK;
    }
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
    }
    TRY(vcl_sets_intern(&chain->sets, builder->scratch.items, (uint32_t)builder->scratch.count, out,
                        err));
    if (slot != NULL) {
        keep_declared(slot, record->products[0].id, &builder->product_names,
                      *(const uint32_t *)builder->scratch.items, *out);
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

static vcl_status add_place(vcl_builder *builder, const vcl_node_record *record, uint32_t *out,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_kept_id *slot = kept_slot(builder->kept_places, record->place);
    vcl_mention at = {
        .at = record->at, .section = VCL_SECTION_NODES, .field = "place", .element = VCL_NONE
    };

    if (is_kept(slot, record->place)) {
        *out = slot->number;
        return VCL_OK;
    }
    TRY(vcl_builder_place(builder, record->place, at, out, err));
    if (*out != VCL_NONE) {
        keep_declared(slot, record->place, &builder->place_names, *out, *out);
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
    vcl_actor actor = { .kind = record->kind,
                        .status = record->status,
                        .sells = record->sells != VCL_NO || record->kind == VCL_ENTERPRISE };

    TRY(add_place(builder, record, &actor.place, err));
    TRY(add_node_products(builder, record, &actor.products, err));
    TRY(add_more(builder, record, &actor.more, err));
    TRY(vcl_builder_note_position(builder, record->at, false, &at, err));
    owns = builder->chain->amounts.count > amounts;
    builder->owner_count += owns ? 1 : 0;
    TRY(vcl_builder_wait_node(builder, record->id, at, &actor, owns, err));
done:
    return status;
}
