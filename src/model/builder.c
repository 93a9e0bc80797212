/* Taking records in: texts are copied, ids become numbers, what needs the whole waits. */
#include "model/builder.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/try.h"
#include "base/unicode.h"
#include "model/building.h"

enum { MENTIONS_OF_A_NAME = 1000 };

static void init_namespace(vcl_namespace *names)
{
    vcl_array_init(&names->declared_line, sizeof(uint32_t));
    vcl_array_init(&names->mention_count, sizeof(uint32_t));
    vcl_array_init(&names->mentions, sizeof(vcl_mention));
}

static void release_namespace(vcl_namespace *names)
{
    vcl_array_release(&names->declared_line);
    vcl_array_release(&names->mention_count);
    vcl_array_release(&names->mentions);
}

static vcl_status new_chain(vcl_chain **out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_alloc(out, 1, sizeof **out, err));
    (*out)->as_of = VCL_NO_DATE;
    vcl_array_init(&(*out)->facts, sizeof(vcl_facts));
    vcl_array_init(&(*out)->amounts, sizeof(vcl_amount));
    vcl_idmap_init(&(*out)->ids);
    vcl_idmap_init(&(*out)->product_ids);
    vcl_idmap_init(&(*out)->place_ids);
    vcl_idmap_init(&(*out)->sectors);
    TRY(vcl_sets_init(&(*out)->sets, err));
done:
    return status;
}

vcl_status vcl_builder_new(vcl_problems *problems, vcl_builder **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_builder *builder = NULL;

    *out = NULL;
    TRY(vcl_alloc(&builder, 1, sizeof *builder, err));
    builder->problems = problems;
    vcl_array_init(&builder->actors, sizeof(vcl_actor));
    vcl_array_init(&builder->links, sizeof(vcl_link));
    vcl_array_init(&builder->products, sizeof(vcl_product));
    vcl_array_init(&builder->places, sizeof(vcl_place));
    vcl_array_init(&builder->node_line, sizeof(uint32_t));
    vcl_array_init(&builder->scratch, sizeof(uint32_t));
    init_namespace(&builder->product_names);
    init_namespace(&builder->place_names);
    TRY(new_chain(&builder->chain, err));
    *out = builder;
    builder = NULL;
done:
    vcl_builder_free(builder);
    return status;
}

void vcl_builder_free(vcl_builder *builder)
{
    if (builder == NULL) {
        return;
    }
    vcl_chain_free(builder->chain);
    vcl_array_release(&builder->actors);
    vcl_array_release(&builder->links);
    vcl_array_release(&builder->products);
    vcl_array_release(&builder->places);
    vcl_array_release(&builder->node_line);
    vcl_array_release(&builder->scratch);
    release_namespace(&builder->product_names);
    release_namespace(&builder->place_names);
    vcl_text_release(&builder->pointer);
    free(builder);
}

void vcl_builder_set_document(vcl_builder *builder, bool is_document)
{
    builder->chain->is_document = is_document;
}

void vcl_builder_note_unreadable(vcl_builder *builder)
{
    builder->unreadable = true;
}

vcl_status vcl_builder_report(vcl_builder *builder, vcl_finding finding, vcl_section section,
                              vcl_position at, const char *field, uint32_t element,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;

    vcl_pointer_to_record(&builder->pointer, builder->chain->is_document, section, at.index);
    if (field != NULL) {
        vcl_pointer_add_field(&builder->pointer, field, element);
    }
    TRY(vcl_text_status(&builder->pointer, err));
    finding.line = at.line;
    finding.pointer = builder->pointer.bytes;
    TRY(vcl_problems_add(builder->problems, &finding, err));
done:
    return status;
}

/* Keeps `text` as NFC; an empty one as NULL. */
static vcl_status keep_text(vcl_builder *builder, vcl_slice text, const char **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text nfc = { 0 };

    *out = NULL;
    if (text.size > 0) {
        vcl_unicode_nfc(&nfc, text);
        TRY(vcl_text_status(&nfc, err));
        TRY(vcl_arena_copy(&builder->chain->texts, (vcl_slice){ nfc.bytes, nfc.size }, out, err));
    }
done:
    vcl_text_release(&nfc);
    return status;
}

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
        TRY(keep_text(builder, items[i], &(*out)[i], err));
    }
done:
    return status;
}

