/* graph/dominators: through whom every path to the market leads, against looking again without. */
#include "graph/dominators.h"

#include "graph/brute.h"
#include "graph/studied.h"
#include "support/random_chain.h"

/* The trees of the unstated layer and of another one, which stands on it. */
typedef struct trees {
    vcl_dominators unstated;
    vcl_dominators own;
} trees;

static trees *trees_of(const studied *made, uint32_t layer)
{
    trees *grown = calloc(1, sizeof *grown);
    const vcl_layers *layers = &made->study.layers;

    assert_non_null(grown);
    assert_int_equal(vcl_dominators_init(&grown->unstated, layers, VCL_UNSTATED_LAYER, NULL, NULL),
                     VCL_OK);
    assert_int_equal(vcl_dominators_init(&grown->own, layers, layer,
                                         layer == VCL_UNSTATED_LAYER ? NULL : &grown->unstated,
                                         NULL),
                     VCL_OK);
    return grown;
}

static void release_trees(trees *grown)
{
    vcl_dominators_release(&grown->own);
    vcl_dominators_release(&grown->unstated);
    free(grown);
}

/* Does every path of `below` to the market lead through `above`? */
static void assert_dominates(const studied *made, const char *above, const char *below,
                             bool expected)
{
    trees *grown = trees_of(made, VCL_UNSTATED_LAYER);

    assert_int_equal(vcl_dominates(&grown->own, vertex_of(made, above), vertex_of(made, below)),
                     expected);
    release_trees(grown);
}

static void whoever_all_paths_lead_through_dominates(void **state)
{
    studied *made = study_of("farmer f; group g; cooperative c; cooperative d\n"
                             "enterprise e; link f g; link g c; link g d\n"
                             "link c e; link d e\n");

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
    studied *made = study_of("farmer f; cooperative c; enterprise a; enterprise b; link f c; link "
                             "c a; link a b; link c b\n");

    (void)state;
    assert_dominates(made, "a", "f", false);
    assert_dominates(made, "b", "f", false);
    assert_dominates(made, "b", "a", false); /* a buys itself */
    assert_dominates(made, "c", "f", true);
    release_study(made);
}

static void whoever_no_path_leads_from_has_none(void **state)
{
    studied *made = study_of("farmer f; cooperative c; cooperative x\n"
                             "enterprise e; link f c; link x e\n");
    const vcl_layer *layer = made->study.layers.layers;
    trees *grown = trees_of(made, VCL_UNSTATED_LAYER);

    (void)state;
    assert_false(vcl_tree_holds(&grown->own.tree, vcl_layer_find(layer, vertex_of(made, "f"))));
    assert_true(vcl_tree_holds(&grown->own.tree, vcl_layer_find(layer, vertex_of(made, "x"))));
    release_trees(grown);
    release_study(made);
}

static void an_empty_layer_has_only_the_market(void **state)
{
    studied *made = study_of("{'graph': {'name': 'x'}}\n");
    trees *grown = trees_of(made, VCL_UNSTATED_LAYER);

    (void)state;
    assert_int_equal(grown->own.tree.count, 1);
    assert_int_equal(grown->own.tree.root, 0);
    release_trees(grown);
    release_study(made);
}

/* What a product's layer adds to the unstated one stands on the tree of that. */
static void chains_go_on_in_the_unstated_tree(void **state)
{
    studied *made = study_of("farmer t 'products': ['tea']; cooperative a; cooperative b; union u\n"
                             "union w; enterprise e; link t a; link t b\n"
                             "link a u; link b u; link u w; link w e\n");
    trees *grown = trees_of(made, made->study.layers.of_product[product_of(made->chain, "tea")]);
    uint32_t t = vertex_of(made, "t");
    uint32_t w = vertex_of(made, "w");

    (void)state;
    assert_true(vcl_dominators_owns(&grown->own, t));
    assert_false(vcl_dominators_owns(&grown->own, vertex_of(made, "a")));
    assert_int_equal(vcl_dominators_above(&grown->own, t), vertex_of(made, "u"));
    assert_int_equal(vcl_dominators_above(&grown->own, vertex_of(made, "u")), w);
    assert_true(vcl_dominates(&grown->own, w, t));
    assert_true(vcl_dominates(&grown->own, vertex_of(made, "e"), t));
    assert_false(vcl_dominates(&grown->own, vertex_of(made, "a"), t));
    assert_true(vcl_dominators_depth(&grown->own, t) > vcl_dominators_depth(&grown->own, w));
    release_trees(grown);
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
    trees *grown = trees_of(made, VCL_UNSTATED_LAYER);
    for (uint32_t i = 1; i < length; i++) {
        assert_int_equal(vcl_dominators_above(&grown->own, i), i - 1);
        assert_true(vcl_dominates(&grown->own, 0, i));
        assert_true(vcl_dominates(&grown->own, i / 2, i));
        assert_false(vcl_dominates(&grown->own, i, i - 1));
    }
    release_trees(grown);
    vcl_text_release(&drawing);
    release_study(made);
}

/* Does a path lead from `from` to a buyer in the layer of `product`, without `gone` (or VCL_NONE)?
 * By the chain as it is unfolded. */
static bool reaches_market(const struct brute *brute, uint32_t product, uint32_t from,
                           uint32_t gone)
{
    uint64_t without = gone == VCL_NONE ? 0 : bit_of(gone);

    if ((bit_of(from) & (brute->buyers & ~without)) != 0) {
        return true;
    }
    return (brute_reach(brute, product, from, without, 0) & brute->buyers & ~without) != 0;
}

/* Holds the layer of a product against looking again without each one of those that stay whole when
 * folded. */
static void assert_layer_by_brute_force(const studied *made, uint32_t product,
                                        const struct brute *brute)
{
    const vcl_fold *fold = &made->study.fold;
    uint32_t number = made->study.layers.of_product[product];
    trees *grown = trees_of(made, number);

    for (uint32_t below = 0; below < brute->count; below++) {
        uint32_t vertex = brute_folded(brute, fold, below);
        uint32_t local = vcl_layer_find(grown->own.layer, vertex);
        if (!vcl_dominators_owns(&grown->own, vertex)) {
            continue;
        }
        bool sells = reaches_market(brute, product, below, VCL_NONE);
        assert_int_equal(vcl_tree_holds(&grown->own.tree, local), sells);
        for (uint32_t above = 0; sells && above < brute->count; above++) {
            uint32_t other = brute_folded(brute, fold, above);
            if (fold->vertices[other].kind != VCL_FARMER && above != below) {
                assert_int_equal(vcl_dominates(&grown->own, other, vertex),
                                 !reaches_market(brute, product, below, above));
            }
        }
    }
    release_trees(grown);
}

static void in_random_layers_deleting_and_looking_again_agrees(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 1000; seed++) {
        studied *made = study_chain(random_chain(seed), NULL);
        struct brute brute;
        brute_init(&brute, &made->study.state);
        for (uint32_t product = 0; product <= made->chain->product_count; product++) {
            assert_layer_by_brute_force(made, product, &brute);
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
        cmocka_unit_test(chains_go_on_in_the_unstated_tree),
        cmocka_unit_test(a_long_chain_is_no_trouble),
        cmocka_unit_test(in_random_layers_deleting_and_looking_again_agrees),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
