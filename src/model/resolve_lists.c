/* Products and places: those declared, or where nothing is declared those mentioned; sorted by id,
 * unknown ones reported, cycles among places found. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"
#include "model/building.h"
#include "model/nearest.h"

/* What is said of an unknown id of a list. */
typedef struct list_words {
    vcl_problem_code code;
    vcl_message message;
} list_words;

/* A name of a list and its id, for sorting. */
typedef struct named {
    const char *id;
    uint32_t name;
} named;

static int compare_named(const void *a, const void *b)
{
    return strcmp(((const named *)a)->id, ((const named *)b)->id);
}

static vcl_status find_near(const vcl_idmap *ids, const vcl_namespace *names, vcl_nearest *nearest,
                            const char *id, const char **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const uint32_t *lines = names->declared_line.items;

    if (nearest->ids.count == 0) {
        for (uint32_t name = 0; name < vcl_idmap_count(ids); name++) {
            if (lines[name] != 0) {
                TRY(vcl_nearest_add(nearest, vcl_idmap_name(ids, name), err));
            }
        }
    }
    TRY(vcl_nearest_find(nearest, id, out, err));
done:
    return status;
}

static vcl_status report_mention(vcl_builder *builder, const vcl_mention *mention, const char *id,
                                 const char *suggestion, const list_words *words, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text *pointer = &builder->pointer;
    vcl_text value = { 0 };

    vcl_pointer_to_record(pointer, builder->chain->is_document, mention->section,
                          mention->at.index);
    vcl_pointer_add_field(pointer, mention->field, mention->element);
    if (mention->is_object) {
        vcl_pointer_add_field(pointer, "product", VCL_NONE);
    }
    vcl_builder_quote(&value, id);
    TRY(vcl_text_status(pointer, err));
    TRY(vcl_text_status(&value, err));
    TRY(vcl_problems_add(builder->problems,
                         &(vcl_finding){ .code = words->code,
                                         .message = words->message,
                                         .line = mention->at.line,
                                         .pointer = pointer->bytes,
                                         .value = value.bytes,
                                         .suggestion = suggestion },
                         err));
done:
    vcl_text_release(&value);
    return status;
}

/* Mentions of unknown ids that were only counted. */
static void count_rest(vcl_builder *builder, const vcl_namespace *names, vcl_problem_code code)
{
    const uint32_t *lines = names->declared_line.items;
    const uint32_t *counts = names->mention_count.items;

    for (size_t name = 0; name < names->mention_count.count; name++) {
        if (lines[name] == 0 && names->has_list && !builder->unreadable &&
            counts[name] > VCL_MENTIONS_OF_A_NAME) {
            vcl_problems_count_more(builder->problems, code, counts[name] - VCL_MENTIONS_OF_A_NAME);
        }
    }
}

/* Where a list is given, whatever it lacks is an error, unless a record that could not be read may
 * have declared it. */
static vcl_status report_unknown(vcl_builder *builder, const vcl_idmap *ids,
                                 const vcl_namespace *names, list_words words, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_mention *mentions = names->mentions.items;
    const uint32_t *lines = names->declared_line.items;
    vcl_nearest nearest;

    vcl_nearest_init(&nearest);
    for (size_t i = 0; i < names->mentions.count; i++) {
        const char *id = vcl_idmap_name(ids, mentions[i].name);
        const char *suggestion = NULL;
        if (lines[mentions[i].name] != 0 || !names->has_list || builder->unreadable) {
            continue;
        }
        if (vcl_problems_wants(builder->problems, words.code)) {
            TRY(find_near(ids, names, &nearest, id, &suggestion, err));
        }
        TRY(report_mention(builder, mentions + i, id, suggestion, &words, err));
    }
    count_rest(builder, names, words.code);
done:
    vcl_nearest_release(&nearest);
    return status;
}

/* The names of a list in the byte order of their ids; (*position)[name] is where each came. */
static vcl_status sort_names(const vcl_idmap *ids, named **order, uint32_t **position,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t count = vcl_idmap_count(ids);

    TRY(vcl_alloc(order, count, sizeof **order, err));
    TRY(vcl_alloc(position, count, sizeof **position, err));
    for (uint32_t name = 0; name < count; name++) {
        (*order)[name] = (named){ vcl_idmap_name(ids, name), name };
    }
    if (count > 0) {
        qsort(*order, count, sizeof **order, compare_named);
    }
    for (uint32_t i = 0; i < count; i++) {
        (*position)[(*order)[i].name] = i;
    }
done:
    return status;
}

static vcl_status place_products(vcl_builder *builder, const named *order, const uint32_t *position,
                                 vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = builder->chain;
    const vcl_product *declared = builder->products.items;
    const uint32_t *names = builder->product_names.of_record.items;

    chain->product_count = vcl_idmap_count(&chain->product_ids);
    TRY(vcl_alloc(&chain->products, chain->product_count, sizeof *chain->products, err));
    for (uint32_t i = 0; i < chain->product_count; i++) {
        chain->products[i] = (vcl_product){ .id = order[i].id };
    }
    for (size_t i = 0; i < builder->products.count; i++) {
        vcl_product *product = chain->products + position[names[i]];
        const char *id = product->id;
        *product = declared[i];
        product->id = id;
    }
done:
    return status;
}

