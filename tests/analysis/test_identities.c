/* Figures of different tables agree with each other. */
#include "support/figures.h"
#include "support/random_chain.h"

enum { CHAINS = 400 };

static int64_t figure_of(const vcl_result *result, const char *name, size_t row, const char *column)
{
    const vcl_table *table = vcl_result_find_table(result, name);

    return vcl_table_row(table, row)[next_column(table, &column)].integer;
}

/* The rows of all in coverage. */
enum { ALL_FARMERS = 0, ALL_COOPERATIVES = 2 };

static int64_t covered_of(const vcl_result *result, size_t row)
{
    return figure_of(result, "coverage", row, "covered");
}

static double sum_of(const vcl_result *result, const char *name, const char *column)
{
    const vcl_table *table = vcl_result_find_table(result, name);
    size_t index = next_column(table, &column);
    double sum = 0.0;

    for (size_t row = 0; row < vcl_table_row_count(table); row++) {
        sum += vcl_table_row(table, row)[index].real;
    }
    return sum;
}

static void shapley_values_sum_to_those_covered(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < CHAINS; seed++) {
        vcl_chain *chain = random_chain(seed);
        vcl_result *result = analyze(chain, NULL);
        assert_close(sum_of(result, "buyers", "shapley_households"),
                     (double)covered_of(result, ALL_FARMERS), 1e-9);
        assert_close(sum_of(result, "buyers", "shapley_cooperatives"),
                     (double)covered_of(result, ALL_COOPERATIVES), 1e-9);
        vcl_result_free(result);
        vcl_chain_free(chain);
    }
}

/* 0 where an actor has no row. */
static int64_t loss_of(const vcl_result *result, const char *id, const char *column)
{
    const vcl_table *critical = vcl_result_find_table(result, "critical");

    for (size_t row = 0; row < vcl_table_row_count(critical); row++) {
        if (strcmp(vcl_table_row(critical, row)->text, id) == 0) {
            return cell_of(result, "critical", id, column)->integer;
        }
    }
    return 0;
}

static void assert_foretold(const vcl_chain *chain, const vcl_result *before, uint32_t actor)
{
    const char *id = vcl_actor_id(chain, actor);
    const vcl_study_options options = { .without = &id, .without_count = 1 };
    vcl_result *after = analyze_with(chain, &options, "coverage");
    int64_t lost = covered_of(before, ALL_COOPERATIVES) - covered_of(after, ALL_COOPERATIVES);
    int64_t foretold = loss_of(before, id, "cooperatives_lost");

    assert_int_equal(covered_of(before, ALL_FARMERS) - covered_of(after, ALL_FARMERS),
                     loss_of(before, id, "households_lost"));
    /* A cooperative that was covered is itself no longer, which is not counted as lost. */
    assert_true(lost == foretold ||
                (chain->actors[actor].kind == VCL_COOPERATIVE && lost == foretold + 1));
    vcl_result_free(after);
}

static void the_counts_of_summary_are_those_of_coverage(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < CHAINS; seed++) {
        vcl_chain *chain = random_chain(seed);
        vcl_result *result = analyze(chain, NULL);
        assert_int_equal(figure_of(result, "summary", 0, "cooperatives_active"),
                         figure_of(result, "coverage", ALL_COOPERATIVES, "active"));
        assert_int_equal(figure_of(result, "summary", 0, "cooperatives_covered"),
                         covered_of(result, ALL_COOPERATIVES));
        assert_int_equal(figure_of(result, "summary", 0, "households"),
                         figure_of(result, "coverage", ALL_FARMERS, "total"));
        vcl_result_free(result);
        vcl_chain_free(chain);
    }
}

static void what_critical_foretells_comes_when_an_actor_is_gone(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < CHAINS; seed++) {
        vcl_chain *chain = random_chain(seed);
        vcl_result *before = analyze(chain, NULL);
        for (uint32_t actor = 0; actor < chain->actor_count; actor++) {
            if (chain->actors[actor].kind != VCL_FARMER) {
                assert_foretold(chain, before, actor);
            }
        }
        vcl_result_free(before);
        vcl_chain_free(chain);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapley_values_sum_to_those_covered),
        cmocka_unit_test(the_counts_of_summary_are_those_of_coverage),
        cmocka_unit_test(what_critical_foretells_comes_when_an_actor_is_gone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
