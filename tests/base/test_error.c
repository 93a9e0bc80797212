/* base/error: the first error wins, and speaks both languages. */
#include "base/error.h"
#include "base/memory.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "support/assert.h"

static void the_first_error_wins(void **state)
{
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(vcl_fail(&err, VCL_ERROR_USAGE, VCL_MSG_TABLE_UNKNOWN, "a", NULL),
                     VCL_ERROR_USAGE);
    assert_int_equal(vcl_fail(&err, VCL_ERROR_IO, VCL_MSG_FILE_FAILED, "b", "c"), VCL_ERROR_IO);
    assert_int_equal(err.status, VCL_ERROR_USAGE);
    assert_int_equal(err.message, VCL_MSG_TABLE_UNKNOWN);
    assert_string_equal(err.arguments[0], "a");
    assert_string_equal(err.arguments[1], "");
}

static void nobody_needs_to_want_the_error(void **state)
{
    (void)state;
    assert_int_equal(vcl_fail(NULL, VCL_ERROR_INPUT, VCL_MSG_NO_MEMORY, "a", "b"), VCL_ERROR_INPUT);
    assert_int_equal(vcl_fail_memory(NULL), VCL_ERROR_MEMORY);
    assert_int_equal(vcl_fail_file(NULL, "a", ENOENT), VCL_ERROR_IO);
    vcl_error_clear(NULL);
}

static void clearing_makes_room_for_the_next_error(void **state)
{
    vcl_error err = { 0 };

    (void)state;
    vcl_fail_memory(&err);
    vcl_error_clear(&err);
    assert_int_equal(err.status, VCL_OK);
    vcl_fail(&err, VCL_ERROR_IO, VCL_MSG_FILE_FAILED, "a", "b");
    assert_int_equal(err.status, VCL_ERROR_IO);
}

static void a_long_argument_is_cut_between_characters(void **state)
{
    vcl_error err = { 0 };
    char argument[3 * 200 + 1] = "";

    (void)state;
    for (size_t i = 0; i < 200; i++) {
        memcpy(argument + 3 * i, "ế", 3);
    }
    vcl_fail(&err, VCL_ERROR_INPUT, VCL_MSG_FILE_FAILED, argument, argument + 1);
    assert_int_equal(strlen(err.arguments[0]), VCL_ERROR_ARGUMENT_SIZE - 2); /* 510 = 170 × 3 */
    assert_true(vcl_unicode_valid(vcl_slice_of(err.arguments[0]), NULL));
}

static void an_error_speaks_both_languages(void **state)
{
    vcl_error err = { 0 };
    char text[100];

    (void)state;
    vcl_fail_file(&err, "a.json", ENOENT);
    vcl_error_text(&err, VCL_ENGLISH, text, sizeof text);
    assert_string_equal(text, "a.json: no such file or folder");
    vcl_error_text(&err, VCL_VIETNAMESE, text, sizeof text);
    assert_string_equal(text, "a.json: không tìm thấy tệp hoặc thư mục này");
}

static void what_a_terminal_would_obey_is_shown(void **state)
{
    vcl_error err = { 0 };
    char text[100];

    (void)state;
    vcl_fail_file(&err, "a\033[2J\n\xFF", ENOENT);
    vcl_error_text(&err, VCL_ENGLISH, text, sizeof text);
    assert_string_equal(text, "a<U+001B>[2J<U+000A><0xFF>: no such file or folder");
}

static void a_text_is_cut_to_any_size_between_characters(void **state)
{
    vcl_error err = { 0 };
    char whole[100];
    char cut[101];

    (void)state;
    vcl_fail_file(&err, "Hoà", ENOENT);
    vcl_error_text(&err, VCL_VIETNAMESE, whole, sizeof whole);
    for (size_t size = 1; size <= sizeof whole; size++) {
        memset(cut, '#', sizeof cut);
        vcl_error_text(&err, VCL_VIETNAMESE, cut, size);
        assert_true(strlen(cut) < size);
        assert_true(strlen(cut) + 4 > size || strcmp(cut, whole) == 0); /* lost at most 3 bytes */
        assert_memory_equal(cut, whole, strlen(cut));
        assert_true(vcl_unicode_valid(vcl_slice_of(cut), NULL));
        assert_int_equal(cut[size], '#');
    }
}

