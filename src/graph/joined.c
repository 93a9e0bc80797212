/* Joining layers: points are numbered, their arcs counted, then placed. */
#include "graph/joined.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/try.h"

struct joining {
    vcl_joined *joined;
    const vcl_layers *layers;
    bool first;
    uint32_t *sends; /* by vertex: the layers of products in which it sends */
    bool *entered; /* by vertex: does an arc lead to it? */
    uint32_t *aside; /* by vertex that sends: its point for where it does not, or VCL_NONE */
    uint32_t *end; /* by vertex: the point where it ends if it is a goal, else its start */
    uint32_t *points; /* by layer, by local number: where the vertex stands in the layer */
    uint32_t *met; /* vertices to be looked at */
    uint32_t met_count;
    uint32_t first_of_layers; /* the first of the points that stand in one layer */
    uint32_t point_count;
    uint32_t *next; /* by point: where its next arc is placed; NULL while they are counted */
};

static bool sends_in(const struct joining *joining, const vcl_layer *layer, uint32_t local)
{
    const vcl_vertex *vertices = joining->layers->fold->vertices;

    return vcl_layer_sends(layer, local) &&
           !(joining->first && vertices[layer->vertices[local]].buyer);
}

static void count_sends(struct joining *joining)
{
    for (uint32_t number = VCL_UNSTATED_LAYER + 1; number < joining->layers->count; number++) {
        const vcl_layer *layer = joining->layers->layers + number;
        for (uint32_t i = 0; i < layer->vertex_count; i++) {
            joining->sends[layer->vertices[i]] += sends_in(joining, layer, i) ? 1 : 0;
        }
    }
}

/* Notes that a vertex needs a point for where it does not send. */
static void set_aside(struct joining *joining, uint32_t vertex)
{
    if (joining->sends[vertex] > 0 && joining->aside[vertex] == VCL_NONE) {
        joining->aside[vertex] = 0;
        joining->met[joining->met_count++] = vertex;
    }
}

/* Looks at the arcs of a layer: to whom they lead, and who does not send where they do. */
static void enter_layer(struct joining *joining, uint32_t number)
{
    const vcl_layer *layer = joining->layers->layers + number;

    for (uint32_t i = 0; i < layer->vertex_count; i++) {
        bool unstated = number == VCL_UNSTATED_LAYER;
        if (!sends_in(joining, layer, i)) {
            continue;
        }
        for (uint32_t k = layer->out_start[i]; k < layer->out_start[i + 1]; k++) {
            uint32_t target = layer->out[k];
            joining->entered[layer->vertices[target]] = true;
            if (unstated ? joining->sends[layer->vertices[i]] == 0
                         : !sends_in(joining, layer, target)) {
                set_aside(joining, layer->vertices[target]);
            }
        }
    }
}

/* From a point of the unstated layer, paths go on there. */
static void follow_unstated(struct joining *joining)
{
    const vcl_layer *layer = joining->layers->layers + VCL_UNSTATED_LAYER;

    for (uint32_t i = 0; i < joining->met_count; i++) {
        uint32_t local = vcl_layer_find(layer, joining->met[i]);
        if (local == VCL_NONE) {
            continue;
        }
        for (uint32_t k = layer->out_start[local]; k < layer->out_start[local + 1]; k++) {
            set_aside(joining, layer->vertices[layer->out[k]]);
        }
    }
}

/* Numbers the points that are not of one layer; those follow. */
static void number_points(struct joining *joining, const uint32_t *goals, uint32_t goal_count)
{
    uint32_t vertices = joining->layers->fold->vertex_count;
    uint32_t count = vertices;

    for (uint32_t i = 0; i < joining->met_count; i++) {
        joining->aside[joining->met[i]] = count++;
    }
    for (uint32_t i = 0; i < vertices; i++) {
        joining->end[i] = i;
    }
    for (uint32_t i = 0; i < goal_count; i++) {
        uint32_t goal = goals[i];
        bool several = joining->sends[goal] > 1 || joining->aside[goal] != VCL_NONE;
        if (joining->entered[goal] && several && joining->end[goal] == goal) {
            joining->end[goal] = count++;
        }
        joining->joined->ends[i] = joining->end[goal];
    }
    joining->first_of_layers = count;
}

static void add_arc(struct joining *joining, uint32_t from, uint32_t to)
{
    vcl_layer *graph = &joining->joined->graph;

    if (joining->next == NULL) {
        graph->out_start[from + 1]++;
    } else {
        graph->out[joining->next[from]++] = to;
    }
}

/* Where a vertex of a layer stands in it. */
static uint32_t find_point(struct joining *joining, uint32_t number, uint32_t local)
{
    const vcl_layer *layer = joining->layers->layers + number;
    uint32_t vertex = layer->vertices[local];

    if (joining->sends[vertex] == 0) {
        return vertex;
    }
    if (number == VCL_UNSTATED_LAYER || !sends_in(joining, layer, local)) {
        return joining->aside[vertex];
    }
    if (joining->sends[vertex] == 1 || !joining->entered[vertex]) {
        return vertex;
    }
    return joining->point_count++;
}

static void find_points(struct joining *joining)
{
    uint32_t *points = joining->points;

    joining->point_count = joining->first_of_layers;
    for (uint32_t number = 0; number < joining->layers->count; number++) {
        for (uint32_t i = 0; i < joining->layers->layers[number].vertex_count; i++) {
            *points++ = find_point(joining, number, i);
        }
    }
}

