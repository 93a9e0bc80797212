/* model/builder: records, in any order, become a chain; what they say of each other is checked. */
#include "model/builder.h"

#include <math.h>
#include <stdio.h>

#include "support/chain.h"

static void actors_products_and_places_stand_in_the_order_of_ids(void **state)
{
    vcl_chain *chain = chain_of("enterprise e 'place': 'z', 'products': ['tea', 'pomelo']\n"
                                "farmer b10 'place': 'a'\n"
                                "farmer b9\n"
                                "union B\n");

    (void)state;
    assert_int_equal(chain->actor_count, 4);
    assert_string_equal(vcl_actor_id(chain, 0), "B");
    assert_string_equal(vcl_actor_id(chain, 1), "b10");
    assert_string_equal(vcl_actor_id(chain, 2), "b9");
    assert_string_equal(vcl_actor_id(chain, 3), "e");
    assert_int_equal(chain->product_count, 2);
    assert_string_equal(chain->products[0].id, "pomelo");
    assert_string_equal(chain->products[1].id, "tea");
    assert_string_equal(chain->places[0].id, "a");
    assert_int_equal(chain->actors[1].place, 0);
    assert_int_equal(chain->actors[2].place, VCL_NONE);
    assert_int_equal(chain->actors[3].place, 1);
    vcl_chain_free(chain);
}

static void a_link_may_come_before_its_ends(void **state)
{
    vcl_chain *chain = chain_of("link f e\n"
                                "enterprise e\n"
                                "farmer f\n");

    (void)state;
    assert_int_equal(chain->link_count, 1);
    assert_int_equal(chain->links[0].source, actor_of(chain, "f"));
    assert_int_equal(chain->links[0].target, actor_of(chain, "e"));
    vcl_chain_free(chain);
}

static void an_id_stands_for_one_record_only(void **state)
{
    (void)state;
    assert_problems("farmer a\n"
                    "enterprise a\n"
                    "farmer a\n"
                    "product a\n"
                    "product a\n"
                    "place a\n"
                    "place a\n",
                    "duplicate-id 2 /node/id a (1)\n"
                    "duplicate-id 3 /node/id a (1)\n"
                    "duplicate-id 5 /product/id a (4)\n"
                    "duplicate-id 7 /place/id a (6)\n");
}

static void ids_that_differ_by_a_byte_are_two(void **state)
{
    vcl_chain *chain = chain_of("farmer a\n"
                                "farmer A\n"
                                "farmer 'a '\n"
                                "farmer 7\n"
                                "farmer 07\n");

    (void)state;
    assert_int_equal(chain->actor_count, 5);
    vcl_chain_free(chain);
}

static void an_unknown_end_is_reported_with_what_was_probably_meant(void **state)
{
    (void)state;
    assert_problems("cooperative HTX-09\n"
                    "link HTX-9 somebody\n"
                    "link HTX-09 HTX-08\n"
                    "link x x\n",
                    "unknown-node 2 /link/source HTX-9 ?HTX-09\n"
                    "unknown-node 2 /link/target somebody\n"
                    "unknown-node 3 /link/target HTX-08 ?HTX-09\n"
                    "unknown-node 4 /link/source x\n"
                    "unknown-node 4 /link/target x\n");
}

static void edges_of_a_document_are_named_so(void **state)
{
    (void)state;
    assert_problems(
        "{'nodes': [{'id': 'f', 'kind': 'farmer'}],\n"
        " 'edges': [{'source': 'f', 'target': 'f'},\n"
        "  {'source': 'f', 'target': 'DN-1', 'product': 'tea', 'products': ['rice']}],\n"
        " 'products': [{'id': 'tea'}]}",
        "unknown-product 3 /edges/1/products/0 rice\n"
        "unknown-node 3 /edges/1/target DN-1\n");
}

/* As JSON has it. */
static void quotes_and_backslashes_of_a_value_are_escaped(void **state)
{
    vcl_problems *problems =
        problems_of(NULL, "cooperative c\n"
                          "{'link': {'source': 'c', 'target': 'a\\\\b\\'c'}}\n");

    (void)state;
    assert_int_equal(vcl_problems_count(problems), 1);
    assert_string_equal(vcl_problems_at(problems, 0)->value, "\"a\\\\b\\\"c\"");
    vcl_problems_free(problems);
}

