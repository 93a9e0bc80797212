/* vclink analyze: the figures of one dataset. */
#include <string.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/format.h"
#include "cli/lines.h"
#include "cli/load.h"
#include "cli/suggest.h"
#include "cli/terminal.h"
#include "cli/visible.h"

/* The tables asked for stand after the file. */
static cli_list tables_of(const cli_settings *settings)
{
    const cli_list *operands = &settings->operands;

    return (cli_list){ .items = operands->items + 1, .count = operands->count - 1 };
}

/* "overview" answers a planner in one screen; programs get JSON. */
static const char *choose_format(const cli_settings *settings)
{
    const char *stated = cli_format_stated(settings);

    if (stated != NULL) {
        return stated;
    }
    if (!cli_to_terminal(settings)) {
        return "json";
    }
    return tables_of(settings).count == 0 ? "overview" : "table";
}

static bool is_table(const char *name)
{
    for (size_t i = 0; i < vcl_analysis_count(); i++) {
        if (strcmp(vcl_analysis_name(i), name) == 0) {
            return true;
        }
    }
    return false;
}

static int unknown_table(const cli_settings *settings, const char *name)
{
    const char *file = settings->operands.items[0];
    cli_nearest nearest = { .typed = name };

    for (size_t i = 0; i < vcl_analysis_count(); i++) {
        cli_nearest_try(&nearest, vcl_analysis_name(i));
    }
    if (is_table(file)) {
        cli_complain(settings->language, CLI_TEXT_FILE_COMES_FIRST,
                     (const char *const[]){ name, file });
    } else if (nearest.word != NULL) {
        cli_complain(settings->language, CLI_TEXT_UNKNOWN_TABLE_NEAR,
                     (const char *const[]){ name, nearest.word });
    } else {
        cli_complain(settings->language, CLI_TEXT_UNKNOWN_TABLE, (const char *const[]){ name });
    }
    return CLI_USAGE;
}

/* What can be known to be wrong before anything is read. */
static int check_usage(const cli_settings *settings, const char *format)
{
    cli_list tables = tables_of(settings);

    for (size_t i = 0; i < tables.count; i++) {
        if (!is_table(tables.items[i])) {
            return unknown_table(settings, tables.items[i]);
        }
    }
    if (strcmp(format, "csv") == 0 && tables.count != 1) {
        cli_complain(settings->language, CLI_TEXT_CSV_ONE_TABLE,
                     (const char *const[]){ settings->operands.items[0] });
        return CLI_USAGE;
    }
    if (strcmp(format, "overview") == 0 && tables.count > 0) {
        cli_complain(settings->language, CLI_TEXT_OVERVIEW_WITH_TABLES, NULL);
        return CLI_USAGE;
    }
    return cli_format_check(settings, format);
}

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

/* The chain in the file, its problems told; CLI_DONE, or the exit status with *chain NULL. */
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

static int write_figures(const cli_settings *settings, const vcl_chain *chain, const char *format)
{
    const char *path = settings->operands.items[0];
    cli_list tables = tables_of(settings);
    vcl_study_options options = { .as_of = settings->as_of,
                                  .without = settings->without.items,
                                  .without_count = settings->without.count };
    vcl_result *result = NULL;
    vcl_error err = { 0 };
    int status;

    if (vcl_analyze(chain, &options, tables.items, tables.count, &result, &err) != VCL_OK) {
        return cli_report(settings->language, &err);
    }
    status = cli_format_write(settings, result, format, strcmp(path, "-") != 0 ? path : NULL);
    vcl_result_free(result);
    return status;
}

int cli_analyze(const cli_settings *settings)
{
    const char *format = choose_format(settings);
    vcl_chain *chain = NULL;
    int status = check_usage(settings, format);

    if (status == CLI_DONE) {
        status = read_chain(settings, settings->operands.items[0], &chain);
    }
    if (status == CLI_DONE) {
        status = check_without(settings, chain);
    }
    if (status == CLI_DONE) {
        status = write_figures(settings, chain, format);
    }
    vcl_chain_free(chain);
    return status;
}
