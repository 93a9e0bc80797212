/* What the values of options and the operands of commands are, as far as a shell can complete
 * them. */
#ifndef MANUAL_VALUES_H
#define MANUAL_VALUES_H

#include "cli/commands.h"
#include "cli/options.h"

typedef enum manual_value {
    MANUAL_VALUE_NONE, /* there is none */
    MANUAL_VALUE_TYPED, /* a date, a number: nothing to choose from */
    MANUAL_VALUE_FILE,
    MANUAL_VALUE_TABLE,
    MANUAL_VALUE_COMMAND,
    MANUAL_VALUE_WORD, /* one of option->word */
} manual_value;

manual_value manual_value_of_option(const cli_option *option);

/* Of the operand after `before` others. */
manual_value manual_value_of_operand(const cli_command *command, size_t before);

/* What may be chosen for a value. */
typedef struct manual_choice {
    const char *word; /* NULL after the last, and where there is nothing to choose from */
    const char *meaning; /* in English; NULL where words speak for themselves */
} manual_choice;

/* The choice at `index`; `option` is looked at for MANUAL_VALUE_WORD only. Static. */
manual_choice manual_choice_at(manual_value value, const cli_option *option, size_t index);

/* Does the option stand after `command`, or before any where that is NULL? */
bool manual_option_is_of(const cli_option *option, const cli_command *command);

#endif
