/* From a file to its figures, as several commands do it. */
#include "cli/figures.h"

#include <string.h>
#include <unistd.h>

#include "cli/lines.h"
#include "cli/load.h"
#include "cli/stages.h"
#include "cli/terminal.h"
#include "cli/texts.h"
#include "cli/visible.h"

/* On a screen, figures must not drown in warnings: there a line says how many there are. */
static bool warnings_in_short(const cli_settings *settings, const char *path)
{
    return cli_to_terminal(settings) && isatty(STDERR_FILENO) && strcmp(path, "-") != 0;
}

/* So many of a kind stand beside figures; `vclink check` shows them all. */
enum { FEW_WARNINGS = 5 };

static void tell_problems(const cli_settings *settings, const char *path,
                          const vcl_problems *problems)
{
    bool in_short = warnings_in_short(settings, path);
    cli_line_style style = { .language = settings->language,
                             .color = isatty(STDERR_FILENO) && cli_wants_color(settings),
                             .errors_only = settings->quiet || in_short,
                             .most_warnings = FEW_WARNINGS };

    cli_lines_print(stderr, &style, problems);
    if (vcl_problems_errors(problems) > 0) {
        cli_complain(settings->language, CLI_TEXT_NO_FIGURES, (const char *const[]){ path });
    } else if (in_short && !settings->quiet && vcl_problems_warnings(problems) > 0) {
        cli_print_visible(stderr, path);
        fputs(": ", stderr);
        cli_lines_print_counts(stderr, settings->language, problems);
        cli_print(stderr, settings->language, CLI_TEXT_CHECK_SHOWS_THEM,
                  (const char *const[]){ path });
        fputc('\n', stderr);
    }
}

static int read_chain(const cli_settings *settings, const char *path, vcl_chain **chain)
{
    vcl_problems *problems = NULL;
    vcl_error err = { 0 };
    vcl_status status = vcl_problems_new(&problems, &err);

    if (status == VCL_OK) {
        status = cli_load(settings, path, problems, chain, &err);
        tell_problems(settings, path, problems);
    }
    vcl_problems_free(problems);
    if (status == VCL_OK || status == VCL_ERROR_INPUT) {
        return status == VCL_OK ? CLI_DONE : CLI_INPUT;
    }
    return cli_report(settings->language, &err);
}

static int check_without(const cli_settings *settings, const vcl_chain *chain)
{
    for (size_t i = 0; i < settings->without.count; i++) {
        const char *id = settings->without.items[i];
        const char *nearest;
        if (vcl_chain_find_actor(chain, id, NULL)) {
            continue;
        }
        nearest = vcl_chain_nearest_id(chain, id);
        cli_complain(settings->language,
                     nearest != NULL ? CLI_TEXT_UNKNOWN_ID_NEAR : CLI_TEXT_UNKNOWN_ID,
                     (const char *const[]){ id, nearest });
        return CLI_USAGE;
    }
    return CLI_DONE;
}

int cli_figures_read(const cli_settings *settings, const char *path, vcl_chain **chain)
{
    int status = read_chain(settings, path, chain);

    if (status == CLI_DONE) {
        status = check_without(settings, *chain);
    }
    if (status != CLI_DONE) {
        vcl_chain_free(*chain);
        *chain = NULL;
    }
    return status;
}

int cli_figures_compute(const cli_settings *settings, const vcl_chain *chain, cli_list tables,
                        vcl_result **result)
{
    cli_stages stages;
    vcl_study_options options = { .as_of = settings->as_of,
                                  .without = settings->without.items,
                                  .without_count = settings->without.count,
                                  .organisations_only = settings->organisations_only,
                                  .threads = (unsigned)settings->threads,
                                  .watcher = cli_stages_watch,
                                  .watcher_context = &stages };
    vcl_error err = { 0 };
    vcl_status status;

    cli_stages_begin(&stages, settings, tables);
    status = vcl_analyze(chain, &options, tables.items, tables.count, result, &err);
    cli_stages_end(&stages);
    return status == VCL_OK ? CLI_DONE : cli_report(settings->language, &err);
}
