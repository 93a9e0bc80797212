/* graph/joined: the layers as one graph, against every layer by itself. */
#include "graph/joined.h"

#include "graph/brute.h"
#include "graph/studied.h"
#include "support/random_chain.h"

enum { MOST_POINTS = 2000 };

/* Marks every point that `from` reaches, itself included. */
static void follow(const vcl_layer *graph, uint32_t from, bool *found)
{
    static uint32_t queue[MOST_POINTS];
    uint32_t end = 1;

    assert_true(graph->vertex_count <= MOST_POINTS);
    memset(found, 0, MOST_POINTS * sizeof *found);
    queue[0] = from;
    found[from] = true;
    for (uint32_t at = 0; at < end; at++) {
        for (uint32_t i = graph->out_start[queue[at]]; i < graph->out_start[queue[at] + 1]; i++) {
            if (!found[graph->out[i]]) {
                found[graph->out[i]] = true;
                queue[end++] = graph->out[i];
            }
        }
    }
}

static void assert_as_in_layers(const studied *made, bool first, uint64_t seed)
{
    static bool found[MOST_POINTS];
    const vcl_fold *fold = &made->study.fold;
    uint32_t goals[MOST_VERTICES];
    struct brute brute;
    vcl_joined joined;

    brute_init(&brute, &made->study.state);
    for (uint32_t i = 0; i < brute.count; i++) {
        goals[i] = brute_folded(&brute, fold, i); /* some twice */
    }
    assert_int_equal(vcl_joined_init(&joined, &made->study.layers, first, goals, brute.count, NULL),
                     VCL_OK);
    for (uint32_t i = 0; i < brute.count; i++) {
        bool stops = first && (brute.buyers & bit_of(i)) != 0;
        uint64_t reached = stops ? 0 : brute_reach_any(&brute, i, first);
        uint32_t from = brute_folded(&brute, fold, i);
        follow(&joined.graph, from, found);
        for (uint32_t j = 0; j < brute.count; j++) {
            bool expected = (reached & bit_of(j)) != 0 || from == goals[j];
            if (found[joined.ends[j]] != expected) {
                print_random_chain(seed);
                fail();
            }
        }
    }
    vcl_joined_release(&joined);
}

static void in_random_chains_points_reach_what_vertices_do(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 1500; seed++) {
        studied *made = study_chain(random_chain(seed), NULL);
        assert_as_in_layers(made, false, seed);
        assert_as_in_layers(made, true, seed);
        release_study(made);
    }
}

/* With the actor `goal` as goal, or none. */
static void assert_points(const char *drawing, const char *goal, uint32_t points, uint32_t arcs)
{
    studied *made = study_of(drawing);
    uint32_t goals[] = { goal == NULL ? 0 : vertex_of(made, goal) };
    vcl_joined joined;

    assert_int_equal(
        vcl_joined_init(&joined, &made->study.layers, false, goals, goal == NULL ? 0 : 1, NULL),
        VCL_OK);
    assert_int_equal(joined.graph.vertex_count, points);
    assert_int_equal(joined.graph.arc_count, arcs);
    vcl_joined_release(&joined);
    release_study(made);
}

static void whoever_does_the_same_in_all_layers_is_one_point(void **state)
{
    (void)state;
    assert_points("{'graph': {'name': 'x'}}\n", NULL, 0, 0);
    assert_points("cooperative c", "c", 1, 0);
    assert_points("cooperative c; enterprise e; link c e", "e", 2, 1);
    assert_points("cooperative c 'products': ['tea']; enterprise e; link c e", "e", 2, 1);
    assert_points("farmer f; cooperative c 'products': ['tea']; enterprise e; link f c; link c e",
                  "c", 3, 2);
    /* f sends in three layers, but nobody sends to it. */
    assert_points("farmer f 'products': ['tea', 'rice']; cooperative c; cooperative d\n"
                  "link f c; link f d 'product': 'rice'; link f c 'product': 'tea'",
                  "f", 3, 3);
}

/* c starts, stands for tea and for rice, and ends. */
static void whoever_does_different_things_is_several(void **state)
{
    static const char drawing[] = "farmer f; cooperative c; enterprise d 'products': ['tea']\n"
                                  "enterprise e 'products': ['rice']\n"
                                  "link f c; link c d; link c e\n";

    (void)state;
    assert_points(drawing, "c", 7, 8);
    assert_points(drawing, "e", 6, 6);
    assert_points(drawing, NULL, 6, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_random_chains_points_reach_what_vertices_do),
        cmocka_unit_test(whoever_does_the_same_in_all_layers_is_one_point),
        cmocka_unit_test(whoever_does_different_things_is_several),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
