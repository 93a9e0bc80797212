/* analysis/layout: whom it draws, and that nothing but the chain decides where. */
#include "support/figures.h"

static const char drawing[] = "farmer f; group g; cooperative c; union u; enterprise e1;"
                              "enterprise e2; cooperative alone\n"
                              "link f c; link g c; link c u; link u e1; link e1 e2\n"
                              "link e2 alone 'kind': 'input'\n";

static double x_of(const vcl_result *result, const char *id)
{
    return cell_of(result, "layout", id, "x")->real;
}

static double y_of(const vcl_result *result, const char *id)
{
    return cell_of(result, "layout", id, "y")->real;
}

static void every_actor_but_farmers_has_a_point(void **state)
{
    (void)state;
    assert_drawn_rows(drawing, "layout", "id", "alone\nc\ne1\ne2\ng\nu\n");
    assert_drawn_rows("farmer f\n", "layout", NULL, "");
}

static void goods_go_to_the_right_and_who_has_no_link_stands_at_the_foot(void **state)
{
    vcl_chain *chain = chain_of(drawing);
    vcl_result *result = analyze(chain, "layout");
    const char *const ids[] = { "g", "c", "u", "e1", "e2" };

    (void)state;
    for (size_t i = 0; i + 1 < sizeof ids / sizeof ids[0]; i++) {
        assert_true(x_of(result, ids[i]) < x_of(result, ids[i + 1]));
        assert_true(y_of(result, ids[i]) < y_of(result, "alone"));
    }
    vcl_result_free(result);
    vcl_chain_free(chain);
}

static void dates_and_statuses_move_nobody(void **state)
{
    const char *const idle = "as_of 2023-12-31\ngroup g 'status': 'dissolved'; cooperative c\n"
                             "enterprise e; link g c; link c e 'end': '2020-01-01'\n";
    const char *const active = "group g; cooperative c; enterprise e; link g c; link c e\n";
    vcl_chain *chain = chain_of(active);
    vcl_result *result = analyze(chain, "layout");
    vcl_text expected = text_of_table(vcl_result_table(result, 0), NULL);

    (void)state;
    assert_drawn_rows(idle, "layout", NULL, vcl_text_bytes(&expected));
    vcl_text_release(&expected);
    vcl_result_free(result);
    vcl_chain_free(chain);
}

static void parallel_links_count_once(void **state)
{
    const char *const once = "cooperative c1; cooperative c2; enterprise e; link c1 e; link c2 e\n";
    const char *const twice =
        "cooperative c1; cooperative c2; enterprise e; link c1 e\n"
        "link c2 e; link c2 e 'product': 'tea'; link c2 e 'product': 'rice'\n";
    vcl_chain *chain = chain_of(once);
    vcl_result *result = analyze(chain, "layout");
    vcl_text expected = text_of_table(vcl_result_table(result, 0), NULL);

    (void)state;
    assert_drawn_rows(twice, "layout", NULL, vcl_text_bytes(&expected));
    vcl_text_release(&expected);
    vcl_result_free(result);
    vcl_chain_free(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_actor_but_farmers_has_a_point),
        cmocka_unit_test(goods_go_to_the_right_and_who_has_no_link_stands_at_the_foot),
        cmocka_unit_test(dates_and_statuses_move_nobody),
        cmocka_unit_test(parallel_links_count_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
