/* registers/mapping.c: a mapping file is read as it stands, or refused with the place of what is wrong. */
#include "registers/mapping.h"

#include <stdio.h>
#include <string.h>

#include "support/assert.h"

static vcl_status read_mapping(vcl_mapping *mapping, const char *json, vcl_error *err)
{
    vcl_mapping_init(mapping);
    return vcl_mapping_read_memory(mapping, "map.json", vcl_slice_of(json), err);
}

static const char whole[] =
    "\xEF\xBB\xBF{\"sheets\": ["
    "{\"file\": \"a.xlsx\", \"sheet\": \"DS\", \"register\": \"organisations\","
    " \"heading_row\": 4, \"kind\": \"cooperative\", \"columns\": {"
    " \"Tên ĐƠN vị\": \"name\", \"C\": {\"field\": \"output\", \"unit\": \"tấn\","
    " \"decimal\": \"comma\"}, \"Ghi chú\": null,"
    " \"DT\": {\"field\": \"turnover\", \"unit\": null, \"decimal\": null}}},"
    "{\"sheet\": \"Nháp\", \"register\": null},"
    "{\"file\": \"b.csv\"}]}";

static void what_a_file_says_is_kept(void **state)
{
    vcl_mapping mapping;

    (void)state;
    assert_int_equal(read_mapping(&mapping, whole, NULL), VCL_OK);
    assert_int_equal(mapping.sheets.count, 3);
    const vcl_mapped_sheet *sheet = mapping.sheets.items;
    const vcl_mapped_column *columns = mapping.columns.items;
    assert_int_equal(sheet->kind, VCL_REGISTER_ORGANISATIONS);
    assert_int_equal(sheet->heading_row, 4);
    assert_string_equal(sheet->kind_word, "cooperative");
    assert_int_equal(sheet->end_column - sheet->first_column, 4);
    assert_string_equal(columns[0].field, "name");
    assert_string_equal(columns[0].key, "tên đơn vị");
    assert_string_equal(columns[1].unit, "tấn");
    assert_int_equal(columns[1].decimal, VCL_MARK_COMMA);
    assert_null(columns[2].field);
    assert_null(columns[3].unit);
    assert_int_equal(columns[3].decimal, VCL_MARK_UNKNOWN);
    assert_true(sheet[1].is_passed);
    assert_false(sheet[2].is_passed);
    assert_int_equal(sheet[2].kind, VCL_REGISTER_COUNT);
    vcl_mapping_release(&mapping);
}

static void sheets_are_found_by_file_and_name(void **state)
{
    vcl_mapping mapping;

    (void)state;
    assert_int_equal(read_mapping(&mapping, whole, NULL), VCL_OK);
    const vcl_mapped_sheet *sheets = mapping.sheets.items;
    assert_ptr_equal(vcl_mapping_find(&mapping, "so/a.xlsx", "DS"), &sheets[0]);
    assert_null(vcl_mapping_find(&mapping, "so/aa.xlsx", "DS"));
    assert_null(vcl_mapping_find(&mapping, "a.xlsx", "DS2"));
    assert_ptr_equal(vcl_mapping_find(&mapping, "z.xlsx", "Nháp"), &sheets[1]);
    assert_ptr_equal(vcl_mapping_find(&mapping, "b.csv", "b"), &sheets[2]);
    vcl_mapping_release(&mapping);
}

static void a_sheet_that_is_not_there_is_named(void **state)
{
    vcl_mapping mapping;
    vcl_error err = { 0 };
    const char *const others[] = { "c.csv" };
    const char *const paths[] = { "so/a.xlsx", "b.csv" };

    (void)state;
    assert_int_equal(read_mapping(&mapping, whole, NULL), VCL_OK);
    vcl_mapping_find(&mapping, "c.csv", "Nháp");
    assert_int_equal(vcl_mapping_check_met(&mapping, others, 1, &err), VCL_OK);
    assert_int_equal(vcl_mapping_check_met(&mapping, paths, 2, &err), VCL_ERROR_INPUT);
    assert_int_equal(err.message, VCL_MSG_MAPPING_NO_SHEET);
    assert_string_equal(err.arguments[0], "map.json /sheets/0/sheet: \"DS\"");
    assert_string_equal(err.arguments[1], "so/a.xlsx, b.csv");
    vcl_mapping_release(&mapping);
}

static void columns_are_found_by_heading_or_letters(void **state)
{
    vcl_mapping mapping;
    vcl_text scratch = { 0 };

    (void)state;
    assert_int_equal(read_mapping(&mapping, whole, NULL), VCL_OK);
    const vcl_mapped_sheet *sheet = mapping.sheets.items;
    const vcl_mapped_column *columns = mapping.columns.items;
    assert_ptr_equal(
        vcl_mapping_column(&mapping, sheet, vcl_slice_of("TÊN\n đơn vị "), 0, &scratch),
        &columns[0]);
    assert_ptr_equal(vcl_mapping_column(&mapping, sheet, vcl_slice_of("x"), 3, &scratch),
                     &columns[1]);
    assert_null(vcl_mapping_column(&mapping, sheet, vcl_slice_of("C"), 4, &scratch));
    assert_null(vcl_mapping_column(&mapping, sheet, vcl_slice_of(""), 0, &scratch));
    vcl_text_release(&scratch);
    vcl_mapping_release(&mapping);
}

