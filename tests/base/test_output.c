/* base/output: a file appears whole or not at all. Each test runs in an empty folder of its own. */
#define _XOPEN_SOURCE 700 /* nftw() */
#include "base/output.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/unicode.h"
#include "support/assert.h"
#include "support/folder.h"

static vcl_output opened(const char *path)
{
    vcl_output output;
    vcl_error err = { 0 };

    assert_int_equal(vcl_output_open(&output, path, &err), VCL_OK);
    return output;
}

/* Writes `content` to `path` in one go. */
static vcl_status put(const char *path, const char *content, vcl_error *err)
{
    vcl_output output;
    vcl_status status = vcl_output_open(&output, path, err);

    if (status == VCL_OK) {
        vcl_output_write(&output, vcl_slice_of(content));
        status = vcl_output_commit(&output, err);
    }
    vcl_output_release(&output);
    return status;
}

static void assert_refused(const char *path, vcl_message message)
{
    vcl_error err = { 0 };

    assert_int_equal(put(path, "new", &err), VCL_ERROR_IO);
    assert_int_equal(err.status, VCL_ERROR_IO);
    assert_int_equal(err.message, message);
    assert_string_equal(err.arguments[0], path);
}

static void a_new_file_appears_at_commit(void **state)
{
    vcl_output output = opened("a");

    (void)state;
    vcl_output_write(&output, vcl_slice_of("one "));
    vcl_output_write(&output, (vcl_slice){ NULL, 0 });
    vcl_output_write(&output, vcl_slice_of("two"));
    assert_int_equal(access("a", F_OK), -1);
    assert_int_equal(vcl_output_commit(&output, NULL), VCL_OK);
    vcl_output_release(&output);
    assert_content("a", "one two");
    assert_int_equal(count_entries("."), 1);
}

static void an_old_file_stays_until_commit(void **state)
{
    vcl_output output;

    (void)state;
    write_file("a", "old");
    output = opened("a");
    vcl_output_write(&output, vcl_slice_of("new"));
    fflush(output.stream);
    assert_content("a", "old");
    assert_int_equal(vcl_output_commit(&output, NULL), VCL_OK);
    assert_content("a", "new");
    vcl_output_release(&output);
    assert_content("a", "new");
    assert_int_equal(count_entries("."), 1);
}

static void giving_up_leaves_nothing_behind(void **state)
{
    vcl_output output;

    (void)state;
    write_file("a", "old");
    output = opened("a");
    vcl_output_write(&output, vcl_slice_of("new"));
    vcl_output_release(&output);
    vcl_output_release(&output);
    assert_content("a", "old");
    assert_int_equal(count_entries("."), 1);
}

static void nothing_written_is_an_empty_file(void **state)
{
    (void)state;
    assert_int_equal(put("a", "", NULL), VCL_OK);
    assert_content("a", "");
}

static void the_temporary_file_stands_hidden_beside_the_target(void **state)
{
    vcl_output output;

    (void)state;
    assert_int_equal(mkdir("sub", 0777), 0);
    output = opened("sub/a");
    assert_int_equal(strncmp(output.temporary->path, "sub/.a.vclink-", 14), 0);
    assert_int_equal(count_entries("sub"), 1);
    assert_int_equal(count_entries("."), 1);
    vcl_output_release(&output);
    assert_int_equal(count_entries("sub"), 0);
}

static void a_replaced_file_keeps_its_permissions(void **state)
{
    static const mode_t modes[] = { 0600, 0640, 0644, 0666, 0755, 0777 };

    (void)state;
    write_file("a", "old");
    for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
        assert_int_equal(chmod("a", modes[i]), 0);
        assert_int_equal(put("a", "new", NULL), VCL_OK);
        assert_int_equal(mode_of("a"), modes[i]);
    }
}

/* What replaces a secret is secret from its first byte. */
static void the_temporary_file_is_as_closed_as_the_old_one(void **state)
{
    vcl_output output;

    (void)state;
    write_file("a", "old");
    assert_int_equal(chmod("a", 0600), 0);
    output = opened("a");
    assert_int_equal(mode_of(output.temporary->path), 0600);
    vcl_output_release(&output);
}

static void a_new_file_follows_the_umask(void **state)
{
    mode_t before = umask(027);

    (void)state;
    assert_int_equal(put("a", "new", NULL), VCL_OK);
    assert_int_equal(mode_of("a"), 0640);
    assert_int_equal(umask(before), 027);
}

