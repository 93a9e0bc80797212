/* A layer drawn as "01 12 21": arcs between single digits, each vertex its own number. */
#ifndef GRAPH_DRAWN_LAYER_H
#define GRAPH_DRAWN_LAYER_H

#include <string.h>

#include "graph/layers.h"
#include "support/assert.h"

typedef struct drawn_layer {
    vcl_layer layer;
    uint32_t vertices[10];
    uint32_t out_start[11];
    uint32_t out[100];
} drawn_layer;

/* `arcs` are sorted. `drawn` must stay where it is. */
static inline void draw_layer(drawn_layer *drawn, uint32_t vertex_count, const char *arcs)
{
    memset(drawn, 0, sizeof *drawn);
    for (uint32_t i = 0; i < vertex_count; i++) {
        drawn->vertices[i] = i;
    }
    for (const char *arc = arcs; *arc != '\0'; arc += arc[2] == ' ' ? 3 : 2) {
        uint32_t from = (uint32_t)(arc[0] - '0');
        uint32_t to = (uint32_t)(arc[1] - '0');
        assert_true(from < vertex_count && to < vertex_count);
        drawn->out[drawn->layer.arc_count++] = to;
        drawn->out_start[from + 1]++;
    }
    for (uint32_t i = 0; i < vertex_count; i++) {
        drawn->out_start[i + 1] += drawn->out_start[i];
    }
    drawn->layer.vertices = drawn->vertices;
    drawn->layer.vertex_count = vertex_count;
    drawn->layer.out_start = drawn->out_start;
    drawn->layer.out = drawn->out;
}

#endif
