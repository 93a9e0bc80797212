/* registers/log.c: what is said of sheets, columns, rows and cells comes out in their order, however
 * it came in, with one line a column. */
#include "registers/log.h"

#include <stdio.h>
#include <string.h>

#include "support/assert.h"

/* The text of a cell, "-" where it is null; numbers as digits. */
static const char *shown(const vcl_result *log, size_t row, const char *name)
{
    static char buffers[4][400];
    static size_t turn;
    char *buffer = buffers[turn++ % 4];
    const vcl_table *table = vcl_result_find_table(log, "log");
    size_t column = 0;

    assert_non_null(table);
    assert_in_range(row, 0, vcl_table_row_count(table) - 1);
    assert_true(vcl_table_find_column(table, name, &column));
    const vcl_value *value = &vcl_table_row(table, row)[column];
    if (value->is_null) {
        return "-";
    }
    if (vcl_table_column(table, column)->type != VCL_INTEGER) {
        return value->text;
    }
    snprintf(buffer, sizeof buffers[0], "%lld", (long long)value->integer);
    return buffer;
}

static void assert_line(const vcl_result *log, size_t row, const char *place, const char *result,
                        const char *fragment)
{
    char found[400];

    snprintf(found, sizeof found, "%s %s %s", shown(log, row, "sheet"), shown(log, row, "row"),
             shown(log, row, "column"));
    assert_string_equal(found, place);
    assert_string_equal(shown(log, row, "result"), result);
    assert_non_null(strstr(shown(log, row, "message"), fragment));
}

static vcl_result *finish(const vcl_log *log, size_t lines)
{
    vcl_result *result = NULL;

    assert_int_equal(vcl_log_finish(log, &result, NULL), VCL_OK);
    assert_int_equal(vcl_table_row_count(vcl_result_table(result, 0)), lines);
    return result;
}

static void no_lines_give_an_empty_table(void **state)
{
    vcl_log log;

    (void)state;
    vcl_log_init(&log, VCL_ENGLISH);
    vcl_result_free(finish(&log, 0));
    vcl_log_release(&log);
}

static void lines_stand_by_place_however_they_came(void **state)
{
    vcl_log log;
    const char *first[] = { "abc" };
    const char *second[] = { "mười" };

    (void)state;
    vcl_log_init(&log, VCL_ENGLISH);
    assert_int_equal(vcl_log_add_sheet(&log, "a.xlsx", "HTX"), 0);
    assert_int_equal(vcl_log_add_sheet(&log, "b.csv", NULL), 1);
    vcl_log_add(&log, (vcl_cell_place){ 1, 2, 1 }, VCL_FIELD_COUNT, VCL_LOG_NOT_USED,
                VCL_MSG_CELL_NOT_NUMBER, second, 1);
    vcl_log_add(&log, (vcl_cell_place){ 0, 10, 2 }, VCL_FIELD_ORGANISATIONS_MEMBERS,
                VCL_LOG_NOT_USED, VCL_MSG_CELL_NOT_NUMBER, first, 1);
    vcl_log_add(&log, (vcl_cell_place){ 0, 9, 28 }, VCL_FIELD_COUNT, VCL_LOG_WAITING,
                VCL_MSG_MATCH_NONE, first, 1);
    vcl_log_count(&log, (vcl_cell_place){ 0, 5, 2 }, VCL_FIELD_ORGANISATIONS_MEMBERS,
                  VCL_MSG_READ_NUMBER, "12", "12");
    vcl_log_set_column(&log, 0, 2, "Số thành viên", VCL_FIELD_ORGANISATIONS_MEMBERS);
    assert_int_equal(vcl_log_tally(&log, VCL_LOG_NOT_USED), 2);
    assert_int_equal(vcl_log_tally(&log, VCL_LOG_WAITING), 1);
    assert_int_equal(vcl_log_tally(&log, VCL_LOG_NOTE), 0);

    vcl_result *result = finish(&log, 4);
    assert_line(result, 0, "HTX - B", "used", "(1 cell)");
    assert_string_equal(shown(result, 0, "heading"), "Số thành viên");
    assert_string_equal(shown(result, 0, "field"), "organisations.members");
    assert_string_equal(shown(result, 0, "cells"), "1");
    assert_line(result, 1, "HTX 9 AB", "waiting", "abc");
    assert_string_equal(shown(result, 1, "heading"), "-");
    assert_line(result, 2, "HTX 10 B", "not_used", "abc");
    assert_line(result, 3, "- 2 A", "not_used", "mười");
    assert_string_equal(shown(result, 3, "file"), "b.csv");
    assert_string_equal(shown(result, 3, "field"), "-");
    vcl_result_free(result);
    vcl_log_release(&log);
}

