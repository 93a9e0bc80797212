/* analysis/coverage: how many are covered, in all, by product, place and sector. */
#include "support/figures.h"

#define COUNTS "scope key kind total inactive buyers not_applicable active direct indirect covered"

static void each_of_a_kind_counts_in_one_column(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 40\n"
                      "farmer g 'count': 5\n"
                      "farmer h 'count': 2, 'status': 'suspended'\n"
                      "farmer i 'count': 3, 'sells': false\n"
                      "group t\n"
                      "cooperative c\n"
                      "cooperative d 'status': 'dissolved'\n"
                      "cooperative b 'buyer': true\n"
                      "union u 'sells': false\n"
                      "enterprise e\n"
                      "link f c\n"
                      "link g e\n"
                      "link c e\n",
                      "coverage", COUNTS,
                      "all - farmer 50 2 0 3 45 5 40 45\n"
                      "all - group 1 0 0 0 1 0 0 0\n"
                      "all - cooperative 3 1 1 0 1 1 0 1\n"
                      "all - union 1 0 0 1 0 0 0 0\n");
}

static void rates_are_of_the_active_and_of_all(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f\n"
                      "farmer g 'count': 2\n"
                      "farmer h 'status': 'dissolved'\n"
                      "cooperative d 'status': 'dissolved'\n"
                      "enterprise e\n"
                      "link f e\n",
                      "coverage", "kind rate_of_active rate_of_all covered_unstated",
                      "farmer 0.333333333333 0.25 -\n"
                      "group - - -\n"
                      "cooperative - 0 -\n"
                      "union - - -\n");
}

static void implied_members_count_as_farmers_of_their_organisation(void **state)
{
    (void)state;
    assert_drawn_rows(
        "cooperative c 'members': 7, 'place': 'x', 'products': ['tea'], 'sector': 'crops'\n"
        "cooperative d 'members': 3, 'status': 'dissolved', 'place': 'x'\n"
        "enterprise e\n"
        "link c e\n",
        "coverage", COUNTS,
        "all - farmer 10 3 0 0 7 0 7 7\n"
        "all - group 0 0 0 0 0 0 0 0\n"
        "all - cooperative 2 1 0 0 1 1 0 1\n"
        "all - union 0 0 0 0 0 0 0 0\n"
        "product tea farmer 7 0 0 0 7 0 7 7\n"
        "product tea cooperative 1 0 0 0 1 1 0 1\n"
        "place x farmer 10 3 0 0 7 0 7 7\n"
        "place x cooperative 2 1 0 0 1 1 0 1\n"
        "sector crops farmer 7 0 0 0 7 0 7 7\n"
        "sector crops cooperative 1 0 0 0 1 1 0 1\n");
}

/* Under a product covered and direct mean for that product. */
static void under_a_product_stand_those_that_list_it(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 4, 'products': ['tea', 'rice']\n"
                      "farmer g 'count': 5\n"
                      "cooperative c 'products': ['rice']\n"
                      "enterprise e 'products': ['tea', 'rice']\n"
                      "link f c\n"
                      "link f e 'product': 'tea'\n"
                      "link g c\n"
                      "link c e\n",
                      "coverage", "scope key kind total direct indirect covered covered_unstated",
                      "all - farmer 9 4 5 9 -\n"
                      "all - group 0 0 0 0 -\n"
                      "all - cooperative 1 1 0 1 -\n"
                      "all - union 0 0 0 0 -\n"
                      "product rice farmer 4 0 4 4 5\n"
                      "product rice cooperative 1 1 0 1 0\n"
                      "product tea farmer 4 4 0 4 0\n");
}

