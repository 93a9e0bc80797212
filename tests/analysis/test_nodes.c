/* analysis/nodes: every actor with its figures. */
#include "base/memory.h"
#include "base/message.h"
#include "support/figures.h"

static void every_actor_has_a_row_by_id_whatever_its_status(void **state)
{
    (void)state;
    assert_drawn_rows("place 155 'name': 'Tân Lạc'\n"
                      "farmer f 'count': 40, 'place': '155', 'sector': 'crops'\n"
                      "cooperative c 'name': 'HTX Đông Lai', 'members': 65, 'products': ['tea', "
                      "'rice']\n"
                      "cooperative C 'status': 'suspended', 'sells': false\n"
                      "group g 'status': 'dissolved', 'members': 0, 'buyer': true\n"
                      "enterprise e\n",
                      "nodes",
                      "id name kind place place_name sector status products count members active "
                      "buyer sells",
                      "C - cooperative - - - suspended [] - - false false false\n"
                      "c HTX Đông Lai cooperative - - - active [rice,tea] - 65 true false true\n"
                      "e - enterprise - - - active [] - - true true true\n"
                      "f - farmer 155 Tân Lạc crops active [] 40 - true false true\n"
                      "g - group - - - dissolved [] - 0 false true true\n");
}

/* a and f have two first buyers: e, and d, which sells on to x. The farmer z is covered for rice
 * alone, and in the layer of tea it reaches u. */
static void coverage_is_that_of_the_table_coverage(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 3; farmer idle 'sells': false; farmer out\n"
                      "farmer gone 'status': 'dissolved'\n"
                      "cooperative a; cooperative u; cooperative b 'buyer': true\n"
                      "enterprise d; enterprise e; enterprise x; enterprise y 'buyer': false\n"
                      "link f a\n"
                      "link out u\n"
                      "link a e; link a d; link d x\n"
                      "link b e; link y e\n",
                      "nodes", "id coverage linkage first_buyers",
                      "a direct linked 2\n"
                      "b - - -\n"
                      "d - - -\n"
                      "e - - -\n"
                      "f indirect - 2\n"
                      "gone - - -\n"
                      "idle - - -\n"
                      "out uncovered - 0\n"
                      "u uncovered no_buyer 0\n"
                      "x - - -\n"
                      "y - - -\n");
}

/* c's implied members are 2, g's are 4, f's households belong to both ways. */
static void households_are_a_farmers_own_or_those_who_reach_an_organisation(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 3; farmer h 'count': 5; farmer idle 'sells': false\n"
                      "farmer gone 'status': 'dissolved', 'count': 8\n"
                      "group g 'members': 4; cooperative c 'members': 5\n"
                      "cooperative d 'status': 'suspended', 'members': 7\n"
                      "enterprise e\n"
                      "link f g; link f c; link h g; link idle c; link gone c; link h d\n"
                      "link c e\n",
                      "nodes", "id households households_uncovered",
                      "c 3 0\n"
                      "d - -\n"
                      "e 3 0\n"
                      "f 3 0\n"
                      "g 8 5\n"
                      "gone - -\n"
                      "h 5 5\n"
                      "idle 1 0\n");
}

static void implied_members_stand_behind_their_organisation(void **state)
{
    vcl_chain *chain = chain_of("group g 'members': 4; cooperative c 'members': 9; enterprise e\n"
                                "link g c; link c e\n");

    (void)state;
    assert_rows(chain, "nodes", "id households households_uncovered", "c 9 0\ne 9 0\ng 4 0\n");
    assert_rows_without(chain, "e", "nodes", "id active households households_uncovered",
                        "c true 9 9\ne false - -\ng true 4 4\n");
    assert_rows_without(chain, "c", "nodes", "id active households households_uncovered",
                        "c false - -\ne true 0 0\ng true 4 4\n");
    vcl_chain_free(chain);
}

static void output_is_what_is_known_of_it(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'products': [{'product': 'tea', 'output_kg': 0.5}]\n"
                      "cooperative c 'products': ['rice', {'product': 'tea', 'output_kg': 7}, "
                      "{'product': 'yam', 'output_kg': 0}]\n"
                      "cooperative d 'products': ['tea']\n",
                      "nodes", "id output_kg", "c 7\nd -\nf 0.5\n");
}

/* The line of test_centrality.c, with its farmer: PageRank of one household is t. */
static void a_farmer_has_the_centrality_of_one_household(void **state)
{
    vcl_chain *chain = chain_of("farmer f 'count': 2; cooperative c; enterprise e\n"
                                "link f c; link c e\n");
    vcl_result *result = analyze(chain, "nodes");
    double c = 1.0 + 2.0 * 0.85;
    double unit = 1.0 / (2.0 + c + 1.0 + 0.85 * c);

    (void)state;
    assert_rows(chain, "nodes", "id in_degree out_degree betweenness harmonic",
                "c 2 1 2 2\ne 1 0 0 2\nf 0 1 0 0\n");
    assert_close(cell_of(result, "nodes", "f", "pagerank")->real, unit, 1e-12);
    assert_close(cell_of(result, "nodes", "c", "pagerank")->real, c * unit, 1e-12);
    vcl_result_free(result);
    vcl_chain_free(chain);
}

