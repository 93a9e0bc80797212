/* vclink report: one page with everything, for a browser without a network. */
#include "cli/commands.h"
#include "cli/figures.h"
#include "cli/tables.h"
#include "cli/terminal.h"
#include "cli/unnamed.h"

/* Where there are more actors households are not drawn one by one: nobody could tell them apart. */
enum { MOST_ACTORS = 20000, EXAMPLES_SIZE = 256 };

/* "Lạng Giang, Yên Thế". */
static void list_examples(const vcl_regions *regions, char *buffer, size_t size)
{
    const char *example;
    size_t used = 0;

    buffer[0] = '\0';
    for (size_t i = 0; (example = vcl_regions_example(regions, i)) != NULL; i++) {
        int added = snprintf(buffer + used, size - used, "%s%s", i > 0 ? ", " : "", example);
        used += added > 0 && (size_t)added < size - used ? (size_t)added : 0;
    }
}

static void tell_regions(const cli_settings *settings, const vcl_regions *regions)
{
    char found[CLI_DIGITS_SIZE];
    char unmatched[CLI_DIGITS_SIZE];
    char examples[EXAMPLES_SIZE];
    cli_text warning = CLI_TEXT_REGIONS_UNMATCHED;

    if (settings->quiet) {
        return;
    }
    cli_complain(settings->language, CLI_TEXT_REGIONS_FOUND,
                 (const char *const[]){ settings->regions,
                                        cli_digits(vcl_regions_count(regions), found),
                                        vcl_regions_property(regions) });
    list_examples(regions, examples, sizeof examples);
    warning = examples[0] != '\0' ? warning : CLI_TEXT_REGIONS_UNMATCHED_UNNAMED;
    if (vcl_regions_unmatched(regions) > 0) {
        cli_complain(settings->language, warning,
                     (const char *const[]){ settings->regions,
                                            cli_digits(vcl_regions_unmatched(regions), unmatched),
                                            examples });
    }
}

static int read_regions(const cli_settings *settings, const vcl_chain *chain, vcl_regions **regions)
{
    vcl_error err = { 0 };

    if (settings->regions == NULL) {
        return CLI_DONE;
    }
    if (vcl_regions_load(settings->regions, chain, regions, &err) != VCL_OK) {
        return cli_report(settings->language, &err);
    }
    tell_regions(settings, *regions);
    return CLI_DONE;
}

static int write_page(const cli_settings *settings, const vcl_result *result,
                      const vcl_regions *regions)
{
    vcl_export_options options = { .use = VCL_USE_PAGE,
                                   .language = settings->language,
                                   .regions = regions };
    vcl_error err = { 0 };

    if (vcl_export(result, &options, cli_output_path(settings), &err) != VCL_OK) {
        return cli_report(settings->language, &err);
    }
    return CLI_DONE;
}

static int report_chain(cli_settings *settings, cli_list tables)
{
    vcl_chain *chain = NULL;
    vcl_regions *regions = NULL;
    vcl_result *result = NULL;
    int status = cli_figures_read(settings, settings->operands.items[0], &chain);

    if (status == CLI_DONE) {
        status = read_regions(settings, chain, &regions);
    }
    if (status == CLI_DONE) {
        settings->organisations_only = vcl_chain_actor_count(chain) > MOST_ACTORS;
        status = cli_figures_compute(settings, chain, tables, &result);
    }
    vcl_chain_free(chain);
    if (status == CLI_DONE) {
        status = write_page(settings, result, regions);
    }
    vcl_regions_free(regions);
    vcl_result_free(result);
    return status;
}

int cli_report_page(const cli_settings *given)
{
    cli_settings settings = *given;
    const vcl_export_format *format = vcl_export_format_at(VCL_USE_PAGE, 0);
    cli_list tables = { 0 };
    char name[CLI_NAME_SIZE];
    int status = cli_unnamed_choose(&settings, settings.operands.items[0], "report", ".html", name);

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
