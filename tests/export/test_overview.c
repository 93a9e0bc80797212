/* export/overview: the first screen, from tables made by hand. */
#include "base/unicode.h"
#include "comma_locale.h"
#include "written.h"

#define COLUMN(variable, name, type)                                                               \
    static const vcl_column variable = { name, type, "", 0, { name, name }, { "", "" } }

COLUMN(nodes, "nodes", VCL_INTEGER);
COLUMN(buyers, "buyers", VCL_INTEGER);
COLUMN(scope, "scope", VCL_TERM);
COLUMN(key, "key", VCL_TEXT);
COLUMN(level, "level", VCL_TEXT);
COLUMN(kind, "kind", VCL_TERM);
COLUMN(inactive, "inactive", VCL_INTEGER);
COLUMN(not_applicable, "not_applicable", VCL_INTEGER);
COLUMN(active, "active", VCL_INTEGER);
COLUMN(covered, "covered", VCL_INTEGER);
COLUMN(place_name, "place_name", VCL_TEXT);
COLUMN(stranded, "households_uncovered", VCL_INTEGER);
COLUMN(first_loss, "households_lost", VCL_INTEGER);
COLUMN(second_loss, "cooperatives_lost", VCL_INTEGER);
COLUMN(first_exclusive, "exclusive_households", VCL_INTEGER);
COLUMN(second_exclusive, "exclusive_cooperatives", VCL_INTEGER);

static const vcl_column *const summary_columns[] = { &nodes, &buyers };
static const vcl_column *const coverage_columns[] = {
    &scope, &key, &column_name, &level, &kind, &inactive, &not_applicable, &active, &covered,
};
static const vcl_column *const unlinked_columns[] = {
    &column_id, &kind, &column_name, &place_name, &column_linkage, &stranded,
};
static const vcl_column *const critical_columns[] = {
    &column_id, &column_name, &kind, &first_loss, &second_loss,
};
static const vcl_column *const buyers_columns[] = {
    &column_id,
    &column_name,
    &first_exclusive,
    &second_exclusive,
};

TABLE_KIND(summary_kind, "summary", "Summary", "Tổng hợp", summary_columns);
TABLE_KIND(coverage_kind, "coverage", "Coverage", "Mức độ", coverage_columns);
TABLE_KIND(unlinked_kind, "unlinked", "Unlinked", "Chưa có", unlinked_columns);
TABLE_KIND(gaps_kind, "gaps", "Gaps", "Còn thiếu", unlinked_columns);
TABLE_KIND(critical_kind, "critical", "Critical", "Then chốt", critical_columns);
TABLE_KIND(buyers_kind, "buyers", "Buyers", "Bên mua", buyers_columns);

static vcl_table *add_table(vcl_result *result, const vcl_table_kind *table_kind)
{
    vcl_table *table = NULL;

    assert_int_equal(vcl_result_add(result, table_kind, &table, NULL), VCL_OK);
    return table;
}

struct coverage_row {
    const char *scope, *key, *name, *level, *kind;
    int64_t inactive, not_applicable, active, covered;
};

static void add_coverage(vcl_table *table, const struct coverage_row *row)
{
    vcl_table_add_term(table, row->scope);
    vcl_table_add_text(table, row->key);
    vcl_table_add_text(table, row->name);
    vcl_table_add_text(table, row->level);
    vcl_table_add_term(table, row->kind);
    vcl_table_add_integer(table, row->inactive);
    vcl_table_add_integer(table, row->not_applicable);
    vcl_table_add_integer(table, row->active);
    vcl_table_add_integer(table, row->covered);
}