static void a_text_of_size_0_is_not_written(void **state)
{
    vcl_error err = { 0 };
    char text[] = "#";

    (void)state;
    vcl_fail_memory(&err);
    vcl_error_text(&err, VCL_ENGLISH, text, 0);
    assert_string_equal(text, "#");
}

static void success_has_no_text(void **state)
{
    vcl_error err = { 0 };
    char text[] = "#";

    (void)state;
    vcl_error_text(&err, VCL_ENGLISH, text, sizeof text);
    assert_string_equal(text, "");
}

static void a_file_error_has_a_sentence_for_what_people_meet(void **state)
{
    static const struct {
        int number;
        vcl_message message;
    } cases[] = {
        { ENOENT, VCL_MSG_NO_SUCH_FILE },  { EACCES, VCL_MSG_NO_PERMISSION },
        { EPERM, VCL_MSG_NO_PERMISSION },  { EISDIR, VCL_MSG_IS_FOLDER },
        { ENOTDIR, VCL_MSG_NOT_A_FOLDER }, { ENOSPC, VCL_MSG_NO_SPACE },
        { EROFS, VCL_MSG_READ_ONLY },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        vcl_error err = { 0 };
        assert_int_equal(vcl_fail_file(&err, "a", cases[i].number), VCL_ERROR_IO);
        assert_int_equal(err.message, cases[i].message);
    }
}

static void any_other_file_error_has_the_words_of_the_system(void **state)
{
    vcl_error err = { 0 };
    char text[100];
    char expected[100] = "a: ";

    (void)state;
    vcl_fail_file(&err, "a", EFBIG);
    vcl_error_text(&err, VCL_VIETNAMESE, text, sizeof text);
    assert_int_equal(strerror_r(EFBIG, expected + 3, sizeof expected - 3), 0);
    assert_string_equal(text, expected);
}

static void a_file_that_fails_for_memory_is_out_of_memory(void **state)
{
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(vcl_fail_file(&err, "a", ENOMEM), VCL_ERROR_MEMORY);
    assert_int_equal(err.status, VCL_ERROR_MEMORY);
}

static void a_block_is_zeroed(void **state)
{
    uint64_t *block = NULL;

    (void)state;
    assert_int_equal(vcl_alloc(&block, 1000, sizeof *block, NULL), VCL_OK);
    for (size_t i = 0; i < 1000; i++) {
        assert_int_equal(block[i], 0);
    }
    free(block);
}

static void a_block_of_nothing_may_be_freed(void **state)
{
    char *block = NULL;

    (void)state;
    assert_int_equal(vcl_alloc(&block, 0, 8, NULL), VCL_OK);
    assert_non_null(block);
    free(block);
    assert_int_equal(vcl_alloc(&block, 8, 0, NULL), VCL_OK);
    assert_non_null(block);
    free(block);
}

static void a_block_that_overflows_is_out_of_memory(void **state)
{
    char other = 0;
    char *block = &other;
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(vcl_alloc(&block, SIZE_MAX / 4, 8, &err), VCL_ERROR_MEMORY);
    assert_null(block);
    assert_int_equal(err.status, VCL_ERROR_MEMORY);
}

static void the_version_is_that_of_the_project(void **state)
{
    (void)state;
    assert_string_equal(vcl_version(), VCL_VERSION);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_error_wins),
        cmocka_unit_test(nobody_needs_to_want_the_error),
        cmocka_unit_test(clearing_makes_room_for_the_next_error),
        cmocka_unit_test(a_long_argument_is_cut_between_characters),
        cmocka_unit_test(an_error_speaks_both_languages),
        cmocka_unit_test(what_a_terminal_would_obey_is_shown),
        cmocka_unit_test(a_text_is_cut_to_any_size_between_characters),
        cmocka_unit_test(a_text_of_size_0_is_not_written),
        cmocka_unit_test(success_has_no_text),
        cmocka_unit_test(a_file_error_has_a_sentence_for_what_people_meet),
        cmocka_unit_test(any_other_file_error_has_the_words_of_the_system),
        cmocka_unit_test(a_file_that_fails_for_memory_is_out_of_memory),
        cmocka_unit_test(a_block_is_zeroed),
        cmocka_unit_test(a_block_of_nothing_may_be_freed),
        cmocka_unit_test(a_block_that_overflows_is_out_of_memory),
        cmocka_unit_test(the_version_is_that_of_the_project),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
