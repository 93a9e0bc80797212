/* The public import: from files to a dataset, its log, its review list and its counts. */
#include <vclink/vclink.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/assert.h"

/* A file with this text; the caller removes it. */
static void write_file(char *path, const char *text)
{
    int descriptor = mkstemp(path);

    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, text, strlen(text)), (ssize_t)strlen(text));
    (void)close(descriptor);
}

static void files_become_a_dataset(void **state)
{
    char organisations[] = "/tmp/vclink-test-XXXXXX";
    char contracts[] = "/tmp/vclink-test-XXXXXX";
    const char *paths[] = { organisations, contracts };
    vcl_import *import = NULL;
    vcl_error err = { 0 };

    (void)state;
    write_file(organisations,
               "Danh sách HTX\r\n\r\nSTT;Tên HTX;Số thành viên;Ghi chú\r\n"
               "1;HTX Đông Lai;65;\r\n2;HTX Tân Lạc;1.200;x\r\n;Tổng cộng;1.265;\r\n");
    write_file(contracts, "Bên bán,Bên mua,Khối lượng (tấn)\nHợp tác xã Đông Lai,HTX TÂN LẠC,80\n"
                          "HTX Đông Lại,HTX Tân Lạc,20\n");
    assert_int_equal(vcl_import_read(paths, 2, NULL, &import, &err), VCL_OK);
    vcl_import_counts counts = vcl_import_count(import);
    assert_int_equal(counts.rows, 5);
    assert_int_equal(counts.actors, 2);
    assert_int_equal(counts.links, 1);
    assert_int_equal(counts.named, 2);
    assert_int_equal(counts.waiting, 1);
    const vcl_result *dataset = vcl_import_dataset(import);
    assert_int_equal(vcl_table_row_count(vcl_result_find_table(dataset, "actors")), 2);
    assert_int_equal(vcl_table_row_count(vcl_result_find_table(dataset, "deals")), 1);
    assert_true(vcl_table_row_count(vcl_result_find_table(vcl_import_log(import), "log")) > 5);
    const vcl_table *review = vcl_result_find_table(vcl_import_review(import), "review");
    assert_int_equal(vcl_table_row_count(review), 1);
    assert_string_equal(vcl_table_row(review, 0)[0].text, "HTX Đông Lại");
    vcl_import_free(import);
    (void)unlink(contracts);
    (void)unlink(organisations);
}

static void what_cannot_be_read_gives_nothing(void **state)
{
    char path[] = "/tmp/vclink-test-XXXXXX";
    const char *paths[] = { path };
    vcl_import *import = NULL;
    vcl_error err = { 0 };

    (void)state;
    write_file(path, "a,b\n1,2\n");
    assert_int_equal(vcl_import_read(paths, 1, NULL, &import, &err), VCL_ERROR_INPUT);
    assert_null(import);
    (void)unlink(path);
    assert_int_equal(vcl_import_read(paths, 1, NULL, &import, &err), VCL_ERROR_IO);
    assert_null(import);
    vcl_import_free(NULL);
}

static void options_that_cannot_be_followed_are_refused(void **state)
{
    char path[] = "/tmp/vclink-test-XXXXXX";
    const char *paths[] = { path };
    vcl_import *import = NULL;
    vcl_error err = { 0 };

    (void)state;
    write_file(path, "Tên HTX\nHTX Đông Lai\n");
    const vcl_import_options date = { .as_of = "hôm nay" };
    assert_int_equal(vcl_import_read(paths, 1, &date, &import, &err), VCL_ERROR_USAGE);
    assert_null(import);
    const vcl_import_options decisions = { .decisions = "/nonexistent/review.csv" };
    assert_int_equal(vcl_import_read(paths, 1, &decisions, &import, &err), VCL_ERROR_IO);
    assert_null(import);
    (void)unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_become_a_dataset),
        cmocka_unit_test(what_cannot_be_read_gives_nothing),
        cmocka_unit_test(options_that_cannot_be_followed_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
