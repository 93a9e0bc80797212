/* graph/simple: the graph for centrality; products no longer tell farmers apart. */
#include "graph/simple.h"

#include "graph/studied.h"

static vcl_simple simple_of(const studied *made)
{
    vcl_simple simple;

    assert_int_equal(vcl_simple_init(&simple, &made->study.fold, NULL), VCL_OK);
    return simple;
}

/* The sizes of a drawing's simple graph: vertices, organisations, arcs. */
static void assert_sizes(const char *drawing, uint32_t vertices, uint32_t organisations,
                         uint32_t arcs)
{
    studied *made = study_of(drawing);
    vcl_simple simple = simple_of(made);

    assert_int_equal(simple.vertex_count, vertices);
    assert_int_equal(simple.organisation_count, organisations);
    assert_int_equal(simple.out_start[simple.vertex_count], arcs);
    vcl_simple_release(&simple);
    release_study(made);
}

static void parallel_links_are_one_arc(void **state)
{
    (void)state;
    assert_sizes("cooperative c\n"
                 "enterprise e\n"
                 "link c e\n"
                 "link c e 'product': 'tea'\n"
                 "link c e 'kind': 'membership'\n",
                 2, 2, 1);
}

static void a_link_that_stands_in_no_layer_is_an_arc_all_the_same(void **state)
{
    (void)state;
    assert_sizes("cooperative c 'products': ['tea']\n"
                 "enterprise e 'products': ['rice']\n"
                 "link c e\n",
                 2, 2, 1);
}

static void inactive_actors_inputs_and_implied_members_are_left_out(void **state)
{
    (void)state;
    assert_sizes("cooperative c 'members': 9\n"
                 "cooperative d 'status': 'dissolved'\n"
                 "enterprise e\n"
                 "farmer f 'status': 'suspended'\n"
                 "link c e 'kind': 'input'\n"
                 "link d e\n"
                 "link f c\n",
                 2, 2, 0);
}

static void farmers_that_send_to_the_same_are_one_vertex_whatever_they_grow(void **state)
{
    studied *made = study_of("farmer a 'count': 3, 'products': ['tea']\n"
                             "farmer b 'count': 4, 'products': ['rice']\n"
                             "farmer d 'count': 5\n"
                             "cooperative c\n"
                             "link a c 'product': 'tea'\n"
                             "link b c\n"
                             "link d c 'kind': 'supply'\n"
                             "link d c\n");
    vcl_simple simple = simple_of(made);

    (void)state;
    assert_int_equal(made->study.fold.vertex_count, 4);
    assert_int_equal(simple.vertex_count, 2);
    assert_int_equal(simple.copies[0], 1);
    assert_int_equal(simple.copies[1], 12);
    assert_int_equal(simple.of_vertex[vertex_of(made, "c")], 0);
    assert_int_equal(simple.of_vertex[vertex_of(made, "a")], 1);
    assert_int_equal(simple.of_vertex[vertex_of(made, "d")], 1);
    assert_int_equal(simple.out[simple.out_start[1]], 0);
    vcl_simple_release(&simple);
    release_study(made);
}

static void farmers_without_links_are_one_vertex(void **state)
{
    studied *made = study_of("farmer a 'count': 3, 'products': ['tea']\n"
                             "farmer b 'count': 4, 'sells': false\n");
    vcl_simple simple = simple_of(made);

    (void)state;
    assert_int_equal(simple.vertex_count, 1);
    assert_int_equal(simple.copies[0], 7);
    vcl_simple_release(&simple);
    release_study(made);
}

static void a_farmer_that_receives_is_a_vertex_of_its_own(void **state)
{
    studied *made = study_of("farmer a 'count': 3\n"
                             "farmer b 'count': 4\n"
                             "farmer d 'count': 5\n"
                             "enterprise e\n"
                             "link e a 'kind': 'supply'\n"
                             "link e b 'kind': 'supply'\n");
    vcl_simple simple = simple_of(made);

    (void)state;
    assert_int_equal(simple.vertex_count, 4);
    assert_int_equal(simple.copies[1] + simple.copies[2] + simple.copies[3], 12);
    assert_int_equal(simple.out_start[1], 2);
    vcl_simple_release(&simple);
    release_study(made);
}

static void receivers_among_farmers_alike_do_not_keep_the_others_apart(void **state)
{
    (void)state;
    /* e, a and d alone, and all others together. */
    assert_sizes("farmer a; farmer b 'products': ['tea']; farmer c 'sells': false; farmer d\n"
                 "farmer f; farmer g 'products': ['rice']; enterprise e\n"
                 "link e a 'kind': 'supply'; link e d 'kind': 'supply'\n",
                 4, 1, 2);
}

static void targets_are_sorted(void **state)
{
    studied *made = study_of("farmer a 'products': ['tea']\n"
                             "farmer b\n"
                             "farmer d 'sells': false\n"
                             "enterprise e\n"
                             "enterprise z\n"
                             "link e a 'kind': 'supply'\n"
                             "link e b 'kind': 'supply'\n"
                             "link e d 'kind': 'supply'\n"
                             "link e z\n");
    vcl_simple simple = simple_of(made);

    (void)state;
    assert_int_equal(simple.out_start[1], 4);
    for (uint32_t i = 1; i < 4; i++) {
        assert_true(simple.out[i - 1] < simple.out[i]);
    }
    vcl_simple_release(&simple);
    release_study(made);
}

static void an_empty_chain_gives_an_empty_graph(void **state)
{
    (void)state;
    assert_sizes("{'graph': {'name': 'x'}}\n", 0, 0, 0);
    assert_sizes("enterprise e\n", 1, 1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parallel_links_are_one_arc),
        cmocka_unit_test(a_link_that_stands_in_no_layer_is_an_arc_all_the_same),
        cmocka_unit_test(inactive_actors_inputs_and_implied_members_are_left_out),
        cmocka_unit_test(farmers_that_send_to_the_same_are_one_vertex_whatever_they_grow),
        cmocka_unit_test(farmers_without_links_are_one_vertex),
        cmocka_unit_test(a_farmer_that_receives_is_a_vertex_of_its_own),
        cmocka_unit_test(receivers_among_farmers_alike_do_not_keep_the_others_apart),
        cmocka_unit_test(targets_are_sorted),
        cmocka_unit_test(an_empty_chain_gives_an_empty_graph),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
