/* Reading the command line by the table of options. */
#include "cli/options.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/suggest.h"

int cli_settings_init(cli_settings *settings, const cli_arguments *arguments)
{
    size_t room = (size_t)arguments->count + 1;

    settings->operands.items = calloc(room, sizeof *settings->operands.items);
    settings->without.items = calloc(room, sizeof *settings->without.items);
    settings->skip.items = calloc(room, sizeof *settings->skip.items);
    if (settings->operands.items == NULL || settings->without.items == NULL ||
        settings->skip.items == NULL) {
        cli_complain(settings->language, CLI_TEXT_NO_MEMORY, NULL);
        return CLI_INTERNAL;
    }
    return CLI_DONE;
}

void cli_settings_release(cli_settings *settings)
{
    free(settings->operands.items);
    free(settings->without.items);
    free(settings->skip.items);
}

static unsigned place_of(const cli_settings *settings)
{
    return settings->command != NULL ? settings->command->bit : CLI_FOR_TOP;
}

static const cli_option *find_by_name(const char *name, unsigned where)
{
    const cli_option *option;

    for (size_t i = 0; (option = cli_option_at(i)) != NULL; i++) {
        if ((option->where & where) != 0 && strcmp(option->name, name) == 0) {
            return option;
        }
    }
    return NULL;
}

static const cli_option *find_by_letter(char letter, unsigned where)
{
    const cli_option *option;

    for (size_t i = 0; (option = cli_option_at(i)) != NULL; i++) {
        if ((option->where & where) != 0 && option->letter == letter) {
            return option;
        }
    }
    return NULL;
}

/* Complains about an option that is none, or none of this command. */
static int unknown_option(const cli_settings *settings, const char *typed)
{
    cli_nearest nearest = { .typed = typed };
    const char *help = cli_command_help(settings->command);
    const cli_option *option;

    for (size_t i = 0; (option = cli_option_at(i)) != NULL; i++) {
        if ((option->where & place_of(settings)) != 0) {
            cli_nearest_try(&nearest, option->name);
        }
    }
    if (find_by_name(typed, CLI_FOR_ALL) != NULL) {
        cli_complain(settings->language, CLI_TEXT_OPTION_NOT_HERE,
                     (const char *const[]){ typed, help });
    } else if (nearest.word != NULL) {
        cli_complain(settings->language, CLI_TEXT_UNKNOWN_OPTION_NEAR,
                     (const char *const[]){ typed, nearest.word, help });
    } else {
        cli_complain(settings->language, CLI_TEXT_UNKNOWN_OPTION,
                     (const char *const[]){ typed, help });
    }
    return CLI_USAGE;
}

static int store_word(const cli_settings *settings, const cli_option *option, const char *value,
                      const char **field)
{
    cli_nearest nearest = { .typed = value };
    char words[256];

    for (size_t i = 0; option->word(i) != NULL; i++) {
        if (strcmp(option->word(i), value) == 0) {
            *field = value;
            return CLI_DONE;
        }
        cli_nearest_try(&nearest, option->word(i));
    }
    cli_option_words(option, ", ", words, sizeof words);
    if (nearest.word != NULL) {
        cli_complain(settings->language, CLI_TEXT_NOT_A_WORD_NEAR,
                     (const char *const[]){ option->name, words, value, nearest.word });
    } else {
        cli_complain(settings->language, CLI_TEXT_NOT_A_WORD,
                     (const char *const[]){ option->name, words, value });
    }
    return CLI_USAGE;
}

static int store_number(const cli_settings *settings, const cli_option *option, const char *value,
                        size_t *field)
{
    char *end = NULL;
    unsigned long long number = 0;

    errno = 0;
    if (value[0] >= '0' && value[0] <= '9') {
        number = strtoull(value, &end, 10);
    }
    if (end == NULL || *end != '\0' || errno != 0 || number == 0 || number > SIZE_MAX) {
        cli_complain(settings->language, CLI_TEXT_NOT_A_NUMBER,
                     (const char *const[]){ option->name, value });
        return CLI_USAGE;
    }
    *field = (size_t)number;
    return CLI_DONE;
}

/* The power of two that a unit stands for, -1 if it is none. A trailing B or iB is let pass. */
static int shift_of(const char *unit)
{
    static const char letters[] = "KMGT";
    const char *letter = *unit != '\0' ? strchr(letters, *unit & ~0x20) : NULL;

    if (letter == NULL ||
        (unit[1] != '\0' && strcmp(unit + 1, "B") != 0 && strcmp(unit + 1, "iB") != 0)) {
        return -1;
    }
    return 10 * (int)(letter - letters + 1);
}

