/* model/problems: what is wrong with the data, in order, and kept within bounds. */
#include "model/problems.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "support/assert.h"

static vcl_problems *new_problems(void)
{
    vcl_problems *problems = NULL;

    assert_int_equal(vcl_problems_new(&problems, NULL), VCL_OK);
    return problems;
}

static void begin(vcl_problems *problems, const char *file)
{
    assert_int_equal(vcl_problems_begin_file(problems, file, NULL), VCL_OK);
}

static void add(vcl_problems *problems, vcl_problem_code code, uint64_t line, const char *pointer)
{
    const vcl_finding finding = {
        .code = code, .message = VCL_MSG_SELF_LINK, .line = line, .pointer = pointer
    };

    assert_int_equal(vcl_problems_add(problems, &finding, NULL), VCL_OK);
}

static void add_value(vcl_problems *problems, const char *value)
{
    const vcl_finding finding = { .code = VCL_PROBLEM_UNKNOWN_NODE,
                                  .message = VCL_MSG_UNKNOWN_NODE,
                                  .value = value };

    assert_int_equal(vcl_problems_add(problems, &finding, NULL), VCL_OK);
}

/* "file:line:pointer:code", a line each. */
static void assert_order(const vcl_problems *problems, const char *expected)
{
    vcl_text found = { 0 };

    for (size_t i = 0; i < vcl_problems_count(problems); i++) {
        const vcl_problem *problem = vcl_problems_at(problems, i);
        vcl_text_add(&found, problem->file);
        vcl_text_add_byte(&found, ':');
        vcl_text_add_integer(&found, (int64_t)problem->line);
        vcl_text_add_byte(&found, ':');
        vcl_text_add(&found, problem->pointer);
        vcl_text_add_byte(&found, ':');
        vcl_text_add(&found, problem->code);
        vcl_text_add_byte(&found, '\n');
    }
    assert_string_equal(vcl_text_bytes(&found), expected);
    vcl_text_release(&found);
}

static void a_new_list_is_empty(void **state)
{
    vcl_problems *problems = new_problems();

    (void)state;
    assert_int_equal(vcl_problems_count(problems), 0);
    assert_int_equal(vcl_problems_errors(problems), 0);
    assert_int_equal(vcl_problems_warnings(problems), 0);
    assert_int_equal(vcl_problems_file_errors(problems), 0);
    vcl_problems_free(problems);
    vcl_problems_free(NULL);
}

static void files_stand_in_the_order_of_loading_and_lines_in_their_own(void **state)
{
    vcl_problems *problems = new_problems();

    (void)state;
    begin(problems, "z.json");
    add(problems, VCL_PROBLEM_SELF_LINK, 7, "/links/0");
    add(problems, VCL_PROBLEM_SELF_LINK, 3, "/links/9");
    begin(problems, "a.json");
    add(problems, VCL_PROBLEM_SELF_LINK, 1, "/links/0");
    add(problems, VCL_PROBLEM_TOO_MANY_HOUSEHOLDS, 0, NULL);
    assert_order(problems, "z.json:3:/links/9:self-link\n"
                           "z.json:7:/links/0:self-link\n"
                           "a.json:0::too-many-households\n"
                           "a.json:1:/links/0:self-link\n");
    vcl_problems_free(problems);
}

static void numbers_in_pointers_compare_as_numbers(void **state)
{
    vcl_problems *problems = new_problems();

    (void)state;
    begin(problems, "f");
    add(problems, VCL_PROBLEM_SELF_LINK, 1, "/links/10");
    add(problems, VCL_PROBLEM_SELF_LINK, 1, "/links/9");
    add(problems, VCL_PROBLEM_WRONG_TYPE, 1, "/links/9/source");
    add(problems, VCL_PROBLEM_SELF_LINK, 1, "/edges/11");
    add(problems, VCL_PROBLEM_SELF_LINK, 1, "/links/100");
    assert_order(problems, "f:1:/edges/11:self-link\n"
                           "f:1:/links/9:self-link\n"
                           "f:1:/links/9/source:wrong-type\n"
                           "f:1:/links/10:self-link\n"
                           "f:1:/links/100:self-link\n");
    vcl_problems_free(problems);
}