static void add_coverage_table(vcl_result *result)
{
    static const struct coverage_row rows[] = {
        { "all", NULL, NULL, NULL, "farmer", 0, 0, 12000, 9000 },
        { "all", NULL, NULL, NULL, "cooperative", 2, 3, 40, 28 },
        { "product", "pomelo", "Bưởi đỏ", NULL, "farmer", 0, 0, 5000, 1 },
        { "product", "pomelo", "Bưởi đỏ", NULL, "cooperative", 0, 0, 30, 24 },
        { "product", "tea", NULL, NULL, "cooperative", 0, 0, 10, 1 },
        { "place", "01", "Tỉnh Hòa Bình", "province", "cooperative", 0, 0, 40, 28 },
        { "place", "0101", "Tân Lạc", "district", "cooperative", 0, 0, 25, 20 },
        { "place", "0102", "Lạc Sơn", "district", "cooperative", 0, 0, 15, 8 },
        { "place", "010201", "Ân Nghĩa", "commune", "cooperative", 0, 0, 15, 8 },
    };
    vcl_table *table = add_table(result, &coverage_kind);

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        add_coverage(table, &rows[i]);
    }
}

static void add_unlinked(vcl_table *table, const char *id, const char *name, const char *linkage,
                         int64_t households)
{
    vcl_table_add_text(table, id);
    vcl_table_add_term(table, strcmp(id, "g1") == 0 ? "group" : "cooperative");
    vcl_table_add_text(table, name);
    vcl_table_add_text(table, "Lạc Sơn");
    vcl_table_add_term(table, linkage);
    vcl_table_add_integer(table, households);
}

static void add_unlinked_tables(vcl_result *result)
{
    vcl_table *table = add_table(result, &unlinked_kind);
    char id[16];

    add_unlinked(table, "c01", "HTX Đông Lai", "isolated", 1200);
    add_unlinked(table, "g1", "Tổ hợp tác chè", "isolated", 900);
    for (int i = 2; i <= 12; i++) {
        snprintf(id, sizeof id, "c%02d", i);
        add_unlinked(table, id, "HTX Quyết Chiến", "lapsed", 100 - i);
    }
    table = add_table(result, &gaps_kind);
    add_unlinked(table, "c20", "HTX Phú Vinh", "volume_gap", 4);
    add_unlinked(table, "c21", "HTX Phú Cường", "volume_gap", 3);
}

static void add_loss(vcl_table *table, const char *id, const char *name, const char *actor_kind,
                     int64_t households, int64_t cooperatives)
{
    vcl_table_add_text(table, id);
    vcl_table_add_text(table, name);
    if (actor_kind != NULL) {
        vcl_table_add_term(table, actor_kind);
    }
    vcl_table_add_integer(table, households);
    vcl_table_add_integer(table, cooperatives);
}

static void add_loss_tables(vcl_result *result)
{
    vcl_table *table = add_table(result, &critical_kind);

    add_loss(table, "e1", "Công ty Xanh", "enterprise", 4000, 12);
    add_loss(table, "u1", "Liên hiệp Mường Bi", "union", 700, 5);
    add_loss(table, "c30", NULL, "cooperative", 65, 0);
    table = add_table(result, &buyers_kind);
    add_loss(table, "e2", "Siêu thị", NULL, 10, 0);
    add_loss(table, "e1", "Công ty Xanh", NULL, 4000, 12);
    add_loss(table, "e3", "Chợ đầu mối", NULL, 0, 0);
}

static vcl_result *province(void)
{
    vcl_result *result = NULL;
    vcl_table *table = NULL;

    assert_int_equal(vcl_result_new(&result, NULL), VCL_OK);
    result->dataset_name = "Hòa Bình";
    result->dataset_as_of = "2023-12-31";
    table = add_table(result, &summary_kind);
    vcl_table_add_integer(table, 300);
    vcl_table_add_integer(table, 3);
    add_coverage_table(result);
    add_unlinked_tables(result);
    add_loss_tables(result);
    return result;
}

static const vcl_export_options english = { .format = "overview", .source = "hb.json" };
static const vcl_export_options vietnamese = { .format = "overview",
                                               .language = VCL_VIETNAMESE,
                                               .source = "hb.json" };

/* The screen that stands in a file beside this one. */
static void assert_screen(const vcl_export_options *options, const char *path)
{
    vcl_result *result = province();
    char *bytes = written(result, options);
    char *expected = contents(path);

    assert_string_equal(bytes, expected);
    free(expected);
    free(bytes);
    vcl_result_free(result);
}

static void the_english_screen_is_drawn_to_the_column(void **state)
{
    (void)state;
    assert_screen(&english, VCL_SOURCE_DIR "/tests/export/overview_english.txt");
}

