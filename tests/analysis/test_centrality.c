/* analysis/centrality: where each active organisation stands in the network. */
#include "support/figures.h"

static void each_active_organisation_has_a_row_by_id(void **state)
{
    (void)state;
    assert_drawn_rows("enterprise e 'name': 'Siêu thị'\n"
                      "farmer f\n"
                      "cooperative c 'status': 'suspended'\n"
                      "union B\n"
                      "group a 'sells': false\n",
                      "centrality", "id name kind",
                      "B - union\na - group\ne Siêu thị enterprise\n");
}

static void degrees_are_of_actors_farmers_in_households(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 40\n"
                      "farmer g 'count': 3\n"
                      "cooperative c 'members': 99\n"
                      "enterprise e\n"
                      "enterprise d\n"
                      "link f c\n"
                      "link f c 'product': 'tea'\n"
                      "link g c\n"
                      "link c e\n"
                      "link c e 'product': 'tea'\n"
                      "link c d 'kind': 'input'\n"
                      "link e g 'kind': 'supply'\n"
                      "link e c 'status': 'ended'\n",
                      "centrality", "id in_degree out_degree", "c 43 1\nd 0 0\ne 1 3\n");
}

/* f of 2 households, c, e in a line: PageRank by hand. With no link out e spreads evenly; a vertex
 * holds 0.15 / 4 + 0.85 e / 4 = t before what links bring; c = t + 2 * 0.85 t, e = t + 0.85 c. */
static void figures_of_a_line_are_as_by_hand(void **state)
{
    vcl_chain *chain = chain_of("farmer f 'count': 2\n"
                                "cooperative c\n"
                                "enterprise e\n"
                                "link f c\n"
                                "link c e\n");
    vcl_result *result = analyze(chain, "centrality");
    double c = 1.0 + 2.0 * 0.85;
    double e = 1.0 + 0.85 * c;
    double unit = 1.0 / (2.0 + c + e);

    (void)state;
    assert_close(cell_of(result, "centrality", "c", "pagerank")->real, c * unit, 1e-12);
    assert_close(cell_of(result, "centrality", "e", "pagerank")->real, e * unit, 1e-12);
    assert_close(cell_of(result, "centrality", "c", "betweenness")->real, 2.0, 1e-12);
    assert_close(cell_of(result, "centrality", "e", "betweenness")->real, 0.0, 0.0);
    assert_close(cell_of(result, "centrality", "c", "harmonic")->real, 2.0, 1e-12);
    assert_close(cell_of(result, "centrality", "e", "harmonic")->real, 2.0, 1e-12);
    vcl_result_free(result);
    vcl_chain_free(chain);
}

static void half_of_the_paths_give_half(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 3\n"
                      "cooperative a\n"
                      "cooperative b\n"
                      "enterprise e\n"
                      "link f a\n"
                      "link f b\n"
                      "link a e\n"
                      "link b e\n",
                      "centrality", "id betweenness harmonic", "a 1.5 3\nb 1.5 3\ne 0 3.5\n");
}

static void implied_members_are_left_out(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c 'members': 1000; enterprise e; link c e\n", "centrality",
                      "id in_degree betweenness harmonic", "c 0 0 0\ne 1 0 1\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_active_organisation_has_a_row_by_id),
        cmocka_unit_test(degrees_are_of_actors_farmers_in_households),
        cmocka_unit_test(figures_of_a_line_are_as_by_hand),
        cmocka_unit_test(half_of_the_paths_give_half),
        cmocka_unit_test(implied_members_are_left_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
