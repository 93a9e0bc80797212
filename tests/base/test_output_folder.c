/* base/output_folder: a folder appears whole or not at all. Each test runs in an empty folder. */
#define _XOPEN_SOURCE 700 /* nftw() */
#include "base/output_folder.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "support/assert.h"
#include "support/folder.h"

static const vcl_manifest manifest = { "index", "ours\n" };

/* Writes the folder `path` with a manifest and a file of that content. */
static vcl_status put(const char *path, const char *content, vcl_error *err)
{
    static const char *const names[] = { "index", "a.csv" };
    const char *contents[] = { "ours\n\"a.csv\"\n", content };
    vcl_output_folder folder;
    vcl_status status = vcl_output_folder_open(&folder, path, &manifest, err);

    for (size_t i = 0; status == VCL_OK && i < 2; i++) {
        vcl_output output;
        status = vcl_output_folder_add(&folder, names[i], &output, err);
        if (status == VCL_OK) {
            vcl_output_write(&output, vcl_slice_of(contents[i]));
            status = vcl_output_commit(&output, err);
        }
        vcl_output_release(&output);
    }
    if (status == VCL_OK) {
        status = vcl_output_folder_commit(&folder, err);
    }
    vcl_output_folder_release(&folder);
    return status;
}

static void assert_refused(const char *path, vcl_message message)
{
    vcl_error err = { 0 };

    assert_int_equal(put(path, "new", &err), VCL_ERROR_IO);
    assert_int_equal(err.message, message);
}

static void a_new_folder_appears_at_commit(void **state)
{
    vcl_output_folder folder;

    (void)state;
    assert_int_equal(vcl_output_folder_open(&folder, "out", &manifest, NULL), VCL_OK);
    assert_int_equal(strncmp(folder.temporary->path, ".out.vclink-", 12), 0);
    assert_int_equal(access("out", F_OK), -1);
    assert_int_equal(vcl_output_folder_commit(&folder, NULL), VCL_OK);
    vcl_output_folder_release(&folder);
    assert_int_equal(count_entries("out"), 0);
    assert_int_equal(count_entries("."), 1);
}

static void its_files_are_in_it(void **state)
{
    (void)state;
    assert_int_equal(put("out/", "new", NULL), VCL_OK);
    assert_content("out/a.csv", "new");
    assert_int_equal(count_entries("out"), 2);
    assert_int_equal(count_entries("."), 1);
}

static void one_of_ours_is_replaced(void **state)
{
    (void)state;
    assert_int_equal(put("out", "old", NULL), VCL_OK);
    assert_int_equal(chmod("out", 0750), 0);
    assert_int_equal(put("out", "new", NULL), VCL_OK);
    assert_content("out/a.csv", "new");
    assert_int_equal(mode_of("out"), 0750);
    assert_int_equal(count_entries("."), 1);
}

static void an_empty_one_is_replaced(void **state)
{
    (void)state;
    assert_int_equal(mkdir("out", 0777), 0);
    assert_int_equal(put("out", "new", NULL), VCL_OK);
    assert_content("out/a.csv", "new");
    assert_int_equal(count_entries("."), 1);
}

static void one_with_another_file_stays(void **state)
{
    (void)state;
    assert_int_equal(put("out", "old", NULL), VCL_OK);
    write_file("out/mine.csv", "mine");
    assert_refused("out", VCL_MSG_FOLDER_NOT_OURS);
    assert_content("out/mine.csv", "mine");
    assert_content("out/a.csv", "old");
    assert_int_equal(count_entries("."), 1);
}

/* A name that is only a part of one in the manifest is not in it. */
static void one_with_a_similar_file_stays(void **state)
{
    (void)state;
    assert_int_equal(put("out", "old", NULL), VCL_OK);
    write_file("out/.csv", "mine");
    assert_refused("out", VCL_MSG_FOLDER_NOT_OURS);
}

static void one_with_a_folder_stays(void **state)
{
    (void)state;
    assert_int_equal(put("out", "old", NULL), VCL_OK);
    assert_int_equal(unlink("out/a.csv"), 0);
    assert_int_equal(mkdir("out/a.csv", 0777), 0);
    assert_refused("out", VCL_MSG_FOLDER_NOT_OURS);
}

static void one_with_another_manifest_stays(void **state)
{
    (void)state;
    assert_int_equal(mkdir("out", 0777), 0);
    write_file("out/index", "theirs\n\"a.csv\"\n");
    assert_refused("out", VCL_MSG_FOLDER_NOT_OURS);
    assert_content("out/index", "theirs\n\"a.csv\"\n");
}

static void the_working_folder_stays(void **state)
{
    (void)state;
    assert_refused(".", VCL_MSG_FOLDER_IS_CURRENT);
    assert_int_equal(count_entries("."), 0);
}

static void a_file_is_no_folder(void **state)
{
    (void)state;
    write_file("out", "old");
    assert_refused("out", VCL_MSG_IS_FILE);
    assert_content("out", "old");
    assert_refused("missing/out", VCL_MSG_NO_SUCH_FILE);
    assert_refused("", VCL_MSG_NO_SUCH_FILE);
    assert_int_equal(count_entries("."), 1);
}

static void a_link_stays_and_its_target_is_replaced(void **state)
{
    struct stat link;

    (void)state;
    assert_int_equal(put("real", "old", NULL), VCL_OK);
    assert_int_equal(symlink("real", "link"), 0);
    assert_int_equal(put("link", "new", NULL), VCL_OK);
    assert_content("real/a.csv", "new");
    assert_int_equal(lstat("link", &link), 0);
    assert_true(S_ISLNK(link.st_mode));
    assert_int_equal(count_entries("."), 2);
}

