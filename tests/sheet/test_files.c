/* sheet/: files of many programs and hands, odd and spoilt ones among them, give what make.py says;
 * and what else may stand under a name. */
#define _XOPEN_SOURCE 700 /* nftw() */
#include "sheet/made.h"

#include "base/error.h"

static size_t wrong;

static void compare(const char *path, const char *expected)
{
    vcl_workbook *workbook = NULL;
    vcl_error err = { 0 };
    vcl_status status = vcl_workbook_open(path, &workbook, &err);
    vcl_text shown = { 0 };

    if (status == VCL_OK) {
        show_workbook(&shown, workbook);
    } else {
        char sentence[2000];
        vcl_error_text(&err, VCL_ENGLISH, sentence, sizeof sentence);
        vcl_text_add(&shown, "error: ");
        vcl_text_add(&shown, sentence);
        vcl_text_add_byte(&shown, '\n');
        assert_int_equal(status, VCL_ERROR_INPUT);
        assert_null(workbook);
    }
    if (strcmp(vcl_text_bytes(&shown), expected) != 0) {
        print_error("%s\n--- expected\n%s--- found\n%s", path, expected, vcl_text_bytes(&shown));
        wrong++;
    }
    vcl_text_release(&shown);
    vcl_workbook_free(workbook);
}

static void every_file_gives_what_is_expected(void **state)
{
    (void)state;
    assert_true(visit_made(compare) > 80);
    assert_int_equal(wrong, 0);
}

/* Whatever its beginnings give, they give it cleanly. */
static void read_beginnings(const char *path, const char *expected)
{
    size_t size = 0;
    char *content = content_of(path, &size);

    (void)expected;
    for (size_t cut = 0; cut < size && size < 20000; cut += 1 + size / 200) {
        vcl_workbook *workbook = NULL;
        vcl_error err = { 0 };
        char *bytes = malloc(cut > 0 ? cut : 1); /* of this size, so that reading on is seen */
        assert_non_null(bytes);
        memcpy(bytes, content, cut);
        vcl_status status = vcl_workbook_read(path, (vcl_slice){ bytes, cut }, &workbook, &err);
        assert_true(status == VCL_OK || status == VCL_ERROR_INPUT);
        assert_int_equal(workbook != NULL, status == VCL_OK);
        assert_int_equal(err.status, status);
        vcl_workbook_free(workbook);
        free(bytes);
    }
    free(content);
}

static void every_beginning_of_a_file_is_read_or_refused(void **state)
{
    (void)state;
    assert_true(visit_made(read_beginnings) > 80);
}

static void assert_fails(const char *path, vcl_status expected, const char *sentence)
{
    vcl_workbook *workbook = NULL;
    vcl_error err = { 0 };
    char shown[500];

    assert_int_equal(vcl_workbook_open(path, &workbook, &err), expected);
    assert_null(workbook);
    vcl_error_text(&err, VCL_ENGLISH, shown, sizeof shown);
    assert_string_equal(shown, sentence);
}

static void a_file_that_is_not_there_is_told(void **state)
{
    (void)state;
    assert_fails("none.xlsx", VCL_ERROR_IO, "none.xlsx: no such file or folder");
    assert_fails(".", VCL_ERROR_IO, ".: is a folder, not a file");
}

static void a_pipe_is_read_to_its_end(void **state)
{
    vcl_workbook *workbook = NULL;

    (void)state;
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_int_equal(system("/usr/bin/python3 -c \"open('pipe', 'w').write('a,b\\n' * 90000)\" &"),
                     0);
    assert_int_equal(vcl_workbook_open("pipe", &workbook, NULL), VCL_OK);
    assert_int_equal(vcl_workbook_sheet(workbook, 0)->cells.count, 180000);
    vcl_workbook_free(workbook);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_file_gives_what_is_expected),
        cmocka_unit_test(every_beginning_of_a_file_is_read_or_refused),
        cmocka_unit_test(a_file_that_is_not_there_is_told),
        cmocka_unit_test(a_pipe_is_read_to_its_end),
    };

    return cmocka_run_group_tests(tests, make_files, leave_folder);
}