static void a_link_stays_and_its_target_is_replaced(void **state)
{
    struct stat link;

    (void)state;
    assert_int_equal(mkdir("sub", 0777), 0);
    write_file("sub/target", "old");
    assert_int_equal(symlink("sub/target", "middle"), 0);
    assert_int_equal(symlink("middle", "link"), 0);
    assert_int_equal(put("link", "new", NULL), VCL_OK);
    assert_content("sub/target", "new");
    assert_int_equal(lstat("link", &link), 0);
    assert_true(S_ISLNK(link.st_mode));
    assert_int_equal(count_entries("."), 3);
    assert_int_equal(count_entries("sub"), 1);
}

static void a_link_to_nothing_is_refused(void **state)
{
    (void)state;
    assert_int_equal(symlink("nowhere", "link"), 0);
    assert_refused("link", VCL_MSG_NO_SUCH_FILE);
    assert_int_equal(count_entries("."), 1);
}

static void links_in_a_circle_are_refused(void **state)
{
    (void)state;
    assert_int_equal(symlink("a", "b"), 0);
    assert_int_equal(symlink("b", "a"), 0);
    assert_refused("a", VCL_MSG_FILE_FAILED);
    assert_int_equal(count_entries("."), 2);
}

static void a_folder_is_no_file(void **state)
{
    (void)state;
    assert_int_equal(mkdir("sub", 0777), 0);
    assert_refused("sub", VCL_MSG_IS_FOLDER);
    assert_refused("sub/", VCL_MSG_IS_FOLDER);
    assert_refused(".", VCL_MSG_IS_FOLDER);
    assert_int_equal(count_entries("."), 1);
}

static void a_missing_folder_is_not_made(void **state)
{
    (void)state;
    assert_refused("sub/a", VCL_MSG_NO_SUCH_FILE);
    assert_refused("a/", VCL_MSG_NO_SUCH_FILE);
    assert_refused("", VCL_MSG_NO_SUCH_FILE);
    assert_int_equal(count_entries("."), 0);
}

static void a_file_is_no_folder(void **state)
{
    (void)state;
    write_file("a", "old");
    assert_refused("a/b", VCL_MSG_NOT_A_FOLDER);
    assert_content("a", "old");
}

static void what_may_not_be_written_stays(void **state)
{
    (void)state;
    write_file("a", "old");
    assert_int_equal(chmod("a", 0444), 0);
    assert_int_equal(mkdir("sub", 0555), 0);
    if (geteuid() == 0) {
        skip(); /* root may write anything */
    }
    assert_refused("a", VCL_MSG_NO_PERMISSION);
    assert_refused("sub/a", VCL_MSG_NO_PERMISSION);
    assert_content("a", "old");
}

static void the_longest_name_is_a_name(void **state)
{
    char name[256];
    vcl_output output;

    (void)state;
    for (size_t size = 180; size <= 255; size++) {
        memset(name, 'x', size);
        name[size] = '\0';
        assert_int_equal(put(name, "new", NULL), VCL_OK);
        assert_content(name, "new");
        assert_int_equal(unlink(name), 0);
    }
    for (size_t i = 0; i < 255; i += 3) {
        memcpy(name + i, "ế", 4);
    }
    output = opened(name);
    assert_true(vcl_unicode_valid(vcl_slice_of(output.temporary->path), NULL));
    assert_int_equal(vcl_output_commit(&output, NULL), VCL_OK);
    vcl_output_release(&output);
    assert_content(name, "");
    assert_int_equal(count_entries("."), 1);
}

static void a_name_too_long_is_refused(void **state)
{
    char name[257];

    (void)state;
    memset(name, 'x', 256);
    name[256] = '\0';
    assert_refused(name, VCL_MSG_FILE_FAILED);
    assert_int_equal(count_entries("."), 0);
}

static void two_outputs_to_one_file_do_not_meet(void **state)
{
    vcl_output first = opened("a");
    vcl_output second = opened("a");

    (void)state;
    vcl_output_write(&first, vcl_slice_of("first"));
    vcl_output_write(&second, vcl_slice_of("second"));
    assert_int_equal(vcl_output_commit(&second, NULL), VCL_OK);
    assert_content("a", "second");
    assert_int_equal(vcl_output_commit(&first, NULL), VCL_OK);
    assert_content("a", "first");
    vcl_output_release(&first);
    vcl_output_release(&second);
    assert_int_equal(count_entries("."), 1);
}