vcl_status vcl_builder_add_graph(vcl_builder *builder, const vcl_graph_record *graph,
                                 vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = builder->chain;

    TRY(keep_text(builder, graph->name, &chain->name, err));
    TRY(keep_text(builder, graph->currency, &chain->currency, err));
    TRY(keep_text(builder, graph->source, &chain->source, err));
    chain->as_of = graph->as_of;
    if (graph->as_of != VCL_NO_DATE) {
        vcl_date_format(graph->as_of, chain->as_of_text);
    }
done:
    return status;
}

/* The number of `id` in a list; both arrays by name grow with it. */
static vcl_status name_in(vcl_idmap *ids, vcl_namespace *names, vcl_slice id, uint32_t *out,
                          vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_idmap_intern(ids, id, out, err));
    if (*out >= names->declared_line.count) {
        TRY(vcl_array_resize(&names->declared_line, (size_t)*out + 1, err));
    }
    if (*out >= names->mention_count.count) {
        TRY(vcl_array_resize(&names->mention_count, (size_t)*out + 1, err));
    }
done:
    return status;
}

/* Marks `id` as declared on a line; *previous is the line of an earlier record, 0 if none. */
static vcl_status declare(vcl_idmap *ids, vcl_namespace *names, vcl_slice id, vcl_position at,
                          uint32_t *previous, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t name = 0;
    uint32_t *lines = NULL;

    TRY(name_in(ids, names, id, &name, err));
    lines = names->declared_line.items;
    *previous = lines[name];
    if (lines[name] == 0) {
        lines[name] = at.line;
    }
    names->has_list = true;
done:
    return status;
}

/* Notes that `id` is named at a place in the data. */
static vcl_status mention(vcl_idmap *ids, vcl_namespace *names, vcl_slice id, vcl_mention mention,
                          vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *counts = NULL;

    TRY(name_in(ids, names, id, &mention.name, err));
    counts = names->mention_count.items;
    if (((const uint32_t *)names->declared_line.items)[mention.name] == 0 &&
        counts[mention.name] < MENTIONS_OF_A_NAME) {
        counts[mention.name]++;
        TRY(vcl_array_add(&names->mentions, &mention, err));
    }
done:
    return status;
}

static vcl_status report_twice(vcl_builder *builder, vcl_message message, vcl_slice id,
                               uint32_t previous, vcl_section section, vcl_position at,
                               vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text value = { 0 };
    vcl_text line = { 0 };

    vcl_text_add_slice(&value, id);
    vcl_text_add_integer(&line, previous);
    TRY(vcl_text_status(&value, err));
    TRY(vcl_text_status(&line, err));
    TRY(vcl_builder_report(builder,
                           (vcl_finding){ .code = VCL_PROBLEM_DUPLICATE_ID,
                                          .message = message,
                                          .value = value.bytes,
                                          .detail = line.bytes },
                           section, at, "id", VCL_NONE, err));
done:
    vcl_text_release(&value);
    vcl_text_release(&line);
    return status;
}

vcl_status vcl_builder_note_product(vcl_builder *builder, vcl_slice id, vcl_position at,
                                    vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t previous = 0;

    TRY(declare(&builder->chain->product_ids, &builder->product_names, id, at, &previous, err));
    if (previous != 0) {
        TRY(report_twice(builder, VCL_MSG_DUPLICATE_PRODUCT, id, previous, VCL_SECTION_PRODUCTS,
                         at, err));
    }
done:
    return status;
}

vcl_status vcl_builder_add_product(vcl_builder *builder, const vcl_product_record *record,
                                   vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_product product = { .at = record->at, .declared = true };

    TRY(vcl_builder_note_product(builder, record->id, record->at, err));
    product.id = vcl_idmap_name(&builder->chain->product_ids,
                                vcl_idmap_find(&builder->chain->product_ids, record->id));
    TRY(keep_text(builder, record->name, &product.name, err));
    TRY(keep_text(builder, record->name_en, &product.name_en, err));
    TRY(vcl_array_add(&builder->products, &product, err));
done:
    return status;
}

vcl_status vcl_builder_note_place(vcl_builder *builder, vcl_slice id, vcl_position at,
                                  vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t previous = 0;

    TRY(declare(&builder->chain->place_ids, &builder->place_names, id, at, &previous, err));
    if (previous != 0) {
        TRY(report_twice(builder, VCL_MSG_DUPLICATE_PLACE, id, previous, VCL_SECTION_PLACES, at,
                         err));
    }
done:
    return status;
}

