/* export/json and export/ndjson: every byte. */
#include "comma_locale.h"
#include "written.h"

static const vcl_export_options json = { .format = "json" };
static const vcl_export_options ndjson = { .format = "ndjson" };

#define FIRST_ROW                                                                                  \
    "\"id\": \"c1\", \"name\": \"HTX Đông Lai\", \"linkage\": \"isolated\", "                    \
    "\"products\": [\"pomelo\", \"tea\"], \"households\": 40000, \"unsold_kg\": 1234.5, "          \
    "\"rate_of_active\": 0.25}"
#define SECOND_ROW                                                                                 \
    "\"id\": \"c2\", \"name\": \"HTX Quyết Chiến\", \"linkage\": \"volume_gap\", "             \
    "\"products\": [\"pomelo\", \"tea\"], \"households\": 7, \"unsold_kg\": 0.1, "                 \
    "\"rate_of_active\": 0.25}"
#define THIRD_ROW                                                                                  \
    "\"id\": \"c3\", \"name\": null, \"linkage\": null, \"products\": [], "                        \
    "\"households\": null, \"unsold_kg\": 0.0, \"rate_of_active\": null}"

static const char head[] = "{\n  \"format\": \"vclink-metrics\",\n  \"version\": 1,\n"
                           "  \"dataset\": {\"name\": \"Tân Lạc\", \"as_of\": \"2023-12-31\"},\n";

static const char tables[] = "  \"tables\": {\n    \"unlinked\": [\n"
                             "      {" FIRST_ROW ",\n"
                             "      {" SECOND_ROW ",\n"
                             "      {" THIRD_ROW "\n"
                             "    ]\n  },\n";

static const char schema[] =
    "  \"schema\": {\n    \"unlinked\": [\n"
    "      {\"name\": \"id\", \"type\": \"text\", \"unit\": \"\", "
    "\"description\": \"id of the actor\"},\n"
    "      {\"name\": \"name\", \"type\": \"text\", \"unit\": \"\", "
    "\"description\": \"name of the actor\"},\n"
    "      {\"name\": \"linkage\", \"type\": \"text\", \"unit\": \"\", "
    "\"description\": \"its linkage\"},\n"
    "      {\"name\": \"products\", \"type\": \"list\", \"unit\": \"\", "
    "\"description\": \"what it sells\"},\n"
    "      {\"name\": \"households\", \"type\": \"integer\", \"unit\": \"households\", "
    "\"description\": \"its members\"},\n"
    "      {\"name\": \"unsold_kg\", \"type\": \"real\", \"unit\": \"kg\", "
    "\"description\": \"output\"},\n"
    "      {\"name\": \"rate_of_active\", \"type\": \"real\", \"unit\": \"fraction\", "
    "\"description\": \"share\"}\n"
    "    ]\n  }\n}\n";

/* The frame around `tables` and `schema`, with the versions of this build. */
static char *document(const char *options)
{
    char *bytes = calloc(1, 8192);

    assert_non_null(bytes);
    snprintf(bytes, 8192,
             "%s  \"tool\": {\"name\": \"vclink\", \"version\": \"%s\", \"igraph\": \"%s\"},\n"
             "  \"options\": %s,\n%s%s",
             head, vcl_version(), vcl_igraph_version(), options, tables, schema);
    return bytes;
}

static void the_document_is_framed_and_has_one_row_a_line(void **state)
{
    char *expected = document("{\"as_of\": null, \"without\": []}");

    (void)state;
    assert_written(sample_result(), &json, expected);
    free(expected);
}

static void options_tell_what_changed_the_figures(void **state)
{
    const char *without[] = { "e1", "e\"2" };
    char *expected = document("{\"as_of\": \"2024-01-01\", \"without\": [\"e1\", \"e\\\"2\"]}");
    vcl_result *result = sample_result();

    (void)state;
    result->option_as_of = "2024-01-01";
    result->without = without;
    result->without_count = 2;
    assert_written(result, &json, expected);
    free(expected);
}

static void neither_language_nor_colour_nor_width_changes_a_byte(void **state)
{
    const vcl_export_options other = {
        .format = "json", .language = VCL_VIETNAMESE, .color = true, .width = 60, .source = "f"
    };
    char *expected = document("{\"as_of\": null, \"without\": []}");

    (void)state;
    assert_written(sample_result(), &other, expected);
    free(expected);
}

