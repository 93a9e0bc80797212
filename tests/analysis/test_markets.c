/* analysis/markets: who buys each product, and how concentrated that is. */
#include "support/figures.h"

#define FIGURES "product buyers sellers top_buyer top_share hhi basis"

/* Named by the link, by its seller, by its buyer. */
static void a_link_stands_in_the_market_of_a_product_that_it_or_an_end_names(void **state)
{
    (void)state;
    assert_drawn_rows(PRODUCT("maize", "")
                      PRODUCT("rice", "")
                      PRODUCT("tea", "'name': 'Chè'")
                      PRODUCT("yam", "")
                      COOPERATIVE("a", "")
                      COOPERATIVE("b", "'products': ['rice']")
                      ENTERPRISE("e", "")
                      ENTERPRISE("d", "'products': ['maize', 'rice']")
                      LINK("a", "e", "'product': 'tea'")
                      LINK("b", "e", "")
                      LINK("a", "d", "")
                      LINK("b", "d", ""),
                      "markets", "product name buyers sellers",
                      "maize - 1 1\n"
                      "rice - 2 2\n"
                      "tea Chè 1 1\n");
}

static void the_market_of_the_unstated_product_comes_last(void **state)
{
    (void)state;
    assert_drawn_rows(COOPERATIVE("a", "")
                      COOPERATIVE("b", "'products': ['#']")
                      ENTERPRISE("e", "")
                      LINK("a", "e", "'volume_kg': 5")
                      LINK("b", "e", ""),
                      "markets", NULL,
                      "# - 1 1 e 1 1 equal\n"
                      "* - 1 1 e 1 1 volume\n");
}

static void volumes_serve_where_each_link_names_the_product_alone(void **state)
{
    (void)state;
    assert_drawn_rows(COOPERATIVE("c", "'products': ['tea', 'rice', 'yam']")
                      ENTERPRISE("a", "")
                      ENTERPRISE("b", "")
                      LINK("c", "a", "'product': 'tea', 'volume_kg': 30")
                      LINK("c", "b", "'product': 'tea', 'volume_kg': 10")
                      LINK("c", "a", "'product': 'rice', 'volume_kg': 10")
                      LINK("c", "b", "'products': ['rice', 'yam'], 'volume_kg': 90"),
                      "markets", FIGURES,
                      "rice 2 1 a 0.5 0.5 equal\n"
                      "tea 2 1 a 0.75 0.625 volume\n"
                      "yam 1 1 b 1 1 equal\n");
}

/* A link that names nothing carries no more of this product than of another. */
static void a_volume_of_anything_is_none_of_a_product(void **state)
{
    (void)state;
    assert_drawn_rows(COOPERATIVE("c", "'products': ['tea']")
                      ENTERPRISE("a", "")
                      ENTERPRISE("b", "")
                      LINK("c", "a", "'volume_kg': 90")
                      LINK("c", "b", "'product': 'tea', 'volume_kg': 10"),
                      "markets", FIGURES, "tea 2 1 a 0.5 0.5 equal\n");
}

static void sellers_are_actors_farmers_in_households(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "'count': 40")
                      COOPERATIVE("c", "")
                      ENTERPRISE("a", "")
                      ENTERPRISE("b", "")
                      LINK("f", "a", "'product': 'tea'")
                      LINK("f", "b", "'product': 'tea'")
                      LINK("c", "b", "'product': 'tea', 'volume_kg': 1")
                      LINK("c", "b", "'product': 'tea', 'volume_kg': 2")
                      LINK("a", "b", "'product': 'tea'"),
                      "markets", "product buyers sellers", "tea 2 42\n");
}

static void what_flows_in_no_layer_or_to_no_buyer_is_no_market(void **state)
{
    (void)state;
    assert_drawn_rows(COOPERATIVE("c", "'products': ['tea']")
                      COOPERATIVE("b", "'buyer': true")
                      UNION("u", "")
                      ENTERPRISE("e", "'products': ['rice']")
                      ENTERPRISE("gone", "'status': 'dissolved'")
                      LINK("c", "e", "")
                      LINK("c", "u", "'kind': 'supply'")
                      LINK("c", "gone", "")
                      LINK("c", "b", "'kind': 'membership'")
                      LINK("u", "e", "'product': 'yam'"),
                      "markets", "product", "");
}

static void ties_go_to_the_smaller_id(void **state)
{
    (void)state;
    assert_drawn_rows(COOPERATIVE("c", "")
                      ENTERPRISE("z", "")
                      ENTERPRISE("y", "")
                      LINK("c", "z", "'product': 'tea', 'volume_kg': 1")
                      LINK("c", "y", "'product': 'tea', 'volume_kg': 1"),
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
