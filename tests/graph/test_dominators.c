/* graph/dominators: through whom every path to the market leads, against looking again without. */
#include "graph/dominators.h"

#include "graph/studied.h"
#include "support/random_chain.h"

static vcl_dominators dominators_of(const studied *made, uint32_t layer)
{
    vcl_dominators dominators;

    assert_int_equal(vcl_dominators_init(&dominators, &made->study.layers, layer, NULL), VCL_OK);
    return dominators;
}

/* Does every path of `below` to the market lead through `above`? */
static void assert_dominates(const studied *made, const char *above, const char *below,
                             bool expected)
{
    const vcl_layer *layer = made->study.layers.layers;
    vcl_dominators dominators = dominators_of(made, 0);

    assert_int_equal(vcl_dominates(&dominators, vcl_layer_find(layer, vertex_of(made, above)),
                                   vcl_layer_find(layer, vertex_of(made, below))),
                     expected);
    vcl_dominators_release(&dominators);
}

static void whoever_all_paths_lead_through_dominates(void **state)
{
    studied *made = study_of(FARMER("f", "")
                             GROUP("g", "")
                             COOPERATIVE("c", "")
                             COOPERATIVE("d", "")
                             ENTERPRISE("e", "")
                             LINK("f", "g", "")
                             LINK("g", "c", "")
                             LINK("g", "d", "")
                             LINK("c", "e", "")
                             LINK("d", "e", ""));

    (void)state;
    assert_dominates(made, "g", "f", true);
    assert_dominates(made, "c", "f", false);
    assert_dominates(made, "d", "g", false);
    assert_dominates(made, "e", "f", true);
    assert_dominates(made, "e", "c", true);
    assert_dominates(made, "f", "g", false);
    assert_dominates(made, "c", "c", true);
    release_study(made);
}

static void a_second_buyer_frees(void **state)
{
    studied *made = study_of(FARMER("f", "")
                             COOPERATIVE("c", "")
                             ENTERPRISE("a", "")
                             ENTERPRISE("b", "")
                             LINK("f", "c", "")
                             LINK("c", "a", "")
                             LINK("a", "b", "")
                             LINK("c", "b", ""));

    (void)state;
    assert_dominates(made, "a", "f", false);
    assert_dominates(made, "b", "f", false);
    assert_dominates(made, "b", "a", false); /* a buys itself */
    assert_dominates(made, "c", "f", true);
    release_study(made);
}

static void whoever_no_path_leads_from_has_none(void **state)
{
    studied *made = study_of(FARMER("f", "")
                             COOPERATIVE("c", "")
                             COOPERATIVE("x", "")
                             ENTERPRISE("e", "")
                             LINK("f", "c", "")
                             LINK("x", "e", ""));
    const vcl_layer *layer = made->study.layers.layers;
    vcl_dominators dominators = dominators_of(made, 0);
    uint32_t f = vcl_layer_find(layer, vertex_of(made, "f"));

    (void)state;
    assert_int_equal(dominators.nearest[f], VCL_NONE);
    assert_int_equal(dominators.enter[f], 0);
    assert_int_equal(dominators.leave[f], 0);
    assert_int_equal(dominators.nearest[dominators.market], VCL_NONE);
    vcl_dominators_release(&dominators);
    release_study(made);
}

static void an_empty_layer_has_only_the_market(void **state)
{
    studied *made = study_of("{'graph': {'name': 'x'}}\n");
    vcl_dominators dominators = dominators_of(made, 0);

    (void)state;
    assert_int_equal(dominators.market, 0);
    assert_int_equal(dominators.nearest[0], VCL_NONE);
    vcl_dominators_release(&dominators);
    release_study(made);
}

/* A tree as deep as the chain is long is walked without recursion. */
static void a_long_chain_is_no_trouble(void **state)
{
    enum { length = 30000 };
    vcl_text drawing = { 0 };
    char line[160];

    (void)state;
    for (unsigned i = 0; i < length; i++) {
        snprintf(line, sizeof line,
                 "{'node': {'id': '%05u', 'kind': 'enterprise', 'buyer': %s}}\n"
                 "{'link': {'source': '%05u', 'target': '%05u'}}\n",
                 i, i == 0 ? "true" : "false", i, i == 0 ? 0 : i - 1);
        vcl_text_add(&drawing, line);
    }
    studied *made = study_of(vcl_text_bytes(&drawing));
    vcl_dominators dominators = dominators_of(made, 0);
    for (uint32_t i = 1; i < length; i++) {
        assert_int_equal(dominators.nearest[i], i - 1);
        assert_true(vcl_dominates(&dominators, 0, i));
        assert_true(vcl_dominates(&dominators, i / 2, i));
        assert_false(vcl_dominates(&dominators, i, i - 1));
    }
    vcl_dominators_release(&dominators);
    vcl_text_release(&drawing);
    release_study(made);
}

/* Does a path lead from `from` to a buyer that touches nobody in `gone`? Bits are local numbers. */
static bool reaches_market(const studied *made, const vcl_layer *layer, uint32_t from,
                           uint64_t gone)
{
    uint64_t found = ((uint64_t)1 << from) & ~gone;
    uint64_t before = 0;

    while (found != before) {
        before = found;
        for (uint32_t i = 0; i < layer->vertex_count; i++) {
            for (uint32_t k = layer->out_start[i];
                 (before >> i & 1) != 0 && k < layer->out_start[i + 1]; k++) {
                found |= ((uint64_t)1 << layer->out[k]) & ~gone;
            }
        }
    }
    for (uint32_t i = 0; i < layer->vertex_count; i++) {
        if ((found >> i & 1) != 0 && made->study.fold.vertices[layer->vertices[i]].buyer) {
            return true;
        }
    }
    return false;
}

static void assert_layer_by_brute_force(const studied *made, uint32_t number)
{
    const vcl_layer *layer = made->study.layers.layers + number;
    vcl_dominators dominators = dominators_of(made, number);

    assert_true(layer->vertex_count <= 64);
    for (uint32_t below = 0; below < layer->vertex_count; below++) {
        bool sells = reaches_market(made, layer, below, 0);
        assert_int_equal(dominators.nearest[below] != VCL_NONE, sells);
        for (uint32_t above = 0; sells && above < layer->vertex_count; above++) {
            bool free_of_it = reaches_market(made, layer, below, (uint64_t)1 << above);
            assert_int_equal(vcl_dominates(&dominators, above, below), !free_of_it);
        }
    }
    vcl_dominators_release(&dominators);
}

static void in_random_layers_deleting_and_looking_again_agrees(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 1000; seed++) {
        studied *made = study_chain(random_chain(seed), NULL);
        for (uint32_t layer = 0; layer < made->study.layers.count; layer++) {
            assert_layer_by_brute_force(made, layer);
        }
        release_study(made);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whoever_all_paths_lead_through_dominates),
        cmocka_unit_test(a_second_buyer_frees),
        cmocka_unit_test(whoever_no_path_leads_from_has_none),
        cmocka_unit_test(an_empty_layer_has_only_the_market),
        cmocka_unit_test(a_long_chain_is_no_trouble),
        cmocka_unit_test(in_random_layers_deleting_and_looking_again_agrees),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
