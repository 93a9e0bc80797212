/* Help, printed from the tables of commands and options. */
#include "cli/help.h"

#include <string.h>

#include "cli/exits.h"
#include "cli/layout.h"
#include "cli/options.h"

enum { SYNOPSIS_COLUMNS = 36, OPTION_COLUMNS = 34 };

static void print_text(FILE *stream, vcl_language language, cli_text text)
{
    fputs(cli_text_of(text, language), stream);
}

void cli_help_usage(FILE *stream, vcl_language language)
{
    const cli_command *command;

    print_text(stream, language, CLI_TEXT_USAGE);
    fputc('\n', stream);
    for (size_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
        fputs("  ", stream);
        cli_print_padded(stream, cli_text_of(command->synopsis, language), SYNOPSIS_COLUMNS);
        cli_print_wrapped(stream, cli_text_of(command->summary, language), SYNOPSIS_COLUMNS + 2);
    }
}

/* "-o, --output FILE" or "    --lang vi|en". */
static void option_heading(const cli_option *option, vcl_language language, char *buffer,
                           size_t size)
{
    char words[256] = "";
    char letter[] = "-?, ";
    const char *value = words;

    letter[1] = option->letter;
    if (option->takes == CLI_TAKES_WORD) {
        cli_option_words(option, "|", words, sizeof words);
    } else if (option->takes != CLI_TAKES_NOTHING) {
        value = cli_text_of(option->argument, language);
    }
    snprintf(buffer, size, "%s%s%s%s", option->letter != '\0' ? letter : "    ", option->name,
             value[0] != '\0' ? " " : "", value);
}

static void print_option(FILE *stream, vcl_language language, const cli_option *option)
{
    char heading[320];

    option_heading(option, language, heading, sizeof heading);
    if (cli_width(heading) < OPTION_COLUMNS) {
        fputs("  ", stream);
        cli_print_padded(stream, heading, OPTION_COLUMNS);
    } else {
        fprintf(stream, "  %s\n%*s", heading, OPTION_COLUMNS + 2, "");
    }
    cli_print_wrapped(stream, cli_text_of(option->help, language), OPTION_COLUMNS + 2);
}

static void print_options(FILE *stream, vcl_language language, unsigned where)
{
    const cli_option *option;

    print_text(stream, language, CLI_TEXT_OPTIONS_HEADING);
    fputc('\n', stream);
    for (size_t i = 0; (option = cli_option_at(i)) != NULL; i++) {
        if ((option->where & where) != 0) {
            print_option(stream, language, option);
        }
    }
}

static void print_exits(FILE *stream, vcl_language language)
{
    const cli_exit *end;

    print_text(stream, language, CLI_TEXT_EXIT_STATUS);
    fputc('\n', stream);
    for (size_t i = 0; (end = cli_exit_at(i)) != NULL; i++) {
        fprintf(stream, "  %-5d%s\n", end->status, cli_text_of(end->meaning, language));
    }
}

static void print_command(FILE *stream, vcl_language language, const cli_command *command)
{
    cli_print(stream, language, CLI_TEXT_COMMAND_USAGE,
              (const char *const[]){ cli_text_of(command->synopsis, language) });
    fputs("\n\n", stream);
    print_text(stream, language, command->details);
    fputc('\n', stream);
    print_options(stream, language, command->bit);
}

void cli_help_print(FILE *stream, vcl_language language, const cli_command *command)
{
    if (command != NULL) {
        print_command(stream, language, command);
        return;
    }
    print_text(stream, language, CLI_TEXT_ABOUT);
    fputc('\n', stream);
    cli_help_usage(stream, language);
    fputc('\n', stream);
    print_options(stream, language, CLI_FOR_TOP);
    fputc('\n', stream);
    print_exits(stream, language);
}

int cli_help(const cli_settings *settings)
{
    const cli_command *command = NULL;

    if (settings->operands.count > 0) {
        command = cli_command_find(settings->operands.items[0]);
        if (command == NULL) {
            return cli_command_unknown(settings, settings->operands.items[0]);
        }
    }
    cli_help_print(stdout, settings->language, command);
    return CLI_DONE;
}
