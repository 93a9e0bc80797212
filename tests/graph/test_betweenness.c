/* graph/betweenness: betweenness and harmonic centrality by formula, where numbers of paths pass all
 * bounds; test_centrality.c holds them against igraph. */
#include "graph/betweenness.h"

#include <stdlib.h>

#include "graph/heard.h"
#include "support/assert.h"

/* A graph under construction: arcs are added in the order of their sources. */
typedef struct drawn_graph {
    vcl_simple simple;
    double *betweenness;
    double *harmonic;
} drawn_graph;

static drawn_graph graph_of(uint32_t vertices, uint32_t arcs)
{
    drawn_graph graph = { .simple = { .vertex_count = vertices, .organisation_count = vertices } };

    graph.simple.copies = calloc(vertices + 1, sizeof(uint64_t));
    graph.simple.out_start = calloc(vertices + 1, sizeof(uint32_t));
    graph.simple.out = calloc(arcs + 1, sizeof(uint32_t));
    graph.betweenness = calloc(vertices + 1, sizeof(double));
    graph.harmonic = calloc(vertices + 1, sizeof(double));
    for (uint32_t i = 0; i < vertices; i++) {
        graph.simple.copies[i] = 1;
    }
    return graph;
}

static void add_arc(drawn_graph *graph, uint32_t from, uint32_t to)
{
    uint32_t *start = graph->simple.out_start;

    graph->simple.out[start[from + 1]] = to;
    for (uint32_t i = from + 1; i <= graph->simple.vertex_count; i++) {
        start[i]++;
    }
}

static void measure(drawn_graph *graph)
{
    vcl_pace pace = { .threads = 1 };

    assert_int_equal(
        vcl_betweenness(&graph->simple, &pace, graph->betweenness, graph->harmonic, NULL), VCL_OK);
}

static void release_graph(drawn_graph *graph)
{
    vcl_simple_release(&graph->simple);
    free(graph->betweenness);
    free(graph->harmonic);
}

static void an_empty_graph_and_a_single_vertex_are_results(void **state)
{
    (void)state;
    for (uint32_t vertices = 0; vertices < 2; vertices++) {
        drawn_graph graph = graph_of(vertices, 0);
        measure(&graph);
        assert_close(graph.betweenness[0], 0.0, 0.0);
        assert_close(graph.harmonic[0], 0.0, 0.0);
        release_graph(&graph);
    }
}

/* Vertex i of a line of n lies between the i before it and the n - 1 - i behind. */
static void on_a_line_it_is_those_before_times_those_behind(void **state)
{
    enum { length = 60 };
    drawn_graph graph = graph_of(length, length - 1);

    (void)state;
    for (uint32_t i = 0; i + 1 < length; i++) {
        add_arc(&graph, i, i + 1);
    }
    measure(&graph);
    for (uint32_t i = 0; i < length; i++) {
        double harmonic = 0.0;
        for (uint32_t distance = 1; distance <= i; distance++) {
            harmonic += 1.0 / distance;
        }
        assert_close(graph.betweenness[i], i * (length - 1.0 - i), 1e-12);
        assert_close(graph.harmonic[i], harmonic, 1e-12);
    }
    release_graph(&graph);
}

/* f of 40 copies sends to c, c to e. */
static void copies_count_as_so_many_vertices(void **state)
{
    drawn_graph graph = graph_of(3, 2);

    (void)state;
    graph.simple.copies[0] = 40;
    add_arc(&graph, 0, 1);
    add_arc(&graph, 1, 2);
    measure(&graph);
    assert_close(graph.betweenness[1], 40.0, 1e-12);
    assert_close(graph.betweenness[2], 0.0, 0.0);
    assert_close(graph.harmonic[1], 40.0, 1e-12);
    assert_close(graph.harmonic[2], 40.0 / 2.0 + 1.0, 1e-12);
    release_graph(&graph);
}

/* 3 farmers both send to and receive from c, one from another by way of c only. */
static void copies_reach_each_other_by_way_of_others(void **state)
{
    drawn_graph graph = graph_of(2, 2);

    (void)state;
    graph.simple.copies[0] = 3;
    add_arc(&graph, 0, 1);
    add_arc(&graph, 1, 0);
    measure(&graph);
    assert_close(graph.betweenness[1], 6.0, 1e-12);
    assert_close(graph.betweenness[0], 0.0, 0.0);
    assert_close(graph.harmonic[1], 3.0, 1e-12);
    assert_close(graph.harmonic[0], 1.0 + 2.0 / 2.0, 1e-12);
    release_graph(&graph);
}

enum { DIAMONDS = 1200 };

/* Waist k is vertex 2k where the sides between two waists are one vertex, 3k where they are two. */
static drawn_graph chain_of_diamonds(uint32_t sides)
{
    uint32_t step = 1 + sides;
    drawn_graph graph = graph_of(DIAMONDS * step + 1, DIAMONDS * sides * 2);

    for (uint32_t k = 0; k < DIAMONDS; k++) {
        for (uint32_t side = 1; side <= sides; side++) {
            add_arc(&graph, k * step, k * step + side);
        }
        for (uint32_t side = 1; side <= sides; side++) {
            add_arc(&graph, k * step + side, (k + 1) * step);
        }
    }
    return graph;
}