static void the_vietnamese_screen_is_drawn_to_the_column(void **state)
{
    (void)state;
    assert_screen(&vietnamese, VCL_SOURCE_DIR "/tests/export/overview_vietnamese.txt");
}

static void a_comma_locale_changes_no_byte(void **state)
{
    vcl_result *result = province();
    char *expected = written(result, &vietnamese);

    (void)state;
    use_comma_locale();
    assert_written(result, &vietnamese, expected);
    setlocale(LC_ALL, "C");
    free(expected);
}

/* Commands may be wider, for they are never cut. */
static void no_line_but_a_command_is_wider_than_the_terminal(void **state)
{
    vcl_result *result = province();

    (void)state;
    result->dataset_name =
        "Các chuỗi liên kết sản xuất và tiêu thụ nông sản chủ lực của tỉnh Hòa Bình";
    for (size_t width = 60; width <= 160; width++) {
        vcl_export_options options = width % 2 == 0 ? english : vietnamese;
        options.width = width;
        char *bytes = written(result, &options);
        for (const char *line = bytes; *line != '\0'; line += strcspn(line, "\n") + 1) {
            vcl_slice slice = { line, strcspn(line, "\n") };
            if (vcl_unicode_width(slice) > width && strncmp(line, "  vclink", 8) != 0) {
                fail_msg("wider than %zu: %.*s", width, (int)slice.size, line);
            }
            assert_true(slice.size == 0 || line[slice.size - 1] != ' ');
        }
        free(bytes);
    }
    vcl_result_free(result);
}

static void an_empty_dataset_says_so(void **state)
{
    vcl_result *result = NULL;
    vcl_table *table = NULL;

    (void)state;
    assert_int_equal(vcl_result_new(&result, NULL), VCL_OK);
    table = add_table(result, &summary_kind);
    vcl_table_add_integer(table, 0);
    vcl_table_add_integer(table, 0);
    assert_written(result, &english,
                   "Value chain\n"
                   "\n"
                   "  The dataset is empty: it names nobody yet.\n"
                   "\n"
                   "NEXT\n"
                   "  vclink check hb.json  what is wrong with the data\n"
                   "  vclink list           every table, column and format\n");
}

static void a_dataset_where_nobody_sells_says_so(void **state)
{
    vcl_result *result = NULL;
    vcl_table *table = NULL;
    char *bytes = NULL;

    (void)state;
    assert_int_equal(vcl_result_new(&result, NULL), VCL_OK);
    table = add_table(result, &coverage_kind);
    add_coverage(table, &(struct coverage_row){ .scope = "all", .kind = "cooperative" });
    bytes = written(result, &english);
    assert_contains(bytes, "Nobody here sells");
    free(bytes);
    vcl_result_free(result);
}

static void without_any_tables_the_screen_is_still_drawn(void **state)
{
    vcl_result *result = NULL;
    char *bytes = NULL;

    (void)state;
    assert_int_equal(vcl_result_new(&result, NULL), VCL_OK);
    bytes = written(result, &english);
    assert_contains(bytes, "vclink list");
    free(bytes);
    vcl_result_free(result);
}

static void tables_and_columns_that_are_missing_are_done_without(void **state)
{
    static const vcl_column *const few[] = { &scope, &kind, &active };
    TABLE_KIND(thin, "coverage", "Coverage", "Mức độ", few);
    TABLE_KIND(bare, "unlinked", "Unlinked", "Chưa có", few);
    vcl_result *result = NULL;
    vcl_table *table = NULL;
    char *bytes = NULL;

    (void)state;
    assert_int_equal(vcl_result_new(&result, NULL), VCL_OK);
    table = add_table(result, &thin);
    vcl_table_add_term(table, "all");
    vcl_table_add_term(table, "cooperative");
    vcl_table_add_integer(table, 5);
    table = add_table(result, &bare);
    vcl_table_add_term(table, "all");
    vcl_table_add_term(table, "cooperative");
    vcl_table_add_integer(table, 5);
    bytes = written(result, &english);
    assert_contains(bytes, "No buyer for 5 of 5 cooperatives (100.0%)");
    assert_contains(bytes, "vclink analyze hb.json unlinked");
    free(bytes);
    vcl_result_free(result);
}

