/* Products, places and actors as lines of a dataset. */
#include "import/nodes.h"

#include <string.h>

#include "base/try.h"
#include "import/facts.h"
#include "names/legal.h"
#include "values/reading.h"

vcl_status vcl_nodes_write_products(vcl_lines *lines, const vcl_catalogue *catalogue,
                                    vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (uint32_t i = 0; i < catalogue->products.count; i++) {
        const vcl_product_draft *product = vcl_catalogue_product(catalogue, i);
        vcl_lines_begin(lines, "product");
        vcl_lines_add_text(lines, "id", vcl_slice_of(product->id));
        vcl_lines_add_text(lines, "name", vcl_slice_of(product->name));
        vcl_lines_add_text(lines, "name_en", vcl_slice_of(product->name_en));
        TRY(vcl_lines_end(lines, product->row, err));
    }
done:
    return status;
}

static void add_number(vcl_lines *lines, vcl_draft *draft, uint32_t row, const char *key,
                       const vcl_entry *entry)
{
    if (entry != NULL && vcl_facts_in_range(draft, row, entry)) {
        vcl_lines_add_number(lines, key, entry->number);
    }
}

vcl_status vcl_nodes_write_places(vcl_lines *lines, vcl_draft *draft,
                                  const vcl_gazetteer *gazetteer, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (uint32_t i = 0; i < gazetteer->places.count; i++) {
        const vcl_place_draft *place = vcl_gazetteer_place(gazetteer, i);
        vcl_lines_begin(lines, "place");
        vcl_lines_add_text(lines, "id", vcl_slice_of(place->id));
        vcl_lines_add_text(lines, "name", vcl_slice_of(place->name));
        vcl_lines_add_text(lines, "level", vcl_slice_of(place->level));
        if (place->parent != VCL_NONE) {
            vcl_lines_add_text(lines, "parent",
                               vcl_slice_of(vcl_gazetteer_place(gazetteer, place->parent)->id));
        }
        add_number(lines, draft, place->row, "lat", place->latitude);
        add_number(lines, draft, place->row, "lon", place->longitude);
        TRY(vcl_lines_end(lines, place->row, err));
    }
done:
    return status;
}

/* What the actors' lines are made of. */
typedef struct writer {
    vcl_lines *lines;
    vcl_draft *draft;
    const vcl_gazetteer *gazetteer;
    const vcl_catalogue *catalogue;
    const vcl_actor_list *actors;
    const vcl_subjects *subjects;
    const vcl_handlings *handlings;
    size_t handled; /* the next in handlings */
} writer;

static void add_text(writer *own, const char *key, const vcl_entry *entry)
{
    if (entry != NULL) {
        vcl_lines_add_text(own->lines, key, entry->text);
    }
}

/* A word, unless it holds anyway. */
static void add_word(writer *own, const char *key, const vcl_entry *entry, const char *usual)
{
    if (entry != NULL && strcmp(entry->word, usual) != 0) {
        vcl_lines_add_text(own->lines, key, vcl_slice_of(entry->word));
    }
}

static void add_flag(writer *own, const char *key, const vcl_entry *entry)
{
    if (entry != NULL) {
        vcl_lines_add_flag(own->lines, key, entry->flag);
    }
}

/* Texts stand between semicolons or on lines of their own; only where there is neither, commas part
 * them. */
static void add_list(writer *own, const char *key, const vcl_entry *entry)
{
    const char *marks = ";\n\r";
    vcl_slice rest = entry != NULL ? entry->text : (vcl_slice){ 0 };

    if (rest.size == 0) {
        return;
    }
    if (memchr(rest.bytes, ';', rest.size) == NULL && memchr(rest.bytes, '\n', rest.size) == NULL) {
        marks = ",";
    }
    vcl_lines_begin_list(own->lines, key);
    while (rest.size > 0) {
        size_t size = 0;
        while (size < rest.size && strchr(marks, rest.bytes[size]) == NULL) {
            size++;
        }
        vcl_slice item = vcl_reading_trim((vcl_slice){ rest.bytes, size });
        if (item.size > 0) {
            vcl_lines_add_item(own->lines, item);
        }
        rest = vcl_slice_from(rest, size + (size < rest.size));
    }
    vcl_lines_end_list(own->lines);
}

/* Stars are numbers, a list of which nothing else has. */
static void add_stars(writer *own, const uint16_t *stars)
{
    bool first = true;

    vcl_lines_begin_list(own->lines, "ocop");
    for (size_t star = 1; star <= VCL_MOST_STARS; star++) {
        for (size_t i = 0; i < stars[star]; i++) {
            vcl_text_add(&own->lines->text, first ? "" : ",");
            vcl_text_add_integer(&own->lines->text, (int64_t)star);
            first = false;
        }
    }
    vcl_lines_end_list(own->lines);
}