/* The error of the record itself is enough. */
static void a_link_to_a_record_with_errors_is_no_further_error(void **state)
{
    (void)state;
    assert_codes("{'node': {'id': 'f', 'kind': 'farmr'}}\n"
                 "enterprise e\n"
                 "link f e\n"
                 "farmer f\n",
                 "unknown-value duplicate-id");
    assert_codes("{'product': {'id': 'p', 'name': 5}}\n"
                 "{'place': {'id': 'q', 'lat': 'x'}}\n"
                 "farmer f 'products': ['p'], 'place': 'q'\n",
                 "wrong-type wrong-type");
}

static void what_cannot_be_read_may_have_declared_anything(void **state)
{
    (void)state;
    assert_codes("{'node': {'id': 'e', 'kind' 'enterprise'}}\n"
                 "farmer f 'products': ['tea'], 'place': '17'\n"
                 "product pomelo\n"
                 "place 18\n"
                 "link f e\n",
                 "json-syntax");
}

static void a_list_that_is_given_must_be_whole(void **state)
{
    (void)state;
    assert_problems("product pomelo\n"
                    "place 155 'parent': '17'\n"
                    "farmer f 'products': ['pomelo', 'pomello'], 'place': '156'\n"
                    "cooperative c 'products': [{'product': 'rice'}]\n"
                    "link f c 'product': 'ric', 'products': ['pomelo', 'rice']\n",
                    "unknown-place 2 /place/parent 17\n"
                    "unknown-place 3 /node/place 156 ?155\n"
                    "unknown-product 3 /node/products/1 pomello ?pomelo\n"
                    "unknown-product 4 /node/products/0/product rice\n"
                    "unknown-product 5 /link/product ric\n"
                    "unknown-product 5 /link/products/1 rice\n");
}

/* Also where the same was listed alone before. */
static void every_mention_of_what_is_not_in_the_list_is_told(void **state)
{
    (void)state;
    assert_problems("product tea\n"
                    "farmer a 'products': ['rice']\n"
                    "farmer b 'products': ['tea']\n"
                    "farmer c 'products': ['rice']\n"
                    "farmer d 'products': ['tea']\n"
                    "place 155\n"
                    "farmer g 'place': '156'\n"
                    "farmer h 'place': '155'\n"
                    "farmer i 'place': '156'\n",
                    "unknown-product 2 /node/products/0 rice\n"
                    "unknown-product 4 /node/products/0 rice\n"
                    "unknown-place 7 /node/place 156 ?155\n"
                    "unknown-place 9 /node/place 156 ?155\n");
}

/* Products of one length whose ids begin and end alike. */
static void products_listed_alone_are_told_apart(void **state)
{
    vcl_chain *chain = chain_of("product tea; product tra; product toa; enterprise e\n"
                                "farmer a 'products': ['tea']; farmer b 'products': ['tra']\n"
                                "farmer c 'products': ['tea']; farmer d 'products': ['toa']\n"
                                "farmer f 'products': ['tra']\n");
    const vcl_actor *actors = chain->actors;

    (void)state;
    assert_int_equal(actors[0].products, actors[2].products);
    assert_int_equal(actors[1].products, actors[5].products);
    assert_int_not_equal(actors[0].products, actors[1].products);
    assert_int_not_equal(actors[0].products, actors[3].products);
    assert_int_not_equal(actors[1].products, actors[3].products);
    vcl_chain_free(chain);
}

static void without_a_list_whatever_is_mentioned_is_there(void **state)
{
    vcl_chain *chain = chain_of("farmer f 'products': ['a'], 'place': 'x'\n"
                                "enterprise e 'products': [{'product': 'b'}]\n"
                                "link f f 'product': 'c'\n"
                                "link f e 'products': ['d', 'a'], 'kind': 'input'\n");

    (void)state;
    assert_int_equal(chain->product_count, 4);
    assert_int_equal(product_of(chain, "c"), 2);
    assert_false(chain->products[0].declared);
    assert_int_equal(chain->place_count, 1);
    vcl_chain_free(chain);
}

static void product_and_products_are_one_set(void **state)
{
    vcl_chain *chain = chain_of("farmer f\n"
                                "enterprise e\n"
                                "link f e 'product': 'tea', 'products': ['rice', 'tea']\n");
    vcl_set set = vcl_sets_at(&chain->sets, vcl_link_terms(chain, chain->links + 0)->products);

    (void)state;
    assert_int_equal(set.count, 2);
    assert_int_equal(set.items[0], product_of(chain, "rice"));
    assert_int_equal(set.items[1], product_of(chain, "tea"));
    vcl_chain_free(chain);
}

