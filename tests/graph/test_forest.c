/* graph/forest: chains of dominators step by step, and who stands in one layer alone. */
#include "graph/forest.h"

#include "graph/studied.h"
#include "support/random_chain.h"

static void release_forest(vcl_forest *forest, studied *made)
{
    vcl_forest_release(forest);
    release_study(made);
}

/* Tea goes by a and b, rice by b alone; c lists nothing and stands in every layer. */
static void whoever_is_in_one_layer_of_a_product_is_alone(void **state)
{
    studied *made = study_of("farmer x 'products': ['tea', 'rice']\n"
                             "cooperative a; cooperative b; cooperative c; enterprise e\n"
                             "link x a 'product': 'tea'; link a b 'product': 'tea'\n"
                             "link x b 'product': 'rice'; link b c 'product': 'rice'\n"
                             "link b c 'product': 'tea'; link c e\n");
    vcl_forest forest;
    uint32_t tea = made->study.layers.of_product[product_of(made->chain, "tea")];

    (void)state;
    assert_int_equal(vcl_forest_init(&forest, &made->study.layers, NULL), VCL_OK);
    assert_true(forest.alone[vertex_of(made, "a")]);
    assert_false(forest.alone[vertex_of(made, "x")]);
    assert_false(forest.alone[vertex_of(made, "b")]);
    assert_false(forest.alone[vertex_of(made, "c")]);
    assert_false(forest.alone[vertex_of(made, "e")]);
    vcl_foothold x = vcl_forest_at(&forest, tea, vertex_of(made, "x"));
    assert_true(vcl_foothold_is_own(x, tea));
    assert_int_equal(vcl_foothold_above(x).vertex, vertex_of(made, "a"));
    assert_int_equal(vcl_foothold_shared(x).vertex, vertex_of(made, "b"));
    vcl_foothold c = vcl_foothold_shared(vcl_foothold_shared(x));
    assert_int_equal(c.vertex, vertex_of(made, "c"));
    assert_false(vcl_foothold_is_own(c, tea));
    assert_int_equal(vcl_foothold_above(c).vertex, vertex_of(made, "e"));
    assert_int_equal(vcl_foothold_above(vcl_foothold_above(c)).vertex, VCL_NONE);
    release_forest(&forest, made);
}

/* A buyer of tea alone has no place in the unstated tree. */
static void a_buyer_of_one_product_stands_before_the_market(void **state)
{
    studied *made = study_of("farmer x; enterprise e; link x e 'product': 'tea'\n");
    vcl_forest forest;
    uint32_t tea = made->study.layers.of_product[product_of(made->chain, "tea")];

    (void)state;
    assert_int_equal(vcl_forest_init(&forest, &made->study.layers, NULL), VCL_OK);
    vcl_foothold e = vcl_foothold_above(vcl_forest_at(&forest, tea, vertex_of(made, "x")));
    assert_int_equal(e.vertex, vertex_of(made, "e"));
    assert_int_equal(vcl_foothold_above(e).vertex, VCL_NONE);
    assert_int_equal(vcl_foothold_shared(e).vertex, VCL_NONE);
    release_forest(&forest, made);
}

static void those_on_a_cycle_of_several_products_share_it(void **state)
{
    studied *made = study_of("cooperative a; cooperative b; enterprise e\n"
                             "link a b 'product': 'tea', 'kind': 'supply'\n"
                             "link b a 'product': 'rice', 'kind': 'supply'; link a e\n");
    vcl_forest forest;

    (void)state;
    assert_int_equal(vcl_forest_init(&forest, &made->study.layers, NULL), VCL_OK);
    assert_int_equal(forest.cycle_of[vertex_of(made, "a")], forest.cycle_of[vertex_of(made, "b")]);
    assert_int_not_equal(forest.cycle_of[vertex_of(made, "a")],
                         forest.cycle_of[vertex_of(made, "e")]);
    release_forest(&forest, made);
}

/* By steps and by asking, from one vertex of a layer's tree. */
static void assert_chain(const vcl_forest *forest, uint32_t layer, uint32_t vertex)
{
    vcl_foothold at = vcl_forest_at(forest, layer, vertex);
    vcl_foothold shared = vcl_foothold_shared(at);

    for (at = vcl_foothold_above(at); at.vertex != VCL_NONE; at = vcl_foothold_above(at)) {
        assert_true(vcl_forest_dominates(forest, layer, at.vertex, vertex));
        if (at.vertex == shared.vertex) {
            shared = vcl_foothold_shared(shared);
        } else {
            assert_true(forest->alone[at.vertex]);
        }
    }
    assert_int_equal(shared.vertex, VCL_NONE);
}

static void in_random_chains_steps_pass_all_dominators(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 500; seed++) {
        studied *made = study_chain(random_chain(seed), NULL);
        vcl_forest forest;
        assert_int_equal(vcl_forest_init(&forest, &made->study.layers, NULL), VCL_OK);
        for (uint32_t number = 0; number < made->study.layers.count; number++) {
            const vcl_layer *layer = made->study.layers.layers + number;
            for (uint32_t i = 0; i < layer->vertex_count; i++) {
                if (vcl_tree_holds(&forest.trees[number].tree, i)) {
                    assert_chain(&forest, number, layer->vertices[i]);
                }
            }
        }
        release_forest(&forest, made);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whoever_is_in_one_layer_of_a_product_is_alone),
        cmocka_unit_test(a_buyer_of_one_product_stands_before_the_market),
        cmocka_unit_test(those_on_a_cycle_of_several_products_share_it),
        cmocka_unit_test(in_random_chains_steps_pass_all_dominators),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
