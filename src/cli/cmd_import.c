/* vclink import: a dataset from the registers of an office. */
#include <string.h>

#include "cli/commands.h"
#include "cli/import_files.h"
#include "cli/import_format.h"
#include "cli/import_log.h"
#include "cli/import_summary.h"
#include "cli/load.h"
#include "cli/signals.h"
#include "cli/terminal.h"
#include "cli/unnamed.h"

enum { OUTPUTS = 3, LINE_SIZE = 1024 };

/* What a draft of a mapping has no use for. */
static int check_suggestion(const cli_settings *settings)
{
    const struct {
        const char *option;
        const char *value;
    } unwanted[] = { { "--to", settings->format },
                     { "--mapping", settings->mapping },
                     { "--decisions", settings->decisions },
                     { "--review", settings->review },
                     { "--log", settings->log } };

    for (size_t i = 0; i < sizeof unwanted / sizeof unwanted[0]; i++) {
        if (unwanted[i].value != NULL) {
            cli_complain(settings->language, CLI_TEXT_SUGGESTS_ALONE,
                         (const char *const[]){ unwanted[i].option });
            return CLI_USAGE;
        }
    }
    return CLI_DONE;
}

static int suggest_mapping(const cli_settings *settings)
{
    vcl_error err = { 0 };
    int status = check_suggestion(settings);

    if (status == CLI_DONE) {
        status = cli_import_check_files(settings);
    }
    if (status != CLI_DONE) {
        return status;
    }
    cli_limit_memory(settings);
    if (vcl_import_suggest_mapping(settings->operands.items, settings->operands.count,
                                   cli_output_path(settings), &err) != VCL_OK) {
        return cli_report(settings->language, &err);
    }
    return CLI_DONE;
}

static vcl_decimal_mark decimal_mark(const char *word)
{
    if (word == NULL) {
        return VCL_MARK_UNKNOWN;
    }
    return strcmp(word, "comma") == 0 ? VCL_MARK_COMMA : VCL_MARK_POINT;
}

/* "reading so.xlsx": nobody can tell beforehand how much of it there is. */
static void describe_work(const cli_settings *settings, char line[LINE_SIZE])
{
    FILE *stream = fmemopen(line, LINE_SIZE, "w");

    line[0] = '\0';
    if (stream != NULL) {
        cli_print(stream, settings->language, CLI_TEXT_PROGRESS_READING,
                  (const char *const[]){ settings->operands.items[0] });
        fclose(stream);
    }
    line[LINE_SIZE - 1] = '\0';
}

static int read_registers(const cli_settings *settings, vcl_import **import)
{
    vcl_import_options options = { .mapping = settings->mapping,
                                   .decisions = settings->decisions,
                                   .name = settings->name,
                                   .as_of = settings->as_of,
                                   .currency = settings->currency,
                                   .decimal = decimal_mark(settings->decimal),
                                   .language = settings->language };
    char line[LINE_SIZE];
    vcl_error err = { 0 };
    vcl_status status;

    cli_limit_memory(settings);
    describe_work(settings, line);
    cli_signals_show_later(line);
    status =
        vcl_import_read(settings->operands.items, settings->operands.count, &options, import, &err);
    cli_signals_done();
    return status == VCL_OK ? CLI_DONE : cli_report(settings->language, &err);
}

/* As a spreadsheet program of the same language opens it in columns: a comma begins the decimals in
 * Vietnamese. */
static char separator_for(vcl_language language)
{
    return language == VCL_VIETNAMESE ? ';' : ',';
}

/* The dataset, the log and the review list: all of those that were asked for, or none; the dataset
 * last, so that whoever sees it has the others. */
static int write_outputs(const cli_settings *settings, const vcl_export_format *format,
                         const vcl_import *import)
{
    const vcl_export_options of_dataset = { .use = format->use,
                                            .format = format->name,
                                            .language = settings->language };
    const vcl_export_options of_lists = { .use = VCL_USE_FIGURES,
                                          .format = "csv",
                                          .language = settings->language,
                                          .separator = separator_for(settings->language),
                                          .byte_order_mark = true };
    vcl_export_part parts[OUTPUTS];
    size_t count = 0;
    vcl_error err = { 0 };

    if (settings->log != NULL) {
        parts[count++] = (vcl_export_part){ vcl_import_log(import), &of_lists, settings->log };
    }
    if (settings->review != NULL) {
        parts[count++] =
            (vcl_export_part){ vcl_import_review(import), &of_lists, settings->review };
    }
    parts[count++] =
        (vcl_export_part){ vcl_import_dataset(import), &of_dataset, cli_output_path(settings) };
    if (vcl_export_together(parts, count, &err) != VCL_OK) {
        return cli_report(settings->language, &err);
    }
    return CLI_DONE;
}

static int import_registers(const cli_settings *settings, const vcl_export_format *format)
{
    vcl_import *import = NULL;
    int status = read_registers(settings, &import);

    if (status == CLI_DONE && !settings->quiet) {
        cli_import_log_print(stderr, settings, vcl_import_log(import), settings->log);
    }
    if (status == CLI_DONE) {
        status = write_outputs(settings, format, import);
    }
    if (status == CLI_DONE && !settings->quiet) {
        cli_import_summary_print(stderr, settings->language, vcl_import_count(import));
        cli_import_next_print(settings, import);
    }
    vcl_import_free(import);
    return status;
}

static int check_usage(const cli_settings *settings, const vcl_export_format *format)
{
    if (format->is_folder && cli_output_path(settings) == NULL) {
        cli_complain(settings->language, CLI_TEXT_FOLDER_WITHOUT_PATH,
                     (const char *const[]){ format->name });
        return CLI_USAGE;
    }
    int status = cli_import_check_files(settings);
    return status == CLI_DONE ? cli_import_check_endings(settings, format) : status;
}

int cli_import(const cli_settings *given)
{
    cli_settings settings = *given;
    const vcl_export_format *format;
    char name[CLI_NAME_SIZE];
    int status;

    if (settings.suggest_mapping) {
        return suggest_mapping(&settings);
    }
    format = cli_import_format_of(settings.format, cli_output_path(&settings));
    status = check_usage(&settings, format);
    if (status == CLI_DONE) {
        status = cli_unnamed_choose(&settings, settings.operands.items[0], "dataset",
                                    cli_import_gives_dataset(format) ? ".json" : ".xlsx", name);
    }
    return status == CLI_DONE ? import_registers(&settings, format) : status;
}
