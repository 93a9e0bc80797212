/* What can be completed. */
#include "manual/values.h"

manual_value manual_value_of_option(const cli_option *option)
{
    switch (option->takes) {
    case CLI_TAKES_NOTHING:
        return MANUAL_VALUE_NONE;
    case CLI_TAKES_WORD:
        return MANUAL_VALUE_WORD;
    case CLI_TAKES_NUMBER:
    case CLI_TAKES_SIZE:
        return MANUAL_VALUE_TYPED;
    case CLI_TAKES_TEXT:
    case CLI_TAKES_TEXTS:
        break;
    }
    switch (option->argument) {
    case CLI_TEXT_DATE:
    case CLI_TEXT_ID:
        return MANUAL_VALUE_TYPED;
    case CLI_TEXT_TABLE:
        return MANUAL_VALUE_TABLE;
    default:
        return MANUAL_VALUE_FILE;
    }
}

manual_value manual_value_of_operand(const cli_command *command, size_t before)
{
    if (before >= command->most_operands) {
        return MANUAL_VALUE_NONE;
    }
    switch (before == 0 ? command->first : command->others) {
    case CLI_OPERAND_FILE:
        break;
    case CLI_OPERAND_TABLE:
        return MANUAL_VALUE_TABLE;
    case CLI_OPERAND_COMMAND:
        return MANUAL_VALUE_COMMAND;
    }
    return MANUAL_VALUE_FILE;
}

static manual_choice table_at(size_t index)
{
    if (index >= vcl_analysis_count()) {
        return (manual_choice){ 0 };
    }
    return (manual_choice){ vcl_analysis_name(index), vcl_analysis_title(index, VCL_ENGLISH) };
}

static manual_choice command_at(size_t index)
{
    const cli_command *command = cli_command_at(index);

    if (command == NULL) {
        return (manual_choice){ 0 };
    }
    return (manual_choice){ command->name, cli_text_of(command->summary, VCL_ENGLISH) };
}

static manual_choice word_at(const cli_option *option, size_t index)
{
    const char *word = option->word(index);

    if (word == NULL || option->meaning == NULL) {
        return (manual_choice){ .word = word };
    }
    return (manual_choice){ word, option->meaning(word, VCL_ENGLISH) };
}

manual_choice manual_choice_at(manual_value value, const cli_option *option, size_t index)
{
    switch (value) {
    case MANUAL_VALUE_NONE:
    case MANUAL_VALUE_TYPED:
    case MANUAL_VALUE_FILE:
        break;
    case MANUAL_VALUE_TABLE:
        return table_at(index);
    case MANUAL_VALUE_COMMAND:
        return command_at(index);
    case MANUAL_VALUE_WORD:
        return word_at(option, index);
    }
    return (manual_choice){ 0 };
}

bool manual_option_is_of(const cli_option *option, const cli_command *command)
{
    return (option->where & (command != NULL ? command->bit : CLI_FOR_TOP)) != 0;
}
