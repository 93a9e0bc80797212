/* Out level by level, counting paths, and back, handing out what they are worth. */
#include "graph/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"

/* A number that passes this is divided by it: powers of two are exact. */
static const double LARGE = 0x1p+400;

vcl_status vcl_search_init(vcl_search *search, const vcl_simple *simple, uint32_t reached,
                           vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t count = simple->vertex_count;

    *search = (vcl_search){ .simple = simple, .reached = reached };
    TRY(vcl_alloc(&search->met, count, sizeof *search->met, err));
    TRY(vcl_alloc(&search->queue, reached, sizeof(uint32_t), err));
    TRY(vcl_alloc(&search->level_start, (size_t)reached + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&search->betweenness, reached, sizeof(double), err));
    TRY(vcl_alloc(&search->harmonic, reached, sizeof(double), err));
    for (size_t i = 0; i < reached; i++) {
        search->met[i].targets = (double)simple->copies[i];
    }
done:
    return status;
}

void vcl_search_release(vcl_search *search)
{
    free(search->met);
    free(search->queue);
    free(search->level_start);
    free(search->betweenness);
    free(search->harmonic);
    *search = (vcl_search){ 0 };
}

void vcl_search_clear(vcl_search *search)
{
    memset(search->betweenness, 0, search->reached * sizeof(double));
    memset(search->harmonic, 0, search->reached * sizeof(double));
}

/* Adds paths, divided by LARGE `scaled` times, to those that reach a vertex. What is smaller by
 * LARGE twice is nothing. */
static void add_paths(vcl_met *to, double paths, uint32_t scaled)
{
    if (scaled > to->scaled) {
        to->paths = scaled == to->scaled + 1 ? to->paths / LARGE : 0.0;
        to->scaled = scaled;
    } else if (scaled < to->scaled) {
        paths = scaled + 1 == to->scaled ? paths / LARGE : 0.0;
    }
    to->paths += paths;
    if (to->paths > LARGE) {
        to->paths /= LARGE;
        to->scaled++;
    }
}

/* Reaches the targets of `from`, each copy of which passes its paths on; returns the new end of the
 * queue. */
static uint32_t expand(vcl_search *search, uint32_t from, double paths, uint32_t distance,
                       uint32_t end)
{
    const vcl_simple *simple = search->simple;
    uint32_t scaled = search->met[from].scaled;

    for (uint32_t i = simple->out_start[from]; i < simple->out_start[from + 1]; i++) {
        vcl_met *to = search->met + simple->out[i];
        if (to->distance == 0 && to->targets > 0.0) {
            to->distance = distance;
            search->queue[end++] = simple->out[i];
        }
        if (to->distance == distance) {
            add_paths(to, paths, scaled);
        }
    }
    return end;
}

/* Fills the queue; returns its end. */
static uint32_t go_out(vcl_search *search, uint32_t source)
{
    uint32_t first = 0;
    uint32_t end = expand(search, source, 1.0, 1, 0);

    search->levels = 0;
    while (first < end) {
        uint32_t level_end = end;
        search->level_start[search->levels++] = first;
        for (uint32_t i = first; i < level_end; i++) {
            const vcl_met *from = search->met + search->queue[i];
            end = expand(search, search->queue[i], from->paths * from->targets, search->levels + 1,
                         end);
        }
        first = level_end;
    }
    search->level_start[search->levels] = end;
    return end;
}

/* What one path to `vertex` is worth by all that lies beyond it. */
static double worth_beyond(const vcl_search *search, uint32_t vertex)
{
    const vcl_simple *simple = search->simple;
    uint32_t distance = search->met[vertex].distance + 1;
    uint32_t scaled = search->met[vertex].scaled;
    double sum = 0.0;

    for (uint32_t i = simple->out_start[vertex]; i < simple->out_start[vertex + 1]; i++) {
        const vcl_met *to = search->met + simple->out[i];
        if (to->distance != distance) {
            continue;
        }
        if (to->scaled == scaled) {
            sum += to->worth;
        } else if (to->scaled == scaled + 1) {
            sum += to->worth / LARGE;
        }
    }
    return sum;
}

/* Comes back from the farthest level. Each vertex earns what its paths are worth; those who start
 * before the source stand one step farther from all. */
static void come_back(vcl_search *search, uint32_t source, double before)
{
    double copies = (double)search->simple->copies[source];

    for (uint32_t level = search->levels; level-- > 0;) {
        double near = 1.0 / (level + 1.0);
        double far = before / (level + 2.0);
        for (uint32_t i = search->level_start[level]; i < search->level_start[level + 1]; i++) {
            uint32_t vertex = search->queue[i];
            vcl_met *met = search->met + vertex;
            double share = met->paths * worth_beyond(search, vertex);
            /* A copy of the source is reached by the other copies only. */
            double from = vertex == source ? copies - 1.0 : copies;
            met->worth = met->targets * (1.0 + share) / met->paths;
            search->betweenness[vertex] += (copies + before) * share;
            search->harmonic[vertex] += from * near + far;
        }
    }
}

/* The source lies on every path from those before it. */
static void add_before(vcl_search *search, uint32_t source, double before, uint32_t end)
{
    double reached = 0.0;

    for (uint32_t i = 0; i < end; i++) {
        reached += search->met[search->queue[i]].targets;
    }
    search->betweenness[source] += before * reached;
    search->harmonic[source] += before;
}

static void forget(vcl_search *search, uint32_t end)
{
    for (uint32_t i = 0; i < end; i++) {
        vcl_met *met = search->met + search->queue[i];
        *met = (vcl_met){ .targets = met->targets };
    }
}

void vcl_search_from(vcl_search *search, uint32_t source, double before)
{
    search->met[source].targets -= 1.0;
    uint32_t end = go_out(search, source);
    come_back(search, source, before);
    if (before > 0.0) {
        add_before(search, source, before, end);
    }
    forget(search, end);
    search->met[source].targets += 1.0;
}
