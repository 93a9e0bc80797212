/* analysis/unlinked: who has no buyer, those with the most stranded households first. */
#include "support/figures.h"

static void each_has_its_name_whereabouts_and_linkage(void **state)
{
    (void)state;
    assert_drawn_rows("place 155 'name': 'Tân Lạc'\n"
                      "cooperative c 'name': 'HTX Đông Lai', 'place': '155', 'sector': 'crops', "
                      "'products': [{'product': 'tea', 'output_kg': 12.5}]\n"
                      "enterprise e 'products': ['rice']\n"
                      "link c e\n",
                      "unlinked", NULL,
                      "c cooperative HTX Đông Lai 155 Tân Lạc crops product_mismatch 0 0 12.5 1\n");
}

static void only_those_with_a_linkage_that_are_not_covered_are_listed(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative a\n"
                      "group b\n"
                      "union d\n"
                      "cooperative gone 'status': 'dissolved'\n"
                      "cooperative idle 'sells': false\n"
                      "cooperative buys 'buyer': true\n"
                      "cooperative sold 'products': ['tea', 'rice']\n"
                      "enterprise e\n"
                      "farmer f\n"
                      "link sold e 'product': 'tea'\n",
                      "unlinked", "id kind linkage rank",
                      "a cooperative isolated 1\n"
                      "b group isolated 2\n"
                      "d union isolated 3\n");
}

/* g's four sell to e besides; n is a member but sells nothing; the rest of 50 are implied. */
static void households_are_those_behind_it_and_uncovered_those_with_no_other_way(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 10\n"
                      "farmer g 'count': 4\n"
                      "farmer n 'count': 6, 'sells': false\n"
                      "group h\n"
                      "cooperative c 'members': 50\n"
                      "enterprise e\n"
                      "link f h\n"
                      "link h c\n"
                      "link g c\n"
                      "link g e\n"
                      "link n c\n",
                      "unlinked", "id linkage households households_uncovered rank",
                      "c no_buyer 44 40 1\n"
                      "h dead_end 10 10 2\n");
}

static void unsold_is_the_sum_of_what_is_known(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative a 'products': ['tea', 'rice']\n"
                      "cooperative b 'products': [{'product': 'tea', 'output_kg': 0}, 'rice']\n"
                      "cooperative c 'products': [{'product': 'tea', 'output_kg': 5}, {'product': "
                      "'rice', 'output_kg': 0.5}, 'maize']\n",
                      "unlinked", "id unsold_kg rank",
                      "c 5.5 1\n"
                      "b 0 2\n"
                      "a - 3\n");
}

/* Each pair of neighbours is told apart by the next rule, the last one by id. */
static void the_order_is_uncovered_households_households_unsold_and_id(void **state)
{
    (void)state;
    assert_drawn_rows(
        "farmer f 'count': 2\n"
        "enterprise e\n"
        "cooperative uncovered 'members': 9\n"
        "cooperative households 'members': 10\n"
        "cooperative unsold 'members': 8, 'products': [{'product': 'tea', 'output_kg': 2}]\n"
        "cooperative b-less 'members': 8, 'products': [{'product': 'tea', 'output_kg': 1}]\n"
        "cooperative a-null 'members': 8\n"
        "cooperative b-null 'members': 8\n"
        "link f households\n"
        "link f e\n",
        "unlinked", "id households_uncovered households unsold_kg rank",
        "uncovered 9 9 - 1\n"
        "households 8 10 - 2\n"
        "unsold 8 8 2 3\n"
        "b-less 8 8 1 4\n"
        "a-null 8 8 - 5\n"
        "b-null 8 8 - 6\n");
}

static void amounts_alike_to_six_decimals_are_ordered_by_id(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative a 'products': [{'product': 'tea', 'output_kg': 0.1}]\n"
                      "cooperative b 'products': [{'product': 'tea', 'output_kg': 0.1000000001}]\n"
                      "cooperative c 'products': [{'product': 'tea', 'output_kg': 0.100001}]\n",
                      "unlinked", "id unsold_kg", "c 0.100001\na 0.1\nb 0.1000000001\n");
}

static void a_buyer_that_is_gone_leaves_its_sellers_without(void **state)
{
    vcl_chain *chain = chain_of("cooperative c 'members': 5\n"
                                "cooperative d\n"
                                "enterprise e\n"
                                "link c e\n"
                                "link d c 'kind': 'supply'\n");

    (void)state;
    assert_rows(chain, "unlinked", "id", "");
    assert_rows_without(chain, "e", "unlinked", "id linkage households_uncovered",
                        "c buyer_inactive 5\nd dead_end 0\n");
    assert_rows_without(chain, "c", "unlinked", "id linkage households_uncovered",
                        "d dead_end 0\n");
    vcl_chain_free(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_has_its_name_whereabouts_and_linkage),
        cmocka_unit_test(only_those_with_a_linkage_that_are_not_covered_are_listed),
        cmocka_unit_test(households_are_those_behind_it_and_uncovered_those_with_no_other_way),
        cmocka_unit_test(unsold_is_the_sum_of_what_is_known),
        cmocka_unit_test(the_order_is_uncovered_households_households_unsold_and_id),
        cmocka_unit_test(amounts_alike_to_six_decimals_are_ordered_by_id),
        cmocka_unit_test(a_buyer_that_is_gone_leaves_its_sellers_without),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
