/* Sections that the tables of the command and of the library fill. */
#include "manual/sections.h"

#include <string.h>

#include "cli/columns.h"
#include "cli/exits.h"
#include "manual/roff.h"
#include "manual/values.h"

void section_heading(const manual_page *page, manual_prose heading)
{
    fprintf(page->stream, ".SH %s\n", manual_prose_of(heading, page->language));
}

static void print_text(const manual_page *page, const char *text)
{
    roff_prose(page->stream, text, strlen(text));
}

/* An entry of a list; what it means follows as lines of their own. */
static void print_term(const manual_page *page, const char *term)
{
    fputs(".TP\n", page->stream);
    roff_typed(page->stream, term, strlen(term));
    fputc('\n', page->stream);
}

static void print_words(const manual_page *page, const cli_option *option)
{
    const char *word;

    for (size_t i = 0; (word = option->word(i)) != NULL; i++) {
        fputs(i > 0 ? "|\\:" : "", page->stream); /* a line may end there */
        roff_typed(page->stream, word, strlen(word));
    }
}

/* Begins and ends a list whose entries stand close. */
static void close_up(const manual_page *page)
{
    fputs(".PD 0\n", page->stream);
}

static void open_up(const manual_page *page)
{
    fputs(".PD\n", page->stream);
}

/* The words of an option as a list within it. */
static void print_meanings(const manual_page *page, const cli_option *option)
{
    const char *word;

    fputs(".RS\n", page->stream);
    close_up(page);
    for (size_t i = 0; (word = option->word(i)) != NULL; i++) {
        print_term(page, word);
        print_text(page, option->meaning(word, page->language));
    }
    open_up(page);
    fputs(".RE\n", page->stream);
}

static void print_option(const manual_page *page, const cli_option *option)
{
    FILE *stream = page->stream;

    fputs(".TP\n", stream);
    if (option->letter != '\0') {
        fprintf(stream, "\\fB\\-%c\\fR, ", option->letter);
    }
    roff_typed(stream, option->name, strlen(option->name));
    fputs(option->takes != CLI_TAKES_NOTHING ? " " : "", stream);
    if (option->takes == CLI_TAKES_WORD) {
        print_words(page, option);
    } else if (option->takes != CLI_TAKES_NOTHING) {
        roff_placeholder(stream, cli_text_of(option->argument, page->language));
    }
    fputc('\n', stream);
    print_text(page, cli_text_of(option->help, page->language));
    if (option->takes == CLI_TAKES_WORD && option->meaning != NULL) {
        print_meanings(page, option);
    }
}

void section_options(const manual_page *page)
{
    const cli_option *option;

    section_heading(page, MANUAL_OPTIONS);
    for (size_t i = 0; (option = cli_option_at(i)) != NULL; i++) {
        if (manual_option_is_of(option, page->command)) {
            print_option(page, option);
        }
    }
}

/* Tables on demand stand last: says so before the first of them. */
static void announce_on_demand(const manual_page *page, size_t table)
{
    if (vcl_analysis_is_on_demand(table) && (table == 0 || !vcl_analysis_is_on_demand(table - 1))) {
        fputs(".PP\n", page->stream);
        print_text(page, cli_text_of(CLI_TEXT_ON_DEMAND_TABLES, page->language));
    }
}

static void print_tables(const manual_page *page)
{
    for (size_t i = 0; i < vcl_analysis_count(); i++) {
        announce_on_demand(page, i);
        close_up(page);
        print_term(page, vcl_analysis_name(i));
        print_text(page, vcl_analysis_title(i, page->language));
        open_up(page);
    }
}

/* "households (integer, households)" and what it means. */
static void print_column(const manual_page *page, const vcl_column *column)
{
    char nature[128];

    cli_column_nature(column, page->language, nature, sizeof nature);
    fputs(".TP\n", page->stream);
    roff_typed(page->stream, column->name, strlen(column->name));
    fputs(" (", page->stream);
    roff_literal(page->stream, nature, strlen(nature));
    fputs(")\n", page->stream);
    print_text(page, column->description[page->language]);
}

static void print_table_with_columns(const manual_page *page, size_t table)
{
    fprintf(page->stream, ".SS %s: %s\n", vcl_analysis_name(table),
            vcl_analysis_title(table, page->language));
    close_up(page);
    for (size_t i = 0; i < vcl_analysis_column_count(table); i++) {
        print_column(page, vcl_analysis_column(table, i));
    }
    open_up(page);
}

/* Where tables are operands: which there are. Where the catalogue is shown: their columns, too. */
void section_tables(const manual_page *page)
{
    const cli_command *command = page->command;

    if (command != NULL && command->others == CLI_OPERAND_TABLE) {
        section_heading(page, MANUAL_TABLES);
        print_tables(page);
    } else if (command != NULL && command->run == cli_list_catalogue) {
        section_heading(page, MANUAL_TABLES);
        for (size_t i = 0; i < vcl_analysis_count(); i++) {
            announce_on_demand(page, i);
            print_table_with_columns(page, i);
        }
    }
}

void section_exits(const manual_page *page)
{
    const cli_exit *end;
    char digits[CLI_DIGITS_SIZE];

    section_heading(page, MANUAL_EXIT_STATUS);
    close_up(page);
    for (size_t i = 0; (end = cli_exit_at(i)) != NULL; i++) {
        print_term(page, cli_digits((uint64_t)end->status, digits));
        print_text(page, cli_text_of(end->meaning, page->language));
    }
    open_up(page);
}

/* Variables by the option that they stand in for. */
static const struct {
    const char *names;
    const char *option;
    manual_prose meaning;
} variables[] = {
    { "LC_ALL, LC_MESSAGES, LANG", "--lang", MANUAL_LOCALE },
    { "NO_COLOR", "--color", MANUAL_NO_COLOR },
    { "TERM", "--color", MANUAL_TERM },
    { "COLUMNS", "--color", MANUAL_COLUMNS },
    { "SOURCE_DATE_EPOCH", "--to", MANUAL_SOURCE_DATE_EPOCH },
    { "TMPDIR", "--to", MANUAL_TMPDIR },
};

/* On the page of vclink itself every option counts. */
static bool has_option(const manual_page *page, const char *name)
{
    const cli_option *option;

    for (size_t i = 0; (option = cli_option_at(i)) != NULL; i++) {
        if (strcmp(option->name, name) == 0 &&
            (page->command == NULL || manual_option_is_of(option, page->command))) {
            return true;
        }
    }
    return false;
}

void section_environment(const manual_page *page)
{
    section_heading(page, MANUAL_ENVIRONMENT);
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
        if (has_option(page, variables[i].option)) {
            print_term(page, variables[i].names);
            print_text(page, manual_prose_of(variables[i].meaning, page->language));
        }
    }
}