/* From one end to the other lead 2^1200 shortest paths. Those before and behind a waist all pass it;
 * each of two sides has half of what passes its diamond. */
static void numbers_of_paths_may_pass_all_bounds(void **state)
{
    drawn_graph graph = chain_of_diamonds(2);

    (void)state;
    measure(&graph);
    for (uint32_t k = 0; k <= DIAMONDS; k++) {
        assert_close(graph.betweenness[3 * k], 3.0 * k * (3.0 * (DIAMONDS - k)), 1e-9);
    }
    for (uint32_t k = 0; k < DIAMONDS; k++) {
        double passing = (3.0 * k + 1.0) * (3.0 * (DIAMONDS - k) - 2.0);
        assert_close(graph.betweenness[3 * k + 1], passing / 2.0, 1e-9);
        assert_close(graph.betweenness[3 * k + 2], passing / 2.0, 1e-9);
    }
    release_graph(&graph);
}

/* 1000^1200 shortest paths, by farmers of 1,000 copies that receive and send on. */
static void so_may_those_through_copies(void **state)
{
    const double copies = 1000.0;
    drawn_graph graph = chain_of_diamonds(1);

    (void)state;
    for (uint32_t k = 0; k < DIAMONDS; k++) {
        graph.simple.copies[2 * k + 1] = 1000;
    }
    measure(&graph);
    for (uint32_t k = 0; k <= DIAMONDS; k++) {
        double before = (copies + 1.0) * k;
        double behind = (copies + 1.0) * (DIAMONDS - k);
        assert_close(graph.betweenness[2 * k], before * behind, 1e-9);
    }
    for (uint32_t k = 0; k < DIAMONDS; k++) {
        double before = (copies + 1.0) * k + 1.0;
        double behind = (copies + 1.0) * (DIAMONDS - k - 1) + 1.0;
        assert_close(graph.betweenness[2 * k + 1], before * behind / copies, 1e-9);
    }
    release_graph(&graph);
}

/* The short way counts for all, the many long ones for nothing, and then they rejoin. */
static void only_the_shortest_paths_count(void **state)
{
    drawn_graph graph = graph_of(5, 5);

    (void)state;
    add_arc(&graph, 0, 1);
    add_arc(&graph, 0, 3);
    add_arc(&graph, 1, 2);
    add_arc(&graph, 2, 3);
    add_arc(&graph, 3, 4);
    measure(&graph);
    assert_close(graph.betweenness[1], 1.0, 1e-12); /* 0 to 2 */
    assert_close(graph.betweenness[2], 2.0, 1e-12); /* 1 to 3 and 4 */
    assert_close(graph.betweenness[3], 3.0, 1e-12); /* 0, 1 and 2 to 4 */
    assert_close(graph.harmonic[4], 1.0 + 1.0 / 2.0 + 1.0 / 2.0 + 1.0 / 3.0, 1e-12);
    release_graph(&graph);
}

/* Cycles of different lengths that share vertices, so that sums of reals hang on their order. */
static drawn_graph tangle_of(uint32_t vertices)
{
    drawn_graph graph = graph_of(vertices, 3 * vertices);

    for (uint32_t i = 0; i < vertices; i++) {
        add_arc(&graph, i, (i + 1) % vertices);
        add_arc(&graph, i, (i * 7 + 3) % vertices);
        add_arc(&graph, i, (i * 13 + 5) % vertices);
    }
    return graph;
}

static void sums_do_not_depend_on_the_number_of_threads(void **state)
{
    enum { vertices = 1500 };
    drawn_graph first = tangle_of(vertices);

    (void)state;
    measure(&first);
    for (uint32_t threads = 2; threads < 6; threads++) {
        struct heard heard = { .stage = VCL_STAGE_CENTRALITY, .in_order = true };
        vcl_pace pace = { .threads = threads, .watcher = hear, .context = &heard };
        drawn_graph graph = tangle_of(vertices);
        assert_int_equal(
            vcl_betweenness(&graph.simple, &pace, graph.betweenness, graph.harmonic, NULL), VCL_OK);
        assert_memory_equal(graph.betweenness, first.betweenness, vertices * sizeof(double));
        assert_memory_equal(graph.harmonic, first.harmonic, vertices * sizeof(double));
        assert_true(heard.in_order);
        assert_int_equal(heard.begun, 1);
        assert_true(heard.steps > 2);
        assert_close(heard.done, 1.0, 0.0);
        release_graph(&graph);
    }
    release_graph(&first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_graph_and_a_single_vertex_are_results),
        cmocka_unit_test(on_a_line_it_is_those_before_times_those_behind),
        cmocka_unit_test(copies_count_as_so_many_vertices),
        cmocka_unit_test(copies_reach_each_other_by_way_of_others),
        cmocka_unit_test(numbers_of_paths_may_pass_all_bounds),
        cmocka_unit_test(so_may_those_through_copies),
        cmocka_unit_test(only_the_shortest_paths_count),
        cmocka_unit_test(sums_do_not_depend_on_the_number_of_threads),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
