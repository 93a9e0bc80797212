/* Searches from every vertex, in pieces that several threads do. Vertices that nothing leads to and
 * that lead to one other alone, as most farmers do, share the search of that. */
#include "graph/betweenness.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "base/try.h"
#include "graph/search.h"

/* The sources of a piece of work, so few pieces that adding them up costs little. */
enum { LEAST_SOURCES = 256, MOST_PIECES = 64 };

/* All searches, piece by piece. */
struct searching {
    const vcl_simple *simple;
    vcl_pace *pace;
    vcl_search *searches; /* by worker */
    double *before; /* by vertex: copies of those that lead to it alone and share its search */
    bool *shares; /* by vertex: is it one of those? */
    uint32_t reached; /* from this vertex on nobody leads to any, as to most farmers */
    double *betweenness;
    double *harmonic;
    uint32_t sources; /* of a piece */
    uint32_t pieces;
};

/* Sharing needs a target of one copy: of several, each would be another's target. */
static vcl_status find_sharers(struct searching *searching, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_simple *simple = searching->simple;
    bool *led_to = NULL;

    TRY(vcl_alloc(&led_to, simple->vertex_count, sizeof *led_to, err));
    TRY(vcl_alloc(&searching->before, simple->vertex_count, sizeof(double), err));
    TRY(vcl_alloc(&searching->shares, simple->vertex_count, sizeof(bool), err));
    for (uint32_t i = 0; i < simple->out_start[simple->vertex_count]; i++) {
        uint32_t target = simple->out[i];
        led_to[target] = true;
        searching->reached = target >= searching->reached ? target + 1 : searching->reached;
    }
    for (uint32_t i = 0; i < simple->vertex_count; i++) {
        uint32_t first = simple->out_start[i];
        if (!led_to[i] && simple->out_start[i + 1] == first + 1 &&
            simple->copies[simple->out[first]] == 1) {
            searching->shares[i] = true;
            searching->before[simple->out[first]] += (double)simple->copies[i];
        }
    }
done:
    free(led_to);
    return status;
}

static void search_from(const struct searching *searching, vcl_search *search, uint32_t source)
{
    if (!searching->shares[source]) {
        vcl_search_from(search, source, searching->before[source]);
    }
}

static void do_piece(void *context, uint32_t worker, uint32_t piece)
{
    struct searching *searching = context;
    vcl_search *search = searching->searches + worker;
    uint32_t source = piece * searching->sources;
    uint32_t left = searching->simple->vertex_count - source;

    vcl_search_clear(search);
    for (uint32_t i = 0; i < left && i < searching->sources; i++) {
        search_from(searching, search, source + i);
    }
}

/* Reals are summed in the order of pieces, whoever did them. */
static void take_piece(void *context, uint32_t worker, uint32_t piece)
{
    struct searching *searching = context;
    const vcl_search *search = searching->searches + worker;

    for (uint32_t i = 0; i < search->reached; i++) {
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
    if (searching->pace->watcher == NULL || sources < 100 * samples) {
        return 0.0;
    }
    while (tried < samples && vcl_pace_clock() - began < 1.0) {
        search_from(searching, searching->searches,
                    (uint32_t)((uint64_t)sources * tried / samples));
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
    TRY(find_sharers(&searching, err));
    TRY(vcl_alloc(&searching.searches, pace->threads, sizeof *searching.searches, err));
    for (uint32_t i = 0; i < pace->threads; i++) {
        TRY(vcl_search_init(searching.searches + i, simple, searching.reached, err));
    }
    vcl_pace_begin(pace, VCL_STAGE_CENTRALITY, estimate(&searching));
    parallel.pieces = searching.pieces;
    vcl_parallel_run(&parallel, pace->threads);
done:
    for (uint32_t i = 0; searching.searches != NULL && i < pace->threads; i++) {
        vcl_search_release(searching.searches + i);
    }
    free(searching.searches);
    free(searching.before);
    free(searching.shares);
    return status;
}
