/* What a step says, in words. */
#include "cli/stages.h"

#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/duration.h"
#include "cli/options.h"
#include "cli/texts.h"

static const double LONG_S = 60.0;

enum { OPTIONS_SIZE = 256 };

void cli_stages_begin(cli_stages *stages, const cli_settings *settings, cli_list tables)
{
    *stages = (cli_stages){ .settings = settings, .tables = tables };
    cli_progress_begin(&stages->progress, settings->operands.items[0], settings->language);
}

/* " --skip buyers --skip centrality": of the tables that wait for the stage. */
static void list_options(const cli_stages *stages, vcl_stage stage, char out[OPTIONS_SIZE])
{
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < vcl_analysis_count(); i++) {
        const char *name = vcl_analysis_name(i);
        for (size_t k = 0; k < stages->tables.count; k++) {
            if (strcmp(stages->tables.items[k], name) == 0 && vcl_analysis_waits_for(i, stage) &&
                used < OPTIONS_SIZE) {
                int added = snprintf(out + used, OPTIONS_SIZE - used, " --skip %s", name);
                used += added > 0 ? (size_t)added : 0;
            }
        }
    }
}

/* Only where tables are chosen can one be left out. */
static bool can_skip(const cli_settings *settings)
{
    return settings->command == NULL || settings->command->bit == CLI_FOR_ANALYZE;
}

static void warn_of(const cli_stages *stages, const vcl_step *step)
{
    vcl_language language = stages->settings->language;
    char duration[CLI_DURATION_SIZE];
    char options[OPTIONS_SIZE];

    cli_duration(language, step->seconds_left, duration);
    list_options(stages, step->stage, options);
    cli_complain(
        language, can_skip(stages->settings) ? CLI_TEXT_LONG_STAGE : CLI_TEXT_LONG_STAGE_NEEDED,
        (const char *const[]){ vcl_stage_title(step->stage, language), duration, options });
}

static void show(cli_progress *progress, const vcl_step *step)
{
    vcl_language language = progress->language;
    char percent[CLI_DIGITS_SIZE];
    char duration[CLI_DURATION_SIZE];
    bool known = step->seconds_left >= 1.0; /* false if NaN */

    cli_digits((uint64_t)(step->done * 100.0), percent);
    cli_duration(language, known ? step->seconds_left : 0.0, duration);
    cli_print(stderr, language, known ? CLI_TEXT_PROGRESS_STAGE_LEFT : CLI_TEXT_PROGRESS_STAGE,
              (const char *const[]){ vcl_stage_title(step->stage, language), percent, duration });
}

void cli_stages_watch(const vcl_step *step, void *context)
{
    cli_stages *stages = context;

    if (step->done == 0.0 && step->seconds_left > LONG_S && !stages->settings->quiet) {
        cli_progress_end(&stages->progress);
        warn_of(stages, step);
    }
    if (cli_progress_is_due(&stages->progress)) {
        show(&stages->progress, step);
        fflush(stderr);
    }
}

void cli_stages_end(cli_stages *stages)
{
    cli_progress_end(&stages->progress);
}
