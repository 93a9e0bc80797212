/* Text in manual pages: nothing of it is taken for an instruction. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "manual/roff.h"
#include "support/assert.h"

typedef void print_function(FILE *stream, const char *text, size_t size);

static void assert_set(print_function *print, const char *text, const char *want)
{
    char *got = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&got, &size);

    assert_non_null(stream);
    print(stream, text, strlen(text));
    assert_int_equal(fclose(stream), 0);
    assert_string_equal(got, want);
    free(got);
}

static void synopsis(FILE *stream, const char *text, size_t size)
{
    (void)size;
    roff_synopsis(stream, text);
}

static void what_is_typed_keeps_its_characters(void **state)
{
    (void)state;
    assert_set(roff_typed, "--as-of", "\\fB\\-\\-as\\-of\\fR");
    assert_set(roff_literal, "a'b`c^d~e\"f\\g", "a\\(aqb\\(gac\\(had\\(tie\\(dqf\\(rsg");
}

static void a_dot_or_an_apostrophe_begins_no_line(void **state)
{
    (void)state;
    assert_set(roff_literal, ".so /etc/passwd", "\\&.so /etc/passwd");
    assert_set(roff_literal, "'br", "\\(aqbr");
    assert_set(roff_prose, ".sy date", "\\&.sy date\n");
    assert_set(roff_prose, "'ti 5", "\\&'ti 5\n");
    assert_set(roff_prose, "One. .br", "One.\n\\&.br\n");
}

static void a_backslash_is_no_escape(void **state)
{
    (void)state;
    assert_set(roff_prose, "a \\fB \\n(yr", "a \\(rsfB \\(rsn(yr\n");
}

static void vietnamese_stays_as_it_is(void **state)
{
    (void)state;
    assert_set(roff_prose, "Hợp tác xã: đầu ra", "Hợp tác xã: đầu ra\n");
}

static void sentences_and_long_lines_are_broken(void **state)
{
    char text[201];
    char *end;
    char *got = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&got, &size);

    (void)state;
    assert_set(roff_prose, "One.\nTwo,\nthree. Four", "One.\nTwo, three.\nFour\n");
    for (size_t i = 0; i < 200; i++) {
        text[i] = i % 10 == 9 ? ' ' : 'x';
    }
    text[200] = '\0';
    roff_prose(stream, text, strlen(text));
    assert_int_equal(fclose(stream), 0);
    for (char *line = got; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        assert_true(end - line > 0 && end - line <= 80);
    }
    free(got);
}

static void options_and_quotes_in_prose_are_set_as_typed(void **state)
{
    (void)state;
    assert_set(roff_prose, "(--color) or -o's name",
               "(\\fB\\-\\-color\\fR) or \\fB\\-o\\fR's name\n");
    assert_set(roff_prose, "see `vclink list`.", "see \\fBvclink list\\fR.\n");
    assert_set(roff_prose, "as-of - well-known --", "as-of - well-known --\n");
}

static void a_synopsis_tells_typed_words_from_placeholders(void **state)
{
    (void)state;
    assert_set(synopsis, "analyze FILE [TABLE...]",
               "\\fBanalyze\\fR \\fIFILE\\fR [\\fITABLE\\fR...]");
    assert_set(synopsis, "export FILE --to FORMAT",
               "\\fBexport\\fR \\fIFILE\\fR \\fB\\-\\-to\\fR \\fIFORMAT\\fR");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_typed_keeps_its_characters),
        cmocka_unit_test(a_dot_or_an_apostrophe_begins_no_line),
        cmocka_unit_test(a_backslash_is_no_escape),
        cmocka_unit_test(vietnamese_stays_as_it_is),
        cmocka_unit_test(sentences_and_long_lines_are_broken),
        cmocka_unit_test(options_and_quotes_in_prose_are_set_as_typed),
        cmocka_unit_test(a_synopsis_tells_typed_words_from_placeholders),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
