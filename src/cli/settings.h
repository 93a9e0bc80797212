/* What one run of the command was asked to do, and how it can end. */
#ifndef CLI_SETTINGS_H
#define CLI_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <vclink/vclink.h>

/* Exit statuses. */
enum {
    CLI_DONE = 0,
    CLI_FOUND_ERRORS = 1, /* `check` only */
    CLI_USAGE = 2,
    CLI_INPUT = 3,
    CLI_IO = 4,
    CLI_INTERNAL = 5, /* out of memory too */
    CLI_SIGNALLED = 128, /* plus the signal's number */
};

/* Arguments in the order they were given; the texts are argv's. */
typedef struct cli_list {
    const char **items;
    size_t count;
} cli_list;

/* NULL, 0 and false where an option was not given. */
typedef struct cli_settings {
    const struct cli_command *command; /* NULL before it is known */
    vcl_language language;
    cli_list operands;
    cli_list without;
    cli_list skip;
    const char *as_of;
    const char *format;
    const char *output;
    const char *edge_key;
    const char *regions;
    const char *mapping;
    const char *decisions;
    const char *review;
    const char *log;
    const char *decimal;
    const char *name;
    const char *currency;
    const char *language_word;
    const char *color;
    size_t top;
    size_t threads;
    uint64_t max_memory; /* bytes */
    bool byte_order_mark;
    bool suggest_mapping;
    bool quiet;
    bool organisations_only; /* no option: a command decides */
    bool help;
    bool version;
} cli_settings;

#endif
