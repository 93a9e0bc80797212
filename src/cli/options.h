/* The options of all commands: one table, which parses the command line and prints --help, the
 * manual and the completions. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "cli/settings.h"
#include "cli/texts.h"

/* Where an option may stand: before the command, or after which command. */
enum {
    CLI_FOR_TOP = 1,
    CLI_FOR_CHECK = 2,
    CLI_FOR_ANALYZE = 4,
    CLI_FOR_LIST = 8,
    CLI_FOR_HELP = 16,
    CLI_FOR_EXPORT = 32,
    CLI_FOR_REPORT = 64,
    CLI_FOR_TEMPLATE = 128,
    CLI_FOR_IMPORT = 256,
    CLI_FOR_WORK = CLI_FOR_CHECK | CLI_FOR_ANALYZE | CLI_FOR_LIST,
    CLI_FOR_READING = CLI_FOR_CHECK | CLI_FOR_ANALYZE | CLI_FOR_EXPORT | CLI_FOR_REPORT,
    CLI_FOR_REGISTERS = CLI_FOR_TEMPLATE | CLI_FOR_IMPORT,
    CLI_FOR_ALL = CLI_FOR_TOP | CLI_FOR_WORK | CLI_FOR_EXPORT | CLI_FOR_REPORT | CLI_FOR_REGISTERS |
                  CLI_FOR_HELP,
};

/* What an option takes, and what its field in cli_settings is. */
typedef enum cli_takes {
    CLI_TAKES_NOTHING, /* bool */
    CLI_TAKES_TEXT, /* const char *: the last one given counts */
    CLI_TAKES_WORD, /* the same, one of the words that there are */
    CLI_TAKES_TEXTS, /* cli_list: may be repeated */
    CLI_TAKES_NUMBER, /* size_t, from 1 */
    CLI_TAKES_SIZE, /* uint64_t, bytes: "500M", "8G" */
} cli_takes;

/* A name may stand twice for different commands. */
typedef struct cli_option {
    const char *name; /* with its dashes */
    char letter; /* of the short form; NUL: none */
    cli_takes takes;
    unsigned where; /* CLI_FOR_… */
    size_t field; /* its offset in cli_settings */
    cli_text argument; /* what the value is, as --help calls it, unless it is a word */
    cli_text help;
    const char *(*word)(size_t index); /* CLI_TAKES_WORD: NULL after the last */
    /* CLI_TAKES_WORD: what `word` means; NULL where `help` says it. */
    const char *(*meaning)(const char *word, vcl_language language);
} cli_option;

/* The option at `index`; NULL after the last. Static. */
const cli_option *cli_option_at(size_t index);

/* The words that `option` takes, joined by `separator`, cut to `size` bytes. */
void cli_option_words(const cli_option *option, const char *separator, char *buffer, size_t size);

/* The arguments of the process and the next one to read. */
typedef struct cli_arguments {
    char **items;
    int count;
    int next;
} cli_arguments;

/* Makes room for the lists. CLI_DONE, or CLI_INTERNAL where memory runs out. */
int cli_settings_init(cli_settings *settings, const cli_arguments *arguments);
void cli_settings_release(cli_settings *settings);

/* Reads options and operands into *settings, from arguments->next on; while settings->command is
 * NULL only up to the first operand, which is left unread. CLI_DONE, or CLI_USAGE once it has
 * complained. */
int cli_options_parse(cli_settings *settings, cli_arguments *arguments);

#endif