/* VCL_NONE where `id` is empty. */
static vcl_status place_named(vcl_builder *builder, vcl_slice id, vcl_mention at, uint32_t *out,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;

    *out = VCL_NONE;
    if (id.size > 0) {
        TRY(mention(&builder->chain->place_ids, &builder->place_names, id, at, err));
        *out = vcl_idmap_find(&builder->chain->place_ids, id);
    }
done:
    return status;
}

vcl_status vcl_builder_add_place(vcl_builder *builder, const vcl_place_record *record,
                                 vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_place place = { .at = record->at, .declared = true };
    vcl_mention parent = { .at = record->at,
                           .section = VCL_SECTION_PLACES,
                           .field = "parent",
                           .element = VCL_NONE };

    TRY(vcl_builder_note_place(builder, record->id, record->at, err));
    place.id = vcl_idmap_name(&builder->chain->place_ids,
                              vcl_idmap_find(&builder->chain->place_ids, record->id));
    place.latitude = record->latitude;
    place.longitude = record->longitude;
    TRY(keep_text(builder, record->name, &place.name, err));
    TRY(keep_text(builder, record->name_en, &place.name_en, err));
    TRY(keep_text(builder, record->level, &place.level, err));
    TRY(place_named(builder, record->parent, parent, &place.parent, err));
    TRY(vcl_array_add(&builder->places, &place, err));
done:
    return status;
}

/* The number of an id that a node or a link's end bears. */
static vcl_status node_name(vcl_builder *builder, vcl_slice id, uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_idmap_intern(&builder->chain->ids, id, out, err));
    if (*out >= builder->node_line.count) {
        TRY(vcl_array_resize(&builder->node_line, (size_t)*out + 1, err));
    }
done:
    return status;
}

vcl_status vcl_builder_note_node(vcl_builder *builder, vcl_slice id, vcl_position at,
                                 vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t name = 0;
    uint32_t *lines = NULL;

    TRY(node_name(builder, id, &name, err));
    lines = builder->node_line.items;
    if (lines[name] != 0) {
        return report_twice(builder, VCL_MSG_DUPLICATE_NODE, id, lines[name], VCL_SECTION_NODES,
                            at, err);
    }
    lines[name] = at.line;
done:
    return status;
}

/* Adds what a node says of a product; said twice, amounts add up (a name's product number is still
 * the name's). */
