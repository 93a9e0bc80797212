/* model/review: each warning about the chain as a whole, and what comes near it. */
#include "support/chain.h"

#define ENDS                                                                                       \
    FARMER("f", "")                                                                                \
    GROUP("g", "")                                                                                 \
    COOPERATIVE("c", "")                                                                           \
    UNION("u", "")                                                                                 \
    ENTERPRISE("e", "")                                                                            \
    ENTERPRISE("d", "")

static void a_chain_that_is_well_gives_no_warning(void **state)
{
    (void)state;
    assert_codes(ENDS
                 LINK("f", "g", "")
                 LINK("g", "c", "")
                 LINK("c", "u", "")
                 LINK("u", "e", "")
                 LINK("e", "d", ""),
                 "");
}

static void a_supply_upstream_is_told(void **state)
{
    (void)state;
    assert_problems(ENDS
                    LINK("e", "f", "")
                    LINK("e", "g", "'kind': 'supply'")
                    LINK("d", "c", ""),
                    "upstream-supply 7 /link e (f)\n"
                    "upstream-supply 8 /link e (g)\n"
                    "upstream-supply 9 /link d (c)\n");
}

static void what_an_enterprise_may_send_is_no_supply_upstream(void **state)
{
    (void)state;
    assert_codes(ENDS
                 LINK("e", "f", "'kind': 'input'")
                 LINK("e", "u", "")
                 LINK("e", "d", "")
                 LINK("c", "f", "'kind': 'supply'"),
                 "");
}

static void a_membership_downward_or_of_an_enterprise_is_told(void **state)
{
    (void)state;
    assert_problems(ENDS
                    LINK("c", "g", "'kind': 'membership'")
                    LINK("u", "f", "'kind': 'membership'")
                    LINK("f", "e", "'kind': 'membership'"),
                    "downward-membership 7 /link c (g)\n"
                    "downward-membership 8 /link u (f)\n"
                    "downward-membership 9 /link f (e)\n");
}

static void a_membership_among_equals_or_upward_is_well(void **state)
{
    (void)state;
    assert_codes(ENDS
                 COOPERATIVE("c2", "")
                 LINK("c", "c2", "'kind': 'membership'")
                 LINK("f", "u", "'kind': 'membership'")
                 LINK("c", "f", ""),
                 "");
}

#define TRADE(seller, buyer, link)                                                                 \
    COOPERATIVE("c", seller)                                                                       \
    ENTERPRISE("e", buyer)                                                                         \
    LINK("c", "e", link)

static void a_supply_that_stands_in_no_layer_is_told(void **state)
{
    (void)state;
    assert_problems(TRADE("'products': ['tea']", "'products': ['rice']", ""),
                    "products-unhandled 3 /link c (e)\n");
    assert_codes(TRADE("'products': ['tea']", "", "'product': 'rice'"), "products-unhandled");
    assert_codes(TRADE("", "'products': ['tea']", "'product': 'rice'"), "products-unhandled");
    assert_codes(TRADE("'products': ['tea']", "'products': ['rice']", "'products': ['tea', 'rice']"),
                 "products-unhandled");
}

static void a_supply_that_stands_in_some_layer_is_well(void **state)
{
    (void)state;
    assert_codes(TRADE("'products': ['tea']", "", ""), "");
    assert_codes(TRADE("", "", "'product': 'tea'"), "");
    assert_codes(TRADE("'products': ['tea', 'rice']", "'products': ['rice']", ""), "");
    assert_codes(TRADE("'products': ['tea', 'rice']", "", "'products': ['rice', 'maize']"), "");
}

static void only_active_supplies_are_looked_at_for_that(void **state)
{
    (void)state;
    assert_codes(TRADE("'products': ['tea']", "'products': ['rice']", "'status': 'ended'"), "");
    assert_codes(TRADE("'products': ['tea']", "'products': ['rice']", "'kind': 'input'"), "");
    assert_codes(TRADE("'products': ['tea'], 'status': 'dissolved'", "'products': ['rice']", ""),
                 "");
    assert_codes(TRADE("'products': ['tea']", "'products': ['rice'], 'status': 'dissolved'", ""),
                 "");
    assert_codes_on("2024-01-01",
                    TRADE("'products': ['tea']", "'products': ['rice']", "'end': '2023-12-31'"), "");
    assert_codes_on("2023-12-31",
                    TRADE("'products': ['tea']", "'products': ['rice']", "'end': '2023-12-31'"),
                    "products-unhandled");
}

