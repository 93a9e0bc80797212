/* graph/classes: products that nobody tells apart. */
#include "graph/classes.h"

#include "graph/studied.h"

static uint32_t leader_of(const studied *made, const char *product)
{
    return made->study.layers.classes.leader[product_of(made->chain, product)];
}

static void products_listed_in_the_same_sets_have_one_leader(void **state)
{
    studied *made = study_of("cooperative c 'products': ['rice', 'tea', 'oil']\n"
                                 "enterprise e 'products': ['tea', 'rice']\n" "link c e\n");

    (void)state;
    assert_int_equal(leader_of(made, "tea"), leader_of(made, "rice"));
    assert_int_equal(leader_of(made, "rice"), product_of(made->chain, "rice"));
    assert_int_not_equal(leader_of(made, "oil"), leader_of(made, "rice"));
    release_study(made);
}

static void a_link_that_names_one_sets_it_apart(void **state)
{
    studied *made = study_of("cooperative c 'products': ['rice', 'tea']\n" "enterprise e\n"
                                 "link c e 'product': 'tea'\n");

    (void)state;
    assert_int_not_equal(leader_of(made, "tea"), leader_of(made, "rice"));
    release_study(made);
}

static void sets_keep_their_numbers(void **state)
{
    studied *made =
        study_of("cooperative c 'products': ['rice', 'tea', 'oil']\n"
                     "cooperative d 'products': ['oil']\n"
                         "enterprise e 'products': ['tea', 'rice']\n" "link c e\n");
    const vcl_classes *classes = &made->study.layers.classes;
    const vcl_sets *sets = &made->chain->sets;

    (void)state;
    assert_int_equal(vcl_sets_count(&classes->sets), vcl_sets_count(sets));
    for (uint32_t number = 0; number < vcl_sets_count(sets); number++) {
        vcl_set set = vcl_sets_at(sets, number);
        vcl_set reduced = vcl_sets_at(&classes->sets, number);
        for (uint32_t i = 0; i < set.count; i++) {
            assert_true(vcl_set_contains(reduced, classes->leader[set.items[i]]));
        }
        for (uint32_t i = 0; i < reduced.count; i++) {
            assert_true(vcl_set_contains(set, reduced.items[i]));
            assert_int_equal(classes->leader[reduced.items[i]], reduced.items[i]);
        }
    }
    release_study(made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products_listed_in_the_same_sets_have_one_leader),
        cmocka_unit_test(a_link_that_names_one_sets_it_apart),
        cmocka_unit_test(sets_keep_their_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