static void an_empty_list_of_products_is_not_stated(void **state)
{
    vcl_chain *chain = chain_of("farmer f 'products': []\n"
                                "enterprise e 'products': null\n"
                                "link f e 'products': []\n");

    (void)state;
    assert_int_equal(chain->actors[0].products, 0);
    assert_int_equal(chain->actors[1].products, 0);
    assert_int_equal(vcl_link_terms(chain, chain->links + 0)->products, 0);
    vcl_chain_free(chain);
}

static void amounts_are_kept_where_something_is_said(void **state)
{
    vcl_chain *chain = chain_of("cooperative c 'products': ['a', {'product': 'b'}, {'product': "
                                "'z', 'output_kg': 5, 'ocop': [4, 4, 3]}]\n"
                                "enterprise e 'products': [{'product': 'a', 'demand_kg': 0}]\n");
    const vcl_amount *output =
        vcl_chain_amount(chain, actor_of(chain, "c"), product_of(chain, "z"));
    const vcl_amount *demand =
        vcl_chain_amount(chain, actor_of(chain, "e"), product_of(chain, "a"));

    (void)state;
    assert_int_equal(chain->amounts.count, 2);
    assert_null(vcl_chain_amount(chain, actor_of(chain, "c"), product_of(chain, "a")));
    assert_null(vcl_chain_amount(chain, actor_of(chain, "c"), product_of(chain, "b")));
    assert_null(vcl_chain_amount(chain, actor_of(chain, "e"), product_of(chain, "z")));
    assert_close(output->output_kg, 5.0, 0.0);
    assert_true(isnan(output->demand_kg));
    assert_int_equal(output->ocop[3], 1);
    assert_int_equal(output->ocop[4], 2);
    assert_close(demand->demand_kg, 0.0, 0.0);
    vcl_chain_free(chain);
}

static void what_is_said_twice_of_a_product_adds_up(void **state)
{
    vcl_chain *chain = chain_of(
        "cooperative c 'products': [{'product': 'b', 'output_kg': 5, 'ocop': [4]}, 'a', "
        "{'product': 'b', 'demand_kg': 1}, {'product': 'b', 'output_kg': 7, 'ocop': [4]}]\n");
    const vcl_amount *amount = vcl_chain_amount(chain, 0, product_of(chain, "b"));

    (void)state;
    assert_int_equal(chain->amounts.count, 1);
    assert_close(amount->output_kg, 12.0, 0.0);
    assert_close(amount->demand_kg, 1.0, 0.0);
    assert_int_equal(amount->ocop[4], 2);
    vcl_chain_free(chain);
}

static void an_empty_text_is_not_stated(void **state)
{
    vcl_chain *chain = chain_of("{'graph': {'name': 'Tân Lạc', 'currency': ''}}\n"
                                "cooperative a 'name': '', 'sector': '', 'place': 'x'\n"
                                "place x 'name': '', 'level': ''\n");

    (void)state;
    assert_string_equal(chain->name, "Tân Lạc");
    assert_null(chain->currency);
    assert_null(chain->source);
    assert_null(vcl_actor_name(chain, 0));
    assert_int_equal(vcl_actor_sector(chain, 0), VCL_NONE);
    assert_null(chain->places[0].name);
    assert_null(chain->places[0].level);
    vcl_chain_free(chain);
}

static void a_sector_in_two_unicode_forms_is_one(void **state)
{
    vcl_chain *chain = chain_of("cooperative a 'sector': 'Hoa\u0300'\n"
                                "cooperative b 'sector': 'Ho\u00e0'\n"
                                "cooperative c 'sector': 'h\u00f2a'\n");

    (void)state;
    assert_int_equal(vcl_actor_sector(chain, 0), vcl_actor_sector(chain, 1));
    assert_int_equal(vcl_idmap_count(&chain->sectors), 2);
    assert_string_equal(vcl_idmap_name(&chain->sectors, vcl_actor_sector(chain, 0)), "Ho\u00e0");
    vcl_chain_free(chain);
}

static void what_a_kind_has_no_use_for_is_left_out(void **state)
{
    vcl_chain *chain = chain_of("farmer f 'members': 5, 'name': 'Anh'\n"
                                "union u 'members': 5\n"
                                "enterprise e 'sells': false, 'members': 5\n");

    (void)state;
    for (uint32_t i = 0; i < chain->actor_count; i++) {
        assert_int_equal(vcl_actor_members(chain, i), VCL_NONE);
        assert_true(chain->actors[i].sells);
    }
    assert_null(vcl_actor_facts(chain, actor_of(chain, "f")));
    assert_null(vcl_actor_name(chain, actor_of(chain, "f")));
    vcl_chain_free(chain);
}

