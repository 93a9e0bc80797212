/* Which format is written where. */
#include "cli/format.h"

#include <string.h>

#include "cli/terminal.h"
#include "cli/texts.h"

/* The format of files that end in `ending`; NULL if none is known. */
static const char *format_of_ending(const char *ending)
{
    if (strcmp(ending, "txt") == 0) {
        return "table";
    }
    if (strcmp(ending, "jsonl") == 0) {
        return "ndjson";
    }
    for (size_t i = 0; i < vcl_export_count(); i++) {
        if (strcmp(ending, vcl_export_name(i)) == 0) {
            return vcl_export_name(i);
        }
    }
    return NULL;
}

const char *cli_format_stated(const cli_settings *settings)
{
    const char *path = cli_output_path(settings);
    const char *dot;

    if (settings->format != NULL || path == NULL) {
        return settings->format;
    }
    dot = strrchr(path, '.');
    return dot != NULL ? format_of_ending(dot + 1) : NULL;
}

int cli_format_check(const cli_settings *settings, const char *format)
{
    if (settings->byte_order_mark && (format == NULL || strcmp(format, "csv") != 0)) {
        cli_complain(settings->language, CLI_TEXT_BOM_WITHOUT_CSV, NULL);
        return CLI_USAGE;
    }
    return CLI_DONE;
}

int cli_format_write(const cli_settings *settings, const vcl_result *result, const char *format,
                     const char *source)
{
    vcl_export_options options = { .format = format,
                                   .language = settings->language,
                                   .top = settings->top,
                                   .color = cli_wants_color(settings),
                                   .byte_order_mark = settings->byte_order_mark,
                                   .width = cli_terminal_width(settings),
                                   .source = source };
    vcl_error err = { 0 };

    if (vcl_export(result, &options, cli_output_path(settings), &err) != VCL_OK) {
        return cli_report(settings->language, &err);
    }
    return CLI_DONE;
}
