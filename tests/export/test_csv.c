/* export/csv: every byte; what a spreadsheet must not compute. */
#include "comma_locale.h"
#include "written.h"

static const vcl_export_options csv = { .format = "csv" };

static const vcl_column *const name_columns[] = { &column_name };
TABLE_KIND(name_kind, "names", "Names", "Tên", name_columns);

static void assert_cell(const char *text, const char *expected)
{
    vcl_table *table = NULL;
    vcl_result *result = result_of(&name_kind, &table);
    char bytes[200];

    vcl_table_add_text(table, text);
    snprintf(bytes, sizeof bytes, "name\n%s\n", expected);
    assert_written(result, &csv, bytes);
}

static const char sample[] = "id,name,linkage,products,households,unsold_kg,rate_of_active\n"
                             "c1,HTX Đông Lai,isolated,pomelo;tea,40000,1234.5,0.25\n"
                             "c2,HTX Quyết Chiến,volume_gap,pomelo;tea,7,0.1,0.25\n"
                             "c3,,,,,0,\n";

static void a_table_has_a_header_and_plain_figures(void **state)
{
    (void)state;
    assert_written(sample_result(), &csv, sample);
}

static void a_comma_locale_changes_no_byte(void **state)
{
    vcl_result *result = sample_result();

    (void)state;
    use_comma_locale();
    assert_written(result, &csv, sample);
    setlocale(LC_ALL, "C");
}

static void language_changes_no_byte(void **state)
{
    const vcl_export_options options = { .format = "csv", .language = VCL_VIETNAMESE };

    (void)state;
    assert_written(sample_result(), &options, sample);
}

static void a_byte_order_mark_stands_first_where_asked_for(void **state)
{
    const vcl_export_options options = { .format = "csv", .byte_order_mark = true, .top = 1 };

    (void)state;
    assert_written(sample_result(), &options,
                   "\xEF\xBB\xBF"
                   "id,name,linkage,products,households,unsold_kg,rate_of_active\n"
                   "c1,HTX Đông Lai,isolated,pomelo;tea,40000,1234.5,0.25\n");
}

static void an_empty_table_is_its_header(void **state)
{
    vcl_table *table = NULL;

    (void)state;
    assert_written(result_of(&name_kind, &table), &csv, "name\n");
}

static void commas_quotes_and_line_feeds_are_quoted(void **state)
{
    (void)state;
    assert_cell("Lai, Đông", "\"Lai, Đông\"");
    assert_cell("\"Xanh\"", "\"\"\"Xanh\"\"\"");
    assert_cell("a\nb", "\"a\nb\"");
    assert_cell("\"", "\"\"\"\"");
    assert_cell("it's; fine", "it's; fine");
    assert_cell("", "");
}

static void what_begins_like_a_formula_is_defused(void **state)
{
    (void)state;
    assert_cell("=1+1", "'=1+1");
    assert_cell("+84", "'+84");
    assert_cell("-5", "'-5");
    assert_cell("@SUM(A1)", "'@SUM(A1)");
    assert_cell("＝1", "'＝1");
    assert_cell("＋1", "'＋1");
    assert_cell("－1", "'－1");
    assert_cell("＠a", "'＠a");
    assert_cell("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    assert_cell("\n=1", "\"'\n=1\"");
    assert_cell("\t=1", "'<U+0009>=1");
    assert_cell("\r=1", "'<U+000D>=1");
    assert_cell("a=1", "a=1");
    assert_cell("'=1", "'=1");
}

static void every_item_of_a_list_is_defused(void **state)
{
    static const vcl_column *const columns[] = { &column_products };
    TABLE_KIND(kind, "t", "T", "T", columns);
    vcl_table *table = NULL;
    vcl_result *result = result_of(&kind, &table);

    (void)state;
    vcl_table_add_list(table, (const char *const[]){ "=a", "b", "@c" }, 3);
    vcl_table_add_list(table, (const char *const[]){ "a,b", "c\"d" }, 2);
    assert_written(result, &csv, "products\n'=a;b;'@c\n\"a,b;c\"\"d\"\n");
}

static void yes_and_no_are_true_and_false(void **state)
{
    (void)state;
    assert_written(flag_result(), &csv, "id,active\nc1,true\nc2,false\nc3,\n");
}

static void numbers_are_never_defused(void **state)
{
    static const vcl_column *const columns[] = { &column_households, &column_unsold };
    TABLE_KIND(kind, "t", "T", "T", columns);
    vcl_table *table = NULL;
    vcl_result *result = result_of(&kind, &table);

    (void)state;
    vcl_table_add_integer(table, -5);
    vcl_table_add_real(table, -0.5);
    vcl_table_add_null(table);
    vcl_table_add_real(table, (double)INFINITY);
    assert_written(result, &csv, "households,unsold_kg\n-5,-0.5\n,\n");
}

static void hidden_characters_are_shown(void **state)
{
    (void)state;
    assert_cell("a\x1b[31m\xE2\x80\xAE"
                "b\x7f",
                "a<U+001B>[31m<U+202E>b<U+007F>");
    assert_cell("\xE2\x80\xA8", "<U+2028>");
    assert_cell("\xEF\xBB\xBF=1", "<U+FEFF>=1");
}

static void more_than_one_table_is_wrong_usage(void **state)
{
    const vcl_export_options options = { .format = "csv", .source = "a.json" };
    vcl_table *table = NULL;
    vcl_result *result = sample_result();
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(vcl_result_add(result, &name_kind, &table, NULL), VCL_OK);
    assert_int_equal(vcl_export(result, &options, "/tmp/never-written", &err), VCL_ERROR_USAGE);
    assert_int_equal(err.message, VCL_MSG_CSV_ONE_TABLE);
    assert_string_equal(err.arguments[0], "unlinked, names");
    assert_string_equal(err.arguments[1], "a.json");
    assert_int_equal(access("/tmp/never-written", F_OK), -1);
    vcl_result_free(result);
}

static void no_table_at_all_is_wrong_usage(void **state)
{
    vcl_result *result = NULL;
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(vcl_result_new(&result, NULL), VCL_OK);
    assert_int_equal(vcl_export(result, &csv, NULL, &err), VCL_ERROR_USAGE);
    assert_string_equal(err.arguments[1], "FILE");
    vcl_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_has_a_header_and_plain_figures),
        cmocka_unit_test(a_comma_locale_changes_no_byte),
        cmocka_unit_test(language_changes_no_byte),
        cmocka_unit_test(a_byte_order_mark_stands_first_where_asked_for),
        cmocka_unit_test(an_empty_table_is_its_header),
        cmocka_unit_test(commas_quotes_and_line_feeds_are_quoted),
        cmocka_unit_test(what_begins_like_a_formula_is_defused),
        cmocka_unit_test(every_item_of_a_list_is_defused),
        cmocka_unit_test(yes_and_no_are_true_and_false),
        cmocka_unit_test(numbers_are_never_defused),
        cmocka_unit_test(hidden_characters_are_shown),
        cmocka_unit_test(more_than_one_table_is_wrong_usage),
        cmocka_unit_test(no_table_at_all_is_wrong_usage),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
