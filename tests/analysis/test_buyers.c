/* analysis/buyers: who buys, from how many, and who stands behind. */
#include "support/figures.h"

static void each_active_buyer_has_a_row(void **state)
{
    (void)state;
    assert_drawn_rows("enterprise a 'name': 'Siêu thị', 'place': 'x'\n"
                      "cooperative b 'buyer': true\n"
                      "enterprise gone 'status': 'dissolved'\n"
                      "enterprise no 'buyer': false\n",
                      "buyers", "id name kind place suppliers volume_kg rank",
                      "a Siêu thị enterprise x 0 - 1\n"
                      "b - cooperative - 0 - 2\n");
}

/* Two links of one cooperative are one supplier; a membership is no supply. */
static void suppliers_are_actors_farmers_in_households(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 40\n"
                      "farmer g 'count': 3\n"
                      "cooperative c\n"
                      "cooperative idle 'sells': false\n"
                      "cooperative gone 'status': 'dissolved'\n"
                      "enterprise d\n"
                      "cooperative b 'buyer': true\n"
                      "link f b 'kind': 'supply'\n"
                      "link g b\n"
                      "link c b 'kind': 'supply', 'product': 'tea'\n"
                      "link c b 'kind': 'supply', 'product': 'rice'\n"
                      "link idle b 'kind': 'supply'\n"
                      "link gone b 'kind': 'supply'\n"
                      "link d b\n",
                      "buyers", "id suppliers reach_households", "b 42 43\nd 0 0\n");
}

static void the_volume_is_the_sum_of_what_is_known(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c\n"
                      "enterprise a\n"
                      "enterprise b\n"
                      "enterprise d\n"
                      "link c a 'volume_kg': 5.5, 'product': 'tea'\n"
                      "link c a 'volume_kg': 7, 'product': 'rice'\n"
                      "link c a\n"
                      "link c a 'volume_kg': 100, 'status': 'ended'\n"
                      "link c b 'volume_kg': 0\n"
                      "link c d 'delivered_kg': 9\n",
                      "buyers", "id volume_kg", "a 12.5\nb 0\nd -\n");
}

#define REACH                                                                                      \
    "id reach_households exclusive_households shapley_households upstream_households "             \
    "reach_cooperatives exclusive_cooperatives shapley_cooperatives upstream_cooperatives"

/* The trader a sells on to b: those behind a stand upstream of b. */
static void reach_exclusive_shapley_and_upstream(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 40\n"
                      "farmer g 'count': 9\n"
                      "cooperative c 'members': 50\n"
                      "cooperative d\n"
                      "enterprise a\n"
                      "enterprise b\n"
                      "link f c\n"
                      "link c a\n"
                      "link g d\n"
                      "link d a\n"
                      "link d b\n"
                      "link a b\n",
                      "buyers", REACH,
                      "a 59 50 54.5 59 2 1 1.5 2\n"
                      "b 9 0 4.5 59 1 0 0.5 2\n");
}

static void the_order_is_shapley_suppliers_and_id(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 3\n"
                      "farmer g\n"
                      "cooperative c\n"
                      "group t\n"
                      "enterprise households\n"
                      "enterprise cooperatives\n"
                      "enterprise suppliers\n"
                      "enterprise a\n"
                      "enterprise b\n"
                      "link f households\n"
                      "link c cooperatives\n"
                      "link t suppliers\n",
                      "buyers", "id shapley_households shapley_cooperatives suppliers rank",
                      "households 3 0 3 1\n"
                      "cooperatives 0 1 1 2\n"
                      "suppliers 0 0 1 3\n"
                      "a 0 0 0 4\n"
                      "b 0 0 0 5\n");
}

/* A third of a household each: sums of thirds differ in their last bits only. */
static void shapley_values_alike_to_six_decimals_are_ordered_by_what_follows(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 7\n"
                      "farmer g 'count': 11, 'products': ['tea']\n"
                      "farmer h 'count': 13, 'products': ['rice']\n"
                      "enterprise a\n"
                      "enterprise b\n"
                      "enterprise d\n"
                      "group t\n"
                      "link f a; link f b; link f d\n"
                      "link g a; link g b; link g d\n"
                      "link h a; link h b; link h d\n"
                      "link t d\n",
                      "buyers", "id shapley_households suppliers",
                      "d 10.3333333333 32\n"
                      "a 10.3333333333 31\n"
                      "b 10.3333333333 31\n");
}

static void centrality_is_that_of_the_table_of_that_name(void **state)
{
    vcl_chain *chain = chain_of("farmer f 'count': 40\n"
                                "cooperative c\n"
                                "enterprise a\n"
                                "enterprise b\n"
                                "link f c\n"
                                "link c a\n"
                                "link a b\n");
    static const char *const columns[] = { "pagerank", "betweenness", "harmonic" };
    vcl_result *result = analyze(chain, NULL);

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        assert_close(cell_of(result, "buyers", "a", columns[i])->real,
                     cell_of(result, "centrality", "a", columns[i])->real, 0.0);
        assert_close(cell_of(result, "buyers", "b", columns[i])->real,
                     cell_of(result, "centrality", "b", columns[i])->real, 0.0);
    }
    assert_close(cell_of(result, "buyers", "a", "betweenness")->real, 41.0, 1e-12);
    vcl_result_free(result);
    vcl_chain_free(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_active_buyer_has_a_row),
        cmocka_unit_test(suppliers_are_actors_farmers_in_households),
        cmocka_unit_test(the_volume_is_the_sum_of_what_is_known),
        cmocka_unit_test(reach_exclusive_shapley_and_upstream),
        cmocka_unit_test(the_order_is_shapley_suppliers_and_id),
        cmocka_unit_test(shapley_values_alike_to_six_decimals_are_ordered_by_what_follows),
        cmocka_unit_test(centrality_is_that_of_the_table_of_that_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