/* Gives terms and amounts the canonical numbers of their sets and products. */
static vcl_status rename_products(vcl_builder *builder, const uint32_t *position, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_terms *terms = builder->terms.items.items;
    vcl_amount *amounts = builder->chain->amounts.items;

    TRY(vcl_sets_canonical(&builder->chain->sets, position, &builder->moved_sets, err));
    for (size_t i = 0; i < builder->terms.items.count; i++) {
        terms[i].products = builder->moved_sets[terms[i].products];
    }
    for (size_t i = 0; i < builder->chain->amounts.count; i++) {
        amounts[i].product = position[amounts[i].product];
    }
done:
    return status;
}

static vcl_status resolve_products(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    named *order = NULL;
    uint32_t *position = NULL;

    TRY(report_unknown(builder, &builder->chain->product_ids, &builder->product_names,
                       (list_words){ VCL_PROBLEM_UNKNOWN_PRODUCT, VCL_MSG_UNKNOWN_PRODUCT }, err));
    TRY(sort_names(&builder->chain->product_ids, &order, &position, err));
    TRY(place_products(builder, order, position, err));
    TRY(rename_products(builder, position, err));
done:
    free(order);
    free(position);
    return status;
}

static vcl_status place_places(vcl_builder *builder, const named *order, const uint32_t *position,
                               vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = builder->chain;
    const vcl_place *declared = builder->places.items;
    const uint32_t *names = builder->place_names.of_record.items;

    chain->place_count = vcl_idmap_count(&chain->place_ids);
    TRY(vcl_alloc(&chain->places, chain->place_count, sizeof *chain->places, err));
    for (uint32_t i = 0; i < chain->place_count; i++) {
        chain->places[i] = (vcl_place){
            .id = order[i].id, .parent = VCL_NONE, .latitude = (double)NAN, .longitude = (double)NAN
        };
    }
    for (size_t i = 0; i < builder->places.count; i++) {
        vcl_place *place = chain->places + position[names[i]];
        const char *id = place->id;
        *place = declared[i];
        place->id = id;
        place->parent = place->parent == VCL_NONE ? VCL_NONE : position[place->parent];
    }
done:
    return status;
}

/* Reports the cycle on which `place` stands, at its smallest id. */
static vcl_status report_cycle(vcl_builder *builder, uint32_t place, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_place *places = builder->chain->places;
    uint32_t smallest = place;
    vcl_text path = { 0 };

    for (uint32_t at = places[place].parent; at != place; at = places[at].parent) {
        smallest = at < smallest ? at : smallest;
    }
    vcl_text_add(&path, places[smallest].id);
    for (uint32_t at = places[smallest].parent; at != smallest; at = places[at].parent) {
        vcl_text_add(&path, " → ");
        vcl_text_add(&path, places[at].id);
    }
    vcl_text_add(&path, " → ");
    vcl_text_add(&path, places[smallest].id);
    TRY(vcl_text_status(&path, err));
    TRY(vcl_builder_report(builder,
                           (vcl_finding){ .code = VCL_PROBLEM_PLACE_CYCLE,
                                          .message = VCL_MSG_PLACE_CYCLE,
                                          .value = places[smallest].id,
                                          .detail = path.bytes },
                           VCL_SECTION_PLACES, places[smallest].at, "parent", VCL_NONE, err));
done:
    vcl_text_release(&path);
    return status;
}

/* Walks up from every place once: a place that this walk has already seen closes a cycle. */
static vcl_status check_cycles(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = builder->chain;
    uint32_t *walk = NULL; /* 0: not seen, else 1 + the place from which it was reached first */

    TRY(vcl_alloc(&walk, chain->place_count, sizeof *walk, err));
    for (uint32_t start = 0; start < chain->place_count; start++) {
        uint32_t at = start;
        while (at != VCL_NONE && walk[at] == 0) {
            walk[at] = start + 1;
            at = chain->places[at].parent;
        }
        if (at != VCL_NONE && walk[at] == start + 1) {
            TRY(report_cycle(builder, at, err));
        }
    }
done:
    free(walk);
    return status;
}

static vcl_status resolve_places(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    named *order = NULL;

    TRY(report_unknown(builder, &builder->chain->place_ids, &builder->place_names,
                       (list_words){ VCL_PROBLEM_UNKNOWN_PLACE, VCL_MSG_UNKNOWN_PLACE }, err));
    TRY(sort_names(&builder->chain->place_ids, &order, &builder->moved_places, err));
    TRY(place_places(builder, order, builder->moved_places, err));
    TRY(check_cycles(builder, err));
done:
    free(order);
    return status;
}

vcl_status vcl_resolve_lists(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(resolve_products(builder, err));
    TRY(resolve_places(builder, err));
    vcl_array_release(&builder->product_names.mentions);
    vcl_array_release(&builder->place_names.mentions);
done:
    return status;
}
