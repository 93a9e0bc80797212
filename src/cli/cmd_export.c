/* vclink export: the chain with its figures on nodes and links, for other tools. */
#include <string.h>

#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/format.h"
#include "cli/options.h"
#include "cli/tables.h"
#include "cli/terminal.h"

/* The names of the formats: "graphml, dot". */
static void list_formats(char *buffer, size_t size)
{
    const vcl_export_format *format;
    size_t used = 0;

    buffer[0] = '\0';
    for (size_t i = 0; (format = vcl_export_format_at(VCL_USE_NETWORK, i)) != NULL; i++) {
        int added = snprintf(buffer + used, size - used, "%s%s", i > 0 ? ", " : "", format->name);
        used += added > 0 && (size_t)added < size - used ? (size_t)added : 0;
    }
}

/* NULL once it has complained that neither --to nor -o's ending says. */
static const vcl_export_format *choose_format(const cli_settings *settings)
{
    const char *name = cli_format_stated(settings, VCL_USE_NETWORK);
    char names[256];

    if (name == NULL) {
        list_formats(names, sizeof names);
        cli_complain(settings->language, CLI_TEXT_TO_MISSING,
                     (const char *const[]){ settings->operands.items[0], names });
        return NULL;
    }
    return vcl_export_find(VCL_USE_NETWORK, name);
}

/* What can be known to be wrong before anything is read. */
static int check_usage(const cli_settings *settings, const vcl_export_format *format)
{
    if (settings->edge_key != NULL && strcmp(format->name, "nodelink") != 0) {
        cli_complain(settings->language, CLI_TEXT_EDGE_KEY_ELSEWHERE, NULL);
        return CLI_USAGE;
    }
    if (format->is_folder && cli_output_path(settings) == NULL) {
        cli_complain(settings->language, CLI_TEXT_FOLDER_WITHOUT_PATH,
                     (const char *const[]){ format->name });
        return CLI_USAGE;
    }
    return CLI_DONE;
}

static int export_chain(const cli_settings *settings, const vcl_export_format *format,
                        cli_list tables)
{
    const char *path = settings->operands.items[0];
    vcl_chain *chain = NULL;
    vcl_result *result = NULL;
    int status = cli_figures_read(settings, path, &chain);

    if (status == CLI_DONE) {
        status = cli_figures_compute(settings, chain, tables, &result);
    }
    vcl_chain_free(chain);
    if (status == CLI_DONE) {
        status = cli_format_write(settings, result, format->use, format->name, NULL);
    }
    vcl_result_free(result);
    return status;
}

int cli_export(const cli_settings *settings)
{
    const vcl_export_format *format = choose_format(settings);
    cli_list tables = { 0 };
    int status = format != NULL ? check_usage(settings, format) : CLI_USAGE;

    if (status == CLI_DONE) {
        status = cli_tables_needed(settings, format, &tables);
    }
    if (status == CLI_DONE) {
        status = export_chain(settings, format, tables);
    }
    cli_tables_release(&tables);
    return status;
}
