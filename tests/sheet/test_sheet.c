/* sheet/sheet.h: rows, cells and merged ranges are found, and places named. */
#include "sheet/sheet.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "sheet/csv.h"
#include "sheet/xlsx_sheet.h"
#include "support/assert.h"

static vcl_workbook *read_text(const char *text)
{
    vcl_workbook *workbook = NULL;

    assert_int_equal(vcl_workbook_read("folder/HTX.csv", vcl_slice_of(text), &workbook, NULL),
                     VCL_OK);
    return workbook;
}

static void rows_and_cells_are_found_by_number(void **state)
{
    vcl_workbook *workbook = read_text("a,,c\n\n,x\n");
    const vcl_sheet *sheet = vcl_workbook_sheet(workbook, 0);
    const vcl_sheet_row *first = vcl_sheet_find_row(sheet, 1);

    (void)state;
    assert_string_equal(sheet->name, "HTX");
    assert_int_equal(sheet->last_column, 3);
    assert_int_equal(sheet->rows.count, 2);
    assert_null(vcl_sheet_find_row(sheet, 0));
    assert_null(vcl_sheet_find_row(sheet, 2));
    assert_null(vcl_sheet_find_row(sheet, 4));
    assert_string_equal(vcl_sheet_cell_at(sheet, first, 1)->text, "a");
    assert_string_equal(vcl_sheet_cell_at(sheet, first, 3)->text, "c");
    assert_string_equal(vcl_sheet_cell_at(sheet, vcl_sheet_find_row(sheet, 3), 2)->text, "x");
    vcl_workbook_free(workbook);
}

static void where_nothing_is_stored_the_cell_is_empty(void **state)
{
    vcl_workbook *workbook = read_text("a,,c\n");
    const vcl_sheet *sheet = vcl_workbook_sheet(workbook, 0);
    const vcl_sheet_row *first = vcl_sheet_find_row(sheet, 1);

    (void)state;
    for (uint32_t column = 0; column < 6; column++) {
        if (column != 1 && column != 3) {
            assert_int_equal(vcl_sheet_cell_at(sheet, first, column)->kind, VCL_CELL_EMPTY);
        }
    }
    assert_int_equal(vcl_sheet_cell_at(sheet, NULL, 1)->kind, VCL_CELL_EMPTY);
    assert_string_equal(vcl_sheet_cell_at(sheet, NULL, 1)->text, "");
    vcl_workbook_free(workbook);
}

static void an_apostrophe_before_a_formula_is_no_part_of_the_text(void **state)
{
    static const char *const expected[] = { "=1+1", "-x", "＝1", "'", "'a", "''=1", "a'=1" };
    vcl_workbook *workbook = read_text("'=1+1,\"'-x\",'＝1,','a,''=1,a'=1\n");
    const vcl_sheet *sheet = vcl_workbook_sheet(workbook, 0);

    (void)state;
    for (uint32_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        assert_string_equal(vcl_sheet_cell_at(sheet, vcl_sheet_find_row(sheet, 1), i + 1)->text,
                            expected[i]);
    }
    vcl_workbook_free(workbook);
}

/* Compared with looking at each range, over all places. */
static void merged_cells_are_found_from_each_of_theirs(void **state)
{
    vcl_sheet_range ranges[] = { { 1, 1, 1, 3 }, { 2, 4, 1, 1 }, { 6, 7, 1, 2 },
                                 { 2, 3, 2, 5 }, { 5, 9, 4, 4 }, { 6, 6, 5, 6 } };
    vcl_sheet sheet = { .merged = { .items = ranges, .count = 6 } };

    (void)state;
    for (uint32_t row = 1; row <= 10; row++) {
        for (uint32_t column = 1; column <= 8; column++) {
            const vcl_sheet_range *expected = NULL;
            for (size_t i = 0; i < 6; i++) {
                if (row >= ranges[i].first_row && row <= ranges[i].last_row &&
                    column >= ranges[i].first_column && column <= ranges[i].last_column) {
                    expected = &ranges[i];
                }
            }
            assert_ptr_equal(vcl_sheet_find_merged(&sheet, row, column), expected);
        }
    }
}

static void assert_place(const char *name, uint32_t row, uint32_t column, const char *expected)
{
    vcl_sheet sheet = { .name = name };
    vcl_text text = { 0 };

    vcl_sheet_add_place(&text, &sheet, row, column);
    assert_string_equal(vcl_text_bytes(&text), expected);
    vcl_text_release(&text);
}

