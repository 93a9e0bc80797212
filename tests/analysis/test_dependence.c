/* analysis/dependence: how much each organisation hangs on few buyers. */
#include "support/figures.h"

#define FIGURES "id kind buyers top_buyer top_share hhi basis"

static void shares_are_by_volume_where_every_link_has_one(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c\n"
                      "enterprise a\n"
                      "enterprise b\n"
                      "link c a 'volume_kg': 10\n"
                      "link c b 'volume_kg': 20, 'product': 'tea'\n"
                      "link c b 'volume_kg': 10, 'product': 'rice'\n",
                      "dependence", FIGURES, "c cooperative 2 b 0.75 0.625 volume\n");
}

static void else_each_buyer_has_an_equal_share(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c\n"
                      "cooperative d\n"
                      "enterprise a\n"
                      "enterprise b\n"
                      "link c a 'volume_kg': 10\n"
                      "link c b 'volume_kg': 20, 'product': 'tea'\n"
                      "link c b 'product': 'rice'\n"
                      "link d a 'volume_kg': 0\n"
                      "link d b 'volume_kg': 20\n",
                      "dependence", FIGURES,
                      "c cooperative 2 a 0.5 0.5 equal\n"
                      "d cooperative 2 a 0.5 0.5 equal\n");
}

static void one_buyer_takes_all(void **state)
{
    (void)state;
    assert_drawn_rows("group g 'name': 'Tổ'\n"
                      "union u\n"
                      "enterprise e\n"
                      "link g e\n"
                      "link u e 'volume_kg': 0.001\n",
                      "dependence", NULL,
                      "g Tổ group 1 e 1 1 equal\n"
                      "u - union 1 e 1 1 volume\n");
}

static void ties_go_to_the_smaller_id(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c\n"
                      "cooperative d\n"
                      "enterprise z\n"
                      "enterprise y\n"
                      "link c z 'volume_kg': 5\n"
                      "link c y 'volume_kg': 5\n"
                      "link d z 'volume_kg': 5.0000000001\n"
                      "link d y 'volume_kg': 5\n",
                      "dependence", "id top_buyer", "c y\nd y\n");
}

static void only_active_supply_links_to_active_buyers_count(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f\n"
                      "cooperative c\n"
                      "cooperative d\n"
                      "cooperative m\n"
                      "cooperative b 'buyer': true\n"
                      "enterprise e\n"
                      "enterprise gone 'status': 'dissolved'\n"
                      "enterprise no 'buyer': false\n"
                      "link f e\n"
                      "link c e\n"
                      "link c gone\n"
                      "link c no\n"
                      "link d e 'status': 'ended'\n"
                      "link m b 'kind': 'membership'\n"
                      "link e b\n",
                      "dependence", "id buyers", "c 1\n");
}

/* A buyer that is a cooperative sells on, and hangs on its own buyers. */
static void a_cooperative_that_buys_may_depend_itself(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative b 'buyer': true; enterprise e; link b e\n", "dependence",
                      "id top_buyer", "b e\n");
}

/* Even where the ends handle none of its products. */
static void a_link_counts_that_stands_in_no_layer(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c 'products': ['tea']\n"
                      "enterprise e 'products': ['rice']\n"
                      "link c e\n",
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
