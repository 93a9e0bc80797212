/* analysis/summary: one row of counts. */
#include "support/figures.h"

static void records_are_counted_whatever_their_status(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "'count': 40, 'status': 'dissolved', 'place': 'x'")
                      FARMER("g", "'products': ['tea', 'rice']")
                      GROUP("h", "'status': 'suspended'")
                      COOPERATIVE("c", "'status': 'dissolved'")
                      COOPERATIVE("d", "")
                      UNION("u", "")
                      ENTERPRISE("e", "'status': 'dissolved'")
                      LINK("f", "c", "'status': 'ended'")
                      LINK("g", "d", "")
                      LINK("e", "g", "'kind': 'input'"),
                      "summary",
                      "nodes links products places farmers groups cooperatives unions enterprises",
                      "7 3 2 1 2 1 2 1 1\n");
}

static void ignored_links_are_left_out(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "")
                      COOPERATIVE("c", "")
                      LINK("f", "c", "")
                      LINK("f", "c", "")
                      LINK("c", "c", "'product': 'tea'"),
                      "summary", "links products", "1 1\n");
}

static void households_are_of_any_status_implied_ones_included(void **state)
{
    (void)state;
    assert_drawn_rows(FARMER("f", "'count': 40")
                      FARMER("g", "'count': 2, 'status': 'dissolved'")
                      COOPERATIVE("c", "'members': 65")
                      COOPERATIVE("d", "'members': 5, 'status': 'dissolved'")
                      GROUP("h", "'members': 7, 'sells': false")
                      UNION("u", "'members': 9")
                      LINK("f", "c", ""),
                      "summary", "farmers households households_implied", "2 72 30\n");
}

static void buyers_are_active_ones_of_any_kind(void **state)
{
    (void)state;
    assert_drawn_rows(ENTERPRISE("a", "")
                      ENTERPRISE("b", "'status': 'suspended'")
                      ENTERPRISE("d", "'buyer': false")
                      COOPERATIVE("c", "'buyer': true"),
                      "summary", "enterprises buyers", "3 2\n");
}

/* Of eight cooperatives: a buyer, one that does not sell, one gone, and five that have a linkage. */
static void cooperatives_are_active_ones_that_sell_and_do_not_buy(void **state)
{
    (void)state;
    assert_drawn_rows(
        COOPERATIVE("a", "'buyer': true")
        COOPERATIVE("b", "'sells': false")
        COOPERATIVE("c", "'status': 'dissolved'")
        COOPERATIVE("linked", "")
        COOPERATIVE("half", "'products': ['tea', 'rice']")
        COOPERATIVE("much", "'products': [{'product': 'tea', 'output_kg': 2}]")
        COOPERATIVE("alone", "")
        COOPERATIVE("lost", "")
        UNION("u", "")
        ENTERPRISE("e", "")
        LINK("c", "e", "")
        LINK("linked", "e", "")
        LINK("half", "e", "'product': 'tea'")
        LINK("much", "e", "'product': 'tea', 'volume_kg': 1")
        LINK("lost", "u", ""),
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
