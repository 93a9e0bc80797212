/* analysis/analyze: which tables are computed, on what day and without whom. */
#include "base/message.h"
#include "model/table.h"
#include "support/figures.h"

#define CHAIN                                                                                      \
    "farmer f 'count': 5\n"                                                                        \
    "cooperative c 'members': 9\n"                                                                 \
    "enterprise e\n"                                                                               \
    "link f c\n"                                                                                   \
    "link c e 'end': '2023-12-31'\n"

static void the_tables_are_those_of_the_contract_in_its_order(void **state)
{
    static const char *const names[] = { "summary", "coverage",  "unlinked",   "gaps",
                                         "buyers",  "critical",  "centrality", "dependence",
                                         "markets", "contracts", "flows",      "nodes",
                                         "links",   "places",    "products",   "handled",
                                         "actors",  "deals",     "layout" };

    (void)state;
    assert_int_equal(vcl_analysis_count(), sizeof names / sizeof names[0]);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        assert_string_equal(vcl_analysis_name(i), names[i]);
        assert_int_equal(vcl_analysis_is_on_demand(i), i > 10);
        assert_true(strlen(vcl_analysis_title(i, VCL_ENGLISH)) > 0);
        assert_true(strlen(vcl_analysis_title(i, VCL_VIETNAMESE)) > 0);
    }
}