static void a_full_device_is_reported_for_the_smallest_text(void **state)
{
    (void)state;
    if (access("/dev/full", W_OK) != 0) {
        skip();
    }
    assert_refused("/dev/full", VCL_MSG_NO_SPACE);
    assert_int_equal(symlink("/dev/full", "link"), 0);
    assert_refused("link", VCL_MSG_NO_SPACE);
    assert_int_equal(count_entries("."), 1);
}

static void a_full_device_is_reported_for_a_long_text(void **state)
{
    vcl_output output;
    vcl_error err = { 0 };

    (void)state;
    if (access("/dev/full", W_OK) != 0) {
        skip();
    }
    output = opened("/dev/full");
    for (int i = 0; i < 10000; i++) {
        vcl_output_write(&output, vcl_slice_of("0123456789"));
    }
    assert_int_equal(vcl_output_commit(&output, &err), VCL_ERROR_IO);
    assert_int_equal(err.message, VCL_MSG_NO_SPACE);
    vcl_output_release(&output);
}

static void a_device_is_not_replaced(void **state)
{
    struct stat there;

    (void)state;
    assert_int_equal(put("/dev/null", "new", NULL), VCL_OK);
    assert_int_equal(stat("/dev/null", &there), 0);
    assert_true(S_ISCHR(there.st_mode));
}

static void a_pipe_is_written_to(void **state)
{
    int ends[2];
    char path[40];
    char content[10] = "";

    (void)state;
    assert_int_equal(pipe(ends), 0);
    snprintf(path, sizeof path, "/dev/fd/%d", ends[1]);
    if (access(path, W_OK) != 0) {
        skip();
    }
    assert_int_equal(put(path, "new", NULL), VCL_OK);
    assert_int_equal(read(ends[0], content, sizeof content - 1), 3);
    assert_string_equal(content, "new");
    close(ends[0]);
    close(ends[1]);
}

/* As a disk that is full: the file may hold 5,000 bytes and no more. */
static void a_full_disk_leaves_the_old_file(void **state)
{
    struct rlimit before;
    struct rlimit small;
    vcl_output output;
    vcl_error err = { 0 };

    (void)state;
    write_file("a", "old");
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = (struct rlimit){ .rlim_cur = 5000, .rlim_max = before.rlim_max };
    output = opened("a");
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    for (int i = 0; i < 1000; i++) {
        vcl_output_write(&output, vcl_slice_of("0123456789"));
    }
    assert_int_equal(vcl_output_commit(&output, &err), VCL_ERROR_IO);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    vcl_output_release(&output);
    assert_content("a", "old");
    assert_int_equal(count_entries("."), 1);
}

/* For what others wrote to the stream themselves. */
static void an_error_of_the_stream_is_an_error_of_the_output(void **state)
{
    vcl_output output;

    (void)state;
    if (access("/dev/full", W_OK) != 0) {
        skip();
    }
    output = opened("/dev/full");
    assert_int_equal(fputs("new", output.stream) >= 0 && fflush(output.stream) == 0, 0);
    assert_int_equal(vcl_output_commit(&output, NULL), VCL_ERROR_IO);
    vcl_output_release(&output);
}

static void a_target_that_turns_into_a_folder_is_reported(void **state)
{
    vcl_output output = opened("a");
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(mkdir("a", 0777), 0);
    assert_int_equal(vcl_output_commit(&output, &err), VCL_ERROR_IO);
    assert_int_equal(err.message, VCL_MSG_IS_FOLDER);
    vcl_output_release(&output);
    assert_int_equal(count_entries("."), 1);
}

/* Standard output as the file `path` while `put` runs. */
static vcl_status put_on_stdout(const char *path, const char *name, vcl_error *err)
{
    vcl_status status = VCL_OK;
    int kept = dup(STDOUT_FILENO);
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fflush(stdout);
    assert_true(dup2(fileno(file), STDOUT_FILENO) >= 0);
    status = put(name, "new", err);
    clearerr(stdout);
    assert_true(dup2(kept, STDOUT_FILENO) >= 0);
    close(kept);
    fclose(file);
    return status;
}

static void standard_output_is_written_and_stays_open(void **state)
{
    (void)state;
    assert_int_equal(put_on_stdout("a", NULL, NULL), VCL_OK);
    assert_content("a", "new");
    assert_int_equal(put_on_stdout("b", "-", NULL), VCL_OK);
    assert_content("b", "new");
    assert_true(fileno(stdout) == STDOUT_FILENO && !ferror(stdout));
    assert_int_equal(count_entries("."), 2);
}

