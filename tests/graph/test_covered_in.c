/* graph/covered_in: the layers in which a vertex is covered, as a set. */
#include "graph/covered_in.h"

#include "graph/studied.h"
#include "support/random_chain.h"

static void a_vertex_has_the_layers_in_which_it_is_covered(void **state)
{
    studied *made = study_of("group g 'products': ['tea', 'rice', 'maize']\n"
                             "group h 'products': ['maize']\n"
                             "enterprise e 'products': ['tea', 'rice']\n"
                             "enterprise d 'products': ['rice']\n"
                             "link g e\n"
                             "link g d\n"
                             "link h e\n");
    const uint32_t *of_product = made->study.layers.of_product;
    vcl_covered_in covered_in;

    (void)state;
    assert_int_equal(vcl_covered_in_init(&covered_in, &made->study.coverage, NULL), VCL_OK);
    vcl_set set = vcl_sets_at(&covered_in.sets, covered_in.of_vertex[vertex_of(made, "g")]);
    assert_int_equal(set.count, 2);
    assert_true(vcl_set_contains(set, of_product[product_of(made->chain, "tea")]));
    assert_true(vcl_set_contains(set, of_product[product_of(made->chain, "rice")]));
    assert_int_equal(covered_in.of_vertex[vertex_of(made, "h")], 0);
    assert_int_equal(covered_in.of_vertex[vertex_of(made, "e")], 0);
    vcl_covered_in_release(&covered_in);
    release_study(made);
}

static void assert_as_covered(const studied *made, const vcl_covered_in *covered_in, uint32_t layer)
{
    const vcl_layer *here = made->study.layers.layers + layer;

    for (uint32_t vertex = 0; vertex < made->study.fold.vertex_count; vertex++) {
        uint32_t local = vcl_layer_find(here, vertex);
        bool expected =
            local != VCL_NONE && (made->study.coverage.of_layer[layer][local] & VCL_COVERED) != 0;
        vcl_set set = vcl_sets_at(&covered_in->sets, covered_in->of_vertex[vertex]);
        assert_int_equal(vcl_set_contains(set, layer), expected);
    }
}

static void in_random_chains_sets_say_what_coverage_says(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 500; seed++) {
        studied *made = study_chain(random_chain(seed), NULL);
        vcl_covered_in covered_in;
        assert_int_equal(vcl_covered_in_init(&covered_in, &made->study.coverage, NULL), VCL_OK);
        for (uint32_t layer = 0; layer < made->study.layers.count; layer++) {
            assert_as_covered(made, &covered_in, layer);
        }
        vcl_covered_in_release(&covered_in);
        release_study(made);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_vertex_has_the_layers_in_which_it_is_covered),
        cmocka_unit_test(in_random_chains_sets_say_what_coverage_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