static void assert_described(const vcl_column *column)
{
    assert_true(strlen(column->name) > 0);
    assert_non_null(column->unit);
    for (const char *at = column->name; *at != '\0'; at++) {
        assert_true((*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9') || *at == '_');
    }
    for (int language = VCL_ENGLISH; language <= VCL_VIETNAMESE; language++) {
        assert_true(strlen(column->label[language]) > 0);
        assert_true(strlen(column->description[language]) > 0);
    }
}

static void every_column_has_a_name_once_and_labels_in_both_languages(void **state)
{
    (void)state;
    for (size_t i = 0; i < vcl_analysis_count(); i++) {
        for (size_t k = 0; k < vcl_analysis_column_count(i); k++) {
            assert_described(vcl_analysis_column(i, k));
            for (size_t other = 0; other < k; other++) {
                assert_string_not_equal(vcl_analysis_column(i, k)->name,
                                        vcl_analysis_column(i, other)->name);
            }
        }
    }
}

/* Whatever our own words are, in cells, they have a label in either language. */
static void every_word_in_a_table_has_labels(void **state)
{
    vcl_chain *chain = chain_of(CHAIN "group g 'status': 'suspended'; union u\n"
                                      "link u e 'status': 'breached', 'contract': 'oral'\n"
                                      "link e c 'kind': 'input', 'contract': 'none'\n");
    vcl_result *result = analyze_everything(chain, NULL);

    (void)state;
    for (size_t i = 0; i < vcl_result_table_count(result); i++) {
        const vcl_table *table = vcl_result_table(result, i);
        for (size_t k = 0; k < vcl_table_column_count(table); k++) {
            for (size_t row = 0;
                 vcl_table_column(table, k)->type == VCL_TERM && row < vcl_table_row_count(table);
                 row++) {
                const vcl_value *cell = vcl_table_row(table, row) + k;
                assert_true(cell->is_null ||
                            vcl_term_label(cell->text, VCL_VIETNAMESE) != cell->text);
            }
        }
    }
    vcl_result_free(result);
    vcl_chain_free(chain);
}

static void all_tables_but_those_on_demand_come_where_none_is_named(void **state)
{
    vcl_chain *chain = chain_of(CHAIN);
    vcl_result *result = analyze(chain, NULL);

    (void)state;
    assert_int_equal(vcl_result_table_count(result), 11);
    for (size_t i = 0; i < 11; i++) {
        assert_string_equal(vcl_table_name(vcl_result_table(result, i)), vcl_analysis_name(i));
        assert_string_equal(vcl_table_title(vcl_result_table(result, i), VCL_VIETNAMESE),
                            vcl_analysis_title(i, VCL_VIETNAMESE));
    }
    vcl_result_free(result);
    vcl_chain_free(chain);
}

static void tables_that_are_named_come_once_in_their_own_order(void **state)
{
    static const char *const names[] = { "flows", "summary", "flows", "gaps" };
    vcl_chain *chain = chain_of(CHAIN);
    vcl_result *result = NULL;

    (void)state;
    assert_int_equal(vcl_analyze(chain, NULL, names, 4, &result, NULL), VCL_OK);
    assert_int_equal(vcl_result_table_count(result), 3);
    assert_string_equal(vcl_table_name(vcl_result_table(result, 0)), "summary");
    assert_string_equal(vcl_table_name(vcl_result_table(result, 1)), "gaps");
    assert_string_equal(vcl_table_name(vcl_result_table(result, 2)), "flows");
    vcl_result_free(result);
    vcl_chain_free(chain);
}

static void assert_usage_error(const vcl_study_options *options, const char *table,
                               vcl_message message, const char *argument)
{
    vcl_chain *chain = chain_of(CHAIN);
    vcl_error err = { .status = VCL_ERROR_IO };
    vcl_result *result = (vcl_result *)&err;

    assert_int_equal(vcl_analyze(chain, options, &table, 1, &result, &err), VCL_ERROR_USAGE);
    assert_null(result);
    assert_int_equal(err.status, VCL_ERROR_USAGE);
    assert_int_equal(err.message, message);
    assert_string_equal(err.arguments[0], argument);
    vcl_chain_free(chain);
}

static void what_cannot_be_followed_is_a_usage_error(void **state)
{
    static const char *const without[] = { "e", "C" };
    const vcl_study_options nobody = { .without = without, .without_count = 2 };
    const vcl_study_options no_day = { .as_of = "2023-02-29" };
    const vcl_study_options no_date = { .as_of = "" };

    (void)state;
    assert_usage_error(NULL, "Summary", VCL_MSG_TABLE_UNKNOWN, "Summary");
    assert_usage_error(NULL, "", VCL_MSG_TABLE_UNKNOWN, "");
    assert_usage_error(&nobody, "summary", VCL_MSG_WITHOUT_UNKNOWN, "C");
    assert_usage_error(&no_day, "summary", VCL_MSG_BAD_AS_OF, "2023-02-29");
    assert_usage_error(&no_date, "summary", VCL_MSG_BAD_AS_OF, "");
}

static void a_day_that_is_asked_for_stands_before_that_of_the_dataset(void **state)
{
    vcl_chain *chain = chain_of("as_of 2024-01-01\n" CHAIN);
    const vcl_study_options earlier = { .as_of = "2023-12-31" };
    vcl_result *result = NULL;

    (void)state;
    assert_rows(chain, "unlinked", "id linkage", "c lapsed\n");
    assert_rows_with(chain, &earlier, "unlinked", "id linkage", "");
    result = analyze_with(chain, &earlier, "summary");
    assert_string_equal(result->dataset_as_of, "2024-01-01");
    assert_string_equal(result->option_as_of, "2023-12-31");
    vcl_result_free(result);
    result = analyze(chain, "summary");
    assert_null(result->option_as_of);
    vcl_result_free(result);
    vcl_chain_free(chain);
}

static void whoever_is_left_out_is_noted_sorted_and_once(void **state)
{
    static const char *const without[] = { "f", "c", "f" };
    const vcl_study_options options = { .without = without, .without_count = 3 };
    vcl_chain *chain = chain_of(CHAIN);
    vcl_result *result = analyze_with(chain, &options, "summary");

    (void)state;
    assert_int_equal(result->without_count, 2);
    assert_string_equal(result->without[0], "c");
    assert_string_equal(result->without[1], "f");
    vcl_result_free(result);
    vcl_chain_free(chain);
}

/* c's four implied members stay active so that the harm shows; f is 5 households. */
static void the_implied_members_of_one_left_out_stay_active(void **state)
{
    vcl_chain *chain = chain_of(CHAIN);

    (void)state;
    assert_rows(chain, "coverage", "scope kind total inactive active covered",
                "all farmer 9 0 9 9\n"
                "all group 0 0 0 0\n"
                "all cooperative 1 0 1 1\n"
                "all union 0 0 0 0\n");
    assert_rows_without(chain, "c", "coverage", "scope kind total inactive active covered",
                        "all farmer 9 0 9 0\n"
                        "all group 0 0 0 0\n"
                        "all cooperative 1 1 0 0\n"
                        "all union 0 0 0 0\n");
    assert_rows_without(chain, "f", "coverage", "scope kind total inactive active covered",
                        "all farmer 9 5 4 4\n"
                        "all group 0 0 0 0\n"
                        "all cooperative 1 0 1 1\n"
                        "all union 0 0 0 0\n");
    assert_rows_without(chain, "c", "summary", "households households_implied cooperatives_active",
                        "9 4 0\n");
    assert_rows_without(chain, "c", "buyers", "id reach_households suppliers", "e 0 0\n");
    vcl_chain_free(chain);
}

static void a_result_keeps_nothing_of_the_chain(void **state)
{
    vcl_chain *chain = chain_of("{'graph': {'name': 'Hoa\u0300'}}\n" CHAIN);
    vcl_result *result = analyze_everything(chain, NULL);

    (void)state;
    vcl_chain_free(chain);
    assert_string_equal(cell_of(result, "nodes", "c", "kind")->text, "cooperative");
    assert_string_equal(cell_of(result, "links", "f", "target")->text, "c");
    assert_string_equal(result->dataset_name, "Ho\u00e0");
    assert_null(result->dataset_as_of);
    assert_string_equal(cell_of(result, "dependence", "c", "top_buyer")->text, "e");
    vcl_result_free(result);
}

static void an_empty_chain_is_a_result(void **state)
{
    vcl_chain *chain = chain_of("{'nodes': [], 'links': []}");
    vcl_result *result = analyze_everything(chain, NULL);

    (void)state;
    for (size_t i = 0; i < vcl_result_table_count(result); i++) {
        const vcl_table *table = vcl_result_table(result, i);
        bool has_rows = strcmp(vcl_table_name(table), "summary") == 0 ||
                        strcmp(vcl_table_name(table), "coverage") == 0;
        assert_int_equal(vcl_table_row_count(table) > 0, has_rows);
    }
    vcl_result_free(result);
    vcl_chain_free(chain);
}

/* Chains of one kind alone: nobody to sell to, nobody to buy from. */
static void one_actor_alone_is_a_result(void **state)
{
    static const char *const drawings[] = { "farmer x\n", "group x\n", "cooperative x\n",
                                            "union x\n", "enterprise x\n" };

    (void)state;
    for (size_t i = 0; i < 5; i++) {
        vcl_chain *chain = chain_of(drawings[i]);
        vcl_result_free(analyze_everything(chain, NULL));
        assert_rows_without(chain, "x", "centrality", "id", "");
        vcl_chain_free(chain);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_tables_are_those_of_the_contract_in_its_order),
        cmocka_unit_test(every_column_has_a_name_once_and_labels_in_both_languages),
        cmocka_unit_test(every_word_in_a_table_has_labels),
        cmocka_unit_test(all_tables_but_those_on_demand_come_where_none_is_named),
        cmocka_unit_test(tables_that_are_named_come_once_in_their_own_order),
        cmocka_unit_test(what_cannot_be_followed_is_a_usage_error),
        cmocka_unit_test(a_day_that_is_asked_for_stands_before_that_of_the_dataset),
        cmocka_unit_test(whoever_is_left_out_is_noted_sorted_and_once),
        cmocka_unit_test(the_implied_members_of_one_left_out_stay_active),
        cmocka_unit_test(a_result_keeps_nothing_of_the_chain),
        cmocka_unit_test(an_empty_chain_is_a_result),
        cmocka_unit_test(one_actor_alone_is_a_result),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
