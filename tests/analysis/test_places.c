/* analysis/places: the tree of places. */
#include "support/figures.h"

static void places_stand_by_id_with_where_they_lie(void **state)
{
    (void)state;
    assert_drawn_rows("place 17 'name': 'Hoa\u0300 Bình', 'level': 'province'\n"
                      "place 155 'parent': '17', 'lat': 20.61, 'lon': 105.25\n"
                      "place x\n",
                      "places", NULL,
                      "155 - - 17 20.61 105.25\n"
                      "17 Ho\u00e0 Bình province - - -\n"
                      "x - - - - -\n");
}

static void places_that_are_only_mentioned_have_an_id_alone(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'place': 'b'; group g 'place': 'a'\n", "places", NULL,
                      "a - - - - -\nb - - - - -\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_stand_by_id_with_where_they_lie),
        cmocka_unit_test(places_that_are_only_mentioned_have_an_id_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
