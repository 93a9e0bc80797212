/* A builder that only writes down what it is handed, a line for each record; only what is stated.
 * It takes the place of model/builder in a test that includes it. */
#ifndef TESTS_LOAD_HANDED_H
#define TESTS_LOAD_HANDED_H

#include <math.h>

#include "base/date.h"
#include "base/text.h"
#include "model/builder.h"

static vcl_text handed;

static void hand_text(const char *name, vcl_slice text)
{
    if (text.size > 0) {
        vcl_text_add_byte(&handed, ' ');
        vcl_text_add(&handed, name);
        vcl_text_add_byte(&handed, '=');
        vcl_text_add_slice(&handed, text);
    }
}

static void hand_number(const char *name, double number)
{
    if (!isnan(number)) {
        vcl_text_add_byte(&handed, ' ');
        vcl_text_add(&handed, name);
        vcl_text_add_byte(&handed, '=');
        vcl_text_add_real(&handed, number);
    }
}

static void hand_integer(const char *name, uint32_t number, uint32_t absent)
{
    hand_number(name, number == absent ? (double)NAN : (double)number);
}

static void hand_date(const char *name, vcl_date date)
{
    char text[VCL_DATE_SIZE] = "";

    if (date != VCL_NO_DATE) {
        vcl_date_format(date, text);
    }
    hand_text(name, vcl_slice_of(text));
}

static void hand_texts(const char *name, const vcl_slice *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        hand_text(name, texts[i]);
    }
}

static vcl_status hand_end(void)
{
    vcl_text_add_byte(&handed, '\n');
    return VCL_OK;
}

vcl_status vcl_builder_add_graph(vcl_builder *builder, const vcl_graph_record *graph,
                                 vcl_error *err)
{
    (void)builder;
    (void)err;
    vcl_text_add(&handed, "graph");
    hand_text("name", graph->name);
    hand_text("currency", graph->currency);
    hand_text("source", graph->source);
    hand_date("as_of", graph->as_of);
    return hand_end();
}

vcl_status vcl_builder_add_product(vcl_builder *builder, const vcl_product_record *product,
                                   vcl_error *err)
{
    (void)builder;
    (void)err;
    vcl_text_add(&handed, "product");
    hand_text("id", product->id);
    hand_text("name", product->name);
    hand_text("name_en", product->name_en);
    return hand_end();
}

vcl_status vcl_builder_add_place(vcl_builder *builder, const vcl_place_record *place,
                                 vcl_error *err)
{
    (void)builder;
    (void)err;
    vcl_text_add(&handed, "place");
    hand_text("id", place->id);
    hand_text("name", place->name);
    hand_text("name_en", place->name_en);
    hand_text("level", place->level);
    hand_text("parent", place->parent);
    hand_number("lat", place->latitude);
    hand_number("lon", place->longitude);
    return hand_end();
}

static void hand_node_product(const vcl_node_product *product)
{
    hand_text(product->is_object ? "object" : "product", product->id);
    hand_number("output_kg", product->output_kg);
    hand_number("demand_kg", product->demand_kg);
    for (size_t star = 1; star <= 5; star++) {
        for (size_t i = 0; i < product->ocop[star]; i++) {
            hand_number("ocop", (double)star);
        }
    }
}

vcl_status vcl_builder_add_node(vcl_builder *builder, const vcl_node_record *node, vcl_error *err)
{
    (void)builder;
    (void)err;
    vcl_text_add(&handed, "node");
    hand_text("id", node->id);
    hand_integer("kind", node->kind, VCL_NONE);
    hand_integer("status", node->status, VCL_ACTIVE);
    hand_integer("count", node->count, 1);
    hand_integer("members", node->members, VCL_NONE);
    hand_integer("sells", node->sells, VCL_UNSTATED);
    hand_integer("buyer", node->buyer, VCL_UNSTATED);
    hand_integer("high_tech", node->high_tech, VCL_UNSTATED);
    hand_text("place", node->place);
    hand_text("sector", node->sector);
    hand_text("name", node->name);
    hand_text("tax_id", node->tax_id);
    hand_text("rating", node->rating);
    hand_text("form", node->form);
    hand_text("founded", node->founded);
    hand_number("turnover", node->turnover);
    hand_number("area_ha", node->area_ha);
    hand_number("workers", node->workers);
    hand_number("lat", node->latitude);
    hand_number("lon", node->longitude);
    hand_texts("certificate", node->certificates, node->certificate_count);
    hand_texts("requires", node->requires, node->require_count);
    for (size_t i = 0; i < node->product_count; i++) {
        hand_node_product(&node->products[i]);
    }
    return hand_end();
}

vcl_status vcl_builder_add_link(vcl_builder *builder, const vcl_link_record *link, vcl_error *err)
{
    (void)builder;
    (void)err;
    vcl_text_add(&handed, link->in_edges ? "edge" : "link");
    hand_text("source", link->source);
    hand_text("target", link->target);
    hand_integer("kind", link->has_kind ? link->kind : VCL_NONE, VCL_NONE);
    hand_integer("status", link->status, VCL_LINK_ACTIVE);
    hand_integer("contract", link->contract, VCL_CONTRACT_UNKNOWN);
    for (size_t i = 0; i < link->product_count; i++) {
        hand_text(link->products[i].element == VCL_NONE ? "product" : "products",
                  link->products[i].id);
    }
    hand_number("volume_kg", link->volume_kg);
    hand_number("delivered_kg", link->delivered_kg);
    hand_number("value", link->value);
    hand_date("start", link->start);
    hand_date("end", link->end);
    return hand_end();
}

static vcl_status hand_note(const char *kind, vcl_slice id)
{
    vcl_text_add(&handed, "known ");
    vcl_text_add(&handed, kind);
    hand_text("id", id);
    return hand_end();
}

vcl_status vcl_builder_note_node(vcl_builder *builder, vcl_slice id, vcl_position at,
                                 vcl_error *err)
{
    (void)builder;
    (void)at;
    (void)err;
    return hand_note("node", id);
}

vcl_status vcl_builder_note_product(vcl_builder *builder, vcl_slice id, vcl_position at,
                                    vcl_error *err)
{
    (void)builder;
    (void)at;
    (void)err;
    return hand_note("product", id);
}

vcl_status vcl_builder_note_place(vcl_builder *builder, vcl_slice id, vcl_position at,
                                  vcl_error *err)
{
    (void)builder;
    (void)at;
    (void)err;
    return hand_note("place", id);
}

#endif
