/* Brandes' search, level by level. Numbers of paths grow without bound, but only their ratio from
 * one level to the next matters: a level whose numbers grow large is scaled down as a whole. */
#include "graph/betweenness.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/try.h"

/* A level is scaled when a number in it passes this, by its inverse: powers of two are exact. */
static const double LARGE = 0x1p+400;

struct search {
    const vcl_simple *simple;
    double *betweenness;
    double *harmonic;
    uint32_t source;
    uint32_t *queue; /* vertices in the order of distance */
    uint32_t *level_start; /* where each distance begins in the queue; distance 1 at 0 */
    double *scale; /* of each level: its numbers are the true ones times all scales so far */
    uint32_t levels;
    uint32_t *distance; /* by vertex, 0: not reached */
    double *paths; /* by vertex: shortest paths to one copy */
    double *share; /* by vertex: what one copy earns of the source's paths */
};

/* Copies of a vertex other than the source itself. */
static double others(const struct search *search, uint32_t vertex)
{
    return (double)(search->simple->copies[vertex] - (vertex == search->source ? 1u : 0u));
}

/* Reaches the targets of `from`, which passes on `paths`; returns the new end of the queue. */
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
            search->paths[to] += paths;
        }
    }
    return end;
}

/* Scales the level that ends the queue where its numbers are large. */
static void scale_level(struct search *search, uint32_t first, uint32_t end)
{
    double largest = 0.0;

    for (uint32_t i = first; i < end; i++) {
        double paths = search->paths[search->queue[i]];
        largest = paths > largest ? paths : largest;
    }
    search->scale[search->levels] = largest > LARGE ? 1.0 / LARGE : 1.0;
    for (uint32_t i = first; i < end && largest > LARGE; i++) {
        search->paths[search->queue[i]] /= LARGE;
    }
}

/* Fills the queue; returns its end. */
static uint32_t go_out(struct search *search)
{
    uint32_t first = 0;
    uint32_t end = expand(search, search->source, 1.0, 1, 0);

    search->levels = 0;
    while (first < end) {
        uint32_t level_end = end;
        scale_level(search, first, end);
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

/* What one copy of `vertex` earns: of each target a level on, the fraction of its paths that come
 * through here, for itself and for whatever it earns. */
static double earned(const struct search *search, uint32_t vertex, uint32_t level)
{
    const vcl_simple *simple = search->simple;
    double sum = 0.0;

    for (uint32_t i = simple->out_start[vertex]; i < simple->out_start[vertex + 1]; i++) {
        uint32_t to = simple->out[i];
        if (search->distance[to] == level + 2) {
            double fraction = search->paths[vertex] * search->scale[level + 1] / search->paths[to];
            sum += fraction * others(search, to) * (1.0 + search->share[to]);
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
    TRY(vcl_alloc(&search.scale, count + 1, sizeof(double), err));
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
    free(search.scale);
    free(search.distance);
    free(search.paths);
    free(search.share);
    return status;
}
