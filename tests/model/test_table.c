/* model/table: typed rows, written cell by cell, and the result that holds them. */
#include "model/table.h"

#include <string.h>

#include "base/memory.h"
#include "base/message.h"
#include "support/assert.h"

static const vcl_column id_column = {
    "id", VCL_TEXT, "", VCL_COLUMN_KEY, { "Id", "Mã" }, { "", "" }
};
static const vcl_column kind_column = { "kind", VCL_TERM, "", 0, { "Kind", "Loại" }, { "", "" } };
static const vcl_column count_column = {
    "count", VCL_INTEGER, "actors", 0, { "", "" }, { "", "" }
};
static const vcl_column rate_column = { "rate", VCL_REAL, "fraction", 0, { "", "" }, { "", "" } };
static const vcl_column list_column = { "list", VCL_LIST, "", 0, { "", "" }, { "", "" } };
static const vcl_column flag_column = { "flag", VCL_BOOLEAN, "", 0, { "", "" }, { "", "" } };
static const vcl_column *const columns[] = { &id_column,   &kind_column, &count_column,
                                             &rate_column, &list_column, &flag_column };
static const vcl_table_kind sample = { "sample", { "Sample", "Mẫu" }, columns, 6 };

static void add_row(vcl_table *table, const char *id, double rate)
{
    vcl_table_add_text(table, id);
    vcl_table_add_term(table, "farmer");
    vcl_table_add_integer(table, INT64_C(9007199254740992));
    vcl_table_add_real(table, rate);
    vcl_table_add_list(table, (const char *const[]){ "b", "a" }, 2);
    vcl_table_add_boolean(table, rate > 0.0);
}

static void a_new_table_has_columns_and_no_rows(void **state)
{
    vcl_table table;
    size_t index = 99;

    (void)state;
    vcl_table_init(&table, &sample);
    assert_string_equal(vcl_table_name(&table), "sample");
    assert_string_equal(vcl_table_title(&table, VCL_VIETNAMESE), "Mẫu");
    assert_int_equal(vcl_table_column_count(&table), 6);
    assert_ptr_equal(vcl_table_column(&table, 2), &count_column);
    assert_true(vcl_table_find_column(&table, "rate", &index));
    assert_int_equal(index, 3);
    assert_false(vcl_table_find_column(&table, "Rate", &index));
    assert_int_equal(index, 3);
    assert_int_equal(vcl_table_row_count(&table), 0);
    assert_int_equal(vcl_table_status(&table, NULL), VCL_OK);
    vcl_table_release(&table);
}

static void cells_are_read_as_they_were_written(void **state)
{
    vcl_table table;
    const vcl_value *row = NULL;

    (void)state;
    vcl_table_init(&table, &sample);
    add_row(&table, "c1", 0.25);
    add_row(&table, "c2", -0.5);
    assert_int_equal(vcl_table_status(&table, NULL), VCL_OK);
    assert_int_equal(vcl_table_row_count(&table), 2);
    row = vcl_table_row(&table, 1);
    assert_string_equal(row[0].text, "c2");
    assert_string_equal(row[1].text, "farmer");
    assert_true(row[2].integer == INT64_C(9007199254740992));
    assert_close(row[3].real, -0.5, 0.0);
    assert_int_equal(row[4].list.count, 2);
    assert_string_equal(row[4].list.items[0], "b");
    assert_string_equal(row[4].list.items[1], "a");
    assert_false(row[5].boolean || row[5].is_null);
    assert_true(vcl_table_row(&table, 0)[5].boolean);
    assert_string_equal(vcl_table_row(&table, 0)->text, "c1");
    vcl_table_release(&table);
}

static void what_is_not_known_is_null(void **state)
{
    vcl_table table;
    const vcl_value *row = NULL;

    (void)state;
    vcl_table_init(&table, &sample);
    vcl_table_add_text(&table, NULL);
    vcl_table_add_term(&table, NULL);
    vcl_table_add_null(&table);
    vcl_table_add_real(&table, (double)NAN);
    vcl_table_add_list(&table, NULL, 0);
    vcl_table_add_null(&table);
    assert_int_equal(vcl_table_status(&table, NULL), VCL_OK);
    row = vcl_table_row(&table, 0);
    for (size_t i = 0; i < 4; i++) {
        assert_true(row[i].is_null);
    }
    assert_false(row[4].is_null);
    assert_int_equal(row[4].list.count, 0);
    assert_true(row[5].is_null);
    vcl_table_release(&table);
}

