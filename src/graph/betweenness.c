/* Brandes' search, level by level. Numbers of paths grow without bound, so they are kept as a number
 * and how often it was scaled down; only their ratios matter. */
#include "graph/betweenness.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/parallel.h"
#include "base/try.h"

/* A number that passes this is divided by it: powers of two are exact. */
static const double LARGE = 0x1p+400;

/* The sources of a piece of work, so few pieces that adding them up costs little. */
enum { LEAST_SOURCES = 256, MOST_PIECES = 64 };

/* One worker's search, and what its piece comes to. */
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

static vcl_status init_search(struct search *search, const vcl_simple *simple, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t count = simple->vertex_count;

    search->simple = simple;
    TRY(vcl_alloc(&search->betweenness, count, sizeof(double), err));
    TRY(vcl_alloc(&search->harmonic, count, sizeof(double), err));
    TRY(vcl_alloc(&search->queue, count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&search->level_start, count + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&search->scaled, count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&search->distance, count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&search->paths, count, sizeof(double), err));
    TRY(vcl_alloc(&search->share, count, sizeof(double), err));
done:
    return status;
}

static void release_search(struct search *search)
{
    free(search->betweenness);
    free(search->harmonic);
    free(search->queue);
    free(search->level_start);
    free(search->scaled);
    free(search->distance);
    free(search->paths);
    free(search->share);
}

static void search_from(struct search *search, uint32_t source)
{
    search->source = source;
    uint32_t end = go_out(search);
    come_back(search);
    forget(search, end);
}

static void clear_sums(struct search *search)
{
    memset(search->betweenness, 0, search->simple->vertex_count * sizeof(double));
    memset(search->harmonic, 0, search->simple->vertex_count * sizeof(double));
}

/* All searches, piece by piece. */
struct searching {
    const vcl_simple *simple;
    vcl_pace *pace;
    struct search *searches; /* by worker */
    double *betweenness;
    double *harmonic;
    uint32_t sources; /* of a piece */
    uint32_t pieces;
};

static void do_piece(void *context, uint32_t worker, uint32_t piece)
{
    struct searching *searching = context;
    struct search *search = searching->searches + worker;
    uint32_t source = piece * searching->sources;
    uint32_t left = searching->simple->vertex_count - source;

    clear_sums(search);
    for (uint32_t i = 0; i < left && i < searching->sources; i++) {
        search_from(search, source + i);
    }
}

/* Reals are summed in the order of pieces, whoever did them. */
static void take_piece(void *context, uint32_t worker, uint32_t piece)
{
    struct searching *searching = context;
    const struct search *search = searching->searches + worker;

    for (uint32_t i = 0; i < searching->simple->vertex_count; i++) {
        searching->betweenness[i] += search->betweenness[i];
        searching->harmonic[i] += search->harmonic[i];
    }
    vcl_pace_tell(searching->pace, (piece + 1.0) / searching->pieces);
}

/* Seconds that all searches will take, from those of some sources, evenly chosen; what they come to
 * is cleared again. */
static double estimate(struct searching *searching)
{
    static const uint32_t samples = 64;
    uint32_t sources = searching->simple->vertex_count;
    double began = vcl_pace_clock();
    uint32_t tried = 0;

    /* So few are done before anyone would ask. */
    if (sources < 100 * samples) {
        return 0.0;
    }
    while (tried < samples && vcl_pace_clock() - began < 1.0) {
        search_from(searching->searches, (uint32_t)((uint64_t)sources * tried / samples));
        tried++;
    }
    return (vcl_pace_clock() - began) / tried * sources / searching->pace->threads;
}

vcl_status vcl_betweenness(const vcl_simple *simple, vcl_pace *pace, double *betweenness,
                           double *harmonic, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct searching searching = {
        .simple = simple, .pace = pace, .betweenness = betweenness, .harmonic = harmonic
    };
    vcl_parallel parallel = { .context = &searching, .work = do_piece, .take = take_piece };

    searching.sources = simple->vertex_count / MOST_PIECES + 1;
    searching.sources = searching.sources < LEAST_SOURCES ? LEAST_SOURCES : searching.sources;
    searching.pieces = (simple->vertex_count + searching.sources - 1) / searching.sources;
    TRY(vcl_alloc(&searching.searches, pace->threads, sizeof *searching.searches, err));
    for (uint32_t i = 0; i < pace->threads; i++) {
        TRY(init_search(searching.searches + i, simple, err));
    }
    vcl_pace_begin(pace, VCL_STAGE_CENTRALITY, estimate(&searching));
    parallel.pieces = searching.pieces;
    vcl_parallel_run(&parallel, pace->threads);
done:
    for (uint32_t i = 0; searching.searches != NULL && i < pace->threads; i++) {
        release_search(searching.searches + i);
    }
    free(searching.searches);
    return status;
}
