/* vclink: who lacks a buyer in a farmers' value chain, and on whom it hangs. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/language.h"
#include "cli/options.h"
#include "cli/signals.h"

static int check_operands(const cli_settings *settings)
{
    const cli_command *command = settings->command;
    const cli_list *operands = &settings->operands;
    const char *synopsis = cli_text_of(command->synopsis, settings->language);

    if (operands->count < command->least_operands) {
        cli_complain(settings->language, CLI_TEXT_FILE_MISSING, (const char *const[]){ synopsis });
        return CLI_USAGE;
    }
    if (operands->count > command->most_operands) {
        cli_complain(settings->language, CLI_TEXT_OPERAND_UNWANTED,
                     (const char *const[]){ operands->items[command->most_operands], synopsis });
        return CLI_USAGE;
    }
    return CLI_DONE;
}

static int run_command(cli_settings *settings, cli_arguments *arguments)
{
    int status = cli_options_parse(settings, arguments);

    if (status != CLI_DONE) {
        return status;
    }
    if (settings->help) {
        cli_help_print(stdout, settings->language, settings->command);
        return CLI_DONE;
    }
    status = check_operands(settings);
    return status == CLI_DONE ? settings->command->run(settings) : status;
}

/* The options before the command, then the command. */
static int run(cli_settings *settings, cli_arguments *arguments)
{
    int status = cli_options_parse(settings, arguments);

    if (status != CLI_DONE) {
        return status;
    }
    if (settings->help) {
        cli_help_print(stdout, settings->language, NULL);
        return CLI_DONE;
    }
    if (settings->version) {
        printf("vclink %s (igraph %s)\n", vcl_version(), vcl_igraph_version());
        return CLI_DONE;
    }
    if (arguments->next == arguments->count) {
        cli_help_usage(stderr, settings->language);
        return CLI_USAGE;
    }
    settings->command = cli_command_find(arguments->items[arguments->next]);
    if (settings->command == NULL) {
        return cli_command_unknown(settings, arguments->items[arguments->next]);
    }
    arguments->next++;
    return run_command(settings, arguments);
}

/* What was printed must have arrived: a full disk shows only now. */
static int flush_output(vcl_language language, int status)
{
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout)) {
        return status;
    }
    if (status != CLI_IO) {
        cli_complain(language, CLI_TEXT_OUTPUT_FAILED,
                     (const char *const[]){ strerror(errno != 0 ? errno : EIO) });
    }
    return status > CLI_IO ? status : CLI_IO;
}

int main(int argc, char **argv)
{
    cli_arguments arguments = { .items = argv, .count = argc, .next = argc > 0 ? 1 : 0 };
    cli_settings settings = { .language = cli_language(&arguments) };
    int status;

    cli_signals_install();
    status = cli_settings_init(&settings, &arguments);
    if (status == CLI_DONE) {
        status = run(&settings, &arguments);
    }
    cli_settings_release(&settings);
    return flush_output(settings.language, status);
}