static void at_one_place_the_code_decides(void **state)
{
    vcl_problems *problems = new_problems();

    (void)state;
    begin(problems, "f");
    add(problems, VCL_PROBLEM_WRONG_TYPE, 1, "/node/id");
    add(problems, VCL_PROBLEM_EMPTY_ID, 1, "/node/id");
    assert_order(problems, "f:1:/node/id:empty-id\n"
                           "f:1:/node/id:wrong-type\n");
    vcl_problems_free(problems);
}

static void what_is_added_after_a_look_is_sorted_in(void **state)
{
    vcl_problems *problems = new_problems();

    (void)state;
    begin(problems, "f");
    add(problems, VCL_PROBLEM_SELF_LINK, 5, "/link");
    assert_order(problems, "f:5:/link:self-link\n");
    add(problems, VCL_PROBLEM_SELF_LINK, 2, "/link");
    assert_order(problems, "f:2:/link:self-link\n"
                           "f:5:/link:self-link\n");
    vcl_problems_free(problems);
}

static void errors_and_warnings_are_counted_apart(void **state)
{
    vcl_problems *problems = new_problems();

    (void)state;
    begin(problems, "a");
    add(problems, VCL_PROBLEM_WRONG_TYPE, 1, "");
    add(problems, VCL_PROBLEM_SELF_LINK, 1, "");
    add(problems, VCL_PROBLEM_SELF_LINK, 2, "");
    assert_int_equal(vcl_problems_file_errors(problems), 1);
    begin(problems, "b");
    assert_int_equal(vcl_problems_file_errors(problems), 0);
    add(problems, VCL_PROBLEM_SELF_LINK, 1, "");
    assert_int_equal(vcl_problems_errors(problems), 1);
    assert_int_equal(vcl_problems_warnings(problems), 3);
    assert_int_equal(vcl_problems_at(problems, 0)->severity, VCL_WARNING);
    assert_int_equal(vcl_problems_at(problems, 1)->severity, VCL_SEVERITY_ERROR);
    vcl_problems_free(problems);
}

static void of_a_kind_1000_a_file_are_kept_and_the_rest_counted(void **state)
{
    vcl_problems *problems = new_problems();

    (void)state;
    begin(problems, "a");
    for (uint64_t line = 1; line <= 1003; line++) {
        assert_int_equal(vcl_problems_wants(problems, VCL_PROBLEM_SELF_LINK), line <= 1000);
        add(problems, VCL_PROBLEM_SELF_LINK, line, "/link");
    }
    add(problems, VCL_PROBLEM_WRONG_TYPE, 1, "/node");
    assert_int_equal(vcl_problems_count(problems), 1001);
    assert_int_equal(vcl_problems_warnings(problems), 1003);
    assert_int_equal(vcl_problems_omitted(problems, "self-link"), 3);
    assert_int_equal(vcl_problems_omitted(problems, "wrong-type"), 0);
    assert_int_equal(vcl_problems_omitted(problems, "no such code"), 0);
    begin(problems, "b");
    assert_true(vcl_problems_wants(problems, VCL_PROBLEM_SELF_LINK));
    add(problems, VCL_PROBLEM_SELF_LINK, 1, "/link");
    assert_int_equal(vcl_problems_count(problems), 1002);
    assert_int_equal(vcl_problems_omitted(problems, "self-link"), 3);
    vcl_problems_free(problems);
}

