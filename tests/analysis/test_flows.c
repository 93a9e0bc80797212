/* analysis/flows: how goods pass from kind to kind. */
#include "support/figures.h"

static void each_pair_of_kinds_that_links_join_has_a_row(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 40\n"
                      "farmer g 'count': 2\n"
                      "group h\n"
                      "cooperative c\n"
                      "union u\n"
                      "enterprise e\n"
                      "enterprise d\n"
                      "link f h\n"
                      "link g h\n"
                      "link h c\n"
                      "link c u\n"
                      "link u e\n"
                      "link e d\n",
                      "flows", NULL,
                      "farmer group 2 2 42 0 -\n"
                      "group cooperative 1 1 42 0 -\n"
                      "cooperative union 1 1 42 0 -\n"
                      "union enterprise 1 1 42 0 -\n"
                      "enterprise enterprise 1 1 42 0 -\n");
}

static void links_and_sources_are_of_records_and_volumes_of_what_is_known(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 40\n"
                      "cooperative c\n"
                      "cooperative k\n"
                      "enterprise e\n"
                      "link f c 'volume_kg': 5\n"
                      "link f k 'volume_kg': 2.5\n"
                      "link f k 'product': 'tea'\n"
                      "link c e\n"
                      "link k e 'volume_kg': 0\n",
                      "flows", NULL,
                      "farmer cooperative 3 1 40 0 7.5\n"
                      "cooperative enterprise 2 2 40 0 0\n");
}

static void only_what_carries_goods_joins(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f\n"
                      "farmer idle 'sells': false\n"
                      "cooperative c\n"
                      "cooperative gone 'status': 'dissolved'\n"
                      "enterprise e\n"
                      "link f c 'status': 'ended'\n"
                      "link idle c\n"
                      "link f gone\n"
                      "link e c 'kind': 'input'\n",
                      "flows", NULL, "");
}

static void a_pair_that_only_implied_members_join_has_no_links_and_nodes(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c 'members': 9\n"
                      "group g 'members': 4, 'status': 'dissolved'\n"
                      "enterprise e\n"
                      "link c e\n",
                      "flows", NULL,
                      "farmer cooperative 0 0 9 0 -\n"
                      "cooperative enterprise 1 1 9 0 -\n");
}

static void implied_members_are_among_the_households_of_a_pair_with_records(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 4\n"
                      "group g 'members': 5\n"
                      "cooperative c 'members': 9\n"
                      "link f g\n"
                      "link g c\n",
                      "flows", NULL,
                      "farmer group 1 1 5 5 -\n"
                      "farmer cooperative 0 0 4 4 -\n"
                      "group cooperative 1 1 5 5 -\n");
}

/* f reaches both cooperatives that sell; each household counts once. */
static void households_that_come_several_ways_count_once(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 3\n"
                      "farmer g\n"
                      "cooperative c\n"
                      "cooperative d\n"
                      "enterprise e\n"
                      "link f c\n"
                      "link f d\n"
                      "link g d\n"
                      "link c e\n"
                      "link d e\n",
                      "flows", NULL,
                      "farmer cooperative 3 2 4 0 -\n"
                      "cooperative enterprise 2 2 4 0 -\n");
}

/* f's tea stops at c, which sells rice only: f does not stand behind what c sells. It does behind c:
 * in the layer of tea it reaches c, a source of the pair. It has no buyer, for all that c has one. */
static void households_reach_the_sources_in_some_layer(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 3, 'products': ['tea']\n"
                      "farmer g 'count': 2, 'products': ['yam']\n"
                      "cooperative c 'products': ['tea', 'rice']\n"
                      "enterprise e 'products': ['rice']\n"
                      "link f c\n"
                      "link g c\n"
                      "link c e\n",
                      "flows", NULL,
                      "farmer cooperative 2 2 5 5 -\n"
                      "cooperative enterprise 1 1 3 3 -\n");
}

static void goods_may_flow_back(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 3\n"
                      "cooperative c\n"
                      "enterprise e\n"
                      "link f c\n"
                      "link c e\n"
                      "link e f 'kind': 'supply', 'volume_kg': 1\n",
                      "flows", NULL,
                      "farmer cooperative 1 1 3 0 -\n"
                      "cooperative enterprise 1 1 3 0 -\n"
                      "enterprise farmer 1 1 3 0 1\n");
}

static void with_an_organisation_gone_its_implied_members_flow_nowhere(void **state)
{
    vcl_chain *chain = chain_of("cooperative c 'members': 9; enterprise e\n"
                                "link c e\n");

    (void)state;
    assert_rows_without(chain, "c", "flows", NULL, "");
    assert_rows_without(chain, "e", "flows", NULL, "farmer cooperative 0 0 9 9 -\n");
    vcl_chain_free(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_pair_of_kinds_that_links_join_has_a_row),
        cmocka_unit_test(links_and_sources_are_of_records_and_volumes_of_what_is_known),
        cmocka_unit_test(only_what_carries_goods_joins),
        cmocka_unit_test(a_pair_that_only_implied_members_join_has_no_links_and_nodes),
        cmocka_unit_test(implied_members_are_among_the_households_of_a_pair_with_records),
        cmocka_unit_test(households_that_come_several_ways_count_once),
        cmocka_unit_test(households_reach_the_sources_in_some_layer),
        cmocka_unit_test(goods_may_flow_back),
        cmocka_unit_test(with_an_organisation_gone_its_implied_members_flow_nowhere),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
