/* graph/layers: who stands in the layer of a product, and which arcs. */
#include "graph/layers.h"

#include "graph/brute.h"
#include "graph/studied.h"
#include "support/random_chain.h"

static bool has_arc(const vcl_layer *layer, uint32_t from, uint32_t to)
{
    uint32_t source = vcl_layer_find(layer, from);
    uint32_t target = vcl_layer_find(layer, to);

    for (uint32_t i = source == VCL_NONE ? 0 : layer->out_start[source];
         source != VCL_NONE && i < layer->out_start[source + 1]; i++) {
        if (layer->out[i] == target) {
            return true;
        }
    }
    return false;
}

/* Whoever lists nothing and does not send in a product's layer stands there as in the unstated one. */
static bool stands_elsewhere(const studied *made, const vcl_layer *layer, uint32_t vertex)
{
    uint32_t local = vcl_layer_find(layer, vertex);

    return made->study.fold.vertices[vertex].products == 0 &&
           (local == VCL_NONE || !vcl_layer_sends(layer, local));
}

/* Does a product flow from one vertex to another? */
static bool flows_between(const studied *made, uint32_t product, uint32_t from, uint32_t to)
{
    const vcl_layers *layers = &made->study.layers;
    const vcl_layer *layer = layers->layers + layers->of_product[product];

    return has_arc(layer, from, to) || (stands_elsewhere(made, layer, from) &&
                                        has_arc(layers->layers + VCL_UNSTATED_LAYER, from, to));
}

static bool flows(const studied *made, const char *product, const char *from, const char *to)
{
    return flows_between(made, product_of(made->chain, product), vertex_of(made, from),
                         vertex_of(made, to));
}

static void a_layer_holds_what_carries_its_product(void **state)
{
    studied *made = study_of("cooperative c 'products': ['tea', 'rice']; group g\n"
                             "enterprise e 'products': ['tea']; link g c\n"
                             "link c e; link g e 'product': 'rice'\n");

    (void)state;
    assert_true(flows(made, "tea", "g", "c"));
    assert_true(flows(made, "tea", "c", "e"));
    assert_true(flows(made, "rice", "g", "c"));
    assert_false(flows(made, "rice", "c", "e"));
    assert_false(flows(made, "rice", "g", "e"));
    assert_int_equal(layer_of(made, "*")->arc_count, 0);
    release_study(made);
}

static void the_unstated_product_flows_where_nobody_lists_anything(void **state)
{
    studied *made = study_of("group a; group b 'products': ['tea']; enterprise e\n"
                             "link a e; link b e; link a b\n");

    (void)state;
    assert_true(flows(made, "*", "a", "e"));
    assert_false(flows(made, "*", "b", "e"));
    assert_false(flows(made, "*", "a", "b"));
    assert_true(flows(made, "tea", "a", "e"));
    assert_true(flows(made, "tea", "b", "e"));
    assert_true(flows(made, "tea", "a", "b"));
    release_study(made);
}

static void a_link_that_names_a_product_does_not_carry_the_unstated_one(void **state)
{
    studied *made = study_of("group a; enterprise e; link a e 'product': 'tea'\n");

    (void)state;
    assert_true(flows(made, "tea", "a", "e"));
    assert_int_equal(layer_of(made, "*")->arc_count, 0);
    release_study(made);
}

static void a_product_without_arcs_of_its_own_shares_the_unstated_layer(void **state)
{
    studied *made = study_of("product rice; product tea; group a; enterprise e; link a e; link a e "
                             "'product': 'tea', 'status': 'ended'\n");

    (void)state;
    assert_int_equal(made->study.layers.count, 1);
    assert_ptr_equal(layer_of(made, "rice"), layer_of(made, "*"));
    assert_ptr_equal(layer_of(made, "tea"), layer_of(made, "*"));
    release_study(made);
}

/* A product may have arcs of its own and yet flow as another does, or as the unstated one. */
static void products_that_flow_alike_share_a_layer(void **state)
{
    studied *made = study_of("cooperative c 'products': ['tea', 'rice']; cooperative d\n"
                             "enterprise e 'products': ['rice', 'tea', 'maize']\n"
                             "link c e; link d e 'product': 'maize'\n");
    studied *twice = study_of("group a; enterprise e; link a e\n"
                              "link a e 'product': 'tea'\n");

    (void)state;
    assert_ptr_equal(layer_of(made, "tea"), layer_of(made, "rice"));
    assert_ptr_not_equal(layer_of(made, "tea"), layer_of(made, "maize"));
    assert_int_equal(made->study.layers.count, 3);
    assert_ptr_equal(layer_of(twice, "tea"), layer_of(twice, "*"));
    assert_int_equal(twice->study.layers.count, 1);
    release_study(twice);
    release_study(made);
}

static void parallel_arcs_stand_in_a_layer_once(void **state)
{
    studied *made = study_of("cooperative c; enterprise e; link c e\n"
                             "link c e 'product': 'tea'\n"
                             "link c e 'products': ['tea', 'rice']\n"
                             "link c e 'volume_kg': 5\n");

    (void)state;
    assert_int_equal(layer_of(made, "tea")->arc_count, 1);
    assert_int_equal(layer_of(made, "rice")->arc_count, 1);
    assert_int_equal(layer_of(made, "*")->arc_count, 1);
    release_study(made);
}

