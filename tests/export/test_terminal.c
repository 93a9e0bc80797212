/* export/terminal: what people see, to the column. */
#include "base/unicode.h"
#include "comma_locale.h"
#include "written.h"

static const vcl_column *const name_columns[] = { &column_name, &column_households };
TABLE_KIND(name_kind, "names", "Names", "Tên", name_columns);

static vcl_result *name_result(const char *name)
{
    vcl_table *table = NULL;
    vcl_result *result = result_of(&name_kind, &table);

    vcl_table_add_text(table, name);
    vcl_table_add_integer(table, 1);
    return result;
}

static void an_english_table_is_drawn_to_the_column(void **state)
{
    const vcl_export_options options = { .format = "table" };

    (void)state;
    assert_written(
        sample_result(), &options,
        "Without a buyer  unlinked\n"
        "Id  Name             Linkage                       Products     Households  Unsold,"
        "          Rate\n"
        "                                                                                 kg\n"
        "─────────────────────────────────────────────────────────────────────────────────────"
        "────────────\n"
        "c1  HTX Đông Lai     isolated                      pomelo, tea      40,000  1,234.5  █▌"
        "     25.0%\n"
        "c2  HTX Quyết Chiến  part of output lacks a buyer  pomelo, tea           7      0.1  █▌"
        "     25.0%\n"
        "c3  –                –                             –                     –      0.0   "
        "          –\n"
        "─────────────────────────────────────────────────────────────────────────────────────"
        "────────────\n"
        "Total                                                               40,007  1,234.6\n"
        "3 rows\n");
}

static void a_vietnamese_table_has_vietnamese_numbers(void **state)
{
    const vcl_export_options options = { .format = "table",
                                         .language = VCL_VIETNAMESE,
                                         .width = 120 };

    (void)state;
    assert_written(
        sample_result(), &options,
        "Chưa có đầu ra  unlinked\n"
        "Mã  Tên              Liên kết                             Sản phẩm      Số hộ  Tồn, kg  "
        "           Tỷ lệ\n"
        "──────────────────────────────────────────────────────────────────────────────────────"
        "──────────────────\n"
        "c1  HTX Đông Lai     chưa có liên kết nào                 pomelo, tea  40.000  1.234,5  "
        "██▌        25,0%\n"
        "c2  HTX Quyết Chiến  thiếu đầu ra cho một phần sản lượng  pomelo, tea       7      0,1  "
        "██▌        25,0%\n"
        "c3  –                –                                    –                 –      0,0  "
        "               –\n"
        "──────────────────────────────────────────────────────────────────────────────────────"
        "──────────────────\n"
        "Tổng cộng                                                              40.007  1.234,6\n"
        "3 dòng\n");
}

static void a_comma_locale_changes_no_byte(void **state)
{
    const vcl_export_options options = { .format = "table" };
    vcl_result *result = sample_result();
    char *expected = written(result, &options);

    (void)state;
    use_comma_locale();
    assert_written(result, &options, expected);
    setlocale(LC_ALL, "C");
    free(expected);
}

/* Every line of a table, from its header to its last row, is as wide as the rule. */
static void assert_aligned(const char *table, size_t lines)
{
    const char *line = strchr(table, '\n') + 1;
    size_t expected = 0;

    for (size_t i = 0; i < lines; i++) {
        vcl_slice slice = { line, strcspn(line, "\n") };
        size_t width = vcl_unicode_width(slice);
        expected = i == 0 ? width : expected;
        assert_int_equal(width, expected);
        line += slice.size + 1;
    }
}

static void every_script_is_aligned_by_what_it_takes_on_a_screen(void **state)
{
    /* The second is the first in decomposed form. */
    static const char *const names[] = { "Hòa Bình", "Ho\u0300a Bi\u0300nh", "有機茶",
                                         "đ",        "Nguyễn Thị Hường",     "ﾃ",
                                         "" };
    const vcl_export_options options = { .format = "table" };
    vcl_table *table = NULL;
    vcl_result *result = result_of(&name_kind, &table);
    char *bytes = NULL;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        vcl_table_add_text(table, names[i]);
        vcl_table_add_integer(table, 7);
    }
    bytes = written(result, &options);
    assert_aligned(bytes, 2 + COUNT_OF(names));
    free(bytes);
    vcl_result_free(result);
}

