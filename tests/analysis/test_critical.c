/* analysis/critical: single points of failure. */
#include "support/figures.h"

static void each_whose_loss_hurts_has_a_row(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 7, 'products': ['tea', 'rice']\n"
                      "cooperative c 'name': 'HTX', 'products': ['tea', 'rice']\n"
                      "enterprise a 'products': ['tea']\n"
                      "enterprise b 'products': ['rice']\n"
                      "enterprise idle\n"
                      "group alone\n"
                      "link f c\n"
                      "link c a\n"
                      "link c b\n",
                      "critical", NULL,
                      "c HTX cooperative 7 7 0 0 1\n"
                      "a - enterprise 0 7 0 1 2\n"
                      "b - enterprise 0 7 0 1 3\n");
}

static void implied_members_are_among_the_households(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 2\n"
                      "cooperative c 'members': 9\n"
                      "union u\n"
                      "enterprise e\n"
                      "link f c\n"
                      "link c u\n"
                      "link u e\n",
                      "critical",
                      "id households_lost households_hurt cooperatives_lost cooperatives_hurt",
                      "e 9 9 1 1\n"
                      "u 9 9 1 1\n"
                      "c 9 9 0 0\n");
}

/* Each pair of neighbours is told apart by the next column. */
static void the_order_is_the_four_figures_and_id(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 3\n"
                      "farmer g 'count': 2, 'products': ['tea', 'rice']\n"
                      "cooperative k\n"
                      "cooperative l\n"
                      "cooperative m 'products': ['tea', 'rice']\n"
                      "enterprise lost\n"
                      "enterprise hurt-b\n"
                      "enterprise hurt-a\n"
                      "enterprise cooperatives\n"
                      "enterprise z\n"
                      "enterprise y\n"
                      "link f lost\n"
                      "link g hurt-a 'product': 'tea'\n"
                      "link g hurt-b 'product': 'rice'\n"
                      "link k cooperatives\n"
                      "link l cooperatives\n"
                      "link m y 'product': 'tea'\n"
                      "link m z 'product': 'rice'\n",
                      "critical",
                      "id households_lost households_hurt cooperatives_lost cooperatives_hurt rank",
                      "lost 3 3 0 0 1\n"
                      "hurt-a 0 2 0 0 2\n"
                      "hurt-b 0 2 0 0 3\n"
                      "cooperatives 0 0 2 2 4\n"
                      "y 0 0 0 1 5\n"
                      "z 0 0 0 1 6\n");
}

/* Through a farmer that receives goods a path may lead, but farmers have no row. */
static void farmers_have_no_row(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f\n"
                      "farmer g\n"
                      "enterprise e\n"
                      "link f g 'kind': 'supply'\n"
                      "link g e\n",
                      "critical", "id households_lost", "e 2\n");
}

static void where_nobody_is_covered_nobody_is_critical(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f; cooperative c; link f c\n", "critical", "id", "");
}

/* What critical foretells is what comes when the actor is gone. */
static void with_the_actor_gone_so_many_fewer_are_covered(void **state)
{
    vcl_chain *chain = chain_of("farmer f 'count': 2\n"
                                "cooperative c 'members': 9\n"
                                "cooperative d 'members': 4\n"
                                "enterprise e\n"
                                "enterprise a\n"
                                "link f c\n"
                                "link f d\n"
                                "link c e\n"
                                "link d e\n"
                                "link d a\n");

    (void)state;
    assert_rows(chain, "critical", "id households_lost cooperatives_lost", "e 7 1\nc 7 0\nd 2 0\n");
    assert_rows(chain, "summary", "cooperatives_covered", "2\n");
    assert_rows_without(chain, "e", "summary", "cooperatives_covered cooperatives_uncovered",
                        "1 1\n");
    assert_rows_without(chain, "c", "coverage", "scope kind total inactive covered",
                        "all farmer 11 0 4\n"
                        "all group 0 0 0\n"
                        "all cooperative 2 1 1\n"
                        "all union 0 0 0\n");
    vcl_chain_free(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_whose_loss_hurts_has_a_row),
        cmocka_unit_test(implied_members_are_among_the_households),
        cmocka_unit_test(the_order_is_the_four_figures_and_id),
        cmocka_unit_test(farmers_have_no_row),
        cmocka_unit_test(where_nobody_is_covered_nobody_is_critical),
        cmocka_unit_test(with_the_actor_gone_so_many_fewer_are_covered),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
