/* analysis/flows: how goods pass from kind to kind. */
#include "support/figures.h"

static void each_pair_of_kinds_that_links_join_has_a_row(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "'count': 40")
                      FARMER("g", "'count': 2")
                      GROUP("h", "")
                      COOPERATIVE("c", "")
                      UNION("u", "")
                      ENTERPRISE("e", "")
                      ENTERPRISE("d", "")
                      LINK("f", "h", "")
                      LINK("g", "h", "")
                      LINK("h", "c", "")
                      LINK("c", "u", "")
                      LINK("u", "e", "")
                      LINK("e", "d", ""),
                      "flows", NULL,
                      "farmer group 2 2 42 -\n"
                      "group cooperative 1 1 42 -\n"
                      "cooperative union 1 1 42 -\n"
                      "union enterprise 1 1 42 -\n"
                      "enterprise enterprise 1 1 42 -\n");
}

static void links_and_sources_are_of_records_and_volumes_of_what_is_known(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "'count': 40")
                      COOPERATIVE("c", "")
                      COOPERATIVE("k", "")
                      ENTERPRISE("e", "")
                      LINK("f", "c", "'volume_kg': 5")
                      LINK("f", "k", "'volume_kg': 2.5")
                      LINK("f", "k", "'product': 'tea'")
                      LINK("c", "e", "")
                      LINK("k", "e", "'volume_kg': 0"),
                      "flows", NULL,
                      "farmer cooperative 3 1 40 7.5\n"
                      "cooperative enterprise 2 2 40 0\n");
}

static void only_what_carries_goods_joins(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "")
                      FARMER("idle", "'sells': false")
                      COOPERATIVE("c", "")
                      COOPERATIVE("gone", "'status': 'dissolved'")
                      ENTERPRISE("e", "")
                      LINK("f", "c", "'status': 'ended'")
                      LINK("idle", "c", "")
                      LINK("f", "gone", "")
                      LINK("e", "c", "'kind': 'input'"),
                      "flows", NULL, "");
}

static void a_pair_that_only_implied_members_join_has_no_links_and_nodes(void **state)
{
    (void)state;
    assert_drawn_rows(COOPERATIVE("c", "'members': 9")
                      GROUP("g", "'members': 4, 'status': 'dissolved'")
                      ENTERPRISE("e", "")
                      LINK("c", "e", ""),
                      "flows", NULL,
                      "farmer cooperative 0 0 9 -\n"
                      "cooperative enterprise 1 1 9 -\n");
}

static void implied_members_are_among_the_households_of_a_pair_with_records(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "'count': 4")
                      GROUP("g", "'members': 5")
                      COOPERATIVE("c", "'members': 9")
                      LINK("f", "g", "")
                      LINK("g", "c", ""),
                      "flows", NULL,
                      "farmer group 1 1 5 -\n"
                      "farmer cooperative 0 0 4 -\n"
                      "group cooperative 1 1 5 -\n");
}

/* f reaches both cooperatives that sell; each household counts once. */
static void households_that_come_several_ways_count_once(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "'count': 3")
                      FARMER("g", "")
                      COOPERATIVE("c", "")
                      COOPERATIVE("d", "")
                      ENTERPRISE("e", "")
                      LINK("f", "c", "")
                      LINK("f", "d", "")
                      LINK("g", "d", "")
                      LINK("c", "e", "")
                      LINK("d", "e", ""),
                      "flows", NULL,
                      "farmer cooperative 3 2 4 -\n"
                      "cooperative enterprise 2 2 4 -\n");
}

/* f's tea stops at c, which sells rice only: f does not stand behind what c sells. It does behind c:
 * in the layer of tea it reaches c, a source of the pair. */
static void households_reach_the_sources_in_some_layer(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "'count': 3, 'products': ['tea']")
                      FARMER("g", "'count': 2, 'products': ['yam']")
                      COOPERATIVE("c", "'products': ['tea', 'rice']")
                      ENTERPRISE("e", "'products': ['rice']")
                      LINK("f", "c", "")
                      LINK("g", "c", "")
                      LINK("c", "e", ""),
                      "flows", NULL,
                      "farmer cooperative 2 2 5 -\n"
                      "cooperative enterprise 1 1 3 -\n");
}

static void goods_may_flow_back(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "'count': 3")
                      COOPERATIVE("c", "")
                      ENTERPRISE("e", "")
                      LINK("f", "c", "")
                      LINK("c", "e", "")
                      LINK("e", "f", "'kind': 'supply', 'volume_kg': 1"),
                      "flows", NULL,
                      "farmer cooperative 1 1 3 -\n"
                      "cooperative enterprise 1 1 3 -\n"
                      "enterprise farmer 1 1 3 1\n");
}

static void with_an_organisation_gone_its_implied_members_flow_nowhere(void **state)
{
    vcl_chain *chain = chain_of(COOPERATIVE("c", "'members': 9") ENTERPRISE("e", "")
                                LINK("c", "e", ""));

    (void)state;
    assert_rows_without(chain, "c", "flows", NULL, "");
    assert_rows_without(chain, "e", "flows", NULL, "farmer cooperative 0 0 9 -\n");
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