static void a_full_standard_output_is_reported(void **state)
{
    vcl_error err = { 0 };
    char text[100];

    (void)state;
    if (access("/dev/full", W_OK) != 0) {
        skip();
    }
    assert_int_equal(put_on_stdout("/dev/full", "-", &err), VCL_ERROR_IO);
    vcl_error_text(&err, VCL_ENGLISH, text, sizeof text);
    assert_string_equal(text, "stdout: no space left on the device");
}

static void an_unopened_output_may_be_released(void **state)
{
    vcl_output output = { 0 };

    (void)state;
    vcl_output_release(&output);
}

static void abandoning_without_an_output_does_nothing(void **state)
{
    vcl_output output = opened("a");

    (void)state;
    assert_int_equal(vcl_output_commit(&output, NULL), VCL_OK);
    vcl_output_abandon();
    vcl_output_release(&output);
    vcl_output_abandon();
    assert_int_equal(count_entries("."), 1);
}

static void abandon_and_end(int signal_number)
{
    vcl_output_abandon();
    _exit(128 + signal_number);
}

static void a_signal_leaves_nothing_behind(void **state)
{
    int status = 0;
    pid_t child = 0;

    (void)state;
    write_file("a", "old");
    fflush(NULL);
    child = fork();
    if (child == 0) {
        vcl_output output = opened("a");
        signal(SIGTERM, abandon_and_end);
        vcl_output_write(&output, vcl_slice_of("new"));
        fflush(output.stream);
        raise(SIGTERM);
        _exit(1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(WEXITSTATUS(status), 128 + SIGTERM);
    assert_content("a", "old");
    assert_int_equal(count_entries("."), 1);
}

static void die_in_the_middle(void)
{
    pid_t child = 0;

    fflush(NULL);
    child = fork();
    if (child == 0) {
        vcl_output output = opened("a");
        vcl_output_write(&output, vcl_slice_of("new"));
        fflush(output.stream);
        raise(SIGKILL);
    }
    assert_int_equal(waitpid(child, NULL, 0), child);
}

static void what_a_killed_process_left_is_swept_away(void **state)
{
    (void)state;
    write_file("a", "old");
    write_file(".a.vclink-mine", "not a name of ours");
    die_in_the_middle();
    assert_content("a", "old");
    assert_int_equal(count_entries("."), 3);
    assert_int_equal(put("a", "new", NULL), VCL_OK);
    assert_content("a", "new");
    assert_int_equal(count_entries("."), 2);
}

static void what_another_process_is_writing_is_not_swept_away(void **state)
{
    int descriptor = -1;

    (void)state;
    write_file(".a.vclink-00000a", "another");
    descriptor = open_and_lock(".a.vclink-00000a");
    assert_int_equal(put("a", "new", NULL), VCL_OK);
    assert_content(".a.vclink-00000a", "another");
    close(descriptor);
}

#define in_folder(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_folder(a_new_file_appears_at_commit),
        in_folder(an_old_file_stays_until_commit),
        in_folder(giving_up_leaves_nothing_behind),
        in_folder(nothing_written_is_an_empty_file),
        in_folder(the_temporary_file_stands_hidden_beside_the_target),
        in_folder(a_replaced_file_keeps_its_permissions),
        in_folder(the_temporary_file_is_as_closed_as_the_old_one),
        in_folder(a_new_file_follows_the_umask),
        in_folder(a_link_stays_and_its_target_is_replaced),
        in_folder(a_link_to_nothing_is_refused),
        in_folder(links_in_a_circle_are_refused),
        in_folder(a_folder_is_no_file),
        in_folder(a_missing_folder_is_not_made),
        in_folder(a_file_is_no_folder),
        in_folder(what_may_not_be_written_stays),
        in_folder(the_longest_name_is_a_name),
        in_folder(a_name_too_long_is_refused),
        in_folder(two_outputs_to_one_file_do_not_meet),
        in_folder(a_full_device_is_reported_for_the_smallest_text),
        in_folder(a_full_device_is_reported_for_a_long_text),
        in_folder(a_device_is_not_replaced),
        in_folder(a_pipe_is_written_to),
        in_folder(a_full_disk_leaves_the_old_file),
        in_folder(an_error_of_the_stream_is_an_error_of_the_output),
        in_folder(a_target_that_turns_into_a_folder_is_reported),
        in_folder(standard_output_is_written_and_stays_open),
        in_folder(a_full_standard_output_is_reported),
        in_folder(an_unopened_output_may_be_released),
        in_folder(abandoning_without_an_output_does_nothing),
        in_folder(a_signal_leaves_nothing_behind),
        in_folder(what_a_killed_process_left_is_swept_away),
        in_folder(what_another_process_is_writing_is_not_swept_away),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
