/* "Did you mean …?" */
#include <string.h>

#include "cli/suggest.h"
#include "support/assert.h"

static const char *nearest_of(const char *typed, const char *const *words)
{
    cli_nearest nearest = { .typed = typed };

    for (size_t i = 0; words[i] != NULL; i++) {
        cli_nearest_try(&nearest, words[i]);
    }
    return nearest.word;
}

static const char *const tables[] = {
    "summary", "coverage", "unlinked", "buyers", "critical", NULL
};

static void a_slip_of_each_kind_is_mended(void **state)
{
    (void)state;
    assert_string_equal(nearest_of("sumary", tables), "summary");
    assert_string_equal(nearest_of("coverrage", tables), "coverage");
    assert_string_equal(nearest_of("unlinkad", tables), "unlinked");
    assert_string_equal(nearest_of("buyesr", tables), "buyers");
}

static void a_beginning_is_near(void **state)
{
    (void)state;
    assert_string_equal(nearest_of("crit", tables), "critical");
    assert_string_equal(nearest_of("unl", tables), "unlinked");
}

static void what_is_far_gives_nothing(void **state)
{
    (void)state;
    assert_null(nearest_of("zzzzzz", tables));
    assert_null(nearest_of("b", tables));
    assert_null(nearest_of("", tables));
}

static void the_first_of_equally_near_words_stays(void **state)
{
    static const char *const words[] = { "aaab", "aaac", NULL };

    (void)state;
    assert_string_equal(nearest_of("aaaa", words), "aaab");
}

static void long_words_are_not_compared(void **state)
{
    static const char *const words[] = { "short", NULL };
    char typed[400];

    (void)state;
    memset(typed, 'x', sizeof typed);
    typed[sizeof typed - 1] = '\0';
    assert_null(nearest_of(typed, words));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slip_of_each_kind_is_mended),
        cmocka_unit_test(a_beginning_is_near),
        cmocka_unit_test(what_is_far_gives_nothing),
        cmocka_unit_test(the_first_of_equally_near_words_stays),
        cmocka_unit_test(long_words_are_not_compared),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
