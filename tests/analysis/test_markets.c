/* analysis/markets: who buys each product, and how concentrated that is. */
#include "support/figures.h"

#define FIGURES "product buyers sellers top_buyer top_share hhi basis"

/* Named by the link, by its seller, by its buyer. */
static void a_link_stands_in_the_market_of_a_product_that_it_or_an_end_names(void **state)
{
    (void)state;
    assert_drawn_rows("product maize\n"
                      "product rice\n"
                      "product tea 'name': 'Chè'\n"
                      "product yam\n"
                      "cooperative a\n"
                      "cooperative b 'products': ['rice']\n"
                      "enterprise e\n"
                      "enterprise d 'products': ['maize', 'rice']\n"
                      "link a e 'product': 'tea'\n"
                      "link b e\n"
                      "link a d\n"
                      "link b d\n",
                      "markets", "product name buyers sellers",
                      "maize - 1 1\n"
                      "rice - 2 2\n"
                      "tea Chè 1 1\n");
}

static void the_market_of_the_unstated_product_comes_last(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative a\n"
                      "cooperative b 'products': ['#']\n"
                      "enterprise e\n"
                      "link a e 'volume_kg': 5\n"
                      "link b e\n",
                      "markets", NULL,
                      "# - 1 1 e 1 1 equal\n"
                      "* - 1 1 e 1 1 volume\n");
}

static void volumes_serve_where_each_link_names_the_product_alone(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c 'products': ['tea', 'rice', 'yam']\n"
                      "enterprise a\n"
                      "enterprise b\n"
                      "link c a 'product': 'tea', 'volume_kg': 30\n"
                      "link c b 'product': 'tea', 'volume_kg': 10\n"
                      "link c a 'product': 'rice', 'volume_kg': 10\n"
                      "link c b 'products': ['rice', 'yam'], 'volume_kg': 90\n",
                      "markets", FIGURES,
                      "rice 2 1 a 0.5 0.5 equal\n"
                      "tea 2 1 a 0.75 0.625 volume\n"
                      "yam 1 1 b 1 1 equal\n");
}

/* A link that names nothing carries no more of this product than of another. */
static void a_volume_of_anything_is_none_of_a_product(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c 'products': ['tea']\n"
                      "enterprise a\n"
                      "enterprise b\n"
                      "link c a 'volume_kg': 90\n"
                      "link c b 'product': 'tea', 'volume_kg': 10\n",
                      "markets", FIGURES, "tea 2 1 a 0.5 0.5 equal\n");
}

static void sellers_are_actors_farmers_in_households(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 40\n"
                      "cooperative c\n"
                      "enterprise a\n"
                      "enterprise b\n"
                      "link f a 'product': 'tea'\n"
                      "link f b 'product': 'tea'\n"
                      "link c b 'product': 'tea', 'volume_kg': 1\n"
                      "link c b 'product': 'tea', 'volume_kg': 2\n"
                      "link a b 'product': 'tea'\n",
                      "markets", "product buyers sellers", "tea 2 42\n");
}

static void what_flows_in_no_layer_or_to_no_buyer_is_no_market(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c 'products': ['tea']\n"
                      "cooperative b 'buyer': true\n"
                      "union u\n"
                      "enterprise e 'products': ['rice']\n"
                      "enterprise gone 'status': 'dissolved'\n"
                      "link c e\n"
                      "link c u 'kind': 'supply'\n"
                      "link c gone\n"
                      "link c b 'kind': 'membership'\n"
                      "link u e 'product': 'yam'\n",
                      "markets", "product", "");
}

static void ties_go_to_the_smaller_id(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c\n"
                      "enterprise z\n"
                      "enterprise y\n"
                      "link c z 'product': 'tea', 'volume_kg': 1\n"
                      "link c y 'product': 'tea', 'volume_kg': 1\n",
                      "markets", FIGURES, "tea 2 1 y 0.5 0.5 volume\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_link_stands_in_the_market_of_a_product_that_it_or_an_end_names),
        cmocka_unit_test(the_market_of_the_unstated_product_comes_last),
        cmocka_unit_test(volumes_serve_where_each_link_names_the_product_alone),
        cmocka_unit_test(a_volume_of_anything_is_none_of_a_product),
        cmocka_unit_test(sellers_are_actors_farmers_in_households),
        cmocka_unit_test(what_flows_in_no_layer_or_to_no_buyer_is_no_market),
        cmocka_unit_test(ties_go_to_the_smaller_id),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
