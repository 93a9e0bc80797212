/* Reads datasets and throws the records away: what scanning and parsing cost by themselves.
 *
 *     read FILE [ROUNDS]     prints the best of some rounds, and how many records came which way
 *
 * Its builder takes the place of model/builder. bench_read.py builds and runs it. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "load/careful.h"
#include "load/scan.h"

static uint64_t taken;
static uint64_t digest; /* so that nothing that is read can be left out */

vcl_status vcl_builder_add_graph(vcl_builder *builder, const vcl_graph_record *graph,
                                 vcl_error *err)
{
    (void)builder;
    (void)err;
    digest += graph->name.size;
    return VCL_OK;
}

vcl_status vcl_builder_add_product(vcl_builder *builder, const vcl_product_record *product,
                                   vcl_error *err)
{
    (void)builder;
    (void)err;
    digest += product->id.size;
    return VCL_OK;
}

vcl_status vcl_builder_add_place(vcl_builder *builder, const vcl_place_record *place,
                                 vcl_error *err)
{
    (void)builder;
    (void)err;
    digest += place->id.size;
    return VCL_OK;
}

vcl_status vcl_builder_add_node(vcl_builder *builder, const vcl_node_record *node, vcl_error *err)
{
    (void)builder;
    (void)err;
    taken++;
    digest += node->id.size + node->place.size + node->kind + node->product_count + node->name.size;
    return VCL_OK;
}

vcl_status vcl_builder_add_link(vcl_builder *builder, const vcl_link_record *link, vcl_error *err)
{
    (void)builder;
    (void)err;
    taken++;
    digest += link->source.size + link->target.size + link->kind + link->product_count;
    return VCL_OK;
}

static vcl_status note(vcl_slice id)
{
    digest += id.size;
    return VCL_OK;
}

vcl_status vcl_builder_note_node(vcl_builder *builder, vcl_slice id, vcl_position at,
                                 vcl_error *err)
{
    (void)builder;
    (void)at;
    (void)err;
    return note(id);
}

vcl_status vcl_builder_note_product(vcl_builder *builder, vcl_slice id, vcl_position at,
                                    vcl_error *err)
{
    (void)builder;
    (void)at;
    (void)err;
    return note(id);
}

vcl_status vcl_builder_note_place(vcl_builder *builder, vcl_slice id, vcl_position at,
                                  vcl_error *err)
{
    (void)builder;
    (void)at;
    (void)err;
    return note(id);
}

static double now_s(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* Records that were read with care. */
static uint64_t read_file(vcl_source *source)
{
    vcl_problems *problems = NULL;
    vcl_diagnostics diagnostics;
    vcl_scan scan;
    vcl_careful careful;
    vcl_quick quick;
    vcl_record record;
    uint64_t refused = 0;

    if (vcl_problems_new(&problems, NULL) != VCL_OK) {
        exit(1);
    }
    vcl_diagnostics_init(&diagnostics, problems);
    vcl_careful_init(&careful, NULL, &diagnostics);
    vcl_scan_begin(&scan, source, &diagnostics);
    vcl_quick_init(&quick, NULL, scan.container == VCL_CONTAINER_LINES);
    scan.quick = &quick;
    while (vcl_scan_next(&scan, &record)) {
        refused++;
        vcl_careful_read(&careful, &record, NULL);
    }
    vcl_scan_release(&scan);
    vcl_careful_release(&careful);
    vcl_diagnostics_release(&diagnostics);
    vcl_problems_free(problems);
    return refused;
}

int main(int argc, char **argv)
{
    int rounds = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 5;
    double best_s = 1e9;
    uint64_t refused = 0;

    for (int i = 0; argc > 1 && i < rounds; i++) {
        vcl_source source;
        double start_s = now_s();
        taken = 0;
        if (vcl_source_open(&source, argv[1], VCL_BLOCK_SIZE, NULL, NULL) != VCL_OK) {
            return 1;
        }
        refused = read_file(&source);
        vcl_source_release(&source);
        if (now_s() - start_s < best_s) {
            best_s = now_s() - start_s;
        }
    }
    printf("%.4f s, %" PRIu64 " nodes and links, %" PRIu64 " records read with care (%" PRIu64
           ")\n",
           best_s, taken, refused, digest);
    return 0;
}
