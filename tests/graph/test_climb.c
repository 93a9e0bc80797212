/* graph/climb: dominators that several layers have in common. */
#include "graph/climb.h"

#include "graph/covered_in.h"
#include "graph/studied.h"

/* The climb of the group to which an actor belongs. */
struct climbing {
    studied *made;
    vcl_covered_in covered_in;
    vcl_climb climb;
};

static void begin_climb(struct climbing *climbing, const char *drawing, const char *id)
{
    studied *made = study_of(drawing);
    const vcl_layers *layers = &made->study.layers;

    climbing->made = made;
    assert_int_equal(vcl_covered_in_init(&climbing->covered_in, &made->study.coverage, NULL),
                     VCL_OK);
    climbing->climb.trees = calloc(layers->count, sizeof *climbing->climb.trees);
    assert_non_null(climbing->climb.trees);
    for (uint32_t layer = 0; layer < layers->count; layer++) {
        assert_int_equal(
            vcl_dominators_init(climbing->climb.trees + layer, layers, layer,
                                layer == VCL_UNSTATED_LAYER ? NULL : climbing->climb.trees, NULL),
            VCL_OK);
    }
    climbing->climb.set = vcl_sets_at(&climbing->covered_in.sets,
                                      climbing->covered_in.of_vertex[vertex_of(made, id)]);
}

static void end_climb(struct climbing *climbing)
{
    for (uint32_t layer = 0; layer < climbing->made->study.layers.count; layer++) {
        vcl_dominators_release(climbing->climb.trees + layer);
    }
    free(climbing->climb.trees);
    vcl_covered_in_release(&climbing->covered_in);
    release_study(climbing->made);
}

/* The nearest dominator that the layers of x agree on; NULL: they do not, "": the market. */
static void assert_nearest(const char *drawing, const char *expected)
{
    struct climbing climbing;
    uint32_t nearest = VCL_NONE;

    begin_climb(&climbing, drawing, "x");
    bool agreed = vcl_climb_agrees(&climbing.climb, vertex_of(climbing.made, "x"), &nearest);
    assert_int_equal(agreed, expected != NULL);
    if (agreed) {
        assert_int_equal(nearest,
                         *expected == '\0' ? VCL_NONE : vertex_of(climbing.made, expected));
    }
    end_climb(&climbing);
}

static void layers_with_one_way_agree(void **state)
{
    (void)state;
    assert_nearest("farmer x 'products': ['tea', 'rice']\n"
                   "cooperative c; enterprise e\n"
                   "link x c 'product': 'tea'; link x c 'product': 'rice'; link c e\n",
                   "c");
}

/* Tea goes by way of a, rice by way of b; both end at c. */
static void layers_with_two_ways_agree_on_where_they_meet(void **state)
{
    (void)state;
    assert_nearest("farmer x 'products': ['tea', 'rice']\n"
                   "group a; group b; cooperative c; enterprise e\n"
                   "link x a 'product': 'tea'; link x b 'product': 'rice'\n"
                   "link a c 'product': 'tea'; link b c 'product': 'rice'; link c e\n",
                   "c");
    assert_nearest("farmer x 'products': ['tea', 'rice']\n"
                   "group a; group b; enterprise d; enterprise e\n"
                   "link x a 'product': 'tea'; link x b 'product': 'rice'\n"
                   "link a d 'product': 'tea'; link b e 'product': 'rice'\n",
                   "");
}

static void layers_that_cross_do_not_agree(void **state)
{
    (void)state;
    assert_nearest("farmer x 'products': ['tea', 'rice']\n"
                   "cooperative a; cooperative b; enterprise e\n"
                   "link x a 'product': 'tea'; link a b 'product': 'tea', 'kind': 'supply'\n"
                   "link b e 'product': 'tea'\n"
                   "link x b 'product': 'rice'; link b a 'product': 'rice', 'kind': 'supply'\n"
                   "link a e 'product': 'rice'\n",
                   NULL);
}

static void a_common_dominator_is_one_in_every_layer(void **state)
{
    struct climbing climbing;

    (void)state;
    begin_climb(&climbing,
                "farmer x 'products': ['tea', 'rice']\n"
                "cooperative a; cooperative c; enterprise e\n"
                "link x a 'product': 'tea'; link x c 'product': 'rice'\n"
                "link a c 'product': 'tea', 'kind': 'supply'; link c e\n",
                "x");
    uint32_t x = vertex_of(climbing.made, "x");
    assert_true(vcl_climb_is_common(&climbing.climb, vertex_of(climbing.made, "c"), x));
    assert_true(vcl_climb_is_common(&climbing.climb, vertex_of(climbing.made, "e"), x));
    assert_false(vcl_climb_is_common(&climbing.climb, vertex_of(climbing.made, "a"), x));
    end_climb(&climbing);
}

/* c and e list nothing and lead to no arc of tea's own. */
static void beyond_the_arcs_of_a_product_all_is_as_in_the_unstated_layer(void **state)
{
    struct climbing climbing;

    (void)state;
    begin_climb(&climbing,
                "farmer x 'products': ['tea']\n"
                "cooperative c; enterprise e\n"
                "link x c; link c e\n",
                "x");
    assert_false(vcl_climb_is_unstated(&climbing.climb, vertex_of(climbing.made, "x")));
    assert_true(vcl_climb_is_unstated(&climbing.climb, vertex_of(climbing.made, "c")));
    end_climb(&climbing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(layers_with_one_way_agree),
        cmocka_unit_test(layers_with_two_ways_agree_on_where_they_meet),
        cmocka_unit_test(layers_that_cross_do_not_agree),
        cmocka_unit_test(a_common_dominator_is_one_in_every_layer),
        cmocka_unit_test(beyond_the_arcs_of_a_product_all_is_as_in_the_unstated_layer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
