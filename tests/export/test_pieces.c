/* export/wrap, bar, best, escape, layout: the pieces that screens are made of. */
#include "base/unicode.h"
#include "export/bar.h"
#include "export/best.h"
#include "export/escape.h"
#include "export/layout.h"
#include "export/wrap.h"
#include "written.h"

static void assert_lines(const char *text, size_t width, const char *const *lines, size_t count)
{
    vcl_slice rest = vcl_slice_of(text);
    vcl_slice line = { 0 };

    assert_int_equal(vcl_wrap_lines(rest, width), count);
    for (size_t i = 0; i < count; i++) {
        assert_true(vcl_wrap_next(&rest, width, &line));
        assert_int_equal(line.size, strlen(lines[i]));
        assert_memory_equal(line.bytes, lines[i], line.size);
    }
    assert_false(vcl_wrap_next(&rest, width, &line));
}

static void text_breaks_at_spaces(void **state)
{
    (void)state;
    assert_lines("", 5, NULL, 0);
    assert_lines("   ", 5, NULL, 0);
    assert_lines("one", 5, (const char *const[]){ "one" }, 1);
    assert_lines("one two", 5, (const char *const[]){ "one", "two" }, 2);
    assert_lines("one two", 7, (const char *const[]){ "one two" }, 1);
    assert_lines(" one  two ", 6, (const char *const[]){ "one", "two" }, 2);
    assert_lines("Đông Lai", 4, (const char *const[]){ "Đông", "Lai" }, 2);
}

static void a_word_breaks_where_it_is_longer_than_a_line(void **state)
{
    (void)state;
    assert_lines("abcdef", 4, (const char *const[]){ "abcd", "ef" }, 2);
    assert_lines("有機茶", 4, (const char *const[]){ "有機", "茶" }, 2);
    assert_lines("有機", 1, (const char *const[]){ "有", "機" }, 2);
    assert_lines("ab", 0, (const char *const[]){ "a", "b" }, 2);
}

static void the_least_width_breaks_no_word(void **state)
{
    (void)state;
    assert_int_equal(vcl_wrap_width(vcl_slice_of("one three two"), 1, 1), 13);
    assert_int_equal(vcl_wrap_width(vcl_slice_of("one three two"), 2, 1), 9);
    assert_int_equal(vcl_wrap_width(vcl_slice_of("one three two"), 3, 1), 5);
    assert_int_equal(vcl_wrap_width(vcl_slice_of("one three two"), 3, 7), 7);
    assert_int_equal(vcl_wrap_width(vcl_slice_of(""), 1, 0), 0);
}

static void assert_bar(double fraction, size_t width, const char *plain, const char *shaded)
{
    vcl_text text = { 0 };

    vcl_bar_add(&text, fraction, width);
    assert_string_equal(vcl_text_bytes(&text), plain);
    vcl_text_clear(&text);
    vcl_bar_add_shaded(&text, fraction, width);
    assert_string_equal(vcl_text_bytes(&text), shaded);
    vcl_text_release(&text);
}

static void a_bar_is_as_long_as_its_share(void **state)
{
    (void)state;
    assert_bar(0.0, 4, "    ", "░░░░");
    assert_bar(1.0, 4, "████", "████");
    assert_bar(0.5, 4, "██  ", "██░░");
    assert_bar(0.53125, 4, "██▏ ", "██░░");
    assert_bar(0.25, 1, "▎", "█");
    assert_bar(2.0, 2, "██", "██");
    assert_bar(-1.0, 2, "  ", "░░");
    assert_bar((double)NAN, 2, "  ", "░░");
    assert_bar(0.5, 0, "", "");
}

static void a_bar_shows_that_there_is_a_little_and_that_there_is_a_rest(void **state)
{
    (void)state;
    assert_bar(0.0001, 4, "▏   ", "█░░░");
    assert_bar(0.9999, 4, "███▉", "███░");
}

static void the_best_are_found_in_one_pass(void **state)
{
    static const int64_t first[] = { 3, 9, 3, 0, 9, 5 };
    static const int64_t second[] = { 1, 0, 2, 0, 0, 7 };
    vcl_best best = { .limit = 4 };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(first); i++) {
        vcl_best_offer(&best, i, first[i], second[i]);
    }
    assert_int_equal(best.count, 4);
    assert_int_equal(best.rows[0].row, 1);
    assert_int_equal(best.rows[1].row, 4);
    assert_int_equal(best.rows[2].row, 5);
    assert_int_equal(best.rows[3].row, 2);
}

