/* analysis/handled: the products of each actor, with what is said of them. */
#include "support/figures.h"

static void every_product_of_an_actor_stands_with_its_amounts(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c 'products': [{'product': 'tea', 'output_kg': 7.5, "
                      "'ocop': [4, 3, 3]}, 'rice']\n"
                      "enterprise e 'products': [{'product': 'tea', 'demand_kg': 9}]\n"
                      "group g\n",
                      "handled", NULL, "c rice - - []\nc tea 7.5 - [3,3,4]\ne tea - 9 []\n");
}

static void farmers_and_the_dissolved_stand_there_too(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'products': ['tea'], 'status': 'dissolved'\n", "handled",
                      "actor product", "f tea\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_product_of_an_actor_stands_with_its_amounts),
        cmocka_unit_test(farmers_and_the_dissolved_stand_there_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
