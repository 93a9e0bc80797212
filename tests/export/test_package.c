/* export/package: the folder of CSV files and its description. */
#define _XOPEN_SOURCE 700 /* nftw() */
#include "export/package.h"

#include "support/folder.h"
#include "written.h"

static const vcl_export_options plain = { .width = 100 };

static void assert_file_contains(const char *path, const char *expected)
{
    char *bytes = contents(path);

    assert_contains(bytes, expected);
    free(bytes);
}

static void each_table_has_a_file_and_the_description_says_so(void **state)
{
    vcl_result *result = sample_result();

    (void)state;
    assert_int_equal(vcl_write_package(result, &plain, "out", NULL), VCL_OK);
    assert_int_equal(count_entries("out"), 2);
    assert_file_contains("out/unlinked.csv", "id,name,linkage,products,households,unsold_kg");
    assert_file_contains("out/datapackage.json", "\"path\": \"unlinked.csv\"");
    assert_file_contains("out/datapackage.json", "\"title\": \"Tân Lạc\"");
    assert_file_contains("out/datapackage.json", "\"as_of\": \"2023-12-31\"");
    vcl_result_free(result);
}

static void columns_have_types_units_and_constraints(void **state)
{
    vcl_result *result = sample_result();

    (void)state;
    assert_int_equal(vcl_write_package(result, &plain, "out", NULL), VCL_OK);
    assert_file_contains("out/datapackage.json", "\"name\": \"id\", \"type\": \"string\"");
    assert_file_contains("out/datapackage.json",
                         "\"constraints\": {\"required\": true, \"unique\": true}");
    assert_file_contains("out/datapackage.json", "\"name\": \"households\", \"type\": \"integer\"");
    assert_file_contains("out/datapackage.json", "\"unit\": \"kg\"");
    assert_file_contains("out/datapackage.json",
                         "\"constraints\": {\"minimum\": 0, \"maximum\": 1}");
    assert_file_contains("out/datapackage.json", "\"primaryKey\": \"id\"");
    vcl_result_free(result);
}

/* There is no table of nodes that the ids could be looked up in. */
static void a_key_to_a_table_that_is_missing_is_not_told(void **state)
{
    vcl_result *result = sample_result();
    char *bytes = NULL;

    (void)state;
    assert_int_equal(vcl_write_package(result, &plain, "out", NULL), VCL_OK);
    bytes = contents("out/datapackage.json");
    assert_lacks(bytes, "foreignKeys");
    free(bytes);
    vcl_result_free(result);
}

static void a_package_is_replaced_and_another_folder_is_not(void **state)
{
    vcl_result *result = sample_result();
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(vcl_write_package(result, &plain, "out", NULL), VCL_OK);
    assert_int_equal(vcl_write_package(result, &plain, "out", NULL), VCL_OK);
    assert_int_equal(unlink("out/datapackage.json"), 0);
    assert_int_equal(vcl_write_package(result, &plain, "out", &err), VCL_ERROR_IO);
    assert_int_equal(err.message, VCL_MSG_FOLDER_NOT_OURS);
    assert_int_equal(count_entries("out"), 1);
    assert_int_equal(count_entries("."), 1);
    vcl_result_free(result);
}

#define in_folder(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_folder(each_table_has_a_file_and_the_description_says_so),
        in_folder(columns_have_types_units_and_constraints),
        in_folder(a_key_to_a_table_that_is_missing_is_not_told),
        in_folder(a_package_is_replaced_and_another_folder_is_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
