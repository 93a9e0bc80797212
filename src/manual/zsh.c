/* Completion for zsh: specifications for its own _arguments. */
#include <string.h>

#include "manual/completions.h"
#include "manual/values.h"

/* A text within '…' as _arguments reads it: brackets and colons would end it there. */
static void print_help(FILE *stream, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'') {
            fputs("'\\'", stream);
        } else if (strchr("[]:\\", *text) != NULL) {
            fputc('\\', stream);
        }
        fputc(*text, stream);
    }
}

/* word\:"what it means", within '((…))', which the shell reads once more. */
static void print_choice(FILE *stream, manual_choice choice)
{
    fprintf(stream, "%s\\:\"", choice.word);
    for (const char *meaning = choice.meaning; *meaning != '\0'; meaning++) {
        if (*meaning == '\'') {
            fputs("'\\'", stream);
        } else if (strchr(":\"$`\\", *meaning) != NULL) {
            fputc('\\', stream);
        }
        fputc(*meaning, stream);
    }
    fputc('"', stream);
}

/* ((word\:"meaning" …)), or (word …) where words speak for themselves. */
static void print_choices(FILE *stream, manual_value value, const cli_option *option)
{
    manual_choice choice = manual_choice_at(value, option, 0);
    bool described = choice.meaning != NULL;

    fputs(described ? "((" : "(", stream);
    for (size_t i = 0; choice.word != NULL; choice = manual_choice_at(value, option, ++i)) {
        fputs(i > 0 ? " " : "", stream);
        if (described) {
            print_choice(stream, choice);
        } else {
            fputs(choice.word, stream);
        }
    }
    fputs(described ? "))" : ")", stream);
}

/* ":FILE:_files": what a value is called, and what is offered for it. */
static void print_value(FILE *stream, manual_value value, const cli_option *option)
{
    switch (value) {
    case MANUAL_VALUE_NONE:
        break;
    case MANUAL_VALUE_TYPED:
        fprintf(stream, ":%s: ", cli_text_of(option->argument, VCL_ENGLISH));
        break;
    case MANUAL_VALUE_FILE:
        fputs(":FILE:_files", stream);
        break;
    case MANUAL_VALUE_TABLE:
        fputs(":TABLE:", stream);
        break;
    case MANUAL_VALUE_COMMAND:
        fputs(":COMMAND:", stream);
        break;
    case MANUAL_VALUE_WORD:
        fprintf(stream, ":%s:", option->name + strlen("--"));
        break;
    }
    if (manual_choice_at(value, option, 0).word != NULL) {
        print_choices(stream, value, option);
    }
}

/* '(-o --output)'{-o+,--output=}'[help]:FILE:_files': either form, and once; "*" where it may be
 * repeated. */
static void print_option(FILE *stream, const cli_option *option)
{
    bool takes = option->takes != CLI_TAKES_NOTHING;
    bool repeats = option->takes == CLI_TAKES_TEXTS;

    fputs(" \\\n                '", stream);
    fputs(repeats ? "*" : "", stream);
    if (option->letter == '\0') {
        fprintf(stream, "%s%s", option->name, takes ? "=" : "");
    } else {
        if (!repeats) {
            fprintf(stream, "(-%c %s)", option->letter, option->name);
        }
        fprintf(stream, "'{-%c%s,%s%s}'", option->letter, takes ? "+" : "", option->name,
                takes ? "=" : "");
    }
    fputc('[', stream);
    print_help(stream, cli_text_of(option->help, VCL_ENGLISH));
    fputc(']', stream);
    print_value(stream, manual_value_of_option(option), option);
    fputc('\'', stream);
}

static void print_options(FILE *stream, const cli_command *command)
{
    const cli_option *option;

    for (size_t i = 0; (option = cli_option_at(i)) != NULL; i++) {
        if (manual_option_is_of(option, command)) {
            print_option(stream, option);
        }
    }
}

static void print_branch(FILE *stream, const cli_command *command)
{
    fprintf(stream, "        %s)\n            _arguments -s -S", command->name);
    print_options(stream, command);
    for (size_t before = 0; before < 2 && before < command->most_operands; before++) {
        fprintf(stream, " \\\n                '%s", before == 0 ? "1" : "*");
        print_value(stream, manual_value_of_operand(command, before), NULL);
        fputc('\'', stream);
    }
    fputs(" && return\n            ;;\n", stream);
}

void manual_zsh_print(FILE *stream)
{
    const cli_command *command;

    fputs("#compdef vclink\n"
          "# Completion of vclink for zsh, made from its tables of commands and options.\n\n"
          "_vclink()\n{\n"
          "    local curcontext=$curcontext context state state_descr line\n"
          "    typeset -A opt_args\n\n"
          "    _arguments -C -S",
          stream);
    print_options(stream, NULL);
    fputs(" \\\n                '1", stream);
    print_value(stream, MANUAL_VALUE_COMMAND, NULL);
    fputs("' \\\n                '*::argument:->arguments' && return\n"
          "    [[ $state == arguments ]] || return 1\n"
          "    curcontext=${curcontext%:*:*}:vclink-$words[1]:\n"
          "    case $words[1] in\n",
          stream);
    for (size_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
        print_branch(stream, command);
    }
    fputs("    esac\n    return 1\n}\n\n_vclink \"$@\"\n", stream);
}
