/* graph/centrality: figures of the folded graph, against igraph's own on the unfolded one, where
 * every household is a vertex. */
#include "graph/centrality.h"

#include "graph/studied.h"
#include "support/random_chain.h"

/* The unfolded graph: the copies of actor i are the vertices from first[i] to first[i + 1]. */
struct unfolded {
    igraph_t graph;
    uint32_t first[MOST_DRAWN + 1];
};

static void number_copies(struct unfolded *unfolded, const vcl_state *state)
{
    const vcl_chain *chain = state->chain;

    assert_true(chain->actor_count <= MOST_DRAWN);
    unfolded->first[0] = 0;
    for (uint32_t i = 0; i < chain->actor_count; i++) {
        uint32_t copies = vcl_bits_has(state->active, i) ? vcl_actor_count(chain, i) : 0;
        unfolded->first[i + 1] = unfolded->first[i] + copies;
    }
}

/* A link joins every copy of one end to every copy of the other. */
static void add_copies(igraph_vector_int_t *ends, const struct unfolded *unfolded,
                       const vcl_link *link)
{
    for (uint32_t i = unfolded->first[link->source]; i < unfolded->first[link->source + 1]; i++) {
        for (uint32_t j = unfolded->first[link->target]; j < unfolded->first[link->target + 1];
             j++) {
            assert_int_equal(igraph_vector_int_push_back(ends, i), IGRAPH_SUCCESS);
            assert_int_equal(igraph_vector_int_push_back(ends, j), IGRAPH_SUCCESS);
        }
    }
}

static void unfold(struct unfolded *unfolded, const vcl_state *state)
{
    const vcl_chain *chain = state->chain;
    igraph_vector_int_t ends;

    number_copies(unfolded, state);
    assert_int_equal(igraph_vector_int_init(&ends, 0), IGRAPH_SUCCESS);
    for (uint32_t i = 0; i < chain->link_count; i++) {
        if (vcl_bits_has(state->carries, i)) {
            add_copies(&ends, unfolded, chain->links + i);
        }
    }
    assert_int_equal(igraph_create(&unfolded->graph, &ends, unfolded->first[chain->actor_count],
                                   IGRAPH_DIRECTED),
                     IGRAPH_SUCCESS);
    assert_int_equal(igraph_simplify(&unfolded->graph, true, true, NULL), IGRAPH_SUCCESS);
    igraph_vector_int_destroy(&ends);
}

/* What igraph says of every vertex of the unfolded graph. */
struct measures {
    igraph_vector_t pagerank;
    igraph_vector_t betweenness;
    igraph_vector_t harmonic;
    igraph_vector_int_t in_degree;
    igraph_vector_int_t out_degree;
};

static void measure(struct measures *measures, const igraph_t *graph)
{
    assert_int_equal(igraph_vector_init(&measures->pagerank, 0), IGRAPH_SUCCESS);
    assert_int_equal(igraph_vector_init(&measures->betweenness, 0), IGRAPH_SUCCESS);
    assert_int_equal(igraph_vector_init(&measures->harmonic, 0), IGRAPH_SUCCESS);
    assert_int_equal(igraph_vector_int_init(&measures->in_degree, 0), IGRAPH_SUCCESS);
    assert_int_equal(igraph_vector_int_init(&measures->out_degree, 0), IGRAPH_SUCCESS);
    assert_int_equal(igraph_pagerank(graph, IGRAPH_PAGERANK_ALGO_PRPACK, &measures->pagerank, NULL,
                                     igraph_vss_all(), IGRAPH_DIRECTED, 0.85, NULL, NULL),
                     IGRAPH_SUCCESS);
    assert_int_equal(
        igraph_betweenness(graph, &measures->betweenness, igraph_vss_all(), IGRAPH_DIRECTED, NULL),
        IGRAPH_SUCCESS);
    assert_int_equal(igraph_harmonic_centrality(graph, &measures->harmonic, igraph_vss_all(),
                                                IGRAPH_IN, NULL, false),
                     IGRAPH_SUCCESS);
    assert_int_equal(igraph_degree(graph, &measures->in_degree, igraph_vss_all(), IGRAPH_IN, true),
                     IGRAPH_SUCCESS);
    assert_int_equal(
        igraph_degree(graph, &measures->out_degree, igraph_vss_all(), IGRAPH_OUT, true),
        IGRAPH_SUCCESS);
}

static void release_measures(struct measures *measures)
{
    igraph_vector_destroy(&measures->pagerank);
    igraph_vector_destroy(&measures->betweenness);
    igraph_vector_destroy(&measures->harmonic);
    igraph_vector_int_destroy(&measures->in_degree);
    igraph_vector_int_destroy(&measures->out_degree);
}

/* Relative to what is expected, however small. */
static void assert_relative(double found, double expected)
{
    double scale = fabs(expected) > 0.0 ? fabs(expected) : 1.0;

    assert_close((found - expected) / scale, 0.0, 1e-9);
}

static void assert_same(const vcl_centrality *found, uint32_t vertex,
                        const struct measures *expected, uint32_t copy)
{
    assert_relative(found->pagerank[vertex], VECTOR(expected->pagerank)[copy]);
    assert_relative(found->betweenness[vertex], VECTOR(expected->betweenness)[copy]);
    assert_relative(found->harmonic[vertex], VECTOR(expected->harmonic)[copy]);
    assert_int_equal(found->in_degree[vertex], VECTOR(expected->in_degree)[copy]);
    assert_int_equal(found->out_degree[vertex], VECTOR(expected->out_degree)[copy]);
}

