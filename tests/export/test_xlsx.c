/* export/xlsx: what only C can see of the workbook (test_workbook.py reads the rest): other
 * locales, rows beyond a sheet, what is broken, allocations that fail. */
#define _XOPEN_SOURCE 700 /* nftw() */
#include "export/xlsx.h"

#include "comma_locale.h"
#include "support/folder.h"
#include "written.h"

static vcl_status write_book(const vcl_result *result, const char *path,
                             const vcl_export_options *options, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_output output = { 0 };

    status = vcl_output_open(&output, path, err);
    if (status == VCL_OK) {
        status = vcl_write_xlsx(result, options, &output, err);
    }
    if (status == VCL_OK) {
        status = vcl_output_commit(&output, err);
    }
    vcl_output_release(&output);
    return status;
}

static void assert_same_files(const char *one, const char *other)
{
    char command[100];

    snprintf(command, sizeof command, "cmp -s %s %s", one, other);
    assert_int_equal(system(command), 0);
}

/* The part `name` of the workbook contains `text`. */
static void assert_part_contains(const char *path, const char *name, const char *text)
{
    char command[400];

    snprintf(command, sizeof command,
             "/usr/bin/python3 -c 'import sys, zipfile; sys.exit(sys.argv[3] not in "
             "zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())' '%s' '%s' '%s'",
             path, name, text);
    assert_int_equal(system(command), 0);
}

static void the_same_bytes_come_out_in_a_locale_with_a_comma(void **state)
{
    const vcl_export_options options = { .width = 100 };
    vcl_result *result = sample_result();

    (void)state;
    assert_int_equal(write_book(result, "a", &options, NULL), VCL_OK);
    use_comma_locale();
    assert_int_equal(write_book(result, "b", &options, NULL), VCL_OK);
    assert_true(localeconv()->decimal_point[0] == ','); /* the host's is left alone */
    setlocale(LC_ALL, "C");
    assert_same_files("a", "b");
    assert_part_contains("b", "xl/worksheets/sheet2.xml", "<v>1234.5</v>");
    vcl_result_free(result);
}

static void totals_stand_below_a_blank_line(void **state)
{
    const vcl_export_options options = { .width = 100 };
    vcl_result *result = sample_result();

    (void)state;
    assert_int_equal(write_book(result, "a", &options, NULL), VCL_OK);
    assert_part_contains("a", "xl/worksheets/sheet2.xml", "<c r=\"F6\"");
    assert_part_contains("a", "xl/worksheets/sheet2.xml", "<v>1234.6</v>");
    assert_part_contains("a", "xl/worksheets/sheet2.xml", "<v>40007</v>");
    vcl_result_free(result);
}

static void a_shortened_table_says_so(void **state)
{
    const vcl_export_options options = { .width = 100, .top = 1 };
    vcl_result *result = sample_result();

    (void)state;
    assert_int_equal(write_book(result, "a", &options, NULL), VCL_OK);
    assert_part_contains("a", "xl/worksheets/sheet2.xml", "first 1 of 3 rows; totals are of all 3");
    vcl_result_free(result);
}

/* 1,048,576 rows are a sheet: the heading, and three that close it, are among them. */
static void what_is_longer_than_a_sheet_goes_on_on_the_next(void **state)
{
    enum { rows = 1048576 };
    static const vcl_column *const columns[] = { &column_households };
    TABLE_KIND(kind, "long", "Long", "Dài", columns);
    const vcl_export_options options = { .width = 100 };
    vcl_table *table = NULL;
    vcl_result *result = result_of(&kind, &table);

    (void)state;
    for (int64_t i = 0; i < rows; i++) {
        vcl_table_add_integer(table, i + 1);
    }
    assert_int_equal(write_book(result, "a", &options, NULL), VCL_OK);
    assert_part_contains("a", "xl/workbook.xml", "name=\"Long\"");
    assert_part_contains("a", "xl/workbook.xml", "name=\"Long (2)\"");
    assert_part_contains("a", "xl/worksheets/sheet2.xml", "<v>1048572</v>");
    assert_part_contains("a", "xl/worksheets/sheet3.xml", "<v>1048573</v>");
    assert_part_contains("a", "xl/worksheets/sheet3.xml", "<v>549756338176</v>");
    vcl_result_free(result);
}

static void a_sheet_has_at_most_31_characters_of_a_name(void **state)
{
    static const vcl_column *const columns[] = { &column_households };
    TABLE_KIND(kind, "long", "A title that is longer than any sheet may be named", "Dài", columns);
    vcl_table *table = NULL;
    vcl_result *result = result_of(&kind, &table);
    char name[VCL_XLSX_NAME_SIZE];

    (void)state;
    vcl_xlsx_sheet_name(name, table, 0, VCL_ENGLISH);
    assert_string_equal(name, "A title that is longer than any");
    vcl_xlsx_sheet_name(name, table, 1, VCL_ENGLISH);
    assert_string_equal(name, "A title that is longer than (2)");
    vcl_result_free(result);
}

static void an_empty_result_is_a_workbook(void **state)
{
    const vcl_export_options options = { .width = 100, .language = VCL_VIETNAMESE };
    vcl_result *result = NULL;

    (void)state;
    assert_int_equal(vcl_result_new(&result, NULL), VCL_OK);
    assert_int_equal(write_book(result, "a", &options, NULL), VCL_OK);
    assert_true(vcl_xlsx_is_whole("a"));
    vcl_result_free(result);
}

/* Whatever is cut off, or left out in the middle of a part. */
static void what_is_broken_is_not_whole(void **state)
{
    const vcl_export_options options = { .width = 100 };
    vcl_result *result = sample_result();
    struct stat there;

    (void)state;
    assert_int_equal(write_book(result, "a", &options, NULL), VCL_OK);
    assert_true(vcl_xlsx_is_whole("a"));
    assert_int_equal(stat("a", &there), 0);
    for (off_t size = there.st_size - 1; size >= 0; size -= 97) {
        assert_int_equal(truncate("a", size), 0);
        assert_false(vcl_xlsx_is_whole("a"));
    }
    assert_false(vcl_xlsx_is_whole("missing"));
    assert_int_equal(system("/usr/bin/python3 -c \""
                            "import zipfile\n"
                            "for name, text in ('good', '<a><b/>x</a>'), ('cut', '<a><b/>x'), "
                            "('empty', ''), ('tag', '<a><b'), ('more', '<a></a></a>'):\n"
                            "    zipfile.ZipFile(name, 'w', 8).writestr('part', text)\""),
                     0);
    assert_true(vcl_xlsx_is_whole("good"));
    assert_false(vcl_xlsx_is_whole("cut"));
    assert_false(vcl_xlsx_is_whole("empty"));
    assert_false(vcl_xlsx_is_whole("tag"));
    assert_false(vcl_xlsx_is_whole("more"));
    vcl_result_free(result);
}

#define in_folder(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_folder(the_same_bytes_come_out_in_a_locale_with_a_comma),
        in_folder(totals_stand_below_a_blank_line),
        in_folder(a_shortened_table_says_so),
        in_folder(what_is_longer_than_a_sheet_goes_on_on_the_next),
        in_folder(a_sheet_has_at_most_31_characters_of_a_name),
        in_folder(an_empty_result_is_a_workbook),
        in_folder(what_is_broken_is_not_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
