/* analysis/catalogue: tables about vclink itself and about a load. */
#include "model/problems.h"
#include "support/figures.h"

static void the_catalogue_lists_every_column_of_every_table(void **state)
{
    vcl_result *result = NULL;
    size_t row = 0;

    (void)state;
    assert_int_equal(vcl_catalogue_result(VCL_VIETNAMESE, &result, NULL), VCL_OK);
    const vcl_table *table = vcl_result_find_table(result, "tables");
    for (size_t i = 0; i < vcl_analysis_count(); i++) {
        for (size_t k = 0; k < vcl_analysis_column_count(i); k++, row++) {
            const vcl_column *column = vcl_analysis_column(i, k);
            const vcl_value *cells = vcl_table_row(table, row);
            assert_string_equal(cells[0].text, vcl_analysis_name(i));
            assert_string_equal(cells[1].text, column->name);
            assert_string_equal(cells[3].text, column->unit);
            assert_string_equal(cells[4].text, column->description[VCL_VIETNAMESE]);
        }
    }
    assert_int_equal(vcl_table_row_count(table), row);
    vcl_result_free(result);
}

static void types_are_named(void **state)
{
    vcl_result *result = NULL;
    vcl_text found = { 0 };

    (void)state;
    assert_int_equal(vcl_catalogue_result(VCL_ENGLISH, &result, NULL), VCL_OK);
    found = text_of_table(vcl_result_find_table(result, "tables"), "table column type");
    assert_non_null(strstr(found.bytes, "\nsummary links integer\n"));
    assert_non_null(strstr(found.bytes, "\ncoverage rate_of_all real\n"));
    assert_non_null(strstr(found.bytes, "\ncoverage key text\n"));
    assert_non_null(strstr(found.bytes, "\nunlinked linkage text\n"));
    assert_non_null(strstr(found.bytes, "\ngaps missing_products list\n"));
    assert_non_null(strstr(found.bytes, "\nlinks leads_to_buyer boolean\n"));
    vcl_text_release(&found);
    vcl_result_free(result);
}

static vcl_result *problems_in(const char *drawing, vcl_language language)
{
    vcl_problems *problems = problems_of(NULL, drawing);
    vcl_result *result = NULL;

    assert_int_equal(vcl_problems_result(problems, language, &result, NULL), VCL_OK);
    vcl_problems_free(problems);
    return result;
}

static void problems_are_a_table_like_any_other(void **state)
{
    vcl_result *result = problems_in("cooperative HTX-09\n"
                                     "link HTX-09 HTX-09\n"
                                     "link HTX-9 HTX-09\n",
                                     VCL_ENGLISH);
    vcl_text found = text_of_table(vcl_result_find_table(result, "problems"),
                                   "severity code file line pointer value suggestion");

    (void)state;
    assert_string_equal(found.bytes,
                        "error unknown-node drawing 3 /link/source \"HTX-9\" HTX-09\n");
    vcl_text_release(&found);
    vcl_result_free(result);
}

static void messages_are_in_the_language_asked_for(void **state)
{
    static const char drawing[] = "cooperative c; link c c\n";
    vcl_result *english = problems_in(drawing, VCL_ENGLISH);
    vcl_result *vietnamese = problems_in(drawing, VCL_VIETNAMESE);
    const vcl_table *first = vcl_result_find_table(english, "problems");
    const vcl_table *second = vcl_result_find_table(vietnamese, "problems");
    size_t column = 0;

    (void)state;
    assert_true(vcl_table_find_column(first, "message", &column));
    assert_string_not_equal(vcl_table_row(first, 0)[column].text,
                            vcl_table_row(second, 0)[column].text);
    vcl_result_free(vietnamese);
    vcl_result_free(english);
}

static void a_problem_of_the_whole_file_has_no_line(void **state)
{
    const vcl_finding finding = { .code = VCL_PROBLEM_TOO_MANY_HOUSEHOLDS,
                                  .message = VCL_MSG_TOO_MANY_HOUSEHOLDS };
    vcl_problems *problems = NULL;
    vcl_result *result = NULL;
    vcl_text found = { 0 };

    (void)state;
    assert_int_equal(vcl_problems_new(&problems, NULL), VCL_OK);
    assert_int_equal(vcl_problems_begin_file(problems, "f", NULL), VCL_OK);
    assert_int_equal(vcl_problems_add(problems, &finding, NULL), VCL_OK);
    assert_int_equal(vcl_problems_result(problems, VCL_ENGLISH, &result, NULL), VCL_OK);
    found = text_of_table(vcl_result_find_table(result, "problems"), "severity file line value");
    assert_string_equal(found.bytes, "error f - -\n");
    vcl_text_release(&found);
    vcl_result_free(result);
    vcl_problems_free(problems);
}

static void without_problems_the_table_is_empty(void **state)
{
    vcl_result *result = problems_in("farmer f\n", VCL_ENGLISH);

    (void)state;
    assert_int_equal(vcl_table_row_count(vcl_result_find_table(result, "problems")), 0);
    vcl_result_free(result);
}

static void a_word_without_a_label_stands_for_itself(void **state)
{
    static const char word[] = "no such word";

    (void)state;
    assert_ptr_equal(vcl_term_label(word, VCL_VIETNAMESE), word);
    assert_string_equal(vcl_term_label("cooperative", VCL_VIETNAMESE), "hợp tác xã");
    assert_string_equal(vcl_term_label("cooperative", VCL_ENGLISH), "cooperative");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_catalogue_lists_every_column_of_every_table),
        cmocka_unit_test(types_are_named),
        cmocka_unit_test(problems_are_a_table_like_any_other),
        cmocka_unit_test(messages_are_in_the_language_asked_for),
        cmocka_unit_test(a_problem_of_the_whole_file_has_no_line),
        cmocka_unit_test(without_problems_the_table_is_empty),
        cmocka_unit_test(a_word_without_a_label_stands_for_itself),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
