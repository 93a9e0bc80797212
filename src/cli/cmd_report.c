/* vclink report: one page with everything, for a browser without a network. */
#include <string.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/tables.h"
#include "cli/terminal.h"

/* Where there are more actors households are not drawn one by one: nobody could tell them apart. */
enum { MOST_ACTORS = 20000, NAME_SIZE = 256 };

static const char ENDING[] = ".html";

/* The name of a report that nobody named: "province.html", in the folder one is in, for the dataset
 * "data/province.json". */
static void name_report(const char *dataset, char name[NAME_SIZE])
{
    const char *slash = strrchr(dataset, '/');
    const char *base = slash != NULL ? slash + 1 : dataset;
    const char *dot = strrchr(base, '.');
    size_t size = dot != NULL && dot > base ? (size_t)(dot - base) : strlen(base);

    if (strcmp(dataset, "-") == 0 || size == 0 || size + sizeof ENDING > NAME_SIZE) {
        base = "report";
        size = strlen(base);
    }
    snprintf(name, NAME_SIZE, "%.*s%s", (int)size, base, ENDING);
}

/* A page is nothing to read on a terminal: there it goes into a file, never over one that nobody
 * named. */
static int choose_output(cli_settings *settings, char name[NAME_SIZE])
{
    if (!cli_to_terminal(settings)) {
        return CLI_DONE;
    }
    name_report(settings->operands.items[0], name);
    if (access(name, F_OK) == 0) {
        cli_complain(settings->language, CLI_TEXT_REPORT_EXISTS,
                     (const char *const[]){ name, settings->operands.items[0] });
        return CLI_USAGE;
    }
    settings->output = name;
    return CLI_DONE;
}

static int write_page(const cli_settings *settings, const vcl_result *result)
{
    vcl_export_options options = { .use = VCL_USE_PAGE, .language = settings->language };
    vcl_error err = { 0 };

    if (vcl_export(result, &options, cli_output_path(settings), &err) != VCL_OK) {
        return cli_report(settings->language, &err);
    }
    return CLI_DONE;
}

static int report_chain(cli_settings *settings, cli_list tables)
{
    vcl_chain *chain = NULL;
    vcl_result *result = NULL;
    int status = cli_figures_read(settings, settings->operands.items[0], &chain);

    if (status == CLI_DONE) {
        settings->organisations_only = vcl_chain_actor_count(chain) > MOST_ACTORS;
        status = cli_figures_compute(settings, chain, tables, &result);
    }
    vcl_chain_free(chain);
    if (status == CLI_DONE) {
        status = write_page(settings, result);
    }
    vcl_result_free(result);
    return status;
}

int cli_report_page(const cli_settings *given)
{
    cli_settings settings = *given;
    const vcl_export_format *format = vcl_export_format_at(VCL_USE_PAGE, 0);
    cli_list tables = { 0 };
    char name[NAME_SIZE] = "";
    int status = choose_output(&settings, name);

    if (status == CLI_DONE) {
        status = cli_tables_needed(&settings, format, &tables);
    }
    if (status == CLI_DONE) {
        status = report_chain(&settings, tables);
    }
    if (status == CLI_DONE && name[0] != '\0' && !settings.quiet) {
        cli_complain(settings.language, CLI_TEXT_REPORT_WRITTEN, (const char *const[]){ name });
    }
    cli_tables_release(&tables);
    return status;
}
