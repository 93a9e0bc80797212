/* model/review: each warning about the chain as a whole, and what comes near it. */
#include "support/chain.h"

#define ENDS                                                                                       \
    "farmer f\n"                                                                                   \
    "group g\n"                                                                                    \
    "cooperative c\n"                                                                              \
    "union u\n"                                                                                    \
    "enterprise e\n"                                                                               \
    "enterprise d\n"

static void a_chain_that_is_well_gives_no_warning(void **state)
{
    (void)state;
    assert_codes(ENDS "link f g\n"
                      "link g c\n"
                      "link c u\n"
                      "link u e\n"
                      "link e d\n",
                 "");
}

static void a_supply_upstream_is_told(void **state)
{
    (void)state;
    assert_problems(ENDS "link e f\n"
                         "link e g 'kind': 'supply'\n"
                         "link d c\n",
                    "upstream-supply 7 /link e (f)\n"
                    "upstream-supply 8 /link e (g)\n"
                    "upstream-supply 9 /link d (c)\n");
}

static void what_an_enterprise_may_send_is_no_supply_upstream(void **state)
{
    (void)state;
    assert_codes(ENDS "link e f 'kind': 'input'\n"
                      "link e u\n"
                      "link e d\n"
                      "link c f 'kind': 'supply'\n",
                 "");
}

static void a_membership_downward_or_of_an_enterprise_is_told(void **state)
{
    (void)state;
    assert_problems(ENDS "link c g 'kind': 'membership'\n"
                         "link u f 'kind': 'membership'\n"
                         "link f e 'kind': 'membership'\n",
                    "downward-membership 7 /link c (g)\n"
                    "downward-membership 8 /link u (f)\n"
                    "downward-membership 9 /link f (e)\n");
}

static void a_membership_among_equals_or_upward_is_well(void **state)
{
    (void)state;
    assert_codes(ENDS "cooperative c2\n"
                      "link c c2 'kind': 'membership'\n"
                      "link f u 'kind': 'membership'\n"
                      "link e u 'kind': 'membership'\n"
                      "link c f\n",
                 "");
}

#define TRADE(seller, buyer, link)                                                                 \
    "cooperative c " seller "\n"                                                                   \
    "enterprise e " buyer "\n"                                                                     \
    "link c e " link "\n"

static void a_supply_that_stands_in_no_layer_is_told(void **state)
{
    (void)state;
    assert_problems(TRADE("'products': ['tea']", "'products': ['rice']", ""),
                    "products-unhandled 3 /link c (e)\n");
    assert_codes(TRADE("'products': ['tea']", "", "'product': 'rice'"), "products-unhandled");
    assert_codes(TRADE("", "'products': ['tea']", "'product': 'rice'"), "products-unhandled");
    assert_codes(
        TRADE("'products': ['tea']", "'products': ['rice']", "'products': ['tea', 'rice']"),
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
                    TRADE("'products': ['tea']", "'products': ['rice']", "'end': '2023-12-31'"),
                    "");
    assert_codes_on("2023-12-31",
                    TRADE("'products': ['tea']", "'products': ['rice']", "'end': '2023-12-31'"),
                    "products-unhandled");
}

static void dates_without_an_as_of_date_are_told_once(void **state)
{
    (void)state;
    assert_problems(ENDS "link c e\n"
                         "link g e 'end': '2023-12-31'\n"
                         "link c d 'start': '2023-12-31'\n",
                    "dates-without-as-of 8 /link\n");
    assert_codes("as_of 2023-01-01\n" ENDS "link c e 'end': '2023-12-31'\n", "");
    assert_codes_on("2023-01-01", ENDS "link c e 'end': '2023-12-31'\n", "");
}

static void an_end_before_its_start_is_told(void **state)
{
    (void)state;
    assert_problems("as_of 2023-01-01\n" ENDS
                    "link c e 'start': '2023-01-02', 'end': '2023-01-01'\n",
                    "end-before-start 8 /link/end 2023-01-01 (2023-01-02)\n");
    assert_codes("as_of 2023-01-01\n" ENDS "link c e 'start': '2023-01-01', 'end': '2023-01-01'\n",
                 "");
    assert_codes(ENDS "link c e 'start': '2023-01-02', 'end': '2023-01-01'\n",
                 "dates-without-as-of end-before-start");
}

static void a_suspended_actor_with_active_links_is_told(void **state)
{
    (void)state;
    assert_problems("cooperative c 'status': 'suspended'\n"
                    "farmer f\n"
                    "link f c\n",
                    "suspended-with-links 1 /node/status c\n");
    assert_codes("farmer f 'status': 'suspended'; cooperative c; link f c\n",
                 "suspended-with-links");
    assert_codes("farmer f 'status': 'suspended'; enterprise e\n"
                 "link e f 'kind': 'input'\n",
                 "suspended-with-links");
}