static void a_column_has_one_line_with_its_first_examples(void **state)
{
    vcl_log log;
    vcl_register_field field = VCL_FIELD_CONTRACTS_START;

    (void)state;
    vcl_log_init(&log, VCL_VIETNAMESE);
    vcl_log_add_sheet(&log, "a.csv", NULL);
    assert_true(vcl_log_wants_example(&log, (vcl_cell_place){ 0, 7, 3 }, field,
                                      VCL_MSG_READ_DATE_YEAR_START));
    vcl_log_count(&log, (vcl_cell_place){ 0, 7, 3 }, field, VCL_MSG_READ_DATE_YEAR_START, "2025",
                  "2025-01-01");
    vcl_log_count(&log, (vcl_cell_place){ 0, 5, 3 }, field, VCL_MSG_READ_DATE_DAY_FIRST, "2/1/2025",
                  "2025-01-02");
    assert_true(vcl_log_wants_example(&log, (vcl_cell_place){ 0, 4, 3 }, field,
                                      VCL_MSG_READ_DATE_DAY_FIRST));
    vcl_log_count(&log, (vcl_cell_place){ 0, 4, 3 }, field, VCL_MSG_READ_DATE_DAY_FIRST, "1/1/2025",
                  "2025-01-01");
    assert_false(vcl_log_wants_example(&log, (vcl_cell_place){ 0, 6, 3 }, field,
                                       VCL_MSG_READ_DATE_DAY_FIRST));
    vcl_log_count(&log, (vcl_cell_place){ 0, 6, 3 }, field, VCL_MSG_READ_DATE_DAY_FIRST, NULL,
                  NULL);

    vcl_result *result = finish(&log, 1);
    assert_line(result, 0, "- - C", "used", "\"1/1/2025\"");
    assert_line(result, 0, "- - C", "used", "(3 ô); ");
    assert_line(result, 0, "- - C", "used", "2025-01-01 (1 ô)");
    assert_string_equal(shown(result, 0, "cells"), "4");
    vcl_result_free(result);
    vcl_log_release(&log);
}

static void places_are_written_as_spreadsheets_do(void **state)
{
    vcl_log log;
    vcl_text text = { 0 };

    (void)state;
    vcl_log_init(&log, VCL_ENGLISH);
    vcl_log_add_sheet(&log, "a.xlsx", "Hợp đồng");
    vcl_log_add_sheet(&log, "b.csv", NULL);
    vcl_log_add_place(&log, &text, (vcl_cell_place){ 0, 4, 3 });
    vcl_text_add(&text, "|");
    vcl_log_add_place(&log, &text, (vcl_cell_place){ 1, 4, 27 });
    vcl_text_add(&text, "|");
    vcl_log_add_place(&log, &text, (vcl_cell_place){ 1, 0, 0 });
    assert_string_equal(vcl_text_bytes(&text), "a.xlsx, 'Hợp đồng'!C4|b.csv, AA4|b.csv");
    vcl_text_release(&text);
    vcl_log_release(&log);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_lines_give_an_empty_table),
        cmocka_unit_test(lines_stand_by_place_however_they_came),
        cmocka_unit_test(a_column_has_one_line_with_its_first_examples),
        cmocka_unit_test(places_are_written_as_spreadsheets_do),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
