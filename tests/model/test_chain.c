/* model/chain: reading a chain by its public functions. */
#include "support/chain.h"

static void actors_stand_in_the_byte_order_of_ids(void **state)
{
    vcl_chain *chain = chain_of("cooperative đ 'name': 'HTX Đông Lai'\n"
                                "enterprise Z\n"
                                "farmer a\n"
                                "union a1\n"
                                "group 10\n"
                                "group 9\n");
    static const char *const ids[] = { "10", "9", "Z", "a", "a1", "đ" };
    static const vcl_kind kinds[] = { VCL_GROUP,  VCL_GROUP, VCL_ENTERPRISE,
                                      VCL_FARMER, VCL_UNION, VCL_COOPERATIVE };

    (void)state;
    assert_int_equal(vcl_chain_actor_count(chain), 6);
    for (size_t i = 0; i < 6; i++) {
        assert_string_equal(vcl_chain_actor_id(chain, i), ids[i]);
        assert_int_equal(vcl_chain_actor_kind(chain, i), kinds[i]);
    }
    assert_string_equal(vcl_chain_actor_name(chain, 5), "HTX Đông Lai");
    assert_null(vcl_chain_actor_name(chain, 0));
    assert_null(vcl_chain_actor_name(chain, 3));
    vcl_chain_free(chain);
}

static void every_actor_is_found_and_nobody_else(void **state)
{
    vcl_chain *chain = chain_of("farmer b; farmer d; farmer f\n");
    static const char *const others[] = { "", "a", "bb", "c", "e", "ff", "B" };
    size_t index = 99;

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        assert_true(vcl_chain_find_actor(chain, vcl_chain_actor_id(chain, i), &index));
        assert_int_equal(index, i);
        assert_true(vcl_chain_find_actor(chain, vcl_chain_actor_id(chain, i), NULL));
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_false(vcl_chain_find_actor(chain, others[i], &index));
    }
    assert_int_equal(index, 2);
    vcl_chain_free(chain);
}

static void the_nearest_id_is_offered(void **state)
{
    vcl_chain *chain = chain_of("cooperative HTX-09; enterprise DN-01\n");

    (void)state;
    assert_string_equal(vcl_chain_nearest_id(chain, "HTX-9"), "HTX-09");
    assert_string_equal(vcl_chain_nearest_id(chain, "dn 01"), "DN-01");
    assert_null(vcl_chain_nearest_id(chain, "somebody else"));
    vcl_chain_free(chain);
}

static void what_the_dataset_says_of_itself_is_kept(void **state)
{
    vcl_chain *chain = chain_of("{'graph': {'name': 'Tân Lạc', 'as_of': '2023-12-31',"
                                " 'currency': 'VND', 'source': 'Chi cục'}}\n"
                                "farmer f 'products': ['p', 'q'], 'place': 'x'\n");
    vcl_chain *bare = chain_of("farmer f\n");

    (void)state;
    assert_string_equal(vcl_chain_name(chain), "Tân Lạc");
    assert_string_equal(vcl_chain_as_of(chain), "2023-12-31");
    assert_string_equal(vcl_chain_currency(chain), "VND");
    assert_string_equal(vcl_chain_source(chain), "Chi cục");
    assert_int_equal(vcl_chain_product_count(chain), 2);
    assert_int_equal(vcl_chain_place_count(chain), 1);
    assert_int_equal(vcl_chain_link_count(chain), 0);
    assert_null(vcl_chain_name(bare));
    assert_null(vcl_chain_as_of(bare));
    assert_null(vcl_chain_currency(bare));
    assert_null(vcl_chain_source(bare));
    vcl_chain_free(bare);
    vcl_chain_free(chain);
    vcl_chain_free(NULL);
}

static void an_empty_chain_has_nobody(void **state)
{
    vcl_chain *chain = chain_of("{'nodes': [], 'links': []}");

    (void)state;
    assert_int_equal(vcl_chain_actor_count(chain), 0);
    assert_false(vcl_chain_find_actor(chain, "f", NULL));
    assert_null(vcl_chain_nearest_id(chain, "f"));
    vcl_chain_free(chain);
}

static void kinds_have_our_words(void **state)
{
    (void)state;
    assert_string_equal(vcl_kind_word(VCL_FARMER), "farmer");
    assert_string_equal(vcl_kind_word(VCL_GROUP), "group");
    assert_string_equal(vcl_kind_word(VCL_COOPERATIVE), "cooperative");
    assert_string_equal(vcl_kind_word(VCL_UNION), "union");
    assert_string_equal(vcl_kind_word(VCL_ENTERPRISE), "enterprise");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(actors_stand_in_the_byte_order_of_ids),
        cmocka_unit_test(every_actor_is_found_and_nobody_else),
        cmocka_unit_test(the_nearest_id_is_offered),
        cmocka_unit_test(what_the_dataset_says_of_itself_is_kept),
        cmocka_unit_test(an_empty_chain_has_nobody),
        cmocka_unit_test(kinds_have_our_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
