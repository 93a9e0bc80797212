/* registers/sheets.c: files give sources, one a sheet, and what cannot be used at all is an error. */
#define _XOPEN_SOURCE 700 /* nftw() */
#include "registers/sheets.h"

#include "support/folder.h"

static int write_files(void **state)
{
    if (enter_folder(state) != 0) {
        return 1;
    }
    write_file("HTX.csv", "Tên HTX;Số thành viên\nA;65\n");
    write_file("HĐ.csv", "Tên HTX,Bên mua\nA,B\nC,D\n");
    write_file("khác.csv", "Nội dung;Kinh phí\nTập huấn;5\n");
    write_file("hai-cách.csv", "Tên HTX;Sản lượng (tấn);Doanh thu (triệu đồng)\nA;1.234;2.345\n");
    write_file("map.json", "{\"sheets\": [{\"file\": \"khác.csv\", \"register\": "
                           "\"organisations\", \"kind\": \"group\", \"columns\": "
                           "{\"Nội dung\": \"name\", \"Kinh phí\": null}}]}");
    return 0;
}

typedef struct outcome {
    vcl_rows rows;
    vcl_log log;
    vcl_error err;
} outcome;

static vcl_status read_files(outcome *o, const vcl_import_options *options, size_t count,
                             const char *const *paths)
{
    *o = (outcome){ 0 };
    vcl_rows_init(&o->rows);
    vcl_log_init(&o->log, VCL_ENGLISH);
    return vcl_sheets_read(paths, count, options, &o->rows, &o->log, &o->err);
}

static void release(outcome *o)
{
    vcl_rows_release(&o->rows);
    vcl_log_release(&o->log);
}

static void every_sheet_is_a_source(void **state)
{
    outcome o;
    const char *const paths[] = { "HTX.csv", "khác.csv", "HĐ.csv" };

    (void)state;
    assert_int_equal(read_files(&o, &(vcl_import_options){ 0 }, 3, paths), VCL_OK);
    const vcl_source *sources = o.rows.sources.items;
    const vcl_row *rows = o.rows.rows.items;
    assert_int_equal(o.rows.sources.count, 3);
    assert_int_equal(sources[0].kind, VCL_REGISTER_ORGANISATIONS);
    assert_string_equal(sources[0].file, "HTX.csv");
    assert_string_equal(sources[0].sheet, "HTX");
    assert_string_equal(sources[0].kind_word, "cooperative");
    assert_int_equal(sources[1].kind, VCL_REGISTER_COUNT);
    assert_int_equal(sources[1].first_row, sources[1].end_row);
    assert_int_equal(sources[2].kind, VCL_REGISTER_CONTRACTS);
    assert_int_equal(sources[2].end_row - sources[2].first_row, 2);
    assert_int_equal(rows[2].source, 2);
    assert_int_equal(rows[2].number, 3);
    assert_int_equal(o.log.sheets.count, 3);
    release(&o);
}

static void files_without_any_register_are_an_error(void **state)
{
    outcome o;
    const char *const paths[] = { "khác.csv" };

    (void)state;
    assert_int_equal(read_files(&o, &(vcl_import_options){ 0 }, 1, paths), VCL_ERROR_INPUT);
    assert_int_equal(o.err.message, VCL_MSG_NO_REGISTER);
    assert_string_equal(o.err.arguments[0], "khác.csv");
    release(&o);
}

static void a_file_that_is_not_there_is_an_error(void **state)
{
    outcome o;
    const char *const paths[] = { "HTX.csv", "nowhere.xlsx" };

    (void)state;
    assert_int_equal(read_files(&o, &(vcl_import_options){ 0 }, 2, paths), VCL_ERROR_IO);
    release(&o);
}

