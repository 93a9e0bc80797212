/* Loading with each allocation failing in turn: it ends with VCL_ERROR_MEMORY or as if nothing had
 * failed, and never with a wrong answer. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include <vclink/chain.h>

#include "support/alloc.h"
#include "support/assert.h"

/* Between them every reader and every kind of report. */
static const char *const datasets[] = {
    "{\"format\": \"vclink\", \"version\": 1, \"other\": [1, {\"a\": 2}],\n"
    " \"graph\": {\"name\": \"Tân Lạc\", \"as_of\": \"2023-12-31\"},\n"
    " \"products\": [{\"id\": \"p\"}, {\"id\": 7}], \"places\": [{\"id\": \"1\"}],\n"
    " \"nodes\": [{\"id\": 3, \"kind\": \"farmer\", \"place\": 1, \"x\": 123456789012345678901},\n"
    "  {\"id\": \"c\", \"kind\": \"cooperative\", \"certificates\": [\"VietGAP\"], \"founded\": "
    "1998,\n"
    "   \"products\": [{\"product\": \"p\", \"output_kg\": 5, \"ocop\": [4]}, \"p\", 7]}],\n"
    " \"links\": [{\"source\": 3, \"target\": \"c\", \"product\": \"p\", \"products\": [7]}]}",

    "{\"graph\": {}}\n{\"node\": {\"id\": \"a\", \"kind\": \"union\", \"members\": 5}}\n"
    "{\"node\": {\"id\": \"b\", \"kind\": \"enterprise\"}}\n{\"x\": 1}\n"
    "{\"product\": {\"id\": \"p\"}}\n{\"place\": {\"id\": 9}}\n"
    "{\"link\": {\"source\": \"a\", \"target\": \"b\", \"start\": \"2020-01-01\"}}\n",

    "{\"nodes\": [{\"id\": \"a\", \"kind\": \"farmr\"}, {\"id\": 1, \"id\": 2}, {\"id\": 1e999}, "
    "5],\n"
    " \"links\": [{\"source\": \"a\" \"target\": 1},], \"version\": 2, \"graph\": {\"as_of\": "
    "\"x\"}",

    "{\"node\": {\"id\": \"a\xFF\"}}\n{\"link\": {}}\n{\"graph\": {}}\n{\"graph\": {}}\n[1\n",
};

typedef struct outcome {
    vcl_status status;
    uint64_t errors;
    uint64_t warnings;
} outcome;

static outcome load(const char *text)
{
    outcome result = { .status = VCL_OK };
    vcl_error err = { 0 };
    vcl_problems *problems = NULL;
    vcl_chain *chain = NULL;

    result.status = vcl_problems_new(&problems, &err);
    if (result.status == VCL_OK) {
        result.status =
            vcl_chain_load_memory(text, strlen(text), "test", NULL, problems, &chain, &err);
        result.errors = vcl_problems_errors(problems);
        result.warnings = vcl_problems_warnings(problems);
    }
    assert_int_equal(err.status, result.status);
    assert_true((chain != NULL) == (result.status == VCL_OK));
    vcl_chain_free(chain);
    vcl_problems_free(problems);
    return result;
}

/* What fails once within jansson is asked again, and then nothing has failed. */
static void assert_same_or_no_memory(outcome found, outcome expected)
{
    if (found.status != VCL_ERROR_MEMORY) {
        assert_int_equal(found.status, expected.status);
        assert_int_equal(found.errors, expected.errors);
        assert_int_equal(found.warnings, expected.warnings);
    }
}

static void fail_in_turn(const char *text, void (*begin_failing)(size_t nth))
{
    outcome expected;
    size_t nth = 0;

    fail_allocation(0);
    expected = load(text);
    do {
        nth++;
        begin_failing(nth);
        assert_same_or_no_memory(load(text), expected);
    } while (allocations_failed() > 0);
    assert_true(nth > 20);
    fail_allocation(0);
}

static void fail_in_all(void (*begin_failing)(size_t nth))
{
    for (size_t i = 0; i < sizeof datasets / sizeof datasets[0]; i++) {
        fail_in_turn(datasets[i], begin_failing);
    }
}

static void one_failed_allocation_gives_no_wrong_answer(void **state)
{
    (void)state;
    fail_in_all(fail_allocation);
}

static void memory_that_has_run_out_gives_no_wrong_answer(void **state)
{
    (void)state;
    fail_in_all(fail_allocations_from);
}

/* One failure only: where no text can grow any more, jansson 2.14 aborts. */
static void one_failed_allocation_of_jansson_gives_no_wrong_answer(void **state)
{
    json_malloc_t usual_malloc = NULL;
    json_free_t usual_free = NULL;

    (void)state;
    json_get_alloc_funcs(&usual_malloc, &usual_free);
    json_set_alloc_funcs(malloc, free);
    fail_in_all(fail_allocation);
    json_set_alloc_funcs(usual_malloc, usual_free);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_failed_allocation_gives_no_wrong_answer),
        cmocka_unit_test(memory_that_has_run_out_gives_no_wrong_answer),
        cmocka_unit_test(one_failed_allocation_of_jansson_gives_no_wrong_answer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