static void control_characters_are_shown_not_sent(void **state)
{
    const vcl_export_options options = { .format = "table" };

    (void)state;
    assert_written(name_result("a\x1b[31m\nb\xE2\x80\xAE"), &options,
                   "Names  names\n"
                   "Name                            Households\n"
                   "──────────────────────────────────────────\n"
                   "a<U+001B>[31m<U+000A>b<U+202E>           1\n"
                   "──────────────────────────────────────────\n"
                   "Total                                    1\n"
                   "1 row\n");
}

static void a_long_name_is_cut_in_its_middle(void **state)
{
    const vcl_export_options options = { .format = "table", .width = 40 };

    (void)state;
    assert_written(name_result("HTX dịch vụ nông nghiệp tổng hợp Đông Lai"), &options,
                   "Names  names\n"
                   "Name                          Households\n"
                   "────────────────────────────────────────\n"
                   "HTX dịch vụ nôn…hợp Đông Lai           1\n"
                   "────────────────────────────────────────\n"
                   "Total                                  1\n"
                   "1 row\n");
}

static void a_sentence_is_broken_over_lines(void **state)
{
    const vcl_export_options options = { .format = "table", .width = 60 };
    vcl_result *result = name_result("one two three four five six seven eight nine ten eleven "
                                     "twelve thirteen fourteen");

    (void)state;
    assert_written(result, &options,
                   "Names  names\n"
                   "Name                                              Households\n"
                   "────────────────────────────────────────────────────────────\n"
                   "one two three four five six seven eight nine ten           1\n"
                   "eleven twelve thirteen fourteen\n"
                   "────────────────────────────────────────────────────────────\n"
                   "Total                                                      1\n"
                   "1 row\n");
}

/* Beside the lines of the table, those that follow it. */
static void assert_narrow(const char *bytes, size_t width)
{
    for (const char *line = bytes; *line != '\0';) {
        vcl_slice slice = { line, strcspn(line, "\n") };
        if (vcl_unicode_width(slice) > width) {
            fail_msg("wider than %zu: %.*s", width, (int)slice.size, line);
        }
        assert_true(slice.size == 0 || line[slice.size - 1] != ' ');
        line += slice.size + 1;
    }
}

static void no_line_is_wider_than_the_terminal(void **state)
{
    vcl_result *result = sample_result();

    (void)state;
    for (size_t width = 40; width <= 160; width++) {
        const vcl_export_options options = { .format = "table",
                                             .width = width,
                                             .language =
                                                 width % 2 == 0 ? VCL_ENGLISH : VCL_VIETNAMESE };
        char *bytes = written(result, &options);
        assert_narrow(bytes, width);
        free(bytes);
    }
    vcl_result_free(result);
}

static void columns_without_room_are_named(void **state)
{
    const vcl_export_options options = { .format = "table", .width = 60 };
    vcl_result *result = sample_result();
    char *bytes = written(result, &options);

    (void)state;
    assert_contains(bytes, "No room for: Products · Unsold, kg (a wider window or\n"
                           "--format csv shows every column)\n");
    assert_contains(bytes, "Rate\n");
    free(bytes);
    vcl_result_free(result);
}

static void totals_are_of_all_rows_where_only_the_first_are_shown(void **state)
{
    const vcl_export_options options = { .format = "table", .top = 1 };
    vcl_result *result = sample_result();
    char *bytes = written(result, &options);

    (void)state;
    assert_lacks(bytes, "Quyết");
    assert_contains(bytes, "40,007     1,234.6\n"
                           "first 1 of 3 rows; totals are of all 3\n");
    free(bytes);
    vcl_result_free(result);
}

static void nulls_do_not_count_in_totals_and_nothing_sums_to_nothing(void **state)
{
    const vcl_export_options options = { .format = "table" };
    vcl_table *table = NULL;
    vcl_result *result = result_of(&name_kind, &table);

    (void)state;
    vcl_table_add_text(table, "a");
    vcl_table_add_null(table);
    assert_written(result, &options,
                   "Names  names\n"
                   "Name  Households\n"
                   "────────────────\n"
                   "a              –\n"
                   "────────────────\n"
                   "               –\n"
                   "1 row\n");
}

static void a_table_without_rows_says_so(void **state)
{
    const vcl_export_options english = { .format = "table" };
    const vcl_export_options vietnamese = { .format = "table", .language = VCL_VIETNAMESE };
    vcl_table *table = NULL;

    (void)state;
    assert_written(result_of(&name_kind, &table), &english, "Names  names\nno rows\n");
    assert_written(result_of(&name_kind, &table), &vietnamese, "Tên  names\nkhông có dòng nào\n");
}