static void where_all_are_covered_nobody_is_listed(void **state)
{
    vcl_result *result = NULL;
    vcl_table *table = NULL;
    char *bytes = NULL;

    (void)state;
    assert_int_equal(vcl_result_new(&result, NULL), VCL_OK);
    table = add_table(result, &coverage_kind);
    add_coverage(table, &(struct coverage_row){
                            .scope = "all", .kind = "farmer", .active = 7, .covered = 7 });
    add_table(result, &unlinked_kind);
    bytes = written(result, &english);
    assert_contains(bytes, "Every one of the 7 households has a buyer");
    assert_lacks(bytes, "WITHOUT A BUYER");
    assert_lacks(bytes, "unlinked");
    free(bytes);
    vcl_result_free(result);
}

static void what_was_supposed_is_told_and_handed_on(void **state)
{
    const char *without[] = { "e'1" };
    vcl_result *result = province();
    char *bytes = NULL;

    (void)state;
    result->without = without;
    result->without_count = 1;
    result->option_as_of = "2024-06-30";
    bytes = written(result, &vietnamese);
    assert_contains(bytes, "Hòa Bình  số liệu đến ngày 30/06/2024\nGiả định đã giải thể: e'1\n");
    assert_contains(bytes, "vclink analyze hb.json gaps --as-of 2024-06-30 --without 'e'\\''1'");
    free(bytes);
    vcl_result_free(result);
}

static void the_file_is_named_so_that_a_shell_takes_it(void **state)
{
    static const char *const sources[][2] = {
        { "my data/hb.json", "vclink analyze 'my data/hb.json' gaps" },
        { "-x.json", "vclink analyze ./-x.json gaps" },
        { "$(rm)", "vclink analyze '$(rm)' gaps" },
        { "Hòa.json", "vclink analyze Hòa.json gaps" },
        { "-", "vclink analyze FILE gaps" },
        { NULL, "vclink analyze FILE gaps" },
    };
    vcl_result *result = province();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(sources); i++) {
        const vcl_export_options options = { .format = "overview", .source = sources[i][0] };
        char *bytes = written(result, &options);
        assert_contains(bytes, sources[i][1]);
        free(bytes);
    }
    vcl_result_free(result);
}

static void control_characters_of_the_data_are_shown_not_sent(void **state)
{
    vcl_result *result = province();
    char *bytes = NULL;

    (void)state;
    result->dataset_name = "a\x1b[2Jb";
    bytes = written(result, &english);
    assert_contains(bytes, "a<U+001B>[2Jb");
    assert_lacks(bytes, "\x1b");
    free(bytes);
    vcl_result_free(result);
}

static void top_shortens_the_list(void **state)
{
    const vcl_export_options options = { .format = "overview", .top = 2 };
    vcl_result *result = province();
    char *bytes = written(result, &options);

    (void)state;
    assert_contains(bytes, "c02");
    assert_lacks(bytes, "c03");
    assert_contains(bytes, "… and 10 more\n");
    free(bytes);
    vcl_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_english_screen_is_drawn_to_the_column),
        cmocka_unit_test(the_vietnamese_screen_is_drawn_to_the_column),
        cmocka_unit_test(a_comma_locale_changes_no_byte),
        cmocka_unit_test(no_line_but_a_command_is_wider_than_the_terminal),
        cmocka_unit_test(an_empty_dataset_says_so),
        cmocka_unit_test(a_dataset_where_nobody_sells_says_so),
        cmocka_unit_test(without_any_tables_the_screen_is_still_drawn),
        cmocka_unit_test(tables_and_columns_that_are_missing_are_done_without),
        cmocka_unit_test(where_all_are_covered_nobody_is_listed),
        cmocka_unit_test(what_was_supposed_is_told_and_handed_on),
        cmocka_unit_test(the_file_is_named_so_that_a_shell_takes_it),
        cmocka_unit_test(control_characters_of_the_data_are_shown_not_sent),
        cmocka_unit_test(top_shortens_the_list),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
