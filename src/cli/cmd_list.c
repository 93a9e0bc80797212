/* vclink list: the tables with their columns, and the formats. */
#include "cli/columns.h"
#include "cli/commands.h"
#include "cli/format.h"
#include "cli/layout.h"
#include "cli/terminal.h"

enum { NAME_COLUMNS = 24, UNIT_COLUMNS = 32 };

static void print_column(const vcl_column *column, vcl_language language)
{
    char unit[128];

    cli_column_nature(column, language, unit, sizeof unit);
    fputs("    ", stdout);
    cli_print_padded(stdout, column->name, NAME_COLUMNS);
    cli_print_padded(stdout, unit, UNIT_COLUMNS);
    cli_print_wrapped(stdout, column->description[language], 4 + NAME_COLUMNS + UNIT_COLUMNS);
}

static void print_tables(vcl_language language)
{
    bool on_demand = false; /* those come last */

    fputs(cli_text_of(CLI_TEXT_TABLES_HEADING, language), stdout);
    fputc('\n', stdout);
    for (size_t i = 0; i < vcl_analysis_count(); i++) {
        if (vcl_analysis_is_on_demand(i) && !on_demand) {
            putchar('\n');
            cli_print_wrapped(stdout, cli_text_of(CLI_TEXT_ON_DEMAND_TABLES, language), 0);
            on_demand = true;
        }
        printf("\n  %s: %s\n", vcl_analysis_name(i), vcl_analysis_title(i, language));
        for (size_t j = 0; j < vcl_analysis_column_count(i); j++) {
            print_column(vcl_analysis_column(i, j), language);
        }
    }
}

static void print_formats(vcl_export_use use, cli_text heading, vcl_language language)
{
    const vcl_export_format *format;

    putchar('\n');
    fputs(cli_text_of(heading, language), stdout);
    fputs("\n\n", stdout);
    for (size_t i = 0; (format = vcl_export_format_at(use, i)) != NULL; i++) {
        fputs("  ", stdout);
        cli_print_padded(stdout, format->name, NAME_COLUMNS);
        cli_print_wrapped(stdout, format->description[language], 2 + NAME_COLUMNS);
    }
}

static int write_catalogue(const cli_settings *settings, const char *format)
{
    vcl_result *result = NULL;
    vcl_error err = { 0 };
    int status;

    if (vcl_catalogue_result(settings->language, &result, &err) != VCL_OK) {
        return cli_report(settings->language, &err);
    }
    status = cli_format_write(settings, result, VCL_USE_FIGURES, format, NULL);
    vcl_result_free(result);
    return status;
}

int cli_list_catalogue(const cli_settings *settings)
{
    const char *format = cli_format_stated(settings, VCL_USE_FIGURES);

    if (cli_format_check(settings, format) != CLI_DONE) {
        return CLI_USAGE;
    }
    if (format != NULL || cli_output_path(settings) != NULL) {
        return write_catalogue(settings, format != NULL ? format : "json");
    }
    print_tables(settings->language);
    print_formats(VCL_USE_FIGURES, CLI_TEXT_FORMATS_HEADING, settings->language);
    print_formats(VCL_USE_NETWORK, CLI_TEXT_NETWORK_HEADING, settings->language);
    return CLI_DONE;
}
