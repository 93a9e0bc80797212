/* vclink check: every problem in the data, as lines to read or as a table to work with. */
#include <string.h>

#include "cli/commands.h"
#include "cli/format.h"
#include "cli/lines.h"
#include "cli/load.h"
#include "cli/terminal.h"
#include "cli/visible.h"

/* Statuses of check grow with how bad they are. */
static int worse(int a, int b)
{
    return a > b ? a : b;
}

/* Reads one file, adding to `problems`. Errors in it are CLI_FOUND_ERRORS; whatever keeps it from
 * being read is complained about. `*chain` may be NULL also where that is CLI_DONE. */
static int read_file(const cli_settings *settings, const char *path, vcl_problems *problems,
                     vcl_chain **chain)
{
    vcl_error err = { 0 };
    vcl_status status = cli_load(settings, path, problems, chain, &err);

    if (status == VCL_ERROR_INPUT) {
        return CLI_FOUND_ERRORS;
    }
    return status == VCL_OK ? CLI_DONE : cli_report(settings->language, &err);
}

/* The last line of a file: what was found, and what was read if it could be. */
static void print_summary(const cli_settings *settings, const char *path,
                          const vcl_problems *problems, const vcl_chain *chain)
{
    bool fine = vcl_problems_errors(problems) + vcl_problems_warnings(problems) == 0;

    cli_print_visible(stdout, path);
    fputs(": ", stdout);
    if (fine) {
        fputs(cli_text_of(CLI_TEXT_FINE, settings->language), stdout);
    } else {
        cli_lines_print_counts(stdout, settings->language, problems);
    }
    if (chain != NULL) {
        fputs("; ", stdout);
        cli_lines_print_contents(stdout, settings->language, chain);
    }
    fputc('\n', stdout);
}

static int check_one(const cli_settings *settings, const char *path)
{
    cli_line_style style = { .language = settings->language,
                             .color = cli_wants_color(settings),
                             .errors_only = settings->quiet };
    vcl_problems *problems = NULL;
    vcl_chain *chain = NULL;
    vcl_error err = { 0 };
    int status;

    if (vcl_problems_new(&problems, &err) != VCL_OK) {
        return cli_report(settings->language, &err);
    }
    status = read_file(settings, path, problems, &chain);
    cli_lines_print(stdout, &style, problems);
    if (status == CLI_FOUND_ERRORS || (status == CLI_DONE && !settings->quiet)) {
        print_summary(settings, path, problems, chain);
    }
    fflush(stdout);
    vcl_chain_free(chain);
    vcl_problems_free(problems);
    return status;
}

static int check_as_lines(const cli_settings *settings)
{
    int status = CLI_DONE;

    for (size_t i = 0; i < settings->operands.count; i++) {
        int one = check_one(settings, settings->operands.items[i]);
        if (one == CLI_USAGE) {
            return one;
        }
        status = worse(status, one);
    }
    return status;
}

static int read_all(const cli_settings *settings, vcl_problems *problems)
{
    int status = CLI_DONE;

    for (size_t i = 0; i < settings->operands.count; i++) {
        vcl_chain *chain = NULL;
        int one = read_file(settings, settings->operands.items[i], problems, &chain);
        vcl_chain_free(chain);
        if (one == CLI_USAGE) {
            return one;
        }
        status = worse(status, one);
    }
    return status;
}

static int write_problems(const cli_settings *settings, const vcl_problems *problems,
                          const char *format)
{
    vcl_result *result = NULL;
    vcl_error err = { 0 };
    int status;

    if (vcl_problems_result(problems, settings->language, &result, &err) != VCL_OK) {
        return cli_report(settings->language, &err);
    }
    status = cli_format_write(settings, result, VCL_USE_FIGURES, format, NULL);
    vcl_result_free(result);
    return status;
}

static int check_as_table(const cli_settings *settings, const char *format)
{
    vcl_problems *problems = NULL;
    vcl_error err = { 0 };
    int status;

    if (vcl_problems_new(&problems, &err) != VCL_OK) {
        return cli_report(settings->language, &err);
    }
    status = read_all(settings, problems);
    if (status != CLI_USAGE) {
        status = worse(status, write_problems(settings, problems, format));
    }
    vcl_problems_free(problems);
    return status;
}

int cli_check(const cli_settings *settings)
{
    const char *format = cli_format_stated(settings, VCL_USE_FIGURES);
    bool as_lines =
        format == NULL ? cli_output_path(settings) == NULL : strcmp(format, "table") == 0;

    if (as_lines && cli_output_path(settings) != NULL) {
        cli_complain(settings->language, CLI_TEXT_LINES_TO_FILE,
                     (const char *const[]){ settings->output });
        return CLI_USAGE;
    }
    if (cli_format_check(settings, format) != CLI_DONE) {
        return CLI_USAGE;
    }
    return as_lines ? check_as_lines(settings)
                    : check_as_table(settings, format != NULL ? format : "json");
}
