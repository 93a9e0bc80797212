/* The commands of vclink. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/settings.h"
#include "cli/texts.h"

/* What an operand is. */
typedef enum cli_operand {
    CLI_OPERAND_FILE,
    CLI_OPERAND_TABLE,
    CLI_OPERAND_COMMAND,
} cli_operand;

typedef struct cli_command {
    const char *name;
    const char *help; /* what to type for its help */
    unsigned bit; /* which options it takes: CLI_FOR_… */
    size_t least_operands;
    size_t most_operands;
    cli_operand first;
    cli_operand others; /* those after the first */
    cli_text synopsis;
    cli_text summary;
    cli_text details;
    int (*run)(const cli_settings *settings); /* gives the exit status */
} cli_command;

/* The command at `index`; NULL after the last. Static. */
const cli_command *cli_command_at(size_t index);

/* NULL if there is none of that name. */
const cli_command *cli_command_find(const char *name);

/* What to type for help on `command`, or on all of them where it is NULL. */
const char *cli_command_help(const cli_command *command);

/* Complains that `typed` is no command, with what was probably meant. Gives CLI_USAGE. */
int cli_command_unknown(const cli_settings *settings, const char *typed);

int cli_check(const cli_settings *settings);
int cli_analyze(const cli_settings *settings);
int cli_export(const cli_settings *settings);
int cli_report_page(const cli_settings *settings);
int cli_template(const cli_settings *settings);
int cli_import(const cli_settings *settings);
int cli_list_catalogue(const cli_settings *settings);
int cli_help(const cli_settings *settings);

#endif
