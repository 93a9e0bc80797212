/* analysis/summary: one row of counts. */
#include "support/figures.h"

static void records_are_counted_whatever_their_status(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 40, 'status': 'dissolved', 'place': 'x'\n"
                      "farmer g 'products': ['tea', 'rice']\n"
                      "group h 'status': 'suspended'\n"
                      "cooperative c 'status': 'dissolved'\n"
                      "cooperative d\n"
                      "union u\n"
                      "enterprise e 'status': 'dissolved'\n"
                      "link f c 'status': 'ended'\n"
                      "link g d\n"
                      "link e g 'kind': 'input'\n",
                      "summary",
                      "nodes links products places farmers groups cooperatives unions enterprises",
                      "7 3 2 1 2 1 2 1 1\n");
}

static void ignored_links_are_left_out(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f\n"
                      "cooperative c\n"
                      "link f c\n"
                      "link f c\n"
                      "link c c 'product': 'tea'\n",
                      "summary", "links products", "1 1\n");
}

static void households_are_of_any_status_implied_ones_included(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 40\n"
                      "farmer g 'count': 2, 'status': 'dissolved'\n"
                      "cooperative c 'members': 65\n"
                      "cooperative d 'members': 5, 'status': 'dissolved'\n"
                      "group h 'members': 7, 'sells': false\n"
                      "union u 'members': 9\n"
                      "link f c\n",
                      "summary", "farmers households households_implied", "2 72 30\n");
}

static void buyers_are_active_ones_of_any_kind(void **state)
{
    (void)state;
    assert_drawn_rows("enterprise a\n"
                      "enterprise b 'status': 'suspended'\n"
                      "enterprise d 'buyer': false\n"
                      "cooperative c 'buyer': true\n",
                      "summary", "enterprises buyers", "3 2\n");
}

/* Of eight cooperatives: a buyer, one that does not sell, one gone, and five that have a linkage. */
static void cooperatives_are_active_ones_that_sell_and_do_not_buy(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative a 'buyer': true\n"
                      "cooperative b 'sells': false\n"
                      "cooperative c 'status': 'dissolved'\n"
                      "cooperative linked\n"
                      "cooperative half 'products': ['tea', 'rice']\n"
                      "cooperative much 'products': [{'product': 'tea', 'output_kg': 2}]\n"
                      "cooperative alone\n"
                      "cooperative lost\n"
                      "union u\n"
                      "enterprise e\n"
                      "link c e\n"
                      "link linked e\n"
                      "link half e 'product': 'tea'\n"
                      "link much e 'product': 'tea', 'volume_kg': 1\n"
                      "link lost u\n",
                      "summary",
                      "cooperatives cooperatives_active cooperatives_covered cooperatives_uncovered"
                      " cooperatives_with_gap",
                      "8 5 3 2 2\n");
}

static void an_empty_chain_has_a_row_of_zeros(void **state)
{
    (void)state;
    assert_drawn_rows("{'nodes': [], 'links': []}", "summary", NULL,
                      "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_are_counted_whatever_their_status),
        cmocka_unit_test(ignored_links_are_left_out),
        cmocka_unit_test(households_are_of_any_status_implied_ones_included),
        cmocka_unit_test(buyers_are_active_ones_of_any_kind),
        cmocka_unit_test(cooperatives_are_active_ones_that_sell_and_do_not_buy),
        cmocka_unit_test(an_empty_chain_has_a_row_of_zeros),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
