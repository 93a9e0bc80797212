/* Taking in the graph's own record, products and places. */
#include "base/try.h"
#include "model/building.h"

vcl_status vcl_builder_add_graph(vcl_builder *builder, const vcl_graph_record *graph,
                                 vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = builder->chain;

    TRY(vcl_builder_keep(builder, graph->name, &chain->name, err));
    TRY(vcl_builder_keep(builder, graph->currency, &chain->currency, err));
    TRY(vcl_builder_keep(builder, graph->source, &chain->source, err));
    chain->as_of = graph->as_of;
    if (graph->as_of != VCL_NO_DATE) {
        vcl_date_format(graph->as_of, chain->as_of_text);
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

    TRY(vcl_builder_name(ids, names, id, &name, err));
    lines = names->declared_line.items;
    *previous = lines[name];
    if (lines[name] == 0) {
        lines[name] = at.line;
    }
    names->has_list = true;
done:
    return status;
}

/* Notes whose the record is that was just added to a list. */
static vcl_status note_record(const vcl_idmap *ids, vcl_namespace *names, vcl_slice id,
                              vcl_error *err)
{
    uint32_t name = vcl_idmap_find(ids, id);

    return vcl_array_add(&names->of_record, &name, err);
}

vcl_status vcl_builder_note_product(vcl_builder *builder, vcl_slice id, vcl_position at,
                                    vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t previous = 0;

    TRY(declare(&builder->chain->product_ids, &builder->product_names, id, at, &previous, err));
    if (previous != 0) {
        TRY(vcl_builder_report_twice(builder, VCL_MSG_DUPLICATE_PRODUCT, id, previous,
                                     VCL_SECTION_PRODUCTS, at, err));
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
    TRY(vcl_builder_keep(builder, record->name, &product.name, err));
    TRY(vcl_builder_keep(builder, record->name_en, &product.name_en, err));
    TRY(vcl_array_add(&builder->products, &product, err));
    TRY(note_record(&builder->chain->product_ids, &builder->product_names, record->id, err));
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
        TRY(vcl_builder_report_twice(builder, VCL_MSG_DUPLICATE_PLACE, id, previous,
                                     VCL_SECTION_PLACES, at, err));
    }
done:
    return status;
}

vcl_status vcl_builder_add_place(vcl_builder *builder, const vcl_place_record *record,
                                 vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_place place = { .at = record->at, .declared = true };
    vcl_mention parent = {
        .at = record->at, .section = VCL_SECTION_PLACES, .field = "parent", .element = VCL_NONE
    };

    TRY(vcl_builder_note_place(builder, record->id, record->at, err));
    place.latitude = record->latitude;
    place.longitude = record->longitude;
    TRY(vcl_builder_keep(builder, record->name, &place.name, err));
    TRY(vcl_builder_keep(builder, record->name_en, &place.name_en, err));
    TRY(vcl_builder_keep(builder, record->level, &place.level, err));
    TRY(vcl_builder_place(builder, record->parent, parent, &place.parent, err));
    TRY(vcl_array_add(&builder->places, &place, err));
    TRY(note_record(&builder->chain->place_ids, &builder->place_names, record->id, err));
done:
    return status;
}
