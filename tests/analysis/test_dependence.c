/* analysis/dependence: how much each organisation hangs on few buyers. */
#include "support/figures.h"

#define FIGURES "id kind buyers top_buyer top_share hhi basis"

static void shares_are_by_volume_where_every_link_has_one(void **state)
{
    (void)state;
    assert_drawn_rows(COOPERATIVE("c", "")
                      ENTERPRISE("a", "")
                      ENTERPRISE("b", "")
                      LINK("c", "a", "'volume_kg': 10")
                      LINK("c", "b", "'volume_kg': 20, 'product': 'tea'")
                      LINK("c", "b", "'volume_kg': 10, 'product': 'rice'"),
                      "dependence", FIGURES, "c cooperative 2 b 0.75 0.625 volume\n");
}

static void else_each_buyer_has_an_equal_share(void **state)
{
    (void)state;
    assert_drawn_rows(COOPERATIVE("c", "")
                      COOPERATIVE("d", "")
                      ENTERPRISE("a", "")
                      ENTERPRISE("b", "")
                      LINK("c", "a", "'volume_kg': 10")
                      LINK("c", "b", "'volume_kg': 20, 'product': 'tea'")
                      LINK("c", "b", "'product': 'rice'")
                      LINK("d", "a", "'volume_kg': 0")
                      LINK("d", "b", "'volume_kg': 20"),
                      "dependence", FIGURES,
                      "c cooperative 2 a 0.5 0.5 equal\n"
                      "d cooperative 2 a 0.5 0.5 equal\n");
}

static void one_buyer_takes_all(void **state)
{
    (void)state;
    assert_drawn_rows(GROUP("g", "'name': 'Tổ'")
                      UNION("u", "")
                      ENTERPRISE("e", "")
                      LINK("g", "e", "")
                      LINK("u", "e", "'volume_kg': 0.001"),
                      "dependence", NULL,
                      "g Tổ group 1 e 1 1 equal\n"
                      "u - union 1 e 1 1 volume\n");
}

static void ties_go_to_the_smaller_id(void **state)
{
    (void)state;
    assert_drawn_rows(COOPERATIVE("c", "")
                      COOPERATIVE("d", "")
                      ENTERPRISE("z", "")
                      ENTERPRISE("y", "")
                      LINK("c", "z", "'volume_kg': 5")
                      LINK("c", "y", "'volume_kg': 5")
                      LINK("d", "z", "'volume_kg': 5.0000000001")
                      LINK("d", "y", "'volume_kg': 5"),
                      "dependence", "id top_buyer", "c y\nd y\n");
}

static void only_active_supply_links_to_active_buyers_count(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "")
                      COOPERATIVE("c", "")
                      COOPERATIVE("d", "")
                      COOPERATIVE("m", "")
                      COOPERATIVE("b", "'buyer': true")
                      ENTERPRISE("e", "")
                      ENTERPRISE("gone", "'status': 'dissolved'")
                      ENTERPRISE("no", "'buyer': false")
                      LINK("f", "e", "")
                      LINK("c", "e", "")
                      LINK("c", "gone", "")
                      LINK("c", "no", "")
                      LINK("d", "e", "'status': 'ended'")
                      LINK("m", "b", "'kind': 'membership'")
                      LINK("e", "b", ""),
                      "dependence", "id buyers", "c 1\n");
}

/* A buyer that is a cooperative sells on, and hangs on its own buyers. */
static void a_cooperative_that_buys_may_depend_itself(void **state)
{
    (void)state;
    assert_drawn_rows(COOPERATIVE("b", "'buyer': true") ENTERPRISE("e", "") LINK("b", "e", ""),
                      "dependence", "id top_buyer", "b e\n");
}

/* Even where the ends handle none of its products. */
static void a_link_counts_that_stands_in_no_layer(void **state)
{
    (void)state;
    assert_drawn_rows(COOPERATIVE("c", "'products': ['tea']")
                      ENTERPRISE("e", "'products': ['rice']")
                      LINK("c", "e", ""),
                      "dependence", "id top_buyer", "c e\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_are_by_volume_where_every_link_has_one),
        cmocka_unit_test(else_each_buyer_has_an_equal_share),
        cmocka_unit_test(one_buyer_takes_all),
        cmocka_unit_test(ties_go_to_the_smaller_id),
        cmocka_unit_test(only_active_supply_links_to_active_buyers_count),
        cmocka_unit_test(a_cooperative_that_buys_may_depend_itself),
        cmocka_unit_test(a_link_counts_that_stands_in_no_layer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