static int store_size(const cli_settings *settings, const cli_option *option, const char *value,
                      uint64_t *field)
{
    char *end = NULL;
    unsigned long long number = 0;
    int shift = -1;

    errno = 0;
    if (value[0] >= '0' && value[0] <= '9') {
        number = strtoull(value, &end, 10);
        shift = shift_of(end);
    }
    if (shift < 0 || errno != 0 || number == 0 || number > UINT64_MAX >> shift) {
        cli_complain(settings->language, CLI_TEXT_NOT_A_SIZE,
                     (const char *const[]){ option->name, value });
        return CLI_USAGE;
    }
    *field = (uint64_t)number << shift;
    return CLI_DONE;
}

/* Puts `value` ("" where the option takes nothing) into the option's field. */
static int store(cli_settings *settings, const cli_option *option, const char *value)
{
    void *field = (char *)settings + option->field;
    cli_list *list = field;

    switch (option->takes) {
    case CLI_TAKES_NOTHING:
        *(bool *)field = true;
        break;
    case CLI_TAKES_TEXT:
        *(const char **)field = value;
        break;
    case CLI_TAKES_TEXTS:
        list->items[list->count++] = value;
        break;
    case CLI_TAKES_WORD:
        return store_word(settings, option, value, field);
    case CLI_TAKES_NUMBER:
        return store_number(settings, option, value, field);
    case CLI_TAKES_SIZE:
        return store_size(settings, option, value, field);
    }
    return CLI_DONE;
}

static int value_missing(const cli_settings *settings, const cli_option *option)
{
    cli_complain(settings->language, CLI_TEXT_VALUE_MISSING,
                 (const char *const[]){ option->name, cli_command_help(settings->command) });
    return CLI_USAGE;
}

/* Stores an option whose value is `attached` ("--top=5", "-o5"), or the next argument. */
static int take(cli_settings *settings, cli_arguments *arguments, const cli_option *option,
                const char *attached)
{
    const char *value = attached;

    if (option->takes != CLI_TAKES_NOTHING && value == NULL) {
        if (arguments->next == arguments->count) {
            return value_missing(settings, option);
        }
        value = arguments->items[arguments->next++];
    }
    if (option->takes == CLI_TAKES_TEXT && value[0] == '\0') {
        return value_missing(settings, option);
    }
    if (option->takes == CLI_TAKES_NOTHING && value != NULL) {
        cli_complain(settings->language, CLI_TEXT_VALUE_UNWANTED,
                     (const char *const[]){ option->name, value });
        return CLI_USAGE;
    }
    return store(settings, option, value != NULL ? value : "");
}

static int read_long(cli_settings *settings, cli_arguments *arguments, const char *argument)
{
    const char *equals = strchr(argument, '=');
    size_t size = equals != NULL ? (size_t)(equals - argument) : strlen(argument);
    char name[4 * CLI_WORD_SIZE];
    const cli_option *option;

    snprintf(name, sizeof name, "%.*s", size < sizeof name ? (int)size : (int)sizeof name,
             argument);
    option = find_by_name(name, place_of(settings));
    if (option == NULL) {
        return unknown_option(settings, name);
    }
    return take(settings, arguments, option, equals != NULL ? equals + 1 : NULL);
}

/* "-q", "-ofile", and several at once as in "-qofile". */
static int read_short(cli_settings *settings, cli_arguments *arguments, const char *argument)
{
    for (const char *letter = argument + 1; *letter != '\0'; letter++) {
        const cli_option *option = find_by_letter(*letter, place_of(settings));
        const char *rest = letter[1] != '\0' ? letter + 1 : NULL;
        if (option == NULL) {
            return unknown_option(settings, argument);
        }
        if (option->takes != CLI_TAKES_NOTHING) {
            return take(settings, arguments, option, rest);
        }
        store(settings, option, "");
    }
    return CLI_DONE;
}

static bool is_option(const char *argument)
{
    return argument[0] == '-' && argument[1] != '\0';
}

int cli_options_parse(cli_settings *settings, cli_arguments *arguments)
{
    bool only_operands = false;
    int status = CLI_DONE;

    while (status == CLI_DONE && arguments->next < arguments->count) {
        const char *argument = arguments->items[arguments->next];
        bool option = !only_operands && is_option(argument);
        if (!option && settings->command == NULL) {
            break;
        }
        arguments->next++;
        if (!option) {
            settings->operands.items[settings->operands.count++] = argument;
        } else if (strcmp(argument, "--") == 0) {
            only_operands = true;
        } else if (argument[1] == '-') {
            status = read_long(settings, arguments, argument);
        } else {
            status = read_short(settings, arguments, argument);
        }
    }
    return status;
}
