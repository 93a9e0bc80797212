/* Completion for fish: a line for each option of a command, and for what its operands are. */
#include <string.h>

#include "manual/completions.h"
#include "manual/values.h"

/* A text within '…'. */
static void print_quoted(FILE *stream, const char *text)
{
    fputc('\'', stream);
    for (; *text != '\0'; text++) {
        if (*text == '\'' || *text == '\\') {
            fputc('\\', stream);
        }
        fputc(*text, stream);
    }
    fputc('\'', stream);
}

/* word\t"what it means", within '…', which fish reads once more. */
static void print_choice(FILE *stream, manual_choice choice)
{
    fprintf(stream, "%s\\t\"", choice.word);
    for (const char *meaning = choice.meaning; *meaning != '\0'; meaning++) {
        if (*meaning == '\\') {
            fputs("\\\\\\", stream);
        } else if (*meaning == '"' || *meaning == '$') {
            fputs("\\\\", stream);
        } else if (*meaning == '\'') {
            fputc('\\', stream);
        }
        fputc(*meaning, stream);
    }
    fputc('"', stream);
}

/* What is offered: "-F" files, "-a '…'" words. */
static void print_offer(FILE *stream, manual_value value, const cli_option *option)
{
    manual_choice choice = manual_choice_at(value, option, 0);

    if (value == MANUAL_VALUE_FILE) {
        fputs(" -F", stream);
    }
    if (choice.word == NULL) {
        return;
    }
    fputs(" -a '", stream);
    for (size_t i = 0; choice.word != NULL; choice = manual_choice_at(value, option, ++i)) {
        fputs(i > 0 ? " " : "", stream);
        if (choice.meaning != NULL) {
            print_choice(stream, choice);
        } else {
            fputs(choice.word, stream);
        }
    }
    fputc('\'', stream);
}

/* "-n '__vclink_in check analyze'": where the option may stand; "-" is before any command. */
static void print_option_places(FILE *stream, const cli_option *option)
{
    const cli_command *command;

    fputs(" -n '__vclink_in", stream);
    if (manual_option_is_of(option, NULL)) {
        fputs(" -", stream);
    }
    for (size_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
        if (manual_option_is_of(option, command)) {
            fprintf(stream, " %s", command->name);
        }
    }
    fputc('\'', stream);
}

static void print_option(FILE *stream, const cli_option *option)
{
    manual_value value = manual_value_of_option(option);

    fputs("complete -c vclink", stream);
    print_option_places(stream, option);
    if (option->letter != '\0') {
        fprintf(stream, " -s %c", option->letter);
    }
    fprintf(stream, " -l %s", option->name + strlen("--"));
    if (value != MANUAL_VALUE_NONE) {
        fputs(value == MANUAL_VALUE_FILE ? " -r" : " -x", stream);
    }
    print_offer(stream, value, option);
    fputs(" -d ", stream);
    print_quoted(stream, cli_text_of(option->help, VCL_ENGLISH));
    fputc('\n', stream);
}

static void print_operands(FILE *stream, const cli_command *command)
{
    for (size_t before = 0; before < 2 && before < command->most_operands; before++) {
        fprintf(stream, "complete -c vclink -n '__vclink_after %s %s'", command->name,
                before == 0 ? "-eq 0" : "-ge 1");
        print_offer(stream, manual_value_of_operand(command, before), NULL);
        fputc('\n', stream);
    }
}

/* Is it the first option of its name? */
static bool is_first(size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (strcmp(cli_option_at(i)->name, cli_option_at(index)->name) == 0) {
            return false;
        }
    }
    return true;
}

/* Every option that takes a value, in either form. */
static void print_takers(FILE *stream)
{
    const cli_option *option;

    for (size_t i = 0; (option = cli_option_at(i)) != NULL; i++) {
        if (option->takes == CLI_TAKES_NOTHING || !is_first(i)) {
            continue;
        }
        fprintf(stream, " %s", option->name);
        if (option->letter != '\0') {
            fprintf(stream, " -%c", option->letter);
        }
    }
}

static const char functions_begin[] =
    "# Completion of vclink for fish, made from its tables of commands and options.\n\n"
    "# Prints the command that was typed (- where none was yet) and how many operands follow it.\n"
    "function __vclink_typed\n"
    "    set -l words (commandline -opc)\n"
    "    set -e words[1]\n"
    "    set -l command -\n"
    "    set -l operands 0\n"
    "    set -l takes_value no\n"
    "    set -l ended no\n"
    "    for word in $words\n"
    "        if test $takes_value = yes\n"
    "            set takes_value no\n"
    "        else if test $ended = no; and test \"$word\" = --\n"
    "            set ended yes\n"
    "        else if test $ended = no; and string match -q -r -- '^-.' \"$word\"\n"
    "            contains -- $word";

static const char functions_end[] =
    "; and set takes_value yes\n"
    "        else if test $command = -\n"
    "            set command $word\n"
    "        else\n"
    "            set operands (math $operands + 1)\n"
    "        end\n"
    "    end\n"
    "    echo $command\n"
    "    echo $operands\n"
    "end\n\n"
    "# Is one of these commands being typed?\n"
    "function __vclink_in\n"
    "    set -l typed (__vclink_typed)\n"
    "    contains -- $typed[1] $argv\n"
    "end\n\n"
    "# Is this command being typed, with so many operands: __vclink_after COMMAND -eq|-ge COUNT\n"
    "function __vclink_after\n"
    "    set -l typed (__vclink_typed)\n"
    "    test $typed[1] = $argv[1]; and test $typed[2] $argv[2] $argv[3]\n"
    "end\n\n"
    "complete -c vclink -f\n";

void manual_fish_print(FILE *stream)
{
    const cli_command *command;
    const cli_option *option;

    fputs(functions_begin, stream);
    print_takers(stream);
    fputs(functions_end, stream);
    fputs("complete -c vclink -n '__vclink_in -'", stream);
    print_offer(stream, MANUAL_VALUE_COMMAND, NULL);
    fputc('\n', stream);
    for (size_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
        print_operands(stream, command);
    }
    for (size_t i = 0; (option = cli_option_at(i)) != NULL; i++) {
        print_option(stream, option);
    }
}
