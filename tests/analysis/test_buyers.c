/* analysis/buyers: who buys, from how many, and who stands behind. */
#include "support/figures.h"

static void each_active_buyer_has_a_row(void **state)
{
    (void)state;
    assert_drawn_rows(ENTERPRISE("a", "'name': 'Siêu thị', 'place': 'x'")
                      COOPERATIVE("b", "'buyer': true")
                      ENTERPRISE("gone", "'status': 'dissolved'")
                      ENTERPRISE("no", "'buyer': false"),
                      "buyers", "id name kind place suppliers volume_kg rank",
                      "a Siêu thị enterprise x 0 - 1\n"
                      "b - cooperative - 0 - 2\n");
}

/* Two links of one cooperative are one supplier; a membership is no supply. */
static void suppliers_are_actors_farmers_in_households(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "'count': 40")
                      FARMER("g", "'count': 3")
                      COOPERATIVE("c", "")
                      COOPERATIVE("idle", "'sells': false")
                      COOPERATIVE("gone", "'status': 'dissolved'")
                      ENTERPRISE("d", "")
                      COOPERATIVE("b", "'buyer': true")
                      LINK("f", "b", "'kind': 'supply'")
                      LINK("g", "b", "")
                      LINK("c", "b", "'kind': 'supply', 'product': 'tea'")
                      LINK("c", "b", "'kind': 'supply', 'product': 'rice'")
                      LINK("idle", "b", "'kind': 'supply'")
                      LINK("gone", "b", "'kind': 'supply'")
                      LINK("d", "b", ""),
                      "buyers", "id suppliers reach_households", "b 42 43\nd 0 0\n");
}

static void the_volume_is_the_sum_of_what_is_known(void **state)
{
    (void)state;
    assert_drawn_rows(COOPERATIVE("c", "")
                      ENTERPRISE("a", "")
                      ENTERPRISE("b", "")
                      ENTERPRISE("d", "")
                      LINK("c", "a", "'volume_kg': 5.5, 'product': 'tea'")
                      LINK("c", "a", "'volume_kg': 7, 'product': 'rice'")
                      LINK("c", "a", "")
                      LINK("c", "a", "'volume_kg': 100, 'status': 'ended'")
                      LINK("c", "b", "'volume_kg': 0")
                      LINK("c", "d", "'delivered_kg': 9"),
                      "buyers", "id volume_kg", "a 12.5\nb 0\nd -\n");
}

#define REACH                                                                                      \
    "id reach_households exclusive_households shapley_households upstream_households "             \
    "reach_cooperatives exclusive_cooperatives shapley_cooperatives upstream_cooperatives"

/* The trader a sells on to b: those behind a stand upstream of b. */
static void reach_exclusive_shapley_and_upstream(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "'count': 40")
                      FARMER("g", "'count': 9")
                      COOPERATIVE("c", "'members': 50")
                      COOPERATIVE("d", "")
                      ENTERPRISE("a", "")
                      ENTERPRISE("b", "")
                      LINK("f", "c", "")
                      LINK("c", "a", "")
                      LINK("g", "d", "")
                      LINK("d", "a", "")
                      LINK("d", "b", "")
                      LINK("a", "b", ""),
                      "buyers", REACH,
                      "a 59 50 54.5 59 2 1 1.5 2\n"
                      "b 9 0 4.5 59 1 0 0.5 2\n");
}

static void the_order_is_shapley_suppliers_and_id(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "'count': 3")
                      FARMER("g", "")
                      COOPERATIVE("c", "")
                      GROUP("t", "")
                      ENTERPRISE("households", "")
                      ENTERPRISE("cooperatives", "")
                      ENTERPRISE("suppliers", "")
                      ENTERPRISE("a", "")
                      ENTERPRISE("b", "")
                      LINK("f", "households", "")
                      LINK("c", "cooperatives", "")
                      LINK("t", "suppliers", ""),
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
    assert_drawn_rows(FARMER("f", "'count': 7")
                      FARMER("g", "'count': 11, 'products': ['tea']")
                      FARMER("h", "'count': 13, 'products': ['rice']")
                      ENTERPRISE("a", "")
                      ENTERPRISE("b", "")
                      ENTERPRISE("d", "")
                      GROUP("t", "")
                      LINK("f", "a", "") LINK("f", "b", "") LINK("f", "d", "")
                      LINK("g", "a", "") LINK("g", "b", "") LINK("g", "d", "")
                      LINK("h", "a", "") LINK("h", "b", "") LINK("h", "d", "")
                      LINK("t", "d", ""),
                      "buyers", "id shapley_households suppliers",
                      "d 10.3333333333 32\n"
                      "a 10.3333333333 31\n"
                      "b 10.3333333333 31\n");
}

static void centrality_is_that_of_the_table_of_that_name(void **state)
{
    vcl_chain *chain = chain_of(FARMER("f", "'count': 40")
                                COOPERATIVE("c", "")
                                ENTERPRISE("a", "")
                                ENTERPRISE("b", "")
                                LINK("f", "c", "")
                                LINK("c", "a", "")
                                LINK("a", "b", ""));
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