static void fields_are_known_by_their_keys(void **state)
{
    (void)state;
    assert_int_equal(vcl_mapping_field(VCL_REGISTER_CONTRACTS, "volume"),
                     VCL_FIELD_CONTRACTS_VOLUME);
    assert_int_equal(vcl_mapping_field(VCL_REGISTER_CONTRACTS, "members"), VCL_FIELD_COUNT);
}

static void assert_refused(const char *json, vcl_message message, const char *place,
                           const char *possible)
{
    vcl_mapping mapping;
    vcl_error err = { 0 };
    char expected[200] = "map.json";

    assert_int_equal(read_mapping(&mapping, json, &err), VCL_ERROR_INPUT);
    assert_int_equal(err.message, message);
    if (place != NULL) {
        snprintf(expected, sizeof expected, "map.json %s", place);
    }
    assert_string_equal(err.arguments[0], expected);
    assert_non_null(strstr(err.arguments[1], possible));
    vcl_mapping_release(&mapping);
}

static void what_is_wrong_is_named_with_its_place(void **state)
{
    (void)state;
    assert_refused("{\"sheets\": [}", VCL_MSG_MAPPING_SYNTAX, NULL, "1:");
    assert_refused("", VCL_MSG_MAPPING_SYNTAX, NULL, "");
    assert_refused("{\"sheets\": [], \"sheets\": []}", VCL_MSG_MAPPING_SYNTAX, NULL, "");
    assert_refused("[]", VCL_MSG_MAPPING_NOT_OBJECT, "", "");
    assert_refused("{}", VCL_MSG_MAPPING_NOT_LIST, "/sheets", "");
    assert_refused("{\"sheet\": []}", VCL_MSG_MAPPING_UNKNOWN_KEY, "/sheet", "sheets");
    assert_refused("{\"sheets\": [3]}", VCL_MSG_MAPPING_NOT_OBJECT, "/sheets/0", "");
    assert_refused("{\"sheets\": [{}]}", VCL_MSG_MAPPING_NO_NAME, "/sheets/0", "");
    assert_refused("{\"sheets\": [{\"sheet\": 3}]}", VCL_MSG_MAPPING_NOT_TEXT, "/sheets/0/sheet",
                   "");
    assert_refused("{\"sheets\": [{\"sheet\": \"x\", \"register\": \"htx\"}]}",
                   VCL_MSG_MAPPING_UNKNOWN_REGISTER, "/sheets/0/register: \"htx\"",
                   "dataset, organisations");
    assert_refused("{\"sheets\": [{\"sheet\": \"x\", \"heading_row\": 0}]}",
                   VCL_MSG_MAPPING_NOT_ROW, "/sheets/0/heading_row", "");
    assert_refused("{\"sheets\": [{\"sheet\": \"x\", \"kind\": \"htx\"}]}",
                   VCL_MSG_MAPPING_UNKNOWN_KIND, "/sheets/0/kind: \"htx\"", "cooperative");
    assert_refused("{\"sheets\": [{\"sheet\": \"x\", \"columns\": []}]}",
                   VCL_MSG_MAPPING_NOT_OBJECT, "/sheets/0/columns", "");
    assert_refused("{\"sheets\": [{\"sheet\": \"x\", \"columns\": {\"a/b\": 3}}]}",
                   VCL_MSG_MAPPING_NOT_OBJECT, "/sheets/0/columns/a~1b", "");
    assert_refused("{\"sheets\": [{\"sheet\": \"x\", \"columns\": {\"a\": {\"feild\": \"x\"}}}]}",
                   VCL_MSG_MAPPING_UNKNOWN_KEY, "/sheets/0/columns/a/feild", "field, unit");
    assert_refused("{\"sheets\": [{\"sheet\": \"x\", \"columns\": {\"a\": {\"decimal\": \",\"}}}]}",
                   VCL_MSG_MAPPING_UNKNOWN_DECIMAL, "/sheets/0/columns/a/decimal: \",\"",
                   "comma, point");
}

static void a_file_that_is_not_there_is_an_error_of_reading(void **state)
{
    vcl_mapping mapping;
    vcl_error err = { 0 };

    (void)state;
    vcl_mapping_init(&mapping);
    assert_int_equal(vcl_mapping_read(&mapping, "/nowhere/map.json", &err), VCL_ERROR_IO);
    vcl_mapping_release(&mapping);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_file_says_is_kept),
        cmocka_unit_test(sheets_are_found_by_file_and_name),
        cmocka_unit_test(a_sheet_that_is_not_there_is_named),
        cmocka_unit_test(columns_are_found_by_heading_or_letters),
        cmocka_unit_test(fields_are_known_by_their_keys),
        cmocka_unit_test(what_is_wrong_is_named_with_its_place),
        cmocka_unit_test(a_file_that_is_not_there_is_an_error_of_reading),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
