/* analysis/deals: every link as the dataset states it. */
#include "support/figures.h"

static void what_holds_anyway_is_null(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f; cooperative c; enterprise e\n"
                      "link f c 'status': 'active'\n"
                      "link c e 'kind': 'supply'\n",
                      "deals", NULL,
                      "c e supply [] - - - - - - -\nf c membership [] - - - - - - -\n");
}

static void what_is_stated_stands_there(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative c; enterprise e\n"
                      "link c e 'products': ['tea', 'rice'], 'volume_kg': 0, "
                      "'delivered_kg': 7.5, 'value': 12, 'contract': 'none', "
                      "'start': '2021-01-01', 'end': '2025-12-31', 'status': 'breached'\n"
                      "link e c 'kind': 'input', 'contract': 'oral', 'status': 'ended'\n",
                      "deals", NULL,
                      "c e supply [rice,tea] 0 7.5 12 none 2021-01-01 2025-12-31 breached\n"
                      "e c input [] - - - oral - - ended\n");
}

/* d sells nothing, so its link is treated as an input: here it is what the dataset says. */
static void the_kind_is_the_stated_one(void **state)
{
    (void)state;
    assert_drawn_rows("cooperative d 'sells': false; enterprise e\n"
                      "link d e\n",
                      "deals", "source target kind", "d e supply\n");
}

static void farmers_may_be_left_out(void **state)
{
    vcl_study_options options = { .organisations_only = true };
    vcl_chain *chain = chain_of("farmer f; group g; cooperative c; link f c; link g c\n");

    (void)state;
    assert_rows_with(chain, &options, "deals", "source target", "g c\n");
    vcl_chain_free(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_holds_anyway_is_null),
        cmocka_unit_test(what_is_stated_stands_there),
        cmocka_unit_test(the_kind_is_the_stated_one),
        cmocka_unit_test(farmers_may_be_left_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