static void those_that_list_nothing_are_told_apart(void **state)
{
    (void)state;
    assert_drawn_rows("product maize 'name': 'Ngô'\n"
                      "product tea\n"
                      "farmer f 'count': 6\n"
                      "farmer g 'products': ['tea'], 'status': 'dissolved'\n"
                      "group n 'sells': false\n"
                      "enterprise e\n"
                      "link f e\n",
                      "coverage", "scope key name kind total active covered covered_unstated",
                      "all - - farmer 7 6 6 -\n"
                      "all - - group 1 0 0 -\n"
                      "all - - cooperative 0 0 0 -\n"
                      "all - - union 0 0 0 -\n"
                      "product maize Ngô farmer 0 0 0 6\n"
                      "product tea - farmer 1 0 0 6\n");
}

static void a_node_counts_for_its_place_and_all_around_it(void **state)
{
    (void)state;
    assert_drawn_rows("place 155 'name': 'Tân Lạc', 'level': 'district', 'parent': '17'\n"
                      "place 156 'parent': '17'\n"
                      "place 17 'level': 'province', 'parent': 'VN'\n"
                      "place VN\n"
                      "place X\n"
                      "farmer f 'count': 4, 'place': '155'\n"
                      "farmer g 'place': '156'\n"
                      "farmer h 'count': 2, 'place': '17'\n"
                      "farmer i\n"
                      "enterprise e 'place': 'X'\n"
                      "link f e\n",
                      "coverage", "scope key name level kind total covered",
                      "all - - - farmer 8 4\n"
                      "all - - - group 0 0\n"
                      "all - - - cooperative 0 0\n"
                      "all - - - union 0 0\n"
                      "place 155 Tân Lạc district farmer 4 4\n"
                      "place 156 - - farmer 1 0\n"
                      "place 17 - province farmer 7 4\n"
                      "place VN - - farmer 7 4\n");
}

static void keys_stand_in_byte_order_and_kinds_from_farmer_to_union(void **state)
{
    (void)state;
    assert_drawn_rows("union u 'sector': 'b', 'products': ['t10']\n"
                      "cooperative c 'sector': 'b', 'products': ['t9']\n"
                      "group g 'sector': 'Đ'\n"
                      "farmer f 'sector': 'b'\n"
                      "cooperative d 'sector': 'B'\n"
                      "enterprise e 'sector': 'a'\n",
                      "coverage", "scope key kind",
                      "all - farmer\n"
                      "all - group\n"
                      "all - cooperative\n"
                      "all - union\n"
                      "product t10 union\n"
                      "product t9 cooperative\n"
                      "sector B cooperative\n"
                      "sector b farmer\n"
                      "sector b cooperative\n"
                      "sector b union\n"
                      "sector Đ group\n");
}

/* Its members sell on their own account; that it buys for the market is no matter of theirs. */
static void the_members_of_a_buyer_are_no_buyers(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative b 'buyer': true, 'members': 4\n", "coverage", COUNTS,
                      "all - farmer 4 0 0 0 4 4 0 4\n"
                      "all - group 0 0 0 0 0 0 0 0\n"
                      "all - cooperative 1 0 1 0 0 0 0 0\n"
                      "all - union 0 0 0 0 0 0 0 0\n");
}

static void an_empty_chain_has_the_rows_of_all(void **state)
{
    (void)state;
    assert_drawn_rows("{'nodes': [], 'links': []}", "coverage", "scope kind total rate_of_all",
                      "all farmer 0 -\n"
                      "all group 0 -\n"
                      "all cooperative 0 -\n"
                      "all union 0 -\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_of_a_kind_counts_in_one_column),
        cmocka_unit_test(rates_are_of_the_active_and_of_all),
        cmocka_unit_test(implied_members_count_as_farmers_of_their_organisation),
        cmocka_unit_test(under_a_product_stand_those_that_list_it),
        cmocka_unit_test(those_that_list_nothing_are_told_apart),
        cmocka_unit_test(a_node_counts_for_its_place_and_all_around_it),
        cmocka_unit_test(keys_stand_in_byte_order_and_kinds_from_farmer_to_union),
        cmocka_unit_test(the_members_of_a_buyer_are_no_buyers),
        cmocka_unit_test(an_empty_chain_has_the_rows_of_all),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
