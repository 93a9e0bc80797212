/* vclink analyze: the figures of one dataset. */
#include <string.h>

#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/format.h"
#include "cli/tables.h"
#include "cli/terminal.h"

/* "overview" answers a planner in one screen; programs get JSON. */
static const char *choose_format(const cli_settings *settings)
{
    const char *stated = cli_format_stated(settings, VCL_USE_FIGURES);

    if (stated != NULL) {
        return stated;
    }
    if (!cli_to_terminal(settings)) {
        return "json";
    }
    return cli_tables_named(settings).count == 0 ? "overview" : "table";
}

/* What can be known to be wrong before anything is read. */
static int check_usage(const cli_settings *settings, const char *format, cli_list tables)
{
    if (strcmp(format, "csv") == 0 && tables.count != 1) {
        cli_complain(settings->language, CLI_TEXT_CSV_ONE_TABLE,
                     (const char *const[]){ settings->operands.items[0] });
        return CLI_USAGE;
    }
    if (strcmp(format, "overview") == 0 && cli_tables_named(settings).count > 0) {
        cli_complain(settings->language, CLI_TEXT_OVERVIEW_WITH_TABLES, NULL);
        return CLI_USAGE;
    }
    return cli_format_check(settings, format);
}

static int write_figures(const cli_settings *settings, const vcl_chain *chain, const char *format,
                         cli_list tables)
{
    const char *path = settings->operands.items[0];
    vcl_result *result = NULL;
    int status = cli_figures_compute(settings, chain, tables, &result);

    if (status == CLI_DONE) {
        status = cli_format_write(settings, result, VCL_USE_FIGURES, format,
                                  strcmp(path, "-") != 0 ? path : NULL);
    }
    vcl_result_free(result);
    return status;
}

int cli_analyze(const cli_settings *settings)
{
    const char *format = choose_format(settings);
    cli_list tables = { 0 };
    vcl_chain *chain = NULL;
    int status = cli_tables_choose(settings, &tables);

    if (status == CLI_DONE) {
        status = check_usage(settings, format, tables);
    }
    if (status == CLI_DONE) {
        status = cli_figures_read(settings, settings->operands.items[0], &chain);
    }
    if (status == CLI_DONE) {
        status = write_figures(settings, chain, format, tables);
    }
    vcl_chain_free(chain);
    cli_tables_release(&tables);
    return status;
}