static void dates_without_an_as_of_date_are_told_once(void **state)
{
    (void)state;
    assert_problems(ENDS
                    LINK("c", "e", "")
                    LINK("g", "e", "'end': '2023-12-31'")
                    LINK("c", "d", "'start': '2023-12-31'"),
                    "dates-without-as-of 8 /link\n");
    assert_codes(AS_OF("2023-01-01") ENDS LINK("c", "e", "'end': '2023-12-31'"), "");
    assert_codes_on("2023-01-01", ENDS LINK("c", "e", "'end': '2023-12-31'"), "");
}

static void an_end_before_its_start_is_told(void **state)
{
    (void)state;
    assert_problems(AS_OF("2023-01-01") ENDS
                    LINK("c", "e", "'start': '2023-01-02', 'end': '2023-01-01'"),
                    "end-before-start 8 /link/end 2023-01-01 (2023-01-02)\n");
    assert_codes(AS_OF("2023-01-01") ENDS
                 LINK("c", "e", "'start': '2023-01-01', 'end': '2023-01-01'"),
                 "");
    assert_codes(ENDS LINK("c", "e", "'start': '2023-01-02', 'end': '2023-01-01'"),
                 "dates-without-as-of end-before-start");
}

static void a_suspended_actor_with_active_links_is_told(void **state)
{
    (void)state;
    assert_problems(COOPERATIVE("c", "'status': 'suspended'")
                    FARMER("f", "")
                    LINK("f", "c", ""),
                    "suspended-with-links 1 /node/status c\n");
    assert_codes(FARMER("f", "'status': 'suspended'") COOPERATIVE("c", "") LINK("f", "c", ""),
                 "suspended-with-links");
    assert_codes(FARMER("f", "'status': 'suspended'") ENTERPRISE("e", "")
                 LINK("e", "f", "'kind': 'input'"),
                 "suspended-with-links");
}

static void one_without_current_links_or_dissolved_is_well(void **state)
{
    (void)state;
    assert_codes(COOPERATIVE("c", "'status': 'suspended'"), "");
    assert_codes(COOPERATIVE("c", "'status': 'suspended'") FARMER("f", "")
                 LINK("f", "c", "'status': 'ended'"), "");
    assert_codes(AS_OF("2024-01-01") COOPERATIVE("c", "'status': 'suspended'") FARMER("f", "")
                 LINK("f", "c", "'end': '2023-12-31'"), "");
    assert_codes(COOPERATIVE("c", "'status': 'dissolved'") FARMER("f", "") LINK("f", "c", ""), "");
}

static void a_supply_from_who_does_not_sell_is_told(void **state)
{
    (void)state;
    assert_problems(COOPERATIVE("c", "'sells': false")
                    ENTERPRISE("e", "")
                    LINK("c", "e", ""),
                    "supply-from-non-seller 3 /link c (e)\n");
    assert_codes(COOPERATIVE("c", "'sells': false") UNION("u", "") ENTERPRISE("e", "'buyer': true")
                 LINK("c", "u", "")
                 LINK("c", "e", "'kind': 'input'")
                 LINK("e", "c", "'kind': 'input'"),
                 "");
    assert_codes(COOPERATIVE("c", "'sells': true") ENTERPRISE("e", "") LINK("c", "e", ""), "");
}

static void names_that_differ_only_in_typing_are_told(void **state)
{
    (void)state;
    assert_problems(COOPERATIVE("a", "'name': 'HTX Hoà Bình'")
                    ENTERPRISE("b", "'name': 'HTX Hòa Bình'")
                    UNION("c", "'name': 'htx  hòa bình'")
                    GROUP("d", "'name': 'HTX Hoa\u0300 Bình'"),
                    "near-duplicate 2 /node/name HTX Hòa Bình (HTX Hoà Bình)\n"
                    "near-duplicate 3 /node/name htx  hòa bình (HTX Hoà Bình)\n"
                    "near-duplicate 4 /node/name HTX Hoa\u0300 Bình (HTX Hoà Bình)\n");
}