/* The products of an actor; those of all actors stand in their order. */
static void add_products(writer *own, uint32_t actor)
{
    const vcl_handling *items = own->handlings->items.items;
    size_t count = own->handlings->items.count;

    while (own->handled < count && items[own->handled].actor < actor) {
        own->handled++;
    }
    if (own->handled == count || items[own->handled].actor != actor) {
        return;
    }
    vcl_lines_begin_list(own->lines, "products");
    for (; own->handled < count && items[own->handled].actor == actor; own->handled++) {
        const vcl_handling *item = &items[own->handled];
        vcl_lines_begin_object(own->lines);
        vcl_lines_add_text(own->lines, "product",
                           vcl_slice_of(vcl_catalogue_product(own->catalogue, item->product)->id));
        vcl_lines_add_number(own->lines, "output_kg", item->output_kg);
        vcl_lines_add_number(own->lines, "demand_kg", item->demand_kg);
        if (item->ocop != NULL) {
            add_stars(own, item->stars);
        }
        vcl_lines_end_object(own->lines);
    }
    vcl_lines_end_list(own->lines);
}

/* Whoever is listed among enterprises buys, also if it is an organisation; an enterprise does so
 * anyway, unless the dataset shows that it only supplies inputs. */
static void add_buyer(writer *own, const vcl_actor_draft *actor, const vcl_entry *entry)
{
    if (entry != NULL) {
        vcl_lines_add_flag(own->lines, "buyer", entry->flag);
    } else if (actor->is_listed_buyer && vcl_legal_is_organisation(actor->kind)) {
        vcl_lines_add_flag(own->lines, "buyer", true);
    }
}

static void add_facts(writer *own, const vcl_actor_facts_draft *facts)
{
    const vcl_entry *const *entries = facts->entries;

    add_text(own, "form", entries[VCL_FACT_FORM]);
    add_text(own, "sector", entries[VCL_FACT_SECTOR]);
    add_word(own, "status", entries[VCL_FACT_STATUS], "active");
    add_flag(own, "sells", entries[VCL_FACT_SELLS]);
    add_flag(own, "high_tech", entries[VCL_FACT_HIGH_TECH]);
    add_text(own, "founded", entries[VCL_FACT_FOUNDED]);
    add_text(own, "rating", entries[VCL_FACT_RATING]);
}

static void add_numbers(writer *own, const vcl_actor_facts_draft *facts)
{
    static const struct {
        vcl_fact fact;
        const char *key;
    } numbers[] = {
        { VCL_FACT_COUNT, "count" },       { VCL_FACT_MEMBERS, "members" },
        { VCL_FACT_AREA, "area_ha" },      { VCL_FACT_WORKERS, "workers" },
        { VCL_FACT_TURNOVER, "turnover" }, { VCL_FACT_LATITUDE, "lat" },
        { VCL_FACT_LONGITUDE, "lon" },
    };

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        const vcl_entry *entry = facts->entries[numbers[i].fact];
        if (entry != NULL) {
            vcl_lines_add_number(own->lines, numbers[i].key, entry->number);
        }
    }
}

/* A name or tax code of the actor's rows, else what somebody decided on. */
static vcl_slice text_of(const vcl_actor_draft *actor, const vcl_entry *entry, vcl_slice known)
{
    return actor->row == VCL_NONE ? known : entry != NULL ? entry->text : (vcl_slice){ 0 };
}

static vcl_status write_actor(writer *own, uint32_t number, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_actor_draft *actor = vcl_actor_list_at(own->actors, number);
    vcl_actor_facts_draft facts;

    vcl_facts_read(own->draft, own->actors, own->gazetteer, own->subjects, number, &facts);
    vcl_lines_begin(own->lines, "node");
    vcl_lines_add_text(own->lines, "id", vcl_slice_of(actor->id));
    vcl_lines_add_text(own->lines, "kind", vcl_slice_of(actor->kind));
    vcl_lines_add_text(own->lines, "name",
                       text_of(actor, facts.entries[VCL_FACT_NAME], actor->name));
    vcl_lines_add_text(own->lines, "tax_id",
                       text_of(actor,
                               actor->tax_code.size > 0 ? facts.entries[VCL_FACT_TAX_ID] : NULL,
                               actor->tax_code));
    if (actor->place != VCL_NONE) {
        vcl_lines_add_text(own->lines, "place",
                           vcl_slice_of(vcl_gazetteer_place(own->gazetteer, actor->place)->id));
    }
    add_buyer(own, actor, facts.entries[VCL_FACT_BUYS]);
    add_facts(own, &facts);
    add_numbers(own, &facts);
    add_list(own, "certificates", facts.entries[VCL_FACT_CERTIFICATES]);
    add_list(own, "requires", facts.entries[VCL_FACT_REQUIRES]);
    add_products(own, number);
    TRY(vcl_lines_end(own->lines, actor->row, err));
done:
    return status;
}

vcl_status vcl_nodes_write_actors(vcl_lines *lines, vcl_draft *draft,
                                  const vcl_gazetteer *gazetteer, const vcl_catalogue *catalogue,
                                  const vcl_actor_list *actors, const vcl_subjects *subjects,
                                  const vcl_handlings *handlings, vcl_error *err)
{
    vcl_status status = VCL_OK;
    writer own = { lines, draft, gazetteer, catalogue, actors, subjects, handlings, 0 };

    for (uint32_t i = 0; i < actors->actors.count; i++) {
        if (vcl_actor_list_at(actors, i)->kind != NULL) {
            TRY(write_actor(&own, i, err));
        }
    }
done:
    return status;
}