static void texts_are_copied_in_one_unicode_form(void **state)
{
    char id[] = "Hoa\u0300";
    const char *const items[] = { id };
    vcl_table table;

    (void)state;
    vcl_table_init(&table, &sample);
    vcl_table_add_text(&table, id);
    vcl_table_add_null(&table);
    vcl_table_add_null(&table);
    vcl_table_add_null(&table);
    vcl_table_add_list(&table, items, 1);
    vcl_table_add_null(&table);
    memset(id, 'x', sizeof id - 1);
    assert_string_equal(vcl_table_row(&table, 0)[0].text, "Ho\u00e0");
    assert_string_equal(vcl_table_row(&table, 0)[4].list.items[0], "Ho\u00e0");
    vcl_table_release(&table);
}

static void an_infinite_real_is_an_internal_error(void **state)
{
    vcl_table table;
    vcl_error err = { 0 };

    (void)state;
    vcl_table_init(&table, &sample);
    add_row(&table, "c1", 1.0);
    add_row(&table, "c2", (double)INFINITY);
    assert_int_equal(vcl_table_status(&table, &err), VCL_ERROR_INTERNAL);
    assert_int_equal(err.message, VCL_MSG_NOT_FINITE);
    assert_string_equal(err.arguments[0], "sample");
    assert_string_equal(err.arguments[1], "rate");
    vcl_table_release(&table);
}

static void many_rows_stay_where_they_are_written(void **state)
{
    vcl_table table;
    char id[3] = "";

    (void)state;
    vcl_table_init(&table, &sample);
    for (int i = 0; i < 2500; i++) {
        id[0] = (char)('a' + i % 26);
        id[1] = (char)('a' + i / 26 % 26);
        add_row(&table, id, i);
    }
    assert_int_equal(vcl_table_row_count(&table), 2500);
    for (size_t i = 0; i < 2500; i++) {
        assert_int_equal(vcl_table_row(&table, i)->text[0], 'a' + i % 26);
        assert_close(vcl_table_row(&table, i)[3].real, (double)i, 0.0);
    }
    vcl_table_release(&table);
}

static void a_table_too_large_for_the_machine_is_refused_at_once(void **state)
{
    vcl_table table;
    vcl_error err = { 0 };

    (void)state;
    vcl_table_init(&table, &sample);
    assert_int_equal(vcl_table_reserve(&table, 100, &err), VCL_OK);
    vcl_memory_limit((uint64_t)1 << 40);
    assert_int_equal(vcl_table_reserve(&table, (size_t)1 << 34, &err), VCL_ERROR_MEMORY);
    vcl_memory_limit(0);
    assert_int_equal(err.message, VCL_MSG_MEMORY_LIMIT);
    add_row(&table, "c1", 1.0);
    assert_int_equal(vcl_table_row_count(&table), 1);
    assert_int_equal(vcl_table_status(&table, NULL), VCL_OK);
    vcl_table_release(&table);
}

static void a_result_finds_its_tables(void **state)
{
    static const vcl_table_kind other = { "other", { "", "" }, columns, 6 };
    vcl_result *result = NULL;
    vcl_table *table = NULL;

    (void)state;
    assert_int_equal(vcl_result_new(&result, NULL), VCL_OK);
    assert_int_equal(vcl_result_table_count(result), 0);
    assert_null(vcl_result_find_table(result, "sample"));
    assert_int_equal(vcl_result_add(result, &sample, &table, NULL), VCL_OK);
    add_row(table, "c1", 1.0);
    assert_int_equal(vcl_result_add(result, &other, &table, NULL), VCL_OK);
    add_row(table, "c2", 2.0);
    assert_int_equal(vcl_result_table_count(result), 2);
    assert_string_equal(vcl_table_row(vcl_result_find_table(result, "sample"), 0)->text, "c1");
    assert_string_equal(vcl_table_row(vcl_result_table(result, 1), 0)->text, "c2");
    assert_null(vcl_result_find_table(result, "Sample"));
    vcl_result_free(result);
    vcl_result_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_table_has_columns_and_no_rows),
        cmocka_unit_test(cells_are_read_as_they_were_written),
        cmocka_unit_test(what_is_not_known_is_null),
        cmocka_unit_test(texts_are_copied_in_one_unicode_form),
        cmocka_unit_test(an_infinite_real_is_an_internal_error),
        cmocka_unit_test(many_rows_stay_where_they_are_written),
        cmocka_unit_test(a_table_too_large_for_the_machine_is_refused_at_once),
        cmocka_unit_test(a_result_finds_its_tables),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