static void texts_are_copied(void **state)
{
    vcl_problems *problems = new_problems();
    char value[] = "f1";
    char file[] = "a.json";

    (void)state;
    begin(problems, file);
    add_value(problems, value);
    value[0] = 'x';
    file[0] = 'x';
    assert_string_equal(vcl_problems_at(problems, 0)->value, "f1");
    assert_string_equal(vcl_problems_at(problems, 0)->file, "a.json");
    assert_string_equal(vcl_problems_at(problems, 0)->pointer, "");
    assert_null(vcl_problems_at(problems, 0)->detail);
    assert_null(vcl_problems_at(problems, 0)->suggestion);
    vcl_problems_free(problems);
}

static void a_long_value_is_cut_between_characters(void **state)
{
    vcl_problems *problems = new_problems();
    char value[160] = "";

    (void)state;
    begin(problems, "f");
    memset(value, 'a', 120);
    add_value(problems, value);
    assert_int_equal(strlen(vcl_problems_at(problems, 0)->value), 120);
    value[120] = 'b';
    add_value(problems, value);
    value[120] = '\0';
    assert_memory_equal(vcl_problems_at(problems, 1)->value, value, 120);
    assert_string_equal(vcl_problems_at(problems, 1)->value + 120, "…");
    /* The last of these characters begins at byte 119. */
    memcpy(value + 119, "ế and more", 11);
    add_value(problems, value);
    assert_string_equal(vcl_problems_at(problems, 2)->value + 119, "…");
    vcl_problems_free(problems);
}

static void the_sentence_names_the_value_and_what_was_meant(void **state)
{
    vcl_problems *problems = new_problems();
    vcl_finding finding = { .code = VCL_PROBLEM_UNKNOWN_NODE,
                            .message = VCL_MSG_UNKNOWN_NODE,
                            .value = "HTX-9",
                            .suggestion = "HTX-09" };
    char text[200];

    (void)state;
    begin(problems, "f");
    assert_int_equal(vcl_problems_add(problems, &finding, NULL), VCL_OK);
    for (int language = VCL_ENGLISH; language <= VCL_VIETNAMESE; language++) {
        vcl_problem_text(vcl_problems_at(problems, 0), (vcl_language)language, text, sizeof text);
        assert_non_null(strstr(text, "HTX-9"));
        assert_non_null(strstr(text, "HTX-09"));
    }
    vcl_problems_free(problems);
}

static void a_sentence_is_cut_to_its_buffer(void **state)
{
    vcl_problems *problems = new_problems();
    char whole[200];
    char text[200];

    (void)state;
    begin(problems, "f");
    add_value(problems, "ế\033");
    vcl_problem_text(vcl_problems_at(problems, 0), VCL_VIETNAMESE, whole, sizeof whole);
    assert_non_null(strstr(whole, "ế<U+001B>"));
    for (size_t size = 1; size <= strlen(whole) + 1; size++) {
        memset(text, '#', sizeof text);
        vcl_problem_text(vcl_problems_at(problems, 0), VCL_VIETNAMESE, text, size);
        assert_true(strlen(text) < size);
        assert_memory_equal(text, whole, strlen(text));
        assert_true(((unsigned char)whole[strlen(text)] & 0xC0u) != 0x80u);
        assert_int_equal(text[size], '#');
    }
    vcl_problem_text(vcl_problems_at(problems, 0), VCL_VIETNAMESE, text, 0);
    vcl_problems_free(problems);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_list_is_empty),
        cmocka_unit_test(files_stand_in_the_order_of_loading_and_lines_in_their_own),
        cmocka_unit_test(numbers_in_pointers_compare_as_numbers),
        cmocka_unit_test(at_one_place_the_code_decides),
        cmocka_unit_test(what_is_added_after_a_look_is_sorted_in),
        cmocka_unit_test(errors_and_warnings_are_counted_apart),
        cmocka_unit_test(of_a_kind_1000_a_file_are_kept_and_the_rest_counted),
        cmocka_unit_test(texts_are_copied),
        cmocka_unit_test(a_long_value_is_cut_between_characters),
        cmocka_unit_test(the_sentence_names_the_value_and_what_was_meant),
        cmocka_unit_test(a_sentence_is_cut_to_its_buffer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
