/* Brandes' search, level by level. Numbers of paths grow without bound, so they are kept as a number
 * and how often it was scaled down; only their ratios matter. */
#include "graph/betweenness.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/try.h"

/* A number that passes this is divided by it: powers of two are exact. */
static const double LARGE = 0x1p+400;

struct search {
    const vcl_simple *simple;
    double *betweenness;
    double *harmonic;
    uint32_t source;
    uint32_t *queue; /* vertices in the order of distance */
    uint32_t *level_start; /* where each distance begins in the queue; distance 1 at 0 */
    uint32_t levels;
    uint32_t *distance; /* by vertex, 0: not reached */
    double *paths; /* by vertex: shortest paths to one copy, divided by LARGE … */
    uint32_t *scaled; /* … so many times */
    double *share; /* by vertex: what one copy earns of the source's paths */
};

/* Copies of a vertex other than the source itself. */
static double others(const struct search *search, uint32_t vertex)
{
    return (double)(search->simple->copies[vertex] - (vertex == search->source ? 1u : 0u));
}

/* Adds paths, divided by LARGE `scaled` times, to those that reach a vertex. What is smaller by
 * LARGE twice is nothing. */
static void add_paths(struct search *search, uint32_t to, double paths, uint32_t scaled)
{
    double *sum = search->paths + to;

    if (scaled > search->scaled[to]) {
        *sum = scaled == search->scaled[to] + 1 ? *sum / LARGE : 0.0;
        search->scaled[to] = scaled;
    } else if (scaled < search->scaled[to]) {
        paths = scaled + 1 == search->scaled[to] ? paths / LARGE : 0.0;
    }
    *sum += paths;
    if (*sum > LARGE) {
        *sum /= LARGE;
        search->scaled[to]++;
    }
}

/* Reaches the targets of `from`, each copy of which passes its paths on; returns the new end of the
 * queue. */
static uint32_t expand(struct search *search, uint32_t from, double paths, uint32_t distance,
                       uint32_t end)
{
    const vcl_simple *simple = search->simple;

    for (uint32_t i = simple->out_start[from]; i < simple->out_start[from + 1]; i++) {
        uint32_t to = simple->out[i];
        if (search->distance[to] == 0 && others(search, to) > 0.0) {
            search->distance[to] = distance;
            search->queue[end++] = to;
        }
        if (search->distance[to] == distance) {
            add_paths(search, to, paths, search->scaled[from]);
        }
    }
    return end;
}

/* Fills the queue; returns its end. */
static uint32_t go_out(struct search *search)
{
    uint32_t first = 0;
    uint32_t end = expand(search, search->source, 1.0, 1, 0);

    search->levels = 0;
    while (first < end) {
        uint32_t level_end = end;
        search->level_start[search->levels++] = first;
        for (uint32_t i = first; i < level_end; i++) {
            uint32_t from = search->queue[i];
            end = expand(search, from, search->paths[from] * others(search, from),
                         search->levels + 1, end);
        }
        first = level_end;
    }
    search->level_start[search->levels] = end;
    return end;
}

/* Of the paths to a target, the fraction that come through one copy of `vertex`. */
static double fraction_of(const struct search *search, uint32_t vertex, uint32_t target)
{
    double paths = search->paths[vertex];

    if (search->scaled[target] > search->scaled[vertex]) {
        paths = search->scaled[target] == search->scaled[vertex] + 1 ? paths / LARGE : 0.0;
    }
    return paths / search->paths[target];
}

/* What one copy of `vertex` earns: of each target a level on, the fraction of its paths that come
 * through here, for itself and for whatever it earns. */
static double earned(const struct search *search, uint32_t vertex, uint32_t level)
{
    const vcl_simple *simple = search->simple;
    double sum = 0.0;

    for (uint32_t i = simple->out_start[vertex]; i < simple->out_start[vertex + 1]; i++) {
        uint32_t to = simple->out[i];
        if (search->distance[to] == level + 2) {
            sum += fraction_of(search, vertex, to) * others(search, to) * (1.0 + search->share[to]);
        }
    }
    return sum;
}

/* Comes back from the farthest level, adding what every vertex earns. */
static void come_back(struct search *search)
{
    double weight = (double)search->simple->copies[search->source];

    for (uint32_t level = search->levels; level-- > 0;) {
        for (uint32_t i = search->level_start[level]; i < search->level_start[level + 1]; i++) {
            uint32_t vertex = search->queue[i];
            /* A copy of the source is reached by the other copies only. */
            double from = vertex == search->source ? weight - 1.0 : weight;
            search->share[vertex] = earned(search, vertex, level);
            search->betweenness[vertex] += weight * search->share[vertex];
            search->harmonic[vertex] += from / (double)(level + 1);
        }
    }
}

static void forget(struct search *search, uint32_t end)
{
    for (uint32_t i = 0; i < end; i++) {
        search->distance[search->queue[i]] = 0;
        search->paths[search->queue[i]] = 0.0;
        search->scaled[search->queue[i]] = 0;
    }
}

vcl_status vcl_betweenness(const vcl_simple *simple, double *betweenness, double *harmonic,
                           vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t count = simple->vertex_count;
    struct search search = { .simple = simple, .betweenness = betweenness, .harmonic = harmonic };

    TRY(vcl_alloc(&search.queue, count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&search.level_start, count + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&search.scaled, count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&search.distance, count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&search.paths, count, sizeof(double), err));
    TRY(vcl_alloc(&search.share, count, sizeof(double), err));
    for (uint32_t source = 0; source < simple->vertex_count; source++) {
        search.source = source;
        uint32_t end = go_out(&search);
        come_back(&search);
        forget(&search, end);
    }
done:
    free(search.queue);
    free(search.level_start);
    free(search.scaled);
    free(search.distance);
    free(search.paths);
    free(search.share);
    return status;
}