/* Facts of their own that no figure depends on. */
static void facts_of_an_organisation_are_kept(void **state)
{
    vcl_chain *chain = chain_of(
        "enterprise e 'tax_id': '010', 'rating': 'tốt', 'form': 'siêu thị', 'founded': '1998', "
        "'certificates': ['VietGAP', 'OCOP'], 'requires': ['VietGAP'], 'turnover': 1e9, 'area_ha': "
        "2, 'workers': 7, 'lat': 20.5, 'lon': 105, 'high_tech': true\n");
    const vcl_facts *facts = chain->facts.items;

    (void)state;
    assert_string_equal(facts->tax_id, "010");
    assert_string_equal(facts->rating, "tốt");
    assert_string_equal(facts->form, "siêu thị");
    assert_string_equal(facts->founded, "1998");
    assert_string_equal(facts->certificates[1], "OCOP");
    assert_null(facts->certificates[2]);
    assert_string_equal(facts->requires[0], "VietGAP");
    assert_null(facts->requires[1]);
    assert_close(facts->turnover + facts->area_ha + facts->workers, 1e9 + 9.0, 0.0);
    assert_close(facts->latitude + facts->longitude, 125.5, 0.0);
    assert_int_equal(facts->high_tech, VCL_YES);
    vcl_chain_free(chain);
}

/* No file of a sane size holds so many: the builder is asked itself. */
static void more_than_2_to_the_53_households_are_an_error(void **state)
{
    enum { records = 1 << 21 };
    vcl_problems *problems = NULL;

    (void)state;
    assert_int_equal(vcl_problems_new(&problems, NULL), VCL_OK);
    for (uint32_t extra = 0; extra < 2; extra++) {
        vcl_builder *builder = NULL;
        vcl_chain *chain = NULL;
        char id[16];
        assert_int_equal(vcl_problems_begin_file(problems, "f", NULL), VCL_OK);
        assert_int_equal(vcl_builder_new(problems, &builder, NULL), VCL_OK);
        for (uint32_t i = 0; i <= records; i++) {
            vcl_node_record node = { .at = { i + 1, VCL_NONE }, .kind = VCL_FARMER };
            int size = snprintf(id, sizeof id, "%u", (unsigned)i);
            node.id = (vcl_slice){ id, (size_t)size };
            node.members = VCL_NONE;
            node.count = i < records ? UINT32_MAX : records + extra;
            assert_int_equal(vcl_builder_add_node(builder, &node, NULL), VCL_OK);
        }
        assert_int_equal(vcl_builder_finish(builder, VCL_NO_DATE, &chain, NULL),
                         extra == 0 ? VCL_OK : VCL_ERROR_INPUT);
        vcl_chain_free(chain);
        vcl_builder_free(builder);
    }
    assert_int_equal(vcl_problems_count(problems), 1);
    assert_string_equal(vcl_problems_at(problems, 0)->code, "too-many-households");
    vcl_problems_free(problems);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(actors_products_and_places_stand_in_the_order_of_ids),
        cmocka_unit_test(a_link_may_come_before_its_ends),
        cmocka_unit_test(an_id_stands_for_one_record_only),
        cmocka_unit_test(ids_that_differ_by_a_byte_are_two),
        cmocka_unit_test(an_unknown_end_is_reported_with_what_was_probably_meant),
        cmocka_unit_test(edges_of_a_document_are_named_so),
        cmocka_unit_test(quotes_and_backslashes_of_a_value_are_escaped),
        cmocka_unit_test(a_link_to_a_record_with_errors_is_no_further_error),
        cmocka_unit_test(what_cannot_be_read_may_have_declared_anything),
        cmocka_unit_test(a_list_that_is_given_must_be_whole),
        cmocka_unit_test(every_mention_of_what_is_not_in_the_list_is_told),
        cmocka_unit_test(products_listed_alone_are_told_apart),
        cmocka_unit_test(without_a_list_whatever_is_mentioned_is_there),
        cmocka_unit_test(product_and_products_are_one_set),
        cmocka_unit_test(an_empty_list_of_products_is_not_stated),
        cmocka_unit_test(amounts_are_kept_where_something_is_said),
        cmocka_unit_test(what_is_said_twice_of_a_product_adds_up),
        cmocka_unit_test(an_empty_text_is_not_stated),
        cmocka_unit_test(a_sector_in_two_unicode_forms_is_one),
        cmocka_unit_test(what_a_kind_has_no_use_for_is_left_out),
        cmocka_unit_test(facts_of_an_organisation_are_kept),
        cmocka_unit_test(more_than_2_to_the_53_households_are_an_error),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