/* The arcs out of a vertex in a layer; to be counted they need not be followed. */
static void add_arcs_out(struct joining *joining, const vcl_layer *layer, uint32_t local,
                         const uint32_t *points)
{
    uint32_t first = layer->out_start[local];
    uint32_t end = layer->out_start[local + 1];

    if (joining->next == NULL) {
        joining->joined->graph.out_start[points[local] + 1] += end - first;
        return;
    }
    for (uint32_t i = first; i < end; i++) {
        add_arc(joining, points[local], points[layer->out[i]]);
    }
}

/* The arcs of a layer between points, and those from starts and to ends. */
static void add_layer(struct joining *joining, uint32_t number, const uint32_t *points)
{
    const vcl_layer *layer = joining->layers->layers + number;

    for (uint32_t i = 0; i < layer->vertex_count; i++) {
        uint32_t vertex = layer->vertices[i];
        uint32_t point = points[i];
        if (point == VCL_NONE || !sends_in(joining, layer, i)) {
            continue;
        }
        add_arcs_out(joining, layer, i, points);
        if (point >= joining->first_of_layers) {
            add_arc(joining, vertex, point);
        }
        if (number != VCL_UNSTATED_LAYER && joining->end[vertex] != vertex) {
            add_arc(joining, point, joining->end[vertex]);
        }
    }
}

static void add_arcs(struct joining *joining)
{
    const uint32_t *points = joining->points;

    for (uint32_t number = 0; number < joining->layers->count; number++) {
        add_layer(joining, number, points);
        points += joining->layers->layers[number].vertex_count;
    }
    for (uint32_t i = 0; i < joining->met_count; i++) {
        uint32_t vertex = joining->met[i];
        if (joining->end[vertex] != vertex) {
            add_arc(joining, joining->aside[vertex], joining->end[vertex]);
        }
    }
}

/* A bound of the points and their arcs; with `in_layers`, how often vertices stand in layers. */
static size_t bound_arcs(const struct joining *joining, size_t *in_layers)
{
    size_t points = joining->first_of_layers;
    size_t arcs = 0;

    for (uint32_t i = 0; i < joining->layers->fold->vertex_count; i++) {
        points += joining->entered[i] && joining->sends[i] > 1 ? joining->sends[i] : 0;
    }
    *in_layers = 0;
    for (uint32_t number = 0; number < joining->layers->count; number++) {
        *in_layers += joining->layers->layers[number].vertex_count;
        arcs += joining->layers->layers[number].arc_count;
    }
    return arcs + 2 * points;
}

/* Counts arcs, then places them. */
static vcl_status fill_graph(struct joining *joining, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_layer *graph = &joining->joined->graph;
    size_t in_layers = 0;

    if (bound_arcs(joining, &in_layers) > UINT32_MAX) {
        return vcl_fail_memory(err);
    }
    TRY(vcl_alloc(&joining->points, in_layers, sizeof(uint32_t), err));
    find_points(joining);
    graph->vertex_count = joining->point_count;
    TRY(vcl_alloc(&graph->out_start, (size_t)joining->point_count + 1, sizeof(uint32_t), err));
    add_arcs(joining);
    for (uint32_t i = 0; i < joining->point_count; i++) {
        graph->out_start[i + 1] += graph->out_start[i];
    }
    graph->arc_count = graph->out_start[joining->point_count];
    TRY(vcl_alloc(&graph->out, graph->arc_count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&joining->next, joining->point_count, sizeof(uint32_t), err));
    memcpy(joining->next, graph->out_start, joining->point_count * sizeof(uint32_t));
    add_arcs(joining);
done:
    return status;
}

static vcl_status join(struct joining *joining, const uint32_t *goals, uint32_t count,
                       vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t vertices = joining->layers->fold->vertex_count;

    TRY(vcl_alloc(&joining->sends, vertices, sizeof(uint32_t), err));
    TRY(vcl_alloc(&joining->entered, vertices, sizeof(bool), err));
    TRY(vcl_alloc(&joining->aside, vertices, sizeof(uint32_t), err));
    TRY(vcl_alloc(&joining->met, vertices, sizeof(uint32_t), err));
    TRY(vcl_alloc(&joining->end, vertices, sizeof(uint32_t), err));
    TRY(vcl_alloc(&joining->joined->ends, count, sizeof(uint32_t), err));
    memset(joining->aside, 0xFF, vertices * sizeof(uint32_t));
    count_sends(joining);
    for (uint32_t number = 0; number < joining->layers->count; number++) {
        enter_layer(joining, number);
    }
    follow_unstated(joining);
    number_points(joining, goals, count);
    TRY(fill_graph(joining, err));
done:
    return status;
}

vcl_status vcl_joined_init(vcl_joined *joined, const vcl_layers *layers, bool first,
                           const uint32_t *goals, uint32_t count, vcl_error *err)
{
    struct joining joining = { .joined = joined, .layers = layers, .first = first };
    vcl_status status;

    *joined = (vcl_joined){ 0 };
    status = join(&joining, goals, count, err);
    free(joining.sends);
    free(joining.entered);
    free(joining.aside);
    free(joining.end);
    free(joining.points);
    free(joining.met);
    free(joining.next);
    return status;
}

void vcl_joined_release(vcl_joined *joined)
{
    free(joined->graph.out_start);
    free(joined->graph.out);
    free(joined->ends);
    *joined = (vcl_joined){ 0 };
}