static void a_comma_locale_changes_no_byte(void **state)
{
    char *expected = document("{\"as_of\": null, \"without\": []}");
    vcl_result *result = sample_result();

    (void)state;
    use_comma_locale();
    assert_written(result, &json, expected);
    setlocale(LC_ALL, "C");
    free(expected);
}

static void no_options_mean_json(void **state)
{
    char *expected = document("{\"as_of\": null, \"without\": []}");

    (void)state;
    assert_written(sample_result(), NULL, expected);
    free(expected);
}

static void what_is_not_stated_is_null(void **state)
{
    vcl_table *table = NULL;
    vcl_result *result = result_of(&sample_kind, &table);
    char *bytes = written(result, &json);

    (void)state;
    assert_contains(bytes, "\"dataset\": {\"name\": null, \"as_of\": null}");
    assert_contains(bytes, "\"unlinked\": []");
    free(bytes);
    vcl_result_free(result);
}

static void a_result_without_tables_is_a_document_too(void **state)
{
    vcl_result *result = NULL;
    char *bytes = NULL;

    (void)state;
    assert_int_equal(vcl_result_new(&result, NULL), VCL_OK);
    bytes = written(result, &json);
    assert_contains(bytes, "\"tables\": {\n  },\n  \"schema\": {\n  }\n}\n");
    free(bytes);
    vcl_result_free(result);
}

static void several_tables_stand_in_their_order(void **state)
{
    vcl_table *table = NULL;
    vcl_result *result = sample_result();
    static const vcl_column *const columns[] = { &column_households };
    TABLE_KIND(kind, "summary", "Summary", "Tổng hợp", columns);
    char *bytes = NULL;

    (void)state;
    assert_int_equal(vcl_result_add(result, &kind, &table, NULL), VCL_OK);
    vcl_table_add_integer(table, 9007199254740992);
    bytes = written(result, &json);
    assert_contains(bytes, "\n    ],\n    \"summary\": [\n"
                           "      {\"households\": 9007199254740992}\n    ]\n  },\n");
    free(bytes);
    vcl_result_free(result);
}

static void only_the_first_rows_are_written_where_top_says_so(void **state)
{
    const vcl_export_options options = { .format = "json", .top = 1 };
    vcl_result *result = sample_result();
    char *bytes = written(result, &options);

    (void)state;
    assert_contains(bytes, FIRST_ROW "\n    ]");
    assert_lacks(bytes, "Quyết");
    free(bytes);
    vcl_result_free(result);
}

static void reals_have_twelve_digits(void **state)
{
    static const vcl_column *const columns[] = { &column_unsold };
    TABLE_KIND(kind, "t", "T", "T", columns);
    vcl_table *table = NULL;
    vcl_result *result = result_of(&kind, &table);

    (void)state;
    vcl_table_add_real(table, 0.1 + 0.2);
    vcl_table_add_real(table, 1.0 / 3.0);
    vcl_table_add_real(table, 1e300);
    vcl_table_add_real(table, -2.5e-7);
    assert_written(result, &ndjson,
                   "{\"table\": \"t\", \"unsold_kg\": 0.3}\n"
                   "{\"table\": \"t\", \"unsold_kg\": 0.333333333333}\n"
                   "{\"table\": \"t\", \"unsold_kg\": 1e300}\n"
                   "{\"table\": \"t\", \"unsold_kg\": -2.5e-7}\n");
}

static void what_is_not_finite_is_null(void **state)
{
    static const vcl_column *const columns[] = { &column_unsold };
    TABLE_KIND(kind, "t", "T", "T", columns);
    vcl_table *table = NULL;
    vcl_result *result = result_of(&kind, &table);

    (void)state;
    vcl_table_add_real(table, (double)NAN);
    vcl_table_add_real(table, (double)INFINITY);
    assert_written(result, &ndjson,
                   "{\"table\": \"t\", \"unsold_kg\": null}\n"
                   "{\"table\": \"t\", \"unsold_kg\": null}\n");
}

