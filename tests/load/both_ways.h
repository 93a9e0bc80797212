/* Reads a dataset twice, with the quick reader and without it, and holds what comes of it side by
 * side: every byte that the builder is handed, and every problem.
 *
 * Its builder takes the place of model/builder in a program that includes it. */
#ifndef TESTS_LOAD_BOTH_WAYS_H
#define TESTS_LOAD_BOTH_WAYS_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load/careful.h"
#include "load/scan.h"

static vcl_text kept;
static size_t kept_records; /* nodes and links */

static void keep_bytes(const void *bytes, size_t size)
{
    vcl_text_add_slice(&kept, (vcl_slice){ bytes, size });
}

static void keep_integer(uint64_t integer)
{
    keep_bytes(&integer, sizeof integer);
}

/* What is not stated is NaN, of which there are many. */
static void keep_real(double real)
{
    uint64_t bits = 0;

    memcpy(&bits, &real, sizeof bits);
    keep_integer(isnan(real) ? UINT64_MAX : bits);
}

static void keep_text(vcl_slice text)
{
    keep_integer(text.size);
    keep_bytes(text.bytes, text.size);
}

static void keep_texts(const vcl_slice *texts, size_t count)
{
    keep_integer(count);
    for (size_t i = 0; i < count; i++) {
        keep_text(texts[i]);
    }
}

static vcl_status keep_record(char kind, vcl_position at)
{
    keep_bytes(&kind, 1);
    keep_integer(at.line);
    keep_integer(at.index);
    return vcl_text_status(&kept, NULL);
}

vcl_status vcl_builder_add_graph(vcl_builder *builder, const vcl_graph_record *graph,
                                 vcl_error *err)
{
    (void)builder;
    (void)err;
    keep_text(graph->name);
    keep_text(graph->currency);
    keep_text(graph->source);
    keep_integer((uint64_t)graph->as_of);
    return keep_record('g', (vcl_position){ 0 });
}

vcl_status vcl_builder_add_product(vcl_builder *builder, const vcl_product_record *product,
                                   vcl_error *err)
{
    (void)builder;
    (void)err;
    keep_text(product->id);
    keep_text(product->name);
    keep_text(product->name_en);
    return keep_record('p', product->at);
}

vcl_status vcl_builder_add_place(vcl_builder *builder, const vcl_place_record *place,
                                 vcl_error *err)
{
    (void)builder;
    (void)err;
    keep_text(place->id);
    keep_text(place->name);
    keep_text(place->name_en);
    keep_text(place->level);
    keep_text(place->parent);
    keep_real(place->latitude);
    keep_real(place->longitude);
    return keep_record('a', place->at);
}

static void keep_node_product(const vcl_node_product *product)
{
    keep_text(product->id);
    keep_real(product->output_kg);
    keep_real(product->demand_kg);
    for (size_t stars = 0; stars < 6; stars++) {
        keep_integer(product->ocop[stars]);
    }
    keep_integer(product->is_object);
}

static void keep_facts(const vcl_node_record *node)
{
    keep_text(node->name);
    keep_text(node->tax_id);
    keep_text(node->rating);
    keep_text(node->form);
    keep_text(node->founded);
    keep_texts(node->certificates, node->certificate_count);
    keep_texts(node->requires, node->require_count);
    keep_integer(node->high_tech);
    keep_real(node->turnover);
    keep_real(node->area_ha);
    keep_real(node->workers);
    keep_real(node->latitude);
    keep_real(node->longitude);
}

/* The texts that numbers stood for, which must be these ever after. */
typedef struct seen_texts {
    uint32_t numbers[256];
    char texts[256][64];
} seen_texts;

static seen_texts seen_places;
static seen_texts seen_lists;

static void check_seen(seen_texts *seen, uint32_t number, const char *text)
{
    uint32_t slot = number % 256;

    if (number > 0 && seen->numbers[slot] == number && strcmp(seen->texts[slot], text) != 0) {
        abort();
    }
    if (number > 0) {
        seen->numbers[slot] = number;
        snprintf(seen->texts[slot], sizeof seen->texts[slot], "%s", text);
    }
}

static void check_all_seen(const vcl_node_record *node)
{
    char text[64] = "";
    int size = 0;

    if (node->place_seen > 0) {
        snprintf(text, sizeof text, "%.*s", (int)node->place.size, node->place.bytes);
        check_seen(&seen_places, node->place_seen, text);
    }
    for (size_t i = 0; i < node->product_count && node->products_seen > 0; i++) {
        size += snprintf(text + size, sizeof text - (size_t)size, "|%.*s",
                         (int)node->products[i].id.size, node->products[i].id.bytes);
    }
    text[size] = '\0';
    check_seen(&seen_lists, node->products_seen, text);
}