static void all_columns_that_can_be_read_in_two_ways_are_named(void **state)
{
    outcome o;
    const char *const paths[] = { "hai-cách.csv" };

    (void)state;
    assert_int_equal(read_files(&o, &(vcl_import_options){ 0 }, 1, paths), VCL_ERROR_INPUT);
    assert_int_equal(o.err.message, VCL_MSG_DECIMAL_UNDECIDED);
    assert_string_equal(o.err.arguments[0],
                        "hai-cách.csv, B2 \"1.234\"; hai-cách.csv, C2 \"2.345\"");
    release(&o);
    assert_int_equal(read_files(&o, &(vcl_import_options){ .decimal = VCL_MARK_COMMA }, 1, paths),
                     VCL_OK);
    release(&o);
}

static void a_mapping_is_applied(void **state)
{
    outcome o;
    const char *const paths[] = { "khác.csv" };
    const char *const others[] = { "HTX.csv" };
    const vcl_import_options options = { .mapping = "map.json" };

    (void)state;
    assert_int_equal(read_files(&o, &options, 1, paths), VCL_OK);
    const vcl_source *source = o.rows.sources.items;
    assert_int_equal(source->kind, VCL_REGISTER_ORGANISATIONS);
    assert_string_equal(source->kind_word, "group");
    release(&o);
    assert_int_equal(read_files(&o, &options, 1, others), VCL_OK);
    release(&o);
}

static size_t content_of(const char *path, char *buffer, size_t size)
{
    FILE *file = fopen(path, "rb");

    assert_non_null(file);
    size_t count = fread(buffer, 1, size - 1, file);
    buffer[count] = '\0';
    fclose(file);
    return count;
}

static void a_draft_has_every_sheet_and_column(void **state)
{
    const char *const paths[] = { "hai-cách.csv", "khác.csv" };
    char text[2000];

    (void)state;
    assert_int_equal(vcl_import_suggest_mapping(paths, 2, "draft.json", NULL), VCL_OK);
    content_of("draft.json", text, sizeof text);
    assert_string_equal(text, "{\n"
                              "  \"sheets\": [\n"
                              "    {\n"
                              "      \"file\": \"hai-cách.csv\",\n"
                              "      \"register\": \"organisations\",\n"
                              "      \"heading_row\": 1,\n"
                              "      \"kind\": \"cooperative\",\n"
                              "      \"columns\": {\n"
                              "        \"Tên HTX\": \"name\",\n"
                              "        \"Sản lượng (tấn)\": {\n"
                              "          \"field\": \"output\",\n"
                              "          \"decimal\": null\n"
                              "        },\n"
                              "        \"Doanh thu (triệu đồng)\": {\n"
                              "          \"field\": \"turnover\",\n"
                              "          \"decimal\": null\n"
                              "        }\n"
                              "      }\n"
                              "    },\n"
                              "    {\n"
                              "      \"file\": \"khác.csv\",\n"
                              "      \"register\": null,\n"
                              "      \"heading_row\": 1,\n"
                              "      \"columns\": {\n"
                              "        \"Nội dung\": null,\n"
                              "        \"Kinh phí\": null\n"
                              "      }\n"
                              "    }\n"
                              "  ]\n"
                              "}\n");
}

static void a_draft_is_a_mapping_of_its_files(void **state)
{
    outcome o;
    const char *const paths[] = { "HTX.csv", "khác.csv", "HĐ.csv" };
    const vcl_import_options options = { .mapping = "draft.json" };

    (void)state;
    assert_int_equal(vcl_import_suggest_mapping(paths, 3, "draft.json", NULL), VCL_OK);
    assert_int_equal(read_files(&o, &options, 3, paths), VCL_OK);
    assert_int_equal(o.rows.rows.count, 3);
    release(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sheet_is_a_source),
        cmocka_unit_test(files_without_any_register_are_an_error),
        cmocka_unit_test(a_file_that_is_not_there_is_an_error),
        cmocka_unit_test(all_columns_that_can_be_read_in_two_ways_are_named),
        cmocka_unit_test(a_mapping_is_applied),
        cmocka_unit_test(a_draft_has_every_sheet_and_column),
        cmocka_unit_test(a_draft_is_a_mapping_of_its_files),
    };

    return cmocka_run_group_tests(tests, write_files, leave_folder);
}
