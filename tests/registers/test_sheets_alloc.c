/* registers/sheets.c, log.c, mapping.c with each of our allocations failing in turn: out of memory is
 * said, or nothing is missing. */
#define _XOPEN_SOURCE 700 /* nftw() */
#include "registers/sheets.h"

#include "registers/column.h"
#include "support/alloc.h"
#include "support/folder.h"

static const char *const paths[] = { "HTX.csv", "Bảng.csv", "khác.csv" };

static int write_files(void **state)
{
    if (enter_folder(state) != 0) {
        return 1;
    }
    write_file("HTX.csv",
               "DANH SÁCH\nSTT;Tên HTX;MST;Sản phẩm;Sản lượng (tấn);Trạng thái;Ngày ký;Điện thoại\n"
               "1;Đông Lai;0100109106;Bưởi (1,5 tấn), quýt;1.234,5;??;31/12/2025;x\n"
               "2;Tử Nê;;Na;12 tạ;giải thể;3/2025;;thừa\nTổng;;;;5;;;\n;;;;6;;;\n");
    write_file("Bảng.csv", "Đ.vị;Mua;SL\nA;B;1.500\n");
    write_file("khác.csv", "Nội dung;Kinh phí\nTập huấn;5\n");
    write_file("map.json",
               "{\"sheets\": [{\"file\": \"Bảng.csv\", \"register\": \"contracts\", "
               "\"columns\": {\"Đ.vị\": \"seller\", \"B\": \"buyer\", \"SL\": "
               "{\"field\": \"volume\", \"unit\": \"tấn\", \"decimal\": \"comma\"}}}]}");
    return 0;
}

/* All that came of the files, as one text. */
static char *show(const vcl_rows *rows, const vcl_result *log)
{
    vcl_text shown = { 0 };
    const vcl_entry *entries = rows->entries.items;
    const vcl_table *table = vcl_result_table(log, 0);

    for (size_t i = 0; i < rows->entries.count; i++) {
        vcl_text_add(&shown, "|");
        vcl_column_add_understood(&shown, &entries[i], VCL_ENGLISH);
    }
    for (size_t i = 0; i < vcl_table_row_count(table); i++) {
        const vcl_value *row = vcl_table_row(table, i);
        vcl_text_add(&shown, "\n");
        vcl_text_add(&shown, row[4].is_null ? "" : row[4].text);
        vcl_text_add(&shown, row[8].text);
    }
    assert_false(shown.failed);
    return shown.bytes;
}

/* Reads with the nth allocation failing (0: none); the text is the caller's, NULL after a failure. */
static char *read_with(size_t nth, bool *failed)
{
    vcl_rows rows;
    vcl_log log;
    vcl_error err = { 0 };
    vcl_result *result = NULL;
    const vcl_import_options options = { .mapping = "map.json" };

    vcl_rows_init(&rows);
    vcl_log_init(&log, VCL_ENGLISH);
    fail_allocation(nth);
    vcl_status status = vcl_sheets_read(paths, 3, &options, &rows, &log, &err);
    if (status == VCL_OK) {
        status = vcl_log_finish(&log, &result, &err);
    }
    *failed = allocations_failed() > 0;
    fail_allocation(0);
    assert_true(status == VCL_OK || (*failed && status == VCL_ERROR_MEMORY));
    assert_int_equal(err.status, status);
    char *shown = status == VCL_OK ? show(&rows, result) : NULL;
    vcl_result_free(result);
    vcl_rows_release(&rows);
    vcl_log_release(&log);
    return shown;
}

static void reading_fails_cleanly(void **state)
{
    bool failed = false;
    char *expected = read_with(0, &failed);
    size_t refused = 0;

    (void)state;
    failed = true;
    for (size_t nth = 1; failed; nth++) {
        char *shown = read_with(nth, &failed);
        refused += shown == NULL;
        if (shown != NULL) {
            assert_string_equal(shown, expected);
        }
        free(shown);
    }
    assert_true(refused > 100);
    free(expected);
}

static void a_draft_is_made_whole_or_not(void **state)
{
    bool failed = true;

    (void)state;
    for (size_t nth = 1; failed; nth++) {
        unlink("draft.json");
        fail_allocation(nth);
        vcl_status status = vcl_import_suggest_mapping(paths, 3, "draft.json", NULL);
        failed = allocations_failed() > 0;
        fail_allocation(0);
        assert_true(status == VCL_OK || (failed && status == VCL_ERROR_MEMORY));
        assert_int_equal(access("draft.json", R_OK) == 0, status == VCL_OK);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reading_fails_cleanly),
        cmocka_unit_test(a_draft_is_made_whole_or_not),
    };

    return cmocka_run_group_tests(tests, write_files, leave_folder);
}
