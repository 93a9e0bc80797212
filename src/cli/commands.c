/* The table of commands. A new one is a line here, a file cmd_<name>.c and its texts. */
#include "cli/commands.h"

#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "cli/options.h"
#include "cli/suggest.h"

static const cli_command commands[] = {
    { .name = "template",
      .help = "vclink template --help",
      .bit = CLI_FOR_TEMPLATE,
      .most_operands = 0,
      .synopsis = CLI_TEXT_TEMPLATE_SYNOPSIS,
      .summary = CLI_TEXT_TEMPLATE_SUMMARY,
      .details = CLI_TEXT_TEMPLATE_DETAILS,
      .run = cli_template },
    { .name = "import",
      .help = "vclink import --help",
      .bit = CLI_FOR_IMPORT,
      .least_operands = 1,
      .most_operands = SIZE_MAX,
      .synopsis = CLI_TEXT_IMPORT_SYNOPSIS,
      .summary = CLI_TEXT_IMPORT_SUMMARY,
      .details = CLI_TEXT_IMPORT_DETAILS,
      .run = cli_import },
    { .name = "check",
      .help = "vclink check --help",
      .bit = CLI_FOR_CHECK,
      .least_operands = 1,
      .most_operands = SIZE_MAX,
      .synopsis = CLI_TEXT_CHECK_SYNOPSIS,
      .summary = CLI_TEXT_CHECK_SUMMARY,
      .details = CLI_TEXT_CHECK_DETAILS,
      .run = cli_check },
    { .name = "analyze",
      .help = "vclink analyze --help",
      .bit = CLI_FOR_ANALYZE,
      .least_operands = 1,
      .most_operands = SIZE_MAX,
      .others = CLI_OPERAND_TABLE,
      .synopsis = CLI_TEXT_ANALYZE_SYNOPSIS,
      .summary = CLI_TEXT_ANALYZE_SUMMARY,
      .details = CLI_TEXT_ANALYZE_DETAILS,
      .run = cli_analyze },
    { .name = "report",
      .help = "vclink report --help",
      .bit = CLI_FOR_REPORT,
      .least_operands = 1,
      .most_operands = 1,
      .synopsis = CLI_TEXT_REPORT_SYNOPSIS,
      .summary = CLI_TEXT_REPORT_SUMMARY,
      .details = CLI_TEXT_REPORT_DETAILS,
      .run = cli_report_page },
    { .name = "export",
      .help = "vclink export --help",
      .bit = CLI_FOR_EXPORT,
      .least_operands = 1,
      .most_operands = 1,
      .synopsis = CLI_TEXT_EXPORT_SYNOPSIS,
      .summary = CLI_TEXT_EXPORT_SUMMARY,
      .details = CLI_TEXT_EXPORT_DETAILS,
      .run = cli_export },
    { .name = "list",
      .help = "vclink list --help",
      .bit = CLI_FOR_LIST,
      .most_operands = 0,
      .synopsis = CLI_TEXT_LIST_SYNOPSIS,
      .summary = CLI_TEXT_LIST_SUMMARY,
      .details = CLI_TEXT_LIST_DETAILS,
      .run = cli_list_catalogue },
    { .name = "help",
      .help = "vclink help --help",
      .bit = CLI_FOR_HELP,
      .most_operands = 1,
      .first = CLI_OPERAND_COMMAND,
      .synopsis = CLI_TEXT_HELP_SYNOPSIS,
      .summary = CLI_TEXT_HELP_SUMMARY,
      .details = CLI_TEXT_HELP_DETAILS,
      .run = cli_help },
};

const cli_command *cli_command_at(size_t index)
{
    return index < sizeof commands / sizeof commands[0] ? &commands[index] : NULL;
}

const cli_command *cli_command_find(const char *name)
{
    for (size_t i = 0; cli_command_at(i) != NULL; i++) {
        if (strcmp(commands[i].name, name) == 0) {
            return &commands[i];
        }
    }
    return NULL;
}

const char *cli_command_help(const cli_command *command)
{
    return command != NULL ? command->help : "vclink --help";
}

/* Does it look like a dataset that someone forgot to name a command for? */
static bool looks_like_file(const char *typed)
{
    return strpbrk(typed, "./") != NULL || access(typed, F_OK) == 0;
}

int cli_command_unknown(const cli_settings *settings, const char *typed)
{
    cli_nearest nearest = { .typed = typed };

    for (size_t i = 0; cli_command_at(i) != NULL; i++) {
        cli_nearest_try(&nearest, commands[i].name);
    }
    if (looks_like_file(typed)) {
        cli_complain(settings->language, CLI_TEXT_FILE_WITHOUT_COMMAND,
                     (const char *const[]){ typed });
    } else if (nearest.word != NULL) {
        cli_complain(settings->language, CLI_TEXT_UNKNOWN_COMMAND_NEAR,
                     (const char *const[]){ typed, nearest.word });
    } else {
        cli_complain(settings->language, CLI_TEXT_UNKNOWN_COMMAND, (const char *const[]){ typed });
    }
    return CLI_USAGE;
}