/* Goods come from e to f, of two households, and go on to c: each household lies on half the ways. */
static void a_farmer_may_lie_in_between(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 2; farmer gone 'status': 'suspended'\n"
                      "cooperative c; enterprise e\n"
                      "link e f 'kind': 'supply'; link f c; link gone c\n",
                      "nodes", "id in_degree out_degree betweenness harmonic",
                      "c 2 0 0 2.5\n"
                      "e 0 2 0 0\n"
                      "f 1 1 0.5 1\n"
                      "gone - - - -\n");
}

static void only_active_buyers_have_the_figures_of_buyers(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 3; farmer h\n"
                      "cooperative c\n"
                      "enterprise d; enterprise e 'status': 'suspended'; enterprise x\n"
                      "link f c; link h d; link c d; link d x\n",
                      "nodes",
                      "id suppliers reach_households exclusive_households shapley_households "
                      "upstream_households",
                      "c - - - - -\n"
                      "d 2 4 4 4 4\n"
                      "e - - - - -\n"
                      "f - - - - -\n"
                      "h - - - - -\n"
                      "x 1 0 0 0 4\n");
}

static void who_is_lost_and_hurt_is_0_for_whom_nobody_hangs_on(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 3\n"
                      "cooperative c; cooperative a; cooperative x 'status': 'dissolved'\n"
                      "enterprise e\n"
                      "link f c; link a c; link c e\n",
                      "nodes",
                      "id households_lost households_hurt cooperatives_lost cooperatives_hurt",
                      "a 0 0 0 0\n"
                      "c 3 3 1 1\n"
                      "e 3 3 2 2\n"
                      "f - - - -\n"
                      "x - - - -\n");
}

static void facts_are_as_the_dataset_has_them(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c 'lat': 20.61, 'lon': 105.25, 'certificates': ['VietGAP', "
                      "'GlobalGAP'], 'founded': '2012-06', 'tax_id': '0123', 'turnover': 1e9, "
                      "'area_ha': 2.5, 'workers': 7, 'rating': 'khá', 'high_tech': false\n"
                      "enterprise e 'form': 'bếp ăn', 'requires': ['OCOP'], 'high_tech': true\n"
                      "farmer f\n",
                      "nodes",
                      "id lat lon form certificates requires founded tax_id turnover area_ha "
                      "workers rating high_tech",
                      "c 20.61 105.25 - [VietGAP,GlobalGAP] [] 2012-06 0123 1000000000 2.5 7 khá "
                      "false\n"
                      "e - - bếp ăn [] [OCOP] - - - - - - true\n"
                      "f - - - - - - - - - - - -\n");
}

static void farmers_may_be_left_out(void **state)
{
    vcl_study_options options = { .organisations_only = true };
    vcl_chain *chain = chain_of("farmer f 'count': 3; cooperative c; enterprise e\n"
                                "link f c; link c e\n");

    (void)state;
    assert_rows_with(chain, &options, "nodes", "id households harmonic reach_households",
                     "c 3 3 -\ne 3 2.5 3\n");
    vcl_chain_free(chain);
}

static void more_rows_than_the_memory_allows_are_refused(void **state)
{
    static const char *const names[] = { "nodes", "links" };
    vcl_chain *chain = chain_of("farmer f; cooperative c; link f c\n");

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        vcl_result *result = NULL;
        vcl_error err = { 0 };
        vcl_memory_limit(1);
        vcl_status status = vcl_analyze(chain, NULL, names + i, 1, &result, &err);
        vcl_memory_limit(0);
        assert_int_equal(status, VCL_ERROR_MEMORY);
        assert_int_equal(err.message, VCL_MSG_MEMORY_LIMIT);
        assert_null(result);
    }
    vcl_chain_free(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_actor_has_a_row_by_id_whatever_its_status),
        cmocka_unit_test(coverage_is_that_of_the_table_coverage),
        cmocka_unit_test(households_are_a_farmers_own_or_those_who_reach_an_organisation),
        cmocka_unit_test(implied_members_stand_behind_their_organisation),
        cmocka_unit_test(output_is_what_is_known_of_it),
        cmocka_unit_test(a_farmer_has_the_centrality_of_one_household),
        cmocka_unit_test(a_farmer_may_lie_in_between),
        cmocka_unit_test(only_active_buyers_have_the_figures_of_buyers),
        cmocka_unit_test(who_is_lost_and_hurt_is_0_for_whom_nobody_hangs_on),
        cmocka_unit_test(facts_are_as_the_dataset_has_them),
        cmocka_unit_test(farmers_may_be_left_out),
        cmocka_unit_test(more_rows_than_the_memory_allows_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
