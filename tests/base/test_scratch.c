/* base/scratch: a folder that nobody else may look into, and that goes. */
#define _XOPEN_SOURCE 700 /* nftw() */
#include "base/scratch.h"

#include <signal.h>
#include <sys/wait.h>

#include "base/error.h"
#include "base/message.h"
#include "support/assert.h"
#include "support/folder.h"

static int enter(void **state)
{
    return enter_folder(state) != 0 || setenv("TMPDIR", own_folder, 1) != 0;
}

static int leave(void **state)
{
    return unsetenv("TMPDIR") != 0 || leave_folder(state) != 0;
}

static void it_holds_an_empty_file_and_is_its_owners(void **state)
{
    vcl_scratch scratch;

    (void)state;
    assert_int_equal(vcl_scratch_open(&scratch, "s", NULL), VCL_OK);
    assert_int_equal(mode_of(scratch.folder->path), 0700);
    assert_content(scratch.file->path, "");
    assert_int_equal(count_entries("."), 1);
    vcl_scratch_release(&scratch);
    assert_int_equal(count_entries("."), 0);
}

static void it_goes_with_all_that_was_written_into_it(void **state)
{
    vcl_scratch scratch;
    char path[4096];

    (void)state;
    assert_int_equal(vcl_scratch_open(&scratch, "s", NULL), VCL_OK);
    write_file(scratch.file->path, "one");
    snprintf(path, sizeof path, "%s/more", scratch.folder->path);
    write_file(path, "two");
    vcl_scratch_release(&scratch);
    assert_int_equal(count_entries("."), 0);
}

static void what_a_killed_process_left_goes_with_the_next(void **state)
{
    vcl_scratch scratch;
    pid_t child = 0;

    (void)state;
    fflush(NULL);
    child = fork();
    if (child == 0) {
        vcl_scratch_open(&scratch, "s", NULL);
        raise(SIGKILL);
    }
    assert_int_equal(waitpid(child, NULL, 0), child);
    assert_int_equal(count_entries("."), 1);
    assert_int_equal(vcl_scratch_open(&scratch, "s", NULL), VCL_OK);
    assert_int_equal(count_entries("."), 1);
    vcl_scratch_release(&scratch);
    assert_int_equal(count_entries("."), 0);
}

static void no_place_for_it_is_an_error(void **state)
{
    vcl_scratch scratch;
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(setenv("TMPDIR", "/missing", 1), 0);
    assert_int_equal(vcl_scratch_open(&scratch, "s", &err), VCL_ERROR_IO);
    assert_int_equal(err.message, VCL_MSG_NO_SUCH_FILE);
    vcl_scratch_release(&scratch);
}

#define in_folder(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_folder(it_holds_an_empty_file_and_is_its_owners),
        in_folder(it_goes_with_all_that_was_written_into_it),
        in_folder(what_a_killed_process_left_goes_with_the_next),
        in_folder(no_place_for_it_is_an_error),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