static void yes_and_no_are_words(void **state)
{
    const vcl_export_options english = { .format = "table" };
    const vcl_export_options vietnamese = { .format = "table", .language = VCL_VIETNAMESE };

    (void)state;
    assert_written(flag_result(), &english,
                   "Flags  flags\n"
                   "Id  Active\n"
                   "──────────\n"
                   "c1  yes\n"
                   "c2  no\n"
                   "c3  –\n"
                   "3 rows\n");
    assert_written(flag_result(), &vietnamese,
                   "Có hay không  flags\n"
                   "Mã  Hoạt động\n"
                   "─────────────\n"
                   "c1  có\n"
                   "c2  không\n"
                   "c3  –\n"
                   "3 dòng\n");
}

static void several_tables_stand_apart(void **state)
{
    const vcl_export_options options = { .format = "table" };
    vcl_table *table = NULL;
    vcl_result *result = result_of(&name_kind, &table);

    (void)state;
    assert_int_equal(vcl_result_add(result, &sample_kind, &table, NULL), VCL_OK);
    assert_written(result, &options,
                   "Names  names\nno rows\n\nWithout a buyer  unlinked\nno rows\n");
}

static void a_single_row_without_an_id_stands_upright(void **state)
{
    static const vcl_column nodes = { "nodes",   VCL_INTEGER, "", 0, { "Actors", "Tác nhân" },
                                      { "", "" } };
    static const vcl_column mean = {
        "mean", VCL_REAL, "", 0, { "Mean", "Trung bình" }, { "", "" }
    };
    static const vcl_column *const columns[] = { &nodes, &mean };
    TABLE_KIND(kind, "summary", "Summary", "Tổng hợp", columns);
    const vcl_export_options options = { .format = "table", .language = VCL_VIETNAMESE };
    vcl_table *table = NULL;
    vcl_result *result = result_of(&kind, &table);

    (void)state;
    vcl_table_add_integer(table, 1234567);
    vcl_table_add_real(table, 2.5);
    assert_written(result, &options,
                   "Tổng hợp  summary\n"
                   "Tác nhân    1.234.567\n"
                   "Trung bình        2,5\n");
}

/* Takes the sequences ESC [ … m out. */
static void remove_colours(char *bytes)
{
    char *to = bytes;

    for (const char *from = bytes; *from != '\0'; from++) {
        if (*from == '\x1b') {
            from = strchr(from, 'm');
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
}

static void colours_move_nothing(void **state)
{
    const vcl_export_options plain = { .format = "table" };
    const vcl_export_options coloured = { .format = "table", .color = true };
    vcl_result *result = sample_result();
    char *expected = written(result, &plain);
    char *bytes = written(result, &coloured);

    (void)state;
    assert_lacks(expected, "\x1b");
    assert_contains(bytes, "\x1b[31misolated\x1b[0m");
    assert_contains(bytes, "\x1b[33mpart of output lacks a buyer\x1b[0m");
    assert_contains(bytes, "\x1b[1mId\x1b[0m");
    assert_contains(bytes, "\x1b[2m3 rows\x1b[0m");
    remove_colours(bytes);
    assert_string_equal(bytes, expected);
    free(bytes);
    free(expected);
    vcl_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_english_table_is_drawn_to_the_column),
        cmocka_unit_test(a_vietnamese_table_has_vietnamese_numbers),
        cmocka_unit_test(a_comma_locale_changes_no_byte),
        cmocka_unit_test(every_script_is_aligned_by_what_it_takes_on_a_screen),
        cmocka_unit_test(control_characters_are_shown_not_sent),
        cmocka_unit_test(a_long_name_is_cut_in_its_middle),
        cmocka_unit_test(a_sentence_is_broken_over_lines),
        cmocka_unit_test(no_line_is_wider_than_the_terminal),
        cmocka_unit_test(columns_without_room_are_named),
        cmocka_unit_test(totals_are_of_all_rows_where_only_the_first_are_shown),
        cmocka_unit_test(nulls_do_not_count_in_totals_and_nothing_sums_to_nothing),
        cmocka_unit_test(a_table_without_rows_says_so),
        cmocka_unit_test(yes_and_no_are_words),
        cmocka_unit_test(several_tables_stand_apart),
        cmocka_unit_test(a_single_row_without_an_id_stands_upright),
        cmocka_unit_test(colours_move_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
