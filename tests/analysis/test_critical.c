/* analysis/critical: single points of failure. */
#include "support/figures.h"

static void each_whose_loss_hurts_has_a_row(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "'count': 7, 'products': ['tea', 'rice']")
                      COOPERATIVE("c", "'name': 'HTX', 'products': ['tea', 'rice']")
                      ENTERPRISE("a", "'products': ['tea']")
                      ENTERPRISE("b", "'products': ['rice']")
                      ENTERPRISE("idle", "")
                      GROUP("alone", "")
                      LINK("f", "c", "")
                      LINK("c", "a", "")
                      LINK("c", "b", ""),
                      "critical", NULL,
                      "c HTX cooperative 7 7 0 0 1\n"
                      "a - enterprise 0 7 0 1 2\n"
                      "b - enterprise 0 7 0 1 3\n");
}

static void implied_members_are_among_the_households(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "'count': 2")
                      COOPERATIVE("c", "'members': 9")
                      UNION("u", "")
                      ENTERPRISE("e", "")
                      LINK("f", "c", "")
                      LINK("c", "u", "")
                      LINK("u", "e", ""),
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
    assert_drawn_rows(FARMER("f", "'count': 3")
                      FARMER("g", "'count': 2, 'products': ['tea', 'rice']")
                      COOPERATIVE("k", "")
                      COOPERATIVE("l", "")
                      COOPERATIVE("m", "'products': ['tea', 'rice']")
                      ENTERPRISE("lost", "")
                      ENTERPRISE("hurt-b", "")
                      ENTERPRISE("hurt-a", "")
                      ENTERPRISE("cooperatives", "")
                      ENTERPRISE("z", "")
                      ENTERPRISE("y", "")
                      LINK("f", "lost", "")
                      LINK("g", "hurt-a", "'product': 'tea'")
                      LINK("g", "hurt-b", "'product': 'rice'")
                      LINK("k", "cooperatives", "")
                      LINK("l", "cooperatives", "")
                      LINK("m", "y", "'product': 'tea'")
                      LINK("m", "z", "'product': 'rice'"),
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
    assert_drawn_rows(FARMER("f", "")
                      FARMER("g", "")
                      ENTERPRISE("e", "")
                      LINK("f", "g", "'kind': 'supply'")
                      LINK("g", "e", ""),
                      "critical", "id households_lost", "e 2\n");
}

static void where_nobody_is_covered_nobody_is_critical(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "") COOPERATIVE("c", "") LINK("f", "c", ""), "critical", "id",
                      "");
}

/* What critical foretells is what comes when the actor is gone. */
static void with_the_actor_gone_so_many_fewer_are_covered(void **state)
{
    vcl_chain *chain = chain_of(FARMER("f", "'count': 2")
                                COOPERATIVE("c", "'members': 9")
                                COOPERATIVE("d", "'members': 4")
                                ENTERPRISE("e", "")
                                ENTERPRISE("a", "")
                                LINK("f", "c", "")
                                LINK("f", "d", "")
                                LINK("c", "e", "")
                                LINK("d", "e", "")
                                LINK("d", "a", ""));

    (void)state;
    assert_rows(chain, "critical", "id households_lost cooperatives_lost",
                "e 7 1\nc 7 0\nd 2 0\n");
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
