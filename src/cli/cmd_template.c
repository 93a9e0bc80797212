/* vclink template: registers to fill in. */
#include <sys/stat.h>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "cli/unnamed.h"

/* Whoever asks for a template a second time has filled in the first. */
static int check_output(const cli_settings *settings)
{
    const char *path = cli_output_path(settings);
    struct stat there;

    if (path == NULL || stat(path, &there) != 0 ||
        (!S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode))) {
        return CLI_DONE;
    }
    cli_complain(settings->language, CLI_TEXT_TEMPLATE_EXISTS, (const char *const[]){ path });
    return CLI_USAGE;
}

static int write_template(const cli_settings *settings, const vcl_export_format *format)
{
    vcl_export_options options = { .use = format->use,
                                   .format = format->name,
                                   .language = settings->language };
    vcl_result *result = NULL;
    vcl_error err = { 0 };
    vcl_status status = vcl_import_template(&result, &err);

    if (status == VCL_OK) {
        status = vcl_export(result, &options, cli_output_path(settings), &err);
    }
    vcl_result_free(result);
    return status == VCL_OK ? CLI_DONE : cli_report(settings->language, &err);
}

int cli_template(const cli_settings *given)
{
    cli_settings settings = *given;
    const vcl_export_format *format = settings.format != NULL
                                          ? vcl_export_find(VCL_USE_TEMPLATE, settings.format)
                                          : vcl_export_format_at(VCL_USE_TEMPLATE, 0);
    char name[CLI_NAME_SIZE];
    int status;

    if (format->is_folder && cli_output_path(given) == NULL) {
        cli_complain(given->language, CLI_TEXT_FOLDER_WITHOUT_PATH,
                     (const char *const[]){ format->name });
        return CLI_USAGE;
    }
    status = check_output(&settings);
    if (status == CLI_DONE) {
        status = cli_unnamed_choose(&settings, NULL, "registers", ".xlsx", name);
    }
    if (status == CLI_DONE) {
        status = write_template(&settings, format);
    }
    if (status == CLI_DONE && cli_output_path(&settings) != NULL && !settings.quiet) {
        cli_complain(settings.language,
                     format->is_folder ? CLI_TEXT_TEMPLATE_FOLDER_WRITTEN
                                       : CLI_TEXT_TEMPLATE_WRITTEN,
                     (const char *const[]){ settings.output });
    }
    return status;
}
