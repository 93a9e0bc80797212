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

bool manual_option_is_of(const cli_option *option, const cli_command *command)
{
    return (option->where & (command != NULL ? command->bit : CLI_FOR_TOP)) != 0;
}
