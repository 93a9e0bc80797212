/* analysis/contracts: on what footing is sold to buyers. */
#include "support/figures.h"

#define FOOTING "scope key links written oral none unknown"

static void links_are_counted_by_contract(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c\n"
                      "enterprise e\n"
                      "link c e 'contract': 'written', 'volume_kg': 1\n"
                      "link c e 'contract': 'written', 'volume_kg': 2\n"
                      "link c e 'contract': 'oral'\n"
                      "link c e 'contract': 'none'\n"
                      "link c e\n",
                      "contracts", FOOTING, "all - 5 2 1 1 1\n");
}

static void only_active_supplies_to_buyers_by_those_who_are_no_enterprises_count(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f\n"
                      "group g\n"
                      "cooperative c\n"
                      "cooperative idle 'sells': false\n"
                      "union u\n"
                      "enterprise e\n"
                      "enterprise d\n"
                      "enterprise no 'buyer': false\n"
                      "link f e\n"
                      "link g e\n"
                      "link c e\n"
                      "link u e\n"
                      "link d e\n"
                      "link c no\n"
                      "link c u\n"
                      "link idle e\n"
                      "link c d 'status': 'ended'\n",
                      "contracts", "scope links sellers", "all 4 4\n");
}

static void a_link_stands_under_each_product_it_names(void **state)
{
    (void)state;
    assert_drawn_rows("product rice 'name': 'Lúa'\n"
                      "product tea\n"
                      "product yam\n"
                      "cooperative c 'products': ['yam', 'tea', 'rice']\n"
                      "enterprise e\n"
                      "link c e\n"
                      "link c e 'products': ['tea', 'rice'], 'contract': 'oral'\n"
                      "link c e 'product': 'tea', 'contract': 'written'\n",
                      "contracts", "scope key name links written oral unknown",
                      "all - - 3 1 1 1\n"
                      "product rice Lúa 1 0 1 0\n"
                      "product tea - 2 1 1 0\n");
}

static void a_link_stands_under_its_sellers_place_and_all_around_it(void **state)
{
    (void)state;
    assert_drawn_rows("place 155 'name': 'Tân Lạc', 'level': 'district', 'parent': '17'\n"
                      "place 156 'parent': '17'\n"
                      "place 17\n"
                      "place X\n"
                      "cooperative c 'place': '155'\n"
                      "cooperative d 'place': '156'\n"
                      "farmer f 'place': '17', 'count': 3\n"
                      "group g\n"
                      "enterprise e 'place': 'X'\n"
                      "link c e 'contract': 'written'\n"
                      "link d e\n"
                      "link f e\n"
                      "link g e\n",
                      "contracts", "scope key name level links written sellers sellers_written",
                      "all - - - 4 1 6 1\n"
                      "place 155 Tân Lạc district 1 1 1 1\n"
                      "place 156 - - 1 0 1 0\n"
                      "place 17 - - 3 1 5 1\n");
}

static void sellers_are_actors_each_once(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 40\n"
                      "cooperative c\n"
                      "enterprise a\n"
                      "enterprise b\n"
                      "link f a 'contract': 'written'\n"
                      "link f b 'contract': 'written', 'product': 'tea'\n"
                      "link c a 'contract': 'oral'\n"
                      "link c b 'contract': 'none'\n",
                      "contracts", "scope key links sellers sellers_written",
                      "all - 4 41 40\n"
                      "product tea 1 40 40\n");
}

static void assert_ending(const char *as_of, const char *drawing, const char *expected)
{
    vcl_chain *chain = chain_of(drawing);
    vcl_study_options options = { .as_of = as_of };

    assert_rows_with(chain, &options, "contracts", "links ending_12_months", expected);
    vcl_chain_free(chain);
}

static void ending_is_from_the_as_of_date_to_the_same_day_a_year_on(void **state)
{
    (void)state;
    assert_ending("2023-06-30",
                  "enterprise e\n"
                  "cooperative never; link never e\n"
                  "cooperative a; link a e 'end': '2023-06-29'\n"
                  "cooperative b; link b e 'end': '2023-06-30'\n"
                  "cooperative c; link c e 'end': '2024-06-30'\n"
                  "cooperative d; link d e 'end': '2024-07-01'\n",
                  "4 2\n");
}

static void a_year_from_29_february_ends_on_the_28th(void **state)
{
    static const char drawing[] = "enterprise e\n"
                                  "cooperative a; link a e 'end': '2024-02-28'\n"
                                  "cooperative b; link b e 'end': '2024-02-29'\n"
                                  "cooperative c; link c e 'end': '2025-02-28'\n"
                                  "cooperative d; link d e 'end': '2025-03-01'\n";

    (void)state;
    assert_ending("2024-02-29", drawing, "3 2\n");
    assert_ending("2023-02-28", drawing, "4 1\n");
    assert_ending("2023-03-01", drawing, "4 2\n");
}

static void without_an_as_of_date_ending_is_null(void **state)
{
    (void)state;
    assert_drawn_rows("enterprise e\n"
                      "cooperative a; link a e 'end': '2023-06-30'\n",
                      "contracts", "links ending_12_months", "1 -\n");
}

static void the_last_year_of_the_calendar_is_no_trouble(void **state)
{
    (void)state;
    assert_ending("9999-12-31",
                  "enterprise e\n"
                  "cooperative a; link a e 'end': '9999-12-31'\n",
                  "1 1\n");
}

static void without_a_sale_there_is_no_row(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c; enterprise e\n", "contracts", FOOTING, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_are_counted_by_contract),
        cmocka_unit_test(only_active_supplies_to_buyers_by_those_who_are_no_enterprises_count),
        cmocka_unit_test(a_link_stands_under_each_product_it_names),
        cmocka_unit_test(a_link_stands_under_its_sellers_place_and_all_around_it),
        cmocka_unit_test(sellers_are_actors_each_once),
        cmocka_unit_test(ending_is_from_the_as_of_date_to_the_same_day_a_year_on),
        cmocka_unit_test(a_year_from_29_february_ends_on_the_28th),
        cmocka_unit_test(without_an_as_of_date_ending_is_null),
        cmocka_unit_test(the_last_year_of_the_calendar_is_no_trouble),
        cmocka_unit_test(without_a_sale_there_is_no_row),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
