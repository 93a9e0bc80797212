/* model/resolve_lists: places are a tree, products a list; declared, or else mentioned. */
#include "support/chain.h"

static void places_know_their_parents_whatever_their_order(void **state)
{
    vcl_chain *chain =
        chain_of("place 155 'name': 'Tân Lạc', 'level': 'district', 'parent': '17', 'lat': 20.61\n"
                 "place 17 'name': 'Hòa Bình', 'name_en': 'Hoa Binh'\n"
                 "place 156 'parent': '17'\n");

    (void)state;
    assert_int_equal(vcl_chain_place_count(chain), 3);
    assert_string_equal(chain->places[0].id, "155");
    assert_string_equal(chain->places[0].level, "district");
    assert_int_equal(chain->places[0].parent, 2);
    assert_int_equal(chain->places[1].parent, 2);
    assert_int_equal(chain->places[2].parent, VCL_NONE);
    assert_string_equal(chain->places[2].name_en, "Hoa Binh");
    assert_close(chain->places[0].latitude, 20.61, 0.0);
    assert_true(isnan(chain->places[0].longitude));
    vcl_chain_free(chain);
}

static void a_place_that_is_its_own_parent_is_a_cycle(void **state)
{
    (void)state;
    assert_problems("place a 'parent': 'a'\n", "place-cycle 1 /place/parent a (a → a)\n");
}

static void a_cycle_is_reported_once_at_its_smallest_id(void **state)
{
    (void)state;
    assert_problems("place b 'parent': 'a'\n"
                    "place a 'parent': 'b'\n",
                    "place-cycle 2 /place/parent a (a → b → a)\n");
    assert_problems("place c 'parent': 'a'\n"
                    "place b 'parent': 'c'\n"
                    "place a 'parent': 'b'\n",
                    "place-cycle 3 /place/parent a (a → b → c → a)\n");
}

static void what_hangs_on_a_cycle_is_no_cycle_of_its_own(void **state)
{
    (void)state;
    assert_problems("place 0 'parent': 'x'\n"
                    "place x 'parent': 'y'\n"
                    "place y 'parent': 'x'\n"
                    "place z 'parent': '0'\n",
                    "place-cycle 2 /place/parent x (x → y → x)\n");
}

static void every_cycle_is_reported(void **state)
{
    (void)state;
    assert_problems("place a 'parent': 'b'\n"
                    "place b 'parent': 'a'\n"
                    "place c 'parent': 'c'\n"
                    "place d 'parent': 'e'\n"
                    "place e\n",
                    "place-cycle 1 /place/parent a (a → b → a)\n"
                    "place-cycle 3 /place/parent c (c → c)\n");
}

static void two_ways_to_one_ancestor_are_no_cycle(void **state)
{
    (void)state;
    assert_problems("place a 'parent': 'c'\n"
                    "place b 'parent': 'c'\n"
                    "place c 'parent': 'd'\n"
                    "place d\n",
                    "");
}

static void places_are_those_mentioned_where_none_is_declared(void **state)
{
    vcl_chain *chain = chain_of("farmer f 'place': 'x'\n"
                                "cooperative c 'place': 17\n"
                                "enterprise e 'place': '17'\n");

    (void)state;
    assert_int_equal(vcl_chain_place_count(chain), 2);
    assert_string_equal(chain->places[0].id, "17");
    assert_int_equal(chain->actors[actor_of(chain, "e")].place, 0);
    assert_false(chain->places[0].declared);
    assert_int_equal(chain->places[1].parent, VCL_NONE);
    assert_true(isnan(chain->places[1].latitude) && isnan(chain->places[1].longitude));
    vcl_chain_free(chain);
}

/* An empty list gives none, so that whatever is mentioned is there; one product is a list. */
static void an_empty_list_is_not_given(void **state)
{
    (void)state;
    assert_codes("{'nodes': [{'id': 'f', 'kind': 'farmer', 'place': 'x', 'products': ['tea']}],"
                 " 'links': [], 'places': [], 'products': []}",
                 "");
    assert_codes("{'nodes': [{'id': 'f', 'kind': 'farmer', 'place': 'x', 'products': ['tea']}],"
                 " 'links': [], 'places': [], 'products': [{'id': 'rice'}]}",
                 "unknown-product");
}

static void declared_products_are_kept_even_where_nobody_handles_them(void **state)
{
    vcl_chain *chain = chain_of("product tea 'name': 'Chè', 'name_en': 'Tea'\n"
                                "product pomelo 'name': 'Bưởi đỏ'\n"
                                "farmer f 'products': ['tea']\n");

    (void)state;
    assert_int_equal(vcl_chain_product_count(chain), 2);
    assert_string_equal(chain->products[0].name, "Bưởi đỏ");
    assert_null(chain->products[0].name_en);
    assert_string_equal(chain->products[1].name_en, "Tea");
    assert_true(chain->products[1].declared);
    vcl_chain_free(chain);
}

/* Sets are numbered by contents, in the order of ids: whichever is read first does not matter. */
static void sets_of_products_do_not_depend_on_the_order_of_records(void **state)
{
    vcl_chain *chains[] = { chain_of("farmer f 'products': ['tea']\n"
                                     "farmer g 'products': ['pomelo', 'tea']\n"
                                     "farmer h 'products': ['pomelo']\n"),
                            chain_of("farmer h 'products': ['pomelo']\n"
                                     "farmer g 'products': ['tea', 'pomelo', 'tea']\n"
                                     "farmer f 'products': ['tea']\n") };

    (void)state;
    for (int i = 0; i < 2; i++) {
        assert_int_equal(chains[i]->actors[0].products, 3);
        assert_int_equal(chains[i]->actors[1].products, 2);
        assert_int_equal(chains[i]->actors[2].products, 1);
        vcl_chain_free(chains[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_know_their_parents_whatever_their_order),
        cmocka_unit_test(a_place_that_is_its_own_parent_is_a_cycle),
        cmocka_unit_test(a_cycle_is_reported_once_at_its_smallest_id),
        cmocka_unit_test(what_hangs_on_a_cycle_is_no_cycle_of_its_own),
        cmocka_unit_test(every_cycle_is_reported),
        cmocka_unit_test(two_ways_to_one_ancestor_are_no_cycle),
        cmocka_unit_test(places_are_those_mentioned_where_none_is_declared),
        cmocka_unit_test(an_empty_list_is_not_given),
        cmocka_unit_test(declared_products_are_kept_even_where_nobody_handles_them),
        cmocka_unit_test(sets_of_products_do_not_depend_on_the_order_of_records),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
