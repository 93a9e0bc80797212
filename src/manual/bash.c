/* Completion for bash: a function for `complete -F` that needs nothing but bash. */
#include "manual/completions.h"
#include "manual/values.h"

/* 'check analyze list' */
static void print_choices(FILE *stream, manual_value value, const cli_option *option)
{
    manual_choice choice = manual_choice_at(value, option, 0);

    fputc('\'', stream);
    for (size_t i = 0; choice.word != NULL; choice = manual_choice_at(value, option, ++i)) {
        fprintf(stream, "%s%s", i > 0 ? " " : "", choice.word);
    }
    fputc('\'', stream);
}

/* The end of a branch: what is offered. */
static void print_offer(FILE *stream, manual_value value, const cli_option *option)
{
    switch (value) {
    case MANUAL_VALUE_NONE:
        break;
    case MANUAL_VALUE_TYPED:
        fputs("takes=text", stream);
        break;
    case MANUAL_VALUE_FILE:
        fputs("takes=files", stream);
        break;
    case MANUAL_VALUE_TABLE:
        fputs("takes=words words=$_vclink_tables", stream);
        break;
    case MANUAL_VALUE_COMMAND:
        fputs("takes=words words=$_vclink_commands", stream);
        break;
    case MANUAL_VALUE_WORD:
        fputs("takes=words words=", stream);
        print_choices(stream, value, option);
        break;
    }
    fputs(" ;;\n", stream);
}

/* "check,--output | check,-o". Nothing where the option does not stand after the command. */
static void print_place(FILE *stream, const cli_option *option, const cli_command *command,
                        bool *first)
{
    const char *name = command != NULL ? command->name : "";

    if (!manual_option_is_of(option, command)) {
        return;
    }
    fprintf(stream, "%s%s,%s", *first ? "" : " | ", name, option->name);
    if (option->letter != '\0') {
        fprintf(stream, " | %s,-%c", name, option->letter);
    }
    *first = false;
}

static void print_places(FILE *stream, const cli_option *option)
{
    const cli_command *command;
    bool first = true;

    print_place(stream, option, NULL, &first);
    for (size_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
        print_place(stream, option, command, &first);
    }
}

static void print_values(FILE *stream)
{
    const cli_option *option;

    fputs("\n# What option $2 of command $1 takes: nothing, words, files, or text to be typed.\n"
          "_vclink_value()\n{\n    takes=\n    case $1,$2 in\n",
          stream);
    for (size_t i = 0; (option = cli_option_at(i)) != NULL; i++) {
        manual_value value = manual_value_of_option(option);
        if (value != MANUAL_VALUE_NONE) {
            fputs("        ", stream);
            print_places(stream, option);
            fputs(") ", stream);
            print_offer(stream, value, option);
        }
    }
    fputs("    esac\n}\n", stream);
}

static void print_options_of(FILE *stream, const cli_command *command)
{
    const cli_option *option;
    const char *before = "";

    fprintf(stream, "        %s) words='", command != NULL ? command->name : "''");
    for (size_t i = 0; (option = cli_option_at(i)) != NULL; i++) {
        if (manual_option_is_of(option, command)) {
            fprintf(stream, "%s%s", before, option->name);
            before = " ";
        }
    }
    fputs("' ;;\n", stream);
}

static void print_options(FILE *stream)
{
    const cli_command *command;

    fputs("\n# The options of command $1.\n"
          "_vclink_options()\n{\n    takes=words\n    case $1 in\n",
          stream);
    print_options_of(stream, NULL);
    for (size_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
        print_options_of(stream, command);
    }
    fputs("    esac\n}\n", stream);
}

static void print_operands(FILE *stream)
{
    const cli_command *command;

    fputs("\n# What command $1 takes after $2 operands.\n"
          "_vclink_operand()\n{\n    takes=\n    case $1,$2 in\n        ,*) "
          "takes=words words=$_vclink_commands ;;\n",
          stream);
    for (size_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
        for (size_t before = 0; before < 2 && before < command->most_operands; before++) {
            fprintf(stream, "        %s,%s) ", command->name, before == 0 ? "0" : "*");
            print_offer(stream, manual_value_of_operand(command, before), NULL);
        }
    }
    fputs("    esac\n}\n", stream);
}

/* Files are left to readline, which knows how to quote them. Where "=" breaks words, as it does
 * unless somebody changed it, "--format=js" comes as three. */
static const char complete_function[] =
    "\n_vclink()\n"
    "{\n"
    "    local word=${COMP_WORDS[COMP_CWORD]} command= option= operands=0 ended= i\n"
    "    local takes= words= IFS=$' \\t\\n'\n"
    "\n"
    "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
    "        if [[ -n $option ]]; then\n"
    "            [[ ${COMP_WORDS[i]} == = ]] || option=\n"
    "        elif [[ -z $ended && ${COMP_WORDS[i]} == -- ]]; then\n"
    "            ended=yes\n"
    "        elif [[ -z $ended && ${COMP_WORDS[i]} == -?* ]]; then\n"
    "            _vclink_value \"$command\" \"${COMP_WORDS[i]}\"\n"
    "            [[ -z $takes ]] || option=${COMP_WORDS[i]}\n"
    "        elif [[ -z $command ]]; then\n"
    "            command=${COMP_WORDS[i]}\n"
    "        else\n"
    "            operands=$((operands + 1))\n"
    "        fi\n"
    "    done\n"
    "    if [[ -n $option ]]; then\n"
    "        [[ $word != = ]] || word=\n"
    "        _vclink_value \"$command\" \"$option\"\n"
    "    elif [[ -z $ended && $word == -* ]]; then\n"
    "        _vclink_options \"$command\"\n"
    "    else\n"
    "        _vclink_operand \"$command\" \"$operands\"\n"
    "    fi\n"
    "    COMPREPLY=()\n"
    "    [[ $takes != words ]] || COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
    "    [[ $takes == files ]] || compopt +o default 2>/dev/null\n"
    "    return 0\n"
    "}\n"
    "\n"
    "complete -o default -F _vclink vclink\n";

void manual_bash_print(FILE *stream)
{
    fputs("# Completion of vclink for bash, made from its tables of commands and options.\n\n"
          "_vclink_tables=",
          stream);
    print_choices(stream, MANUAL_VALUE_TABLE, NULL);
    fputs("\n_vclink_commands=", stream);
    print_choices(stream, MANUAL_VALUE_COMMAND, NULL);
    fputc('\n', stream);
    print_values(stream);
    print_options(stream);
    print_operands(stream);
    fputs(complete_function, stream);
}