static void hidden_characters_are_escaped(void **state)
{
    static const vcl_column *const columns[] = { &column_name };
    TABLE_KIND(kind, "t", "T", "T", columns);
    vcl_table *table = NULL;
    vcl_result *result = result_of(&kind, &table);

    (void)state;
    vcl_table_add_text(table,
                       "\x1b[1m\x7f|\xC2\x85|\xE2\x80\xAE|\xE2\x80\xA8|\xEF\xBB\xBF|\xC2\xA0");
    vcl_table_add_text(table, "a\"b\\c\n</script>\t😀");
    assert_written(
        result, &ndjson,
        "{\"table\": \"t\", \"name\": \"\\u001B[1m\\u007F|\\u0085|\\u202E|\\u2028|\\uFEFF|"
        "\xC2\xA0\"}\n"
        "{\"table\": \"t\", \"name\": \"a\\\"b\\\\c\\n</script>\\t😀\"}\n");
}

static void both_unicode_forms_give_the_same_bytes(void **state)
{
    static const vcl_column *const columns[] = { &column_name };
    TABLE_KIND(kind, "t", "T", "T", columns);
    vcl_table *table = NULL;
    vcl_result *result = result_of(&kind, &table);

    (void)state;
    vcl_table_add_text(table, "Hòa");
    vcl_table_add_text(table, "Ho\xCC\x80"
                              "a");
    assert_written(result, &ndjson,
                   "{\"table\": \"t\", \"name\": \"Hòa\"}\n"
                   "{\"table\": \"t\", \"name\": \"Hòa\"}\n");
}

static void bytes_that_are_no_text_are_replaced(void **state)
{
    vcl_result *result = sample_result();
    char *bytes = NULL;

    (void)state;
    result->dataset_name = "\xFFn\xC3";
    bytes = written(result, &json);
    assert_contains(bytes, "\"name\": \"\xEF\xBF\xBDn\xEF\xBF\xBD\"");
    free(bytes);
    vcl_result_free(result);
}

static void ndjson_names_the_table_in_every_line(void **state)
{
    (void)state;
    assert_written(sample_result(), &ndjson,
                   "{\"table\": \"unlinked\", " FIRST_ROW "\n"
                   "{\"table\": \"unlinked\", " SECOND_ROW "\n"
                   "{\"table\": \"unlinked\", " THIRD_ROW "\n");
}

static void yes_and_no_are_booleans(void **state)
{
    vcl_result *result = flag_result();
    char *bytes = written(result, &json);

    (void)state;
    assert_contains(bytes, "      {\"id\": \"c1\", \"active\": true},\n"
                           "      {\"id\": \"c2\", \"active\": false},\n"
                           "      {\"id\": \"c3\", \"active\": null}\n");
    assert_contains(bytes, "{\"name\": \"active\", \"type\": \"boolean\", \"unit\": \"\"");
    free(bytes);
    vcl_result_free(result);
}

static void ndjson_of_nothing_is_empty(void **state)
{
    vcl_table *table = NULL;

    (void)state;
    assert_written(result_of(&sample_kind, &table), &ndjson, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_document_is_framed_and_has_one_row_a_line),
        cmocka_unit_test(options_tell_what_changed_the_figures),
        cmocka_unit_test(neither_language_nor_colour_nor_width_changes_a_byte),
        cmocka_unit_test(a_comma_locale_changes_no_byte),
        cmocka_unit_test(no_options_mean_json),
        cmocka_unit_test(what_is_not_stated_is_null),
        cmocka_unit_test(a_result_without_tables_is_a_document_too),
        cmocka_unit_test(several_tables_stand_in_their_order),
        cmocka_unit_test(only_the_first_rows_are_written_where_top_says_so),
        cmocka_unit_test(reals_have_twelve_digits),
        cmocka_unit_test(what_is_not_finite_is_null),
        cmocka_unit_test(hidden_characters_are_escaped),
        cmocka_unit_test(both_unicode_forms_give_the_same_bytes),
        cmocka_unit_test(bytes_that_are_no_text_are_replaced),
        cmocka_unit_test(ndjson_names_the_table_in_every_line),
        cmocka_unit_test(yes_and_no_are_booleans),
        cmocka_unit_test(ndjson_of_nothing_is_empty),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