static void nothing_is_best_where_none_is_wanted(void **state)
{
    vcl_best best = { .limit = 0 };

    (void)state;
    vcl_best_offer(&best, 0, 1, 1);
    assert_int_equal(best.count, 0);
}

static void assert_word(const char *text, const char *expected)
{
    vcl_text word = { 0 };

    vcl_escape_shell(&word, vcl_slice_of(text));
    assert_string_equal(vcl_text_bytes(&word), expected);
    vcl_text_release(&word);
}

static void a_word_is_quoted_where_a_shell_would_read_more_into_it(void **state)
{
    (void)state;
    assert_word("datasets/hb-2023.json", "datasets/hb-2023.json");
    assert_word("Hòa Bình.json", "'Hòa Bình.json'");
    assert_word("Hòa.json", "Hòa.json");
    assert_word("it's", "'it'\\''s'");
    assert_word("", "''");
    assert_word("$HOME`x`;&|<>*?[]{}~#!\"\\", "'$HOME`x`;&|<>*?[]{}~#!\"\\'");
    assert_word("a\nb", "'a<U+000A>b'");
}

static vcl_layout layout_of(const vcl_result *result, size_t width)
{
    const vcl_table *table = vcl_result_table(result, 0);
    vcl_layout layout;

    assert_int_equal(
        vcl_layout_measure(&layout, table, vcl_table_row_count(table), VCL_ENGLISH, NULL), VCL_OK);
    vcl_layout_fit(&layout, width);
    return layout;
}

static void every_column_is_shown_where_there_is_room(void **state)
{
    vcl_result *result = sample_result();
    vcl_layout layout = layout_of(result, 200);

    (void)state;
    for (size_t i = 0; i < layout.count; i++) {
        assert_true(layout.columns[i].width > 0);
    }
    assert_int_equal(layout.bar, 10);
    assert_int_equal(layout.columns[5].width, strlen("Unsold, kg"));
    vcl_layout_release(&layout);
    vcl_result_free(result);
}

static void ids_names_and_what_is_good_or_bad_stay_longest(void **state)
{
    vcl_result *result = sample_result();
    vcl_layout layout = layout_of(result, 52);

    (void)state;
    assert_true(layout.columns[0].width > 0); /* id */
    assert_true(layout.columns[1].width > 0); /* name */
    assert_true(layout.columns[2].width > 0); /* linkage */
    assert_int_equal(layout.columns[3].width, 0); /* products */
    assert_int_equal(layout.columns[5].width, 0); /* unsold_kg */
    assert_true(layout.columns[6].width > 0); /* rate */
    vcl_layout_release(&layout);
    vcl_result_free(result);
}

static void one_column_always_stays(void **state)
{
    vcl_result *result = sample_result();
    vcl_layout layout = layout_of(result, 1);
    size_t kept = 0;

    (void)state;
    for (size_t i = 0; i < layout.count; i++) {
        kept += layout.columns[i].width;
    }
    assert_int_equal(kept, 1);
    vcl_layout_release(&layout);
    vcl_result_free(result);
}

static void a_total_out_of_range_is_unknown(void **state)
{
    static const vcl_column *const columns[] = { &column_id, &column_households };
    TABLE_KIND(kind, "t", "T", "T", columns);
    vcl_table *table = NULL;
    vcl_result *result = result_of(&kind, &table);

    (void)state;
    for (int i = 0; i < 2; i++) {
        vcl_table_add_text(table, "c");
        vcl_table_add_integer(table, INT64_MAX);
    }
    vcl_layout layout = layout_of(result, 100);
    assert_true(layout.columns[1].total.is_null);
    vcl_layout_release(&layout);
    vcl_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_breaks_at_spaces),
        cmocka_unit_test(a_word_breaks_where_it_is_longer_than_a_line),
        cmocka_unit_test(the_least_width_breaks_no_word),
        cmocka_unit_test(a_bar_is_as_long_as_its_share),
        cmocka_unit_test(a_bar_shows_that_there_is_a_little_and_that_there_is_a_rest),
        cmocka_unit_test(the_best_are_found_in_one_pass),
        cmocka_unit_test(nothing_is_best_where_none_is_wanted),
        cmocka_unit_test(a_word_is_quoted_where_a_shell_would_read_more_into_it),
        cmocka_unit_test(every_column_is_shown_where_there_is_room),
        cmocka_unit_test(ids_names_and_what_is_good_or_bad_stay_longest),
        cmocka_unit_test(one_column_always_stays),
        cmocka_unit_test(a_total_out_of_range_is_unknown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