static void giving_up_leaves_nothing_behind(void **state)
{
    vcl_output_folder folder;
    vcl_output output;

    (void)state;
    assert_int_equal(put("out", "old", NULL), VCL_OK);
    assert_int_equal(vcl_output_folder_open(&folder, "out", &manifest, NULL), VCL_OK);
    assert_int_equal(vcl_output_folder_add(&folder, "a.csv", &output, NULL), VCL_OK);
    vcl_output_write(&output, vcl_slice_of("new"));
    vcl_output_release(&output);
    vcl_output_folder_release(&folder);
    assert_content("out/a.csv", "old");
    assert_int_equal(count_entries("."), 1);
}

/* It was empty when the work began. */
static void one_that_was_filled_meanwhile_stays(void **state)
{
    vcl_output_folder folder;
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(mkdir("out", 0777), 0);
    assert_int_equal(vcl_output_folder_open(&folder, "out", &manifest, NULL), VCL_OK);
    write_file("out/mine", "mine");
    assert_int_equal(vcl_output_folder_commit(&folder, &err), VCL_ERROR_IO);
    assert_int_equal(err.message, VCL_MSG_FOLDER_NOT_OURS);
    vcl_output_folder_release(&folder);
    assert_content("out/mine", "mine");
    assert_int_equal(count_entries("."), 1);
}

/* As a disk that is full. */
static void a_full_disk_leaves_the_old_folder(void **state)
{
    struct rlimit before;
    struct rlimit small;
    char *large = calloc(10001, 1);

    (void)state;
    assert_non_null(large);
    memset(large, 'x', 10000);
    assert_int_equal(put("out", "old", NULL), VCL_OK);
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = (struct rlimit){ .rlim_cur = 5000, .rlim_max = before.rlim_max };
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    assert_int_equal(put("out", large, NULL), VCL_ERROR_IO);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    free(large);
    assert_content("out/a.csv", "old");
    assert_int_equal(count_entries("."), 1);
}

static void abandon_and_end(int signal_number)
{
    vcl_output_abandon();
    _exit(128 + signal_number);
}

/* A child opens the folder "out" with a file in it, and ends by `signal_number`. */
static void die_in_the_middle(int signal_number)
{
    int status = 0;
    pid_t child = 0;

    fflush(NULL);
    child = fork();
    if (child == 0) {
        vcl_output_folder folder;
        vcl_output output;
        signal(SIGTERM, abandon_and_end);
        if (vcl_output_folder_open(&folder, "out", &manifest, NULL) == VCL_OK &&
            vcl_output_folder_add(&folder, "a.csv", &output, NULL) == VCL_OK) {
            raise(signal_number);
        }
        _exit(1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 128 + signal_number);
}

static void a_signal_leaves_nothing_behind(void **state)
{
    (void)state;
    assert_int_equal(put("out", "old", NULL), VCL_OK);
    die_in_the_middle(SIGTERM);
    assert_content("out/a.csv", "old");
    assert_int_equal(count_entries("."), 1);
}

static void what_a_killed_process_left_is_swept_away(void **state)
{
    (void)state;
    assert_int_equal(put("out", "old", NULL), VCL_OK);
    die_in_the_middle(SIGKILL);
    assert_int_equal(count_entries("."), 2);
    assert_content("out/a.csv", "old");
    assert_int_equal(put("out", "new", NULL), VCL_OK);
    assert_content("out/a.csv", "new");
    assert_int_equal(count_entries("."), 1);
}

static void what_another_process_is_writing_is_not_swept_away(void **state)
{
    int descriptor = -1;

    (void)state;
    assert_int_equal(mkdir(".out.vclink-00000a", 0777), 0);
    descriptor = open_and_lock(".out.vclink-00000a");
    assert_int_equal(put("out", "new", NULL), VCL_OK);
    assert_int_equal(access(".out.vclink-00000a", F_OK), 0);
    close(descriptor);
    assert_int_equal(put("out", "newer", NULL), VCL_OK);
    assert_int_equal(access(".out.vclink-00000a", F_OK), -1);
}

/* Where the file system cannot exchange, the old one stands aside for a moment. */
static void one_that_was_set_aside_comes_back(void **state)
{
    vcl_output_folder folder;

    (void)state;
    assert_int_equal(put("out", "old", NULL), VCL_OK);
    assert_int_equal(rename("out", "out.vclink-old"), 0);
    assert_int_equal(vcl_output_folder_open(&folder, "out", &manifest, NULL), VCL_OK);
    vcl_output_folder_release(&folder);
    assert_content("out/a.csv", "old");
    assert_int_equal(count_entries("."), 1);
}

static void an_unopened_folder_may_be_released(void **state)
{
    vcl_output_folder folder = { 0 };

    (void)state;
    vcl_output_folder_release(&folder);
}

#define in_folder(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_folder(a_new_folder_appears_at_commit),
        in_folder(its_files_are_in_it),
        in_folder(one_of_ours_is_replaced),
        in_folder(an_empty_one_is_replaced),
        in_folder(one_with_another_file_stays),
        in_folder(one_with_a_similar_file_stays),
        in_folder(one_with_a_folder_stays),
        in_folder(one_with_another_manifest_stays),
        in_folder(the_working_folder_stays),
        in_folder(a_file_is_no_folder),
        in_folder(a_link_stays_and_its_target_is_replaced),
        in_folder(giving_up_leaves_nothing_behind),
        in_folder(one_that_was_filled_meanwhile_stays),
        in_folder(a_full_disk_leaves_the_old_folder),
        in_folder(a_signal_leaves_nothing_behind),
        in_folder(what_a_killed_process_left_is_swept_away),
        in_folder(what_another_process_is_writing_is_not_swept_away),
        in_folder(one_that_was_set_aside_comes_back),
        in_folder(an_unopened_folder_may_be_released),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