static vcl_status add_amount(vcl_builder *builder, const vcl_node_product *said, uint32_t product,
                             vcl_error *err)
{
    vcl_amount amount = { .actor = (uint32_t)builder->actors.count,
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

/* Takes in the products that a node lists; *out is their set. */
static vcl_status add_node_products(vcl_builder *builder, const vcl_node_record *record,
                                    uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = builder->chain;
    vcl_mention at = { .at = record->at, .section = VCL_SECTION_NODES, .field = "products" };

    builder->scratch.count = 0;
    for (size_t i = 0; i < record->product_count; i++) {
        const vcl_node_product *said = record->products + i;
        uint32_t product = 0;
        at.element = (uint32_t)i;
        at.is_object = said->is_object;
        TRY(mention(&chain->product_ids, &builder->product_names, said->id, at, err));
        product = vcl_idmap_find(&chain->product_ids, said->id);
        TRY(add_amount(builder, said, product, err));
        TRY(vcl_array_add(&builder->scratch, &product, err));
    }
    TRY(vcl_sets_intern(&chain->sets, builder->scratch.items, (uint32_t)builder->scratch.count,
                        out, err));
done:
    return status;
}

static vcl_status add_facts(vcl_builder *builder, const vcl_node_record *record, uint32_t *out,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_facts facts = { .turnover = record->turnover,
                        .area_ha = record->area_ha,
                        .workers = record->workers,
                        .latitude = record->latitude,
                        .longitude = record->longitude,
                        .high_tech = record->high_tech };

    TRY(keep_text(builder, record->name, &facts.name, err));
    TRY(keep_text(builder, record->tax_id, &facts.tax_id, err));
    TRY(keep_text(builder, record->rating, &facts.rating, err));
    TRY(keep_text(builder, record->form, &facts.form, err));
    TRY(keep_text(builder, record->founded, &facts.founded, err));
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

vcl_status vcl_builder_add_node(vcl_builder *builder, const vcl_node_record *record, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = builder->chain;
    vcl_mention place = { .at = record->at,
                          .section = VCL_SECTION_NODES,
                          .field = "place",
                          .element = VCL_NONE };
    vcl_actor actor = { .count = record->kind == VCL_FARMER ? record->count : 1,
                        .members = VCL_NONE,
                        .facts = VCL_NONE,
                        .at = record->at,
                        .kind = record->kind,
                        .status = record->status,
                        .sells = record->sells != VCL_NO || record->kind == VCL_ENTERPRISE,
                        .buyer_stated = record->buyer };

    TRY(vcl_builder_note_node(builder, record->id, record->at, err));
    actor.id = vcl_idmap_name(&chain->ids, vcl_idmap_find(&chain->ids, record->id));
    if (record->kind == VCL_GROUP || record->kind == VCL_COOPERATIVE) {
        actor.members = record->members;
    }
    TRY(place_named(builder, record->place, place, &actor.place, err));
    TRY(sector_named(builder, record->sector, &actor.sector, err));
    TRY(add_node_products(builder, record, &actor.products, err));
    if (record->kind != VCL_FARMER) {
        TRY(add_facts(builder, record, &actor.facts, err));
    }
    TRY(vcl_array_add(&builder->actors, &actor, err));
done:
    return status;
}

static vcl_status add_link_products(vcl_builder *builder, const vcl_link_record *record,
                                    uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = builder->chain;
    vcl_mention at = { .at = record->at,
                       .section = record->in_edges ? VCL_SECTION_EDGES : VCL_SECTION_LINKS };

    builder->scratch.count = 0;
    for (size_t i = 0; i < record->product_count; i++) {
        const vcl_link_product *said = record->products + i;
        uint32_t product = 0;
        at.element = said->element;
        at.field = said->element == VCL_NONE ? "product" : "products";
        TRY(mention(&chain->product_ids, &builder->product_names, said->id, at, err));
        product = vcl_idmap_find(&chain->product_ids, said->id);
        TRY(vcl_array_add(&builder->scratch, &product, err));
    }
    TRY(vcl_sets_intern(&chain->sets, builder->scratch.items, (uint32_t)builder->scratch.count,
                        out, err));
done:
    return status;
}

vcl_status vcl_builder_add_link(vcl_builder *builder, const vcl_link_record *record, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_link link = { .start = record->start,
                      .end = record->end,
                      .kind = record->has_kind ? record->kind : VCL_KIND_UNSTATED,
                      .status = record->status,
                      .contract = record->contract,
                      .volume_kg = record->volume_kg,
                      .delivered_kg = record->delivered_kg,
                      .value = record->value,
                      .at = record->at,
                      .in_edges = record->in_edges };

    TRY(node_name(builder, record->source, &link.source, err));
    TRY(node_name(builder, record->target, &link.target, err));
    TRY(add_link_products(builder, record, &link.products, err));
    TRY(vcl_array_add(&builder->links, &link, err));
done:
    return status;
}

/* Households on the books of all records: no implied member is outside of them. */
static vcl_status check_households(vcl_builder *builder, vcl_error *err)
{
    const vcl_actor *actors = builder->actors.items;
    uint64_t households = 0;

    for (size_t i = 0; i < builder->actors.count; i++) {
        households += actors[i].kind == VCL_FARMER ? actors[i].count : 0;
        households += actors[i].members == VCL_NONE ? 0 : actors[i].members;
    }
    if (households <= (uint64_t)1 << 53) {
        return VCL_OK;
    }
    return vcl_problems_add(builder->problems,
                            &(vcl_finding){ .code = VCL_PROBLEM_TOO_MANY_HOUSEHOLDS,
                                            .message = VCL_MSG_TOO_MANY_HOUSEHOLDS },
                            err);
}

vcl_status vcl_builder_finish(vcl_builder *builder, vcl_date as_of, vcl_chain **out,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;

    *out = NULL;
    TRY(vcl_resolve_lists(builder, err));
    TRY(vcl_resolve_ends(builder, err));
    TRY(check_households(builder, err));
    if (vcl_problems_file_errors(builder->problems) > 0) {
        return vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_DATA_HAS_ERRORS, NULL, NULL);
    }
    TRY(vcl_resolve_links(builder, err));
    TRY(vcl_review(builder, as_of == VCL_NO_DATE ? builder->chain->as_of : as_of, err));
    vcl_idmap_seal(&builder->chain->ids);
    vcl_idmap_seal(&builder->chain->product_ids);
    vcl_idmap_seal(&builder->chain->place_ids);
    *out = builder->chain;
    builder->chain = NULL;
done:
    return status;
}
