/* analysis/actors: every actor as the dataset states it. */
#include "support/figures.h"

static void what_holds_anyway_is_null(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 1, 'sells': true, 'status': 'active'\n"
                      "cooperative c 'status': 'active', 'sells': true\n"
                      "enterprise e\n"
                      "link f c; link c e\n",
                      "actors", NULL,
                      "c cooperative - - - - - - - - - [] [] [] - - - - - - - - -\n"
                      "e enterprise - - - - - - - - - [] [] [] - - - - - - - - -\n"
                      "f farmer - - - - - - - - - [] [] [] - - - - - - - - -\n");
}

static void what_is_stated_stands_there(void **state)
{
    (void)state;
    assert_drawn_rows(
        "place 155 'name': 'Tân Lạc'\n"
        "farmer f 'count': 40, 'place': '155', 'sector': 'crops', 'status': 'dissolved', "
        "'products': ['tea', 'rice']\n"
        "group g 'sells': false, 'status': 'suspended', 'members': 0\n"
        "cooperative c 'name': 'HTX Đông Lai', 'form': 'x', 'members': 65, 'high_tech': false, "
        "'founded': '2012-06', 'tax_id': '0123', 'area_ha': 2.5, 'workers': 7, "
        "'turnover': 550, 'rating': 'khá', 'lat': 20.61, 'lon': 105.25, "
        "'certificates': ['VietGAP', 'GlobalGAP'], 'requires': ['OCOP']\n",
        "actors", NULL,
        "c cooperative HTX Đông Lai x - - - - - - 65 [] [VietGAP,GlobalGAP] [OCOP] false 2012-06 "
        "0123 2.5 7 550 khá 20.61 105.25\n"
        "f farmer - - 155 crops dissolved - - 40 - [rice,tea] [] [] - - - - - - - - -\n"
        "g group - - - - suspended false - - 0 [] [] [] - - - - - - - - -\n");
}

/* e buys because it is an enterprise, x although it is one, c because its record says so. */
static void who_buys_is_told_only_where_the_dataset_says_it(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c 'buyer': true; cooperative d 'buyer': false\n"
                      "enterprise e; enterprise x 'buyer': true; enterprise y 'buyer': false\n"
                      "link c e; link x c 'kind': 'input'\n",
                      "actors", "id buyer", "c true\nd false\ne -\nx true\ny false\n");
}

static void farmers_may_be_left_out(void **state)
{
    vcl_study_options options = { .organisations_only = true };
    vcl_chain *chain = chain_of("farmer f; cooperative c; link f c\n");

    (void)state;
    assert_rows_with(chain, &options, "actors", "id", "c\n");
    vcl_chain_free(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_holds_anyway_is_null),
        cmocka_unit_test(what_is_stated_stands_there),
        cmocka_unit_test(who_buys_is_told_only_where_the_dataset_says_it),
        cmocka_unit_test(farmers_may_be_left_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