static void names_of_other_words_are_no_twins(void **state)
{
    (void)state;
    assert_codes(COOPERATIVE("a", "'name': 'HTX Tân Lạc'")
                 COOPERATIVE("b", "'name': 'HTX Tấn Lạc'")
                 COOPERATIVE("c", "'name': 'HTX Tan Lac'")
                 COOPERATIVE("d", "'name': 'HTX Tân Lac'")
                 COOPERATIVE("e", "'name': 'HTX Đông'")
                 COOPERATIVE("g", "'name': 'HTX Dông'"),
                 "");
}

/* Two cooperatives may bear one name; farmers often do, and theirs are not kept. */
static void equal_names_and_names_of_farmers_are_well(void **state)
{
    (void)state;
    assert_codes(COOPERATIVE("a", "'name': 'HTX Hòa'")
                 COOPERATIVE("b", "'name': 'HTX Hòa'")
                 FARMER("c", "'name': 'HTX Hoà'")
                 FARMER("C", "")
                 FARMER("d", "'name': 'htx hoà'")
                 FARMER("D", ""),
                 "");
}

static void ids_that_differ_only_in_typing_are_told(void **state)
{
    (void)state;
    assert_problems(COOPERATIVE("HTX Hòa", "")
                    ENTERPRISE("htx hoà", "")
                    FARMER("HTX HÒA", "")
                    PLACE("X", "")
                    PLACE("x", "")
                    PLACE("HTX hòa", ""),
                    "near-duplicate 2 /node/id htx hoà (HTX Hòa)\n"
                    "near-duplicate 5 /place/id x (X)\n");
}

static void places_of_one_name_are_compared_under_one_parent(void **state)
{
    (void)state;
    assert_problems(PLACE("1", "'name': 'Hòa Bình'")
                    PLACE("2", "'name': 'Hoà Bình'")
                    PLACE("3", "'name': 'hòa bình', 'parent': '1'")
                    PLACE("4", "'name': 'HÒA BÌNH', 'parent': '2'")
                    PLACE("5", "'name': 'HOÀ bình', 'parent': '2'"),
                    "near-duplicate 2 /place/name Hoà Bình (Hòa Bình)\n"
                    "near-duplicate 5 /place/name HOÀ bình (HÒA BÌNH)\n");
}

static void warnings_do_not_depend_on_the_order_of_actors(void **state)
{
    (void)state;
    assert_problems(COOPERATIVE("z", "'name': 'Hòa'")
                    COOPERATIVE("a", "'name': 'hoà'"),
                    "near-duplicate 2 /node/name hoà (Hòa)\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chain_that_is_well_gives_no_warning),
        cmocka_unit_test(a_supply_upstream_is_told),
        cmocka_unit_test(what_an_enterprise_may_send_is_no_supply_upstream),
        cmocka_unit_test(a_membership_downward_or_of_an_enterprise_is_told),
        cmocka_unit_test(a_membership_among_equals_or_upward_is_well),
        cmocka_unit_test(a_supply_that_stands_in_no_layer_is_told),
        cmocka_unit_test(a_supply_that_stands_in_some_layer_is_well),
        cmocka_unit_test(only_active_supplies_are_looked_at_for_that),
        cmocka_unit_test(dates_without_an_as_of_date_are_told_once),
        cmocka_unit_test(an_end_before_its_start_is_told),
        cmocka_unit_test(a_suspended_actor_with_active_links_is_told),
        cmocka_unit_test(one_without_current_links_or_dissolved_is_well),
        cmocka_unit_test(a_supply_from_who_does_not_sell_is_told),
        cmocka_unit_test(names_that_differ_only_in_typing_are_told),
        cmocka_unit_test(names_of_other_words_are_no_twins),
        cmocka_unit_test(equal_names_and_names_of_farmers_are_well),
        cmocka_unit_test(ids_that_differ_only_in_typing_are_told),
        cmocka_unit_test(places_of_one_name_are_compared_under_one_parent),
        cmocka_unit_test(warnings_do_not_depend_on_the_order_of_actors),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