vcl_status vcl_builder_add_node(vcl_builder *builder, const vcl_node_record *node, vcl_error *err)
{
    (void)builder;
    (void)err;
    kept_records++;
    check_all_seen(node);
    keep_text(node->id);
    keep_integer(node->kind);
    keep_integer(node->status);
    keep_integer(node->sells);
    keep_integer(node->buyer);
    keep_integer(node->count);
    keep_integer(node->members);
    keep_text(node->place);
    keep_text(node->sector);
    keep_integer(node->product_count);
    for (size_t i = 0; i < node->product_count; i++) {
        keep_node_product(&node->products[i]);
    }
    keep_facts(node);
    return keep_record('n', node->at);
}

vcl_status vcl_builder_add_link(vcl_builder *builder, const vcl_link_record *link, vcl_error *err)
{
    (void)builder;
    (void)err;
    kept_records++;
    keep_integer(link->in_edges);
    keep_text(link->source);
    keep_text(link->target);
    keep_integer(link->has_kind);
    keep_integer(link->kind);
    keep_integer(link->status);
    keep_integer(link->contract);
    keep_integer(link->product_count);
    for (size_t i = 0; i < link->product_count; i++) {
        keep_text(link->products[i].id);
        keep_integer(link->products[i].element);
    }
    keep_integer((uint64_t)link->start);
    keep_integer((uint64_t)link->end);
    keep_real(link->volume_kg);
    keep_real(link->delivered_kg);
    keep_real(link->value);
    return keep_record('l', link->at);
}

vcl_status vcl_builder_note_node(vcl_builder *builder, vcl_slice id, vcl_position at,
                                 vcl_error *err)
{
    (void)builder;
    (void)err;
    keep_text(id);
    return keep_record('N', at);
}

vcl_status vcl_builder_note_product(vcl_builder *builder, vcl_slice id, vcl_position at,
                                    vcl_error *err)
{
    (void)builder;
    (void)err;
    keep_text(id);
    return keep_record('P', at);
}

vcl_status vcl_builder_note_place(vcl_builder *builder, vcl_slice id, vcl_position at,
                                  vcl_error *err)
{
    (void)builder;
    (void)err;
    keep_text(id);
    return keep_record('A', at);
}

static void keep_word(const char *word)
{
    keep_text(vcl_slice_of(word));
}

static void keep_problems(const vcl_problems *problems)
{
    for (size_t i = 0; i < vcl_problems_count(problems); i++) {
        const vcl_problem *problem = vcl_problems_at(problems, i);
        keep_integer(problem->severity);
        keep_integer(problem->line);
        keep_word(problem->code);
        keep_word(problem->pointer);
        keep_word(problem->value);
        keep_word(problem->detail);
        keep_word(problem->suggestion);
    }
}

/* Reads `bytes` in blocks into `kept`. The number of records that were read with care. */
static size_t read_one_way(vcl_slice bytes, size_t block_size, bool is_quick)
{
    vcl_problems *problems = NULL;
    vcl_diagnostics diagnostics;
    vcl_source source;
    vcl_scan scan;
    vcl_careful careful;
    vcl_quick quick;
    vcl_record record;
    size_t careful_records = 0;

    if (vcl_problems_new(&problems, NULL) != VCL_OK) {
        abort();
    }
    kept_records = 0;
    seen_places = (seen_texts){ 0 };
    seen_lists = (seen_texts){ 0 };
    vcl_text_clear(&kept);
    vcl_diagnostics_init(&diagnostics, problems);
    vcl_source_open_memory(&source, bytes, block_size, NULL);
    vcl_careful_init(&careful, NULL, &diagnostics);
    vcl_scan_begin(&scan, &source, &diagnostics);
    vcl_quick_init(&quick, NULL, scan.container == VCL_CONTAINER_LINES);
    scan.quick = is_quick ? &quick : NULL;
    while (vcl_scan_next(&scan, &record)) {
        size_t before = kept_records;
        vcl_careful_read(&careful, &record, NULL);
        careful_records += kept_records - before;
    }
    keep_integer(diagnostics.unreadable);
    keep_problems(problems);
    vcl_scan_release(&scan);
    vcl_careful_release(&careful);
    vcl_source_release(&source);
    vcl_diagnostics_release(&diagnostics);
    vcl_problems_free(problems);
    return careful_records;
}

/* Adds the nodes and links of `bytes` to *all, and those that were taken quickly to *quickly. False
 * where the two ways differ. */
static bool is_same_both_ways(vcl_slice bytes, size_t block_size, size_t *all, size_t *quickly)
{
    vcl_text expected = { 0 };
    bool is_same = false;

    read_one_way(bytes, block_size, false);
    vcl_text_add_slice(&expected, (vcl_slice){ kept.bytes, kept.size });
    *quickly -= read_one_way(bytes, block_size, true);
    *quickly += kept_records;
    *all += kept_records;
    is_same = kept.size == expected.size && memcmp(kept.bytes, expected.bytes, kept.size) == 0;
    vcl_text_release(&expected);
    vcl_text_release(&kept);
    return is_same;
}

#endif