static void places_are_written_as_spreadsheet_programs_do(void **state)
{
    (void)state;
    assert_place("HTX", 14, 3, "HTX!C14");
    assert_place("Hợp tác xã", 1, 26, "'Hợp tác xã'!Z1");
    assert_place("A's", 1, 27, "'A''s'!AA1");
    assert_place("HTX2", 1, 16384, "'HTX2'!XFD1");
    assert_place("HTX", 5, 0, "HTX!5");
    assert_place("HTX", 0, 3, "HTX!C");
    assert_place("", 0, 0, "''");
}

static void places_are_read(void **state)
{
    static const char *const wrong[] = {
        "", "A", "1", "A0", "A1048577", "XFE1", "A1B", "A-1", "Á1"
    };
    uint32_t row = 0;
    uint32_t column = 0;

    (void)state;
    assert_true(vcl_xlsx_place("XFD1048576", &row, &column));
    assert_int_equal(row, VCL_SHEET_MOST_ROWS);
    assert_int_equal(column, VCL_SHEET_MOST_COLUMNS);
    assert_true(vcl_xlsx_place("aa07", &row, &column));
    assert_int_equal(row, 7);
    assert_int_equal(column, 27);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(vcl_xlsx_place(wrong[i], &row, &column));
    }
}

static void assert_separator(const char *text, char separator, size_t begin)
{
    size_t found = 99;

    assert_int_equal(vcl_csv_separator(vcl_slice_of(text), &found), separator);
    assert_int_equal(found, begin);
}

static void the_separator_is_what_cuts_most_rows_alike(void **state)
{
    (void)state;
    assert_separator("", ',', 0);
    assert_separator("a;b\n1,5;2,5\n", ';', 0);
    assert_separator("a,b\nx;y;z,1\nu;v,2\n", ',', 0);
    assert_separator("a\tb,c;d|e", '\t', 0);
    assert_separator("\"a;b;c\",d\n\"e;f;g\",h\n", ',', 0);
    assert_separator("sep=,\r\na;b;c\n", ',', 7);
    assert_separator("sep=|\na;b", '|', 6);
    assert_separator("sep=;", ';', 5);
    assert_separator("sep=", ',', 0);
    assert_separator("sep=;x", ';', 0);
}

/* A file without an error to fill is read alike. */
static void errors_may_be_left_out(void **state)
{
    vcl_workbook *workbook = NULL;

    (void)state;
    assert_int_equal(vcl_workbook_read("x", vcl_slice_of("%PDF-"), &workbook, NULL),
                     VCL_ERROR_INPUT);
    assert_null(workbook);
    vcl_workbook_free(NULL);
}

static void the_memory_limit_is_kept(void **state)
{
    vcl_workbook *workbook = NULL;
    vcl_error err = { 0 };

    (void)state;
    vcl_memory_limit(1);
    assert_int_equal(vcl_workbook_read("a.csv", vcl_slice_of("a,b\n"), &workbook, &err),
                     VCL_ERROR_MEMORY);
    vcl_memory_limit(0);
    assert_null(workbook);
    assert_int_equal(err.message, VCL_MSG_MEMORY_LIMIT);
}

static void messages_stand_in_vietnamese_too(void **state)
{
    vcl_workbook *workbook = NULL;
    vcl_error err = { 0 };
    char sentence[500];

    (void)state;
    assert_int_equal(vcl_workbook_read("a.csv", vcl_slice_of("a\n\"b"), &workbook, &err),
                     VCL_ERROR_INPUT);
    vcl_error_text(&err, VCL_VIETNAMESE, sentence, sizeof sentence);
    assert_string_equal(sentence,
                        "a.csv, dòng 2: dấu nháy kép mở đầu ô ở đây nhưng không được đóng lại");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_and_cells_are_found_by_number),
        cmocka_unit_test(where_nothing_is_stored_the_cell_is_empty),
        cmocka_unit_test(an_apostrophe_before_a_formula_is_no_part_of_the_text),
        cmocka_unit_test(merged_cells_are_found_from_each_of_theirs),
        cmocka_unit_test(places_are_written_as_spreadsheet_programs_do),
        cmocka_unit_test(places_are_read),
        cmocka_unit_test(the_separator_is_what_cuts_most_rows_alike),
        cmocka_unit_test(errors_may_be_left_out),
        cmocka_unit_test(the_memory_limit_is_kept),
        cmocka_unit_test(messages_stand_in_vietnamese_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
