/* analysis/gaps: who has a buyer, but not for every product or not for all of its output. */
#include "support/figures.h"

static void missing_products_stand_in_byte_order(void **state)
{
    (void)state;
    assert_drawn_rows("place 155 'name': 'Tân Lạc'\n"
                      "cooperative c 'name': 'HTX', 'place': '155', 'sector': 'crops', 'members': "
                      "5, 'products': [{'product': 'tea', 'output_kg': 7}, {'product': 'rice', "
                      "'output_kg': 2}, {'product': 'Maize', 'output_kg': 1}, 'yam']\n"
                      "enterprise e\n"
                      "link c e 'product': 'rice'\n",
                      "gaps", NULL,
                      "c cooperative HTX 155 Tân Lạc crops product_gap [Maize,tea,yam] 5 8 1\n");
}

static void a_volume_gap_misses_no_product(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c 'products': [{'product': 'tea', 'output_kg': 7}, {'product': "
                      "'rice', 'output_kg': 2}]\n"
                      "enterprise e\n"
                      "link c e 'product': 'rice', 'volume_kg': 5\n"
                      "link c e 'product': 'tea', 'volume_kg': 4.5\n",
                      "gaps", "id linkage missing_products unsold_kg", "c volume_gap [] 2.5\n");
}

static void an_output_that_is_not_known_is_null(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c 'products': ['tea', {'product': 'rice', 'output_kg': 2}]\n"
                      "enterprise e\n"
                      "link c e 'product': 'rice'\n",
                      "gaps", "id missing_products unsold_kg", "c [tea] -\n");
}

static void without_a_gap_there_is_no_row(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c 'products': ['tea', 'rice']\n"
                      "cooperative d 'products': ['tea']\n"
                      "group g\n"
                      "enterprise e\n"
                      "link c e\n"
                      "link g e 'product': 'tea'\n",
                      "gaps", "id", "");
}

static void the_order_is_unsold_households_and_id(void **state)
{
    (void)state;
    assert_drawn_rows(
        "enterprise e 'products': ['p']\n"
        "cooperative null 'members': 99, 'products': ['p', 'q']; link null e\n"
        "cooperative b 'members': 3, 'products': ['p', {'product': 'q', 'output_kg': 5}]\n"
        "link b e\n"
        "cooperative a 'members': 3, 'products': ['p', {'product': 'q', 'output_kg': 5.00000001}]\n"
        "link a e\n"
        "cooperative more 'members': 4, 'products': ['p', {'product': 'q', 'output_kg': 5}]\n"
        "link more e\n"
        "cooperative much 'members': 0, 'products': ['p', {'product': 'q', 'output_kg': 6}]\n"
        "link much e\n",
        "gaps", "id unsold_kg households rank",
        "much 6 0 1\n"
        "more 5 4 2\n"
        "a 5.00000001 3 3\n"
        "b 5 3 4\n"
        "null - 99 5\n");
}

/* By way of its union it has a buyer for tea, by its own link for rice. */
static void another_way_to_a_buyer_is_no_gap(void **state)
{
    vcl_chain *chain = chain_of("cooperative c 'products': ['tea', 'rice']\n"
                                "union u\n"
                                "enterprise e\n"
                                "link c e 'product': 'rice'\n"
                                "link c u 'product': 'tea'\n"
                                "link u e\n");

    (void)state;
    assert_rows(chain, "gaps", "id", "");
    assert_rows_without(chain, "u", "gaps", "id missing_products", "c [tea]\n");
    vcl_chain_free(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(missing_products_stand_in_byte_order),
        cmocka_unit_test(a_volume_gap_misses_no_product),
        cmocka_unit_test(an_output_that_is_not_known_is_null),
        cmocka_unit_test(without_a_gap_there_is_no_row),
        cmocka_unit_test(the_order_is_unsold_households_and_id),
        cmocka_unit_test(another_way_to_a_buyer_is_no_gap),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
