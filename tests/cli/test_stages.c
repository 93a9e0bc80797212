/* What is told before a part of the work that takes long: how long, and how to leave it out. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/stages.h"
#include "support/assert.h"

/* Standard error goes to a file meanwhile. */
struct caught {
    FILE *file;
    int kept;
    char text[512];
};

static void begin_catch(struct caught *caught)
{
    fflush(stderr);
    caught->file = tmpfile();
    assert_non_null(caught->file);
    caught->kept = dup(STDERR_FILENO);
    assert_true(dup2(fileno(caught->file), STDERR_FILENO) >= 0);
}

static void end_catch(struct caught *caught)
{
    fflush(stderr);
    assert_true(dup2(caught->kept, STDERR_FILENO) >= 0);
    close(caught->kept);
    rewind(caught->file);
    size_t size = fread(caught->text, 1, sizeof caught->text - 1, caught->file);
    caught->text[size] = '\0';
    fclose(caught->file);
}

/* What is said of a step to someone who asked for these tables. */
static void assert_said(vcl_step step, vcl_language language, bool quiet, const char *want)
{
    const char *operands[] = { "province.jsonl" };
    const char *names[] = { "buyers", "centrality", "coverage" };
    cli_settings settings = { .operands = { operands, 1 }, .language = language, .quiet = quiet };
    struct caught caught;
    cli_stages stages;

    begin_catch(&caught);
    cli_stages_begin(&stages, &settings, (cli_list){ names, 3 });
    cli_stages_watch(&step, &stages);
    cli_stages_end(&stages);
    end_catch(&caught);
    assert_string_equal(caught.text, want);
}

static void what_takes_more_than_a_minute_says_so_before_it_starts(void **state)
{
    vcl_step step = { VCL_STAGE_CENTRALITY, 0.0, 719.0 };

    (void)state;
    assert_said(step, VCL_ENGLISH, false,
                "vclink: computing betweenness and harmonic centrality will take about 12 min; to "
                "leave it out, add --skip buyers --skip centrality\n");
    assert_said(step, VCL_VIETNAMESE, false,
                "vclink: tính độ trung gian và độ gần điều hòa sẽ mất khoảng 12 phút; muốn bỏ qua, "
                "hãy thêm --skip buyers --skip centrality\n");
    step.seconds_left = 30 * 3600.0;
    assert_said(step, VCL_ENGLISH, false,
                "vclink: computing betweenness and harmonic centrality will take about 30 h; to "
                "leave it out, add --skip buyers --skip centrality\n");
    step.stage = VCL_STAGE_REACH;
    step.seconds_left = 90.0;
    assert_said(step, VCL_ENGLISH, false,
                "vclink: computing who reaches whom will take about 90 s; to leave it out, add "
                "--skip buyers\n");
}

static void what_a_command_cannot_leave_out_is_only_told(void **state)
{
    const char *operands[] = { "province.jsonl" };
    const char *names[] = { "buyers" };
    cli_settings settings = { .operands = { operands, 1 }, .command = cli_command_find("report") };
    vcl_step step = { VCL_STAGE_CENTRALITY, 0.0, 719.0 };
    struct caught caught;
    cli_stages stages;

    (void)state;
    begin_catch(&caught);
    cli_stages_begin(&stages, &settings, (cli_list){ names, 1 });
    cli_stages_watch(&step, &stages);
    cli_stages_end(&stages);
    end_catch(&caught);
    assert_string_equal(caught.text, "vclink: computing betweenness and harmonic centrality will "
                                     "take about 12 min\n");
}

static void what_is_short_or_under_way_or_not_known_is_not_told(void **state)
{
    vcl_step step = { VCL_STAGE_CENTRALITY, 0.0, 59.0 };

    (void)state;
    assert_said(step, VCL_ENGLISH, false, "");
    step.seconds_left = (double)NAN;
    assert_said(step, VCL_ENGLISH, false, "");
    step = (vcl_step){ VCL_STAGE_CENTRALITY, 0.5, 719.0 };
    assert_said(step, VCL_ENGLISH, false, "");
    step.done = 0.0;
    assert_said(step, VCL_ENGLISH, true, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_takes_more_than_a_minute_says_so_before_it_starts),
        cmocka_unit_test(what_a_command_cannot_leave_out_is_only_told),
        cmocka_unit_test(what_is_short_or_under_way_or_not_known_is_not_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