/* What lists nothing is stored again only with those who lead to the product's own arcs. */
static void a_layer_repeats_only_those_who_lead_to_its_own_arcs(void **state)
{
    studied *made = study_of("group a; cooperative c; enterprise d; enterprise e\n"
                             "group t 'products': ['tea']; link a c; link c d\n"
                             "link t c; link c e 'product': 'rice'\n");

    (void)state;
    assert_int_equal(layer_of(made, "*")->arc_count, 2);
    assert_int_equal(layer_of(made, "tea")->arc_count, 1);
    assert_int_equal(layer_of(made, "rice")->arc_count, 3);
    assert_true(flows(made, "tea", "t", "c"));
    assert_true(flows(made, "tea", "a", "c"));
    assert_true(flows(made, "tea", "c", "d"));
    assert_false(flows(made, "tea", "c", "e"));
    assert_int_equal(vcl_layer_find(layer_of(made, "tea"), vertex_of(made, "a")), VCL_NONE);
    release_study(made);
}

static void whoever_has_no_arc_does_not_stand_in_a_layer(void **state)
{
    studied *made = study_of("cooperative c 'products': ['tea']; cooperative d 'products': "
                             "['tea']; enterprise e; link c e\n");

    (void)state;
    assert_int_equal(layer_of(made, "tea")->vertex_count, 2);
    assert_int_equal(vcl_layer_find(layer_of(made, "tea"), vertex_of(made, "d")), VCL_NONE);
    assert_int_equal(vcl_layer_find(layer_of(made, "*"), vertex_of(made, "c")), VCL_NONE);
    release_study(made);
}

static void an_empty_chain_has_one_empty_layer(void **state)
{
    studied *made = study_of("{'graph': {'name': 'x'}}\n");

    (void)state;
    assert_int_equal(made->study.layers.count, 1);
    assert_int_equal(layer_of(made, "*")->vertex_count, 0);
    release_study(made);
}

static bool is_sorted(const uint32_t *items, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        if (items[i - 1] >= items[i]) {
            return false;
        }
    }
    return true;
}

static void assert_well_formed(const vcl_layers *layers)
{
    for (uint32_t i = 0; i < layers->count; i++) {
        const vcl_layer *layer = layers->layers + i;
        assert_true(is_sorted(layer->vertices, layer->vertex_count));
        assert_int_equal(layer->out_start[0], 0);
        assert_int_equal(layer->out_start[layer->vertex_count], layer->arc_count);
        for (uint32_t from = 0; from < layer->vertex_count; from++) {
            assert_true(is_sorted(layer->out + layer->out_start[from],
                                  layer->out_start[from + 1] - layer->out_start[from]));
        }
    }
}

static void assert_as_unfolded(const studied *made, uint64_t seed)
{
    const vcl_fold *fold = &made->study.fold;
    struct brute brute;

    brute_init(&brute, &made->study.state);
    for (uint32_t layer = 0; layer < brute.layers; layer++) {
        for (uint32_t i = 0; i < brute.count; i++) {
            for (uint32_t j = 0; j < brute.count; j++) {
                bool expected = (brute.out[layer][i] & bit_of(j)) != 0;
                if (flows_between(made, layer, brute_folded(&brute, fold, i),
                                  brute_folded(&brute, fold, j)) != expected) {
                    print_random_chain(seed);
                    fail();
                }
            }
        }
    }
}

static void layers_of_random_chains_are_those_of_the_unfolded_ones(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 1200; seed++) {
        studied *made = study_chain(random_chain(seed), NULL);
        assert_well_formed(&made->study.layers);
        assert_as_unfolded(made, seed);
        release_study(made);
    }
}

static bool same_layer(const vcl_layer *a, const vcl_layer *b)
{
    if (a->vertex_count != b->vertex_count || a->arc_count != b->arc_count) {
        return false;
    }
    for (uint32_t from = 0; from < a->vertex_count; from++) {
        for (uint32_t i = a->out_start[from]; i < a->out_start[from + 1]; i++) {
            if (!has_arc(b, a->vertices[from], a->vertices[a->out[i]])) {
                return false;
            }
        }
    }
    return true;
}

static void no_two_layers_are_equal(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 400; seed++) {
        studied *made = study_chain(random_chain(seed), NULL);
        const vcl_layers *layers = &made->study.layers;
        for (uint32_t i = 0; i < layers->count; i++) {
            for (uint32_t j = 0; j < i; j++) {
                assert_false(same_layer(layers->layers + i, layers->layers + j));
            }
        }
        release_study(made);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_layer_holds_what_carries_its_product),
        cmocka_unit_test(the_unstated_product_flows_where_nobody_lists_anything),
        cmocka_unit_test(a_link_that_names_a_product_does_not_carry_the_unstated_one),
        cmocka_unit_test(a_product_without_arcs_of_its_own_shares_the_unstated_layer),
        cmocka_unit_test(products_that_flow_alike_share_a_layer),
        cmocka_unit_test(parallel_arcs_stand_in_a_layer_once),
        cmocka_unit_test(a_layer_repeats_only_those_who_lead_to_its_own_arcs),
        cmocka_unit_test(whoever_has_no_arc_does_not_stand_in_a_layer),
        cmocka_unit_test(an_empty_chain_has_one_empty_layer),
        cmocka_unit_test(layers_of_random_chains_are_those_of_the_unfolded_ones),
        cmocka_unit_test(no_two_layers_are_equal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