static void warnings_about_edges_of_a_document_name_them(void **state)
{
    (void)state;
    assert_problems(
        "{'nodes': [{'id': 'c', 'kind': 'cooperative'}, {'id': 'e', 'kind': 'enterprise'}],\n"
        " 'edges': [{'source': 'c', 'target': 'e', 'kind': 'membership'},\n"
        "  {'source': 'c', 'target': 'e', 'start': '2023-02-01', 'end': '2023-01-01'}]}",
        "downward-membership 2 /edges/0 c (e)\n"
        "dates-without-as-of 3 /edges/1\n"
        "end-before-start 3 /edges/1/end 2023-01-01 (2023-02-01)\n");
}

static void one_without_current_links_or_dissolved_is_well(void **state)
{
    (void)state;
    assert_codes("cooperative c 'status': 'suspended'\n", "");
    assert_codes("cooperative c 'status': 'suspended'; farmer f\n"
                 "link f c 'status': 'ended'\n",
                 "");
    assert_codes("as_of 2024-01-01; cooperative c 'status': 'suspended'; farmer f\n"
                 "link f c 'end': '2023-12-31'\n",
                 "");
    assert_codes("cooperative c 'status': 'dissolved'; farmer f; link f c\n", "");
}

static void a_supply_from_who_does_not_sell_is_told(void **state)
{
    (void)state;
    assert_problems("cooperative c 'sells': false\n"
                    "enterprise e\n"
                    "link c e\n",
                    "supply-from-non-seller 3 /link c (e)\n");
    assert_codes("cooperative c 'sells': false; union u; enterprise e 'buyer': true\n"
                 "link c u\n"
                 "link c e 'kind': 'input'\n"
                 "link e c 'kind': 'input'\n",
                 "");
    assert_codes("cooperative c 'sells': true; enterprise e; link c e\n", "");
}

static void names_that_differ_only_in_typing_are_told(void **state)
{
    (void)state;
    assert_problems("cooperative a 'name': 'HTX Hoà Bình'\n"
                    "enterprise b 'name': 'HTX Hòa Bình'\n"
                    "union c 'name': 'htx  hòa bình'\n"
                    "group d 'name': 'HTX Hoa\u0300 Bình'\n",
                    "near-duplicate 2 /node/name HTX Hòa Bình (HTX Hoà Bình)\n"
                    "near-duplicate 3 /node/name htx  hòa bình (HTX Hoà Bình)\n"
                    "near-duplicate 4 /node/name HTX Hoa\u0300 Bình (HTX Hoà Bình)\n");
}

static void names_of_other_words_are_no_twins(void **state)
{
    (void)state;
    assert_codes("cooperative a 'name': 'HTX Tân Lạc'\n"
                 "cooperative b 'name': 'HTX Tấn Lạc'\n"
                 "cooperative c 'name': 'HTX Tan Lac'\n"
                 "cooperative d 'name': 'HTX Tân Lac'\n"
                 "cooperative e 'name': 'HTX Đông'\n"
                 "cooperative g 'name': 'HTX Dông'\n",
                 "");
}

/* Two cooperatives may bear one name; farmers often do, and theirs are not kept. */
static void equal_names_and_names_of_farmers_are_well(void **state)
{
    (void)state;
    assert_codes("cooperative a 'name': 'HTX Hòa'\n"
                 "cooperative b 'name': 'HTX Hòa'\n"
                 "farmer c 'name': 'HTX Hoà'\n"
                 "farmer C\n"
                 "farmer d 'name': 'htx hoà'\n"
                 "farmer D\n",
                 "");
}

static void ids_that_differ_only_in_typing_are_told(void **state)
{
    (void)state;
    assert_problems("cooperative 'HTX Hòa'\n"
                    "enterprise 'htx hoà'\n"
                    "farmer 'HTX HÒA'\n"
                    "place X\n"
                    "place x\n"
                    "place 'HTX hòa'\n",
                    "near-duplicate 2 /node/id htx hoà (HTX Hòa)\n"
                    "near-duplicate 5 /place/id x (X)\n");
}

static void places_of_one_name_are_compared_under_one_parent(void **state)
{
    (void)state;
    assert_problems("place 1 'name': 'Hòa Bình'\n"
                    "place 2 'name': 'Hoà Bình'\n"
                    "place 3 'name': 'hòa bình', 'parent': '1'\n"
                    "place 4 'name': 'HÒA BÌNH', 'parent': '2'\n"
                    "place 5 'name': 'HOÀ bình', 'parent': '2'\n",
                    "near-duplicate 2 /place/name Hoà Bình (Hòa Bình)\n"
                    "near-duplicate 5 /place/name HOÀ bình (HÒA BÌNH)\n");
}

static void warnings_do_not_depend_on_the_order_of_actors(void **state)
{
    (void)state;
    assert_problems("cooperative z 'name': 'Hòa'\n"
                    "cooperative a 'name': 'hoà'\n",
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
        cmocka_unit_test(warnings_about_edges_of_a_document_name_them),
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
