/* Which format is written where. */
#include "cli/format.h"

#include <string.h>

#include "cli/terminal.h"
#include "cli/texts.h"

const char *cli_format_stated(const cli_settings *settings, vcl_export_use use)
{
    const char *path = cli_output_path(settings);
    const char *dot;
    const vcl_export_format *format;

    if (settings->format != NULL || path == NULL) {
        return settings->format;
    }
    dot = strrchr(path, '.');
    format = dot != NULL ? vcl_export_find_ending(use, dot + 1) : NULL;
    return format != NULL ? format->name : NULL;
}

int cli_format_check(const cli_settings *settings, const char *format)
{
    if (settings->byte_order_mark && (format == NULL || strcmp(format, "csv") != 0)) {
        cli_complain(settings->language, CLI_TEXT_BOM_WITHOUT_CSV, NULL);
        return CLI_USAGE;
    }
    return CLI_DONE;
}

int cli_format_write(const cli_settings *settings, const vcl_result *result, vcl_export_use use,
                     const char *format, const char *source)
{
    vcl_export_options options = { .use = use,
                                   .format = format,
                                   .language = settings->language,
                                   .top = settings->top,
                                   .color = cli_wants_color(settings),
                                   .byte_order_mark = settings->byte_order_mark,
                                   .width = cli_terminal_width(settings),
                                   .source = source,
                                   .edge_key = settings->edge_key,
                                   .threads = (unsigned)settings->threads };
    vcl_error err = { 0 };

    if (vcl_export(result, &options, cli_output_path(settings), &err) != VCL_OK) {
        return cli_report(settings->language, &err);
    }
    return CLI_DONE;
}