static void assert_as_unfolded(studied *made)
{
    struct unfolded unfolded;
    struct measures expected;

    unfold(&unfolded, &made->study.state);
    made->study.every_vertex = true;
    assert_int_equal(vcl_study_centrality(&made->study, NULL), VCL_OK);
    measure(&expected, &unfolded.graph);
    for (uint32_t i = 0; i < made->chain->actor_count; i++) {
        uint32_t vertex = made->study.fold.of_actor[i];
        if (vertex != VCL_NONE) {
            assert_same(&made->study.centrality, made->study.centrality.of_vertex[vertex],
                        &expected, unfolded.first[i]);
        }
    }
    release_measures(&expected);
    igraph_destroy(&unfolded.graph);
}

static void a_fold_is_exact_on_random_chains(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 3000; seed++) {
        studied *made = study_chain(random_chain(seed), NULL);
        assert_as_unfolded(made);
        release_study(made);
    }
}

/* Farmers that receive, in a circle with others, and alike farmers that only send. */
static void a_fold_is_exact_where_farmers_receive(void **state)
{
    studied *made = study_of("farmer a 'count': 7\n"
                             "farmer b 'count': 5\n"
                             "farmer d 'count': 3, 'products': ['tea']\n"
                             "farmer f 'count': 2\n"
                             "cooperative c\n"
                             "enterprise e\n"
                             "link a c\n"
                             "link b c\n"
                             "link d c\n"
                             "link f c\n"
                             "link c a 'kind': 'supply'\n"
                             "link e b 'kind': 'supply'\n"
                             "link b a 'kind': 'supply'\n"
                             "link c e\n");

    (void)state;
    assert_as_unfolded(made);
    release_study(made);
}

static void the_example_of_the_contract(void **state)
{
    studied *made = study_of("farmer f1 'products': ['pomelo']\n"
                             "farmer h9 'count': 40\n"
                             "cooperative c1 'members': 65, 'products': ['pomelo']\n"
                             "enterprise e1 'products': ['pomelo']\n"
                             "link f1 c1\n"
                             "link c1 e1 'product': 'pomelo'\n");
    const vcl_centrality *centrality = &made->study.centrality;

    (void)state;
    assert_int_equal(vcl_study_centrality(&made->study, NULL), VCL_OK);
    assert_close(centrality->betweenness[vertex_of(made, "c1")], 1.0, 1e-12);
    assert_relative(centrality->pagerank[vertex_of(made, "e1")], 0.0566349276240);
    assert_close(centrality->harmonic[vertex_of(made, "e1")], 1.5, 1e-12);
    assert_close(centrality->betweenness[vertex_of(made, "e1")], 0.0, 0.0);
    release_study(made);
}

static void a_chain_of_farmers_only_and_an_empty_one_are_results(void **state)
{
    studied *made = study_of("farmer f\n");
    studied *none = NULL;

    (void)state;
    assert_int_equal(vcl_study_centrality(&made->study, NULL), VCL_OK);
    release_study(made);
    none = study_of("{'graph': {'name': 'x'}}\n");
    assert_int_equal(vcl_study_centrality(&none->study, NULL), VCL_OK);
    release_study(none);
}

static void a_single_organisation_has_all_of_the_rank(void **state)
{
    studied *made = study_of("enterprise e\n");

    (void)state;
    assert_int_equal(vcl_study_centrality(&made->study, NULL), VCL_OK);
    assert_close(made->study.centrality.pagerank[0], 1.0, 1e-12);
    assert_close(made->study.centrality.betweenness[0], 0.0, 0.0);
    assert_close(made->study.centrality.harmonic[0], 0.0, 0.0);
    assert_int_equal(made->study.centrality.in_degree[0], 0);
    release_study(made);
}

/* 10^9 households a record: too many to unfold, but the formulas are simple. */
static void a_billion_households_cost_no_more_than_one(void **state)
{
    studied *made = study_of("farmer f 'count': 1000000000\n"
                             "cooperative c\n"
                             "enterprise e\n"
                             "link f c\n"
                             "link c e\n");
    const vcl_centrality *centrality = &made->study.centrality;

    (void)state;
    assert_int_equal(vcl_study_centrality(&made->study, NULL), VCL_OK);
    assert_int_equal(centrality->in_degree[vertex_of(made, "c")], 1000000000);
    assert_relative(centrality->betweenness[vertex_of(made, "c")], 1e9);
    assert_relative(centrality->harmonic[vertex_of(made, "e")], 1e9 / 2.0 + 1.0);
    assert_true(centrality->pagerank[vertex_of(made, "c")] > 0.3);
    release_study(made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fold_is_exact_on_random_chains),
        cmocka_unit_test(a_fold_is_exact_where_farmers_receive),
        cmocka_unit_test(the_example_of_the_contract),
        cmocka_unit_test(a_chain_of_farmers_only_and_an_empty_one_are_results),
        cmocka_unit_test(a_single_organisation_has_all_of_the_rank),
        cmocka_unit_test(a_billion_households_cost_no_more_than_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
