/* graph/climb: dominators that several layers have in common. */
#include "graph/climb.h"

#include "graph/covered_in.h"
#include "graph/studied.h"

/* The climb of the group to which an actor belongs, from that actor. */
struct climbing {
    studied *made;
    vcl_covered_in covered_in;
    vcl_forest forest;
    vcl_climb climb;
};

static void climb_from(struct climbing *climbing, const char *drawing, const char *id)
{
    studied *made = study_of(drawing);
    uint32_t vertex = vertex_of(made, id);

    climbing->made = made;
    assert_int_equal(vcl_covered_in_init(&climbing->covered_in, &made->study.coverage, NULL),
                     VCL_OK);
    assert_int_equal(vcl_forest_init(&climbing->forest, &made->study.layers, NULL), VCL_OK);
    assert_int_equal(vcl_climb_init(&climbing->climb, &climbing->forest, NULL), VCL_OK);
    climbing->climb.set =
        vcl_sets_at(&climbing->covered_in.sets, climbing->covered_in.of_vertex[vertex]);
    assert_int_equal(vcl_climb_from(&climbing->climb, vertex, NULL), VCL_OK);
}

static void end_climb(struct climbing *climbing)
{
    vcl_climb_release(&climbing->climb);
    vcl_forest_release(&climbing->forest);
    vcl_covered_in_release(&climbing->covered_in);
    release_study(climbing->made);
}

/* The nearest dominator that the layers of x agree on; NULL: they do not, "": the market. */
static void assert_nearest(const char *drawing, const char *expected)
{
    struct climbing climbing;

    climb_from(&climbing, drawing, "x");
    assert_int_equal(climbing.climb.agreed, expected != NULL);
    if (climbing.climb.agreed) {
        assert_int_equal(climbing.climb.nearest,
                         *expected == '\0' ? VCL_NONE : vertex_of(climbing.made, expected));
    }
    end_climb(&climbing);
}

/* Was the actor met on the way to the nearest common dominator? */
static bool was_met(const struct climbing *climbing, const char *id)
{
    const uint32_t *met = climbing->climb.met.items;

    for (size_t i = 0; i < climbing->climb.met.count; i++) {
        if (met[i] == vertex_of(climbing->made, id)) {
            return true;
        }
    }
    return false;
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

/* Tea flows by a to b, rice by b to a: both dominate x in both layers. */
static void where_layers_cross_all_are_met(void **state)
{
    struct climbing climbing;

    (void)state;
    climb_from(&climbing,
               "farmer x 'products': ['tea', 'rice']\n"
               "cooperative a; cooperative b; cooperative c 'products': ['tea']; enterprise e\n"
               "link x a 'product': 'tea'; link a b 'product': 'tea', 'kind': 'supply'\n"
               "link b c 'kind': 'supply'; link c e\n"
               "link x b 'product': 'rice'; link b a 'product': 'rice', 'kind': 'supply'\n"
               "link a e 'product': 'rice'\n",
               "x");
    assert_int_equal(climbing.climb.nearest, VCL_NONE);
    assert_true(was_met(&climbing, "a"));
    assert_true(was_met(&climbing, "b"));
    assert_true(was_met(&climbing, "e"));
    assert_true(vcl_climb_is_common(&climbing.climb, vertex_of(climbing.made, "a")));
    assert_true(vcl_climb_is_common(&climbing.climb, vertex_of(climbing.made, "e")));
    end_climb(&climbing);
}

/* a and b also carry fish, so nobody is alone but c; d is what both lead to. */
static void those_in_several_layers_are_met_and_those_alone_are_not(void **state)
{
    struct climbing climbing;

    (void)state;
    climb_from(&climbing,
               "farmer x 'products': ['tea', 'rice']; farmer y 'products': ['fish']\n"
               "cooperative a; cooperative b; cooperative c; cooperative d; enterprise e\n"
               "link x a 'product': 'tea'; link a c 'product': 'tea', 'kind': 'supply'\n"
               "link c d 'product': 'tea', 'kind': 'supply'\n"
               "link x b 'product': 'rice'; link b d 'product': 'rice', 'kind': 'supply'\n"
               "link y a 'product': 'fish'; link a b 'product': 'fish', 'kind': 'supply'\n"
               "link b d 'product': 'fish', 'kind': 'supply'; link d e\n",
               "x");
    assert_int_equal(climbing.climb.nearest, vertex_of(climbing.made, "d"));
    assert_true(was_met(&climbing, "a"));
    assert_true(was_met(&climbing, "b"));
    assert_false(was_met(&climbing, "c"));
    assert_false(was_met(&climbing, "d"));
    assert_false(vcl_climb_is_common(&climbing.climb, vertex_of(climbing.made, "a")));
    end_climb(&climbing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(layers_with_one_way_agree),
        cmocka_unit_test(layers_with_two_ways_agree_on_where_they_meet),
        cmocka_unit_test(layers_that_cross_do_not_agree),
        cmocka_unit_test(where_layers_cross_all_are_met),
        cmocka_unit_test(those_in_several_layers_are_met_and_those_alone_are_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
