/* PageRank by igraph on the folded graph, which is exact when a vertex is restarted at with the
 * weight of its copies and an arc weighs as much as the household links that it stands for. */
#include "graph/centrality.h"

#include <stdlib.h>

#include "base/memory.h"
#include "graph/betweenness.h"
#include "graph/bridge.h"
#include "graph/simple.h"

static const double DAMPING = 0.85;

/* Of the first `count` vertices, as are the ranks. */
static void count_degrees(vcl_centrality *centrality, const vcl_simple *simple, uint32_t count)
{
    for (uint32_t from = 0; from < simple->vertex_count; from++) {
        for (uint32_t i = simple->out_start[from]; i < simple->out_start[from + 1]; i++) {
            uint32_t to = simple->out[i];
            if (from < count) {
                centrality->out_degree[from] += simple->copies[to];
            }
            if (to < count) {
                centrality->in_degree[to] += simple->copies[from];
            }
        }
    }
}

/* The graph, the weight of each arc, and that of each vertex. */
static vcl_status build_graph(const vcl_simple *simple, igraph_t *graph, igraph_vector_t *weights,
                              igraph_vector_t *reset, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t arcs = simple->out_start[simple->vertex_count];
    igraph_vector_int_t ends = { 0 }; /* source, target, source … */

    TRY_IG(igraph_vector_int_init(&ends, 2 * (igraph_integer_t)arcs));
    TRY_IG(igraph_vector_init(weights, arcs));
    TRY_IG(igraph_vector_init(reset, simple->vertex_count));
    for (uint32_t from = 0; from < simple->vertex_count; from++) {
        VECTOR(*reset)[from] = (double)simple->copies[from];
        for (uint32_t i = simple->out_start[from]; i < simple->out_start[from + 1]; i++) {
            VECTOR(ends)[2 * (size_t)i] = from;
            VECTOR(ends)[2 * (size_t)i + 1] = simple->out[i];
            igraph_vector_set(
                weights, i, (double)simple->copies[from] * (double)simple->copies[simple->out[i]]);
        }
    }
    TRY_IG(igraph_create(graph, &ends, simple->vertex_count, IGRAPH_DIRECTED));
done:
    igraph_vector_int_destroy(&ends);
    return status;
}

static vcl_status rank_pages(vcl_centrality *centrality, const vcl_simple *simple, uint32_t count,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    igraph_t graph = { 0 };
    igraph_vector_t weights = { 0 };
    igraph_vector_t reset = { 0 };
    igraph_vector_t ranks = { 0 };

    TRY(build_graph(simple, &graph, &weights, &reset, err));
    TRY_IG(igraph_vector_init(&ranks, 0));
    TRY_IG(igraph_personalized_pagerank(&graph, IGRAPH_PAGERANK_ALGO_PRPACK, &ranks, NULL,
                                        igraph_vss_all(), IGRAPH_DIRECTED, DAMPING, &reset,
                                        &weights, NULL));
    for (uint32_t i = 0; i < count; i++) {
        /* The copies of a vertex share its rank alike. */
        centrality->pagerank[i] = VECTOR(ranks)[i] / (double)simple->copies[i];
    }
done:
    igraph_vector_destroy(&ranks);
    igraph_vector_destroy(&reset);
    igraph_vector_destroy(&weights);
    igraph_destroy(&graph);
    return status;
}

/* Keeps the first `count` of the figures; all of them where that fails. */
static void keep_first(double **figures, size_t count)
{
    double *kept = realloc(*figures, (count > 0 ? count : 1) * sizeof **figures);

    if (kept != NULL) {
        *figures = kept;
    }
}

static vcl_status measure(vcl_centrality *centrality, const vcl_simple *simple, vcl_pace *pace,
                          bool every_vertex, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t count = every_vertex ? simple->vertex_count : simple->organisation_count;

    TRY(vcl_alloc(&centrality->in_degree, count, sizeof(uint64_t), err));
    TRY(vcl_alloc(&centrality->out_degree, count, sizeof(uint64_t), err));
    TRY(vcl_alloc(&centrality->pagerank, count, sizeof(double), err));
    TRY(vcl_alloc(&centrality->betweenness, simple->vertex_count, sizeof(double), err));
    TRY(vcl_alloc(&centrality->harmonic, simple->vertex_count, sizeof(double), err));
    count_degrees(centrality, simple, count);
    if (count > 0) {
        vcl_bridge_lock();
        status = rank_pages(centrality, simple, count, err);
        vcl_bridge_unlock();
        TRY(status);
    }
    TRY(vcl_betweenness(simple, pace, centrality->betweenness, centrality->harmonic, err));
    keep_first(&centrality->betweenness, count);
    keep_first(&centrality->harmonic, count);
done:
    return status;
}

vcl_status vcl_centrality_init(vcl_centrality *centrality, const vcl_fold *fold, vcl_pace *pace,
                               bool every_vertex, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_simple simple = { 0 };

    *centrality = (vcl_centrality){ 0 };
    TRY(vcl_simple_init(&simple, fold, err));
    if (every_vertex) {
        centrality->of_vertex = simple.of_vertex;
    } else {
        free(simple.of_vertex);
    }
    simple.of_vertex = NULL;
    TRY(measure(centrality, &simple, pace, every_vertex, err));
done:
    vcl_simple_release(&simple);
    return status;
}

void vcl_centrality_release(vcl_centrality *centrality)
{
    free(centrality->of_vertex);
    free(centrality->in_degree);
    free(centrality->out_degree);
    free(centrality->pagerank);
    free(centrality->betweenness);
    free(centrality->harmonic);
    *centrality = (vcl_centrality){ 0 };
}
