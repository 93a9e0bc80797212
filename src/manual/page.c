/* A manual page from its title to what else to see. */
#include "manual/page.h"

#include <string.h>

#include "manual/roff.h"
#include "manual/sections.h"

static const char *say(const manual_page *page, manual_prose prose)
{
    return manual_prose_of(prose, page->language);
}

static void print_prose(const manual_page *page, const char *text)
{
    roff_prose(page->stream, text, strlen(text));
}

/* "vclink", or "vclink-check" as its page is called. */
static void print_name(FILE *stream, const cli_command *command)
{
    fputs("vclink", stream);
    if (command != NULL) {
        fputs("\\-", stream);
        roff_literal(stream, command->name, strlen(command->name));
    }
}

/* "VCLINK\-CHECK". */
static void print_capital_name(FILE *stream, const cli_command *command)
{
    fputs("VCLINK", stream);
    if (command != NULL) {
        fputs("\\-", stream);
        for (const char *letter = command->name; *letter != '\0'; letter++) {
            fputc(*letter >= 'a' && *letter <= 'z' ? *letter - 'a' + 'A' : *letter, stream);
        }
    }
}

/* The first line tells man(1) the encoding. Neither breaking words, which groff does by English
 * rules, nor stretching lines does Vietnamese good. */
static void print_title(const manual_page *page)
{
    FILE *stream = page->stream;

    fputs("'\\\" -*- coding: UTF-8 -*-\n.TH ", stream);
    print_capital_name(stream, page->command);
    fprintf(stream, " 1 \"%s\" \"vclink %s\" \"%s\"\n.nh\n.ad l\n", page->date, vcl_version(),
            say(page, MANUAL_MANUAL));
}

static void print_names(const manual_page *page)
{
    const char *summary = page->command != NULL
                              ? cli_text_of(page->command->summary, page->language)
                              : say(page, MANUAL_ABOUT);

    section_heading(page, MANUAL_NAME);
    print_name(page->stream, page->command);
    fputs(" \\- ", page->stream);
    print_prose(page, summary);
}

static void print_use(const manual_page *page, const cli_command *command)
{
    FILE *stream = page->stream;

    fputs("\\fBvclink\\fR ", stream);
    if (command != NULL) {
        roff_synopsis(stream, cli_text_of(command->synopsis, page->language));
        fputc(' ', stream);
    }
    roff_placeholder(stream, say(page, MANUAL_OPTION));
    if (command == NULL) {
        fputc(' ', stream);
        roff_placeholder(stream, say(page, MANUAL_COMMAND));
    }
    fputc('\n', stream);
}

static void print_uses(const manual_page *page)
{
    const cli_command *command;

    section_heading(page, MANUAL_SYNOPSIS);
    print_use(page, page->command);
    for (size_t i = 0; page->command == NULL && (command = cli_command_at(i)) != NULL; i++) {
        fputs(".br\n", page->stream);
        print_use(page, command);
    }
}

static void print_description(const manual_page *page)
{
    static const manual_prose paragraphs[] = { MANUAL_WHAT, MANUAL_DATA, MANUAL_HABITS,
                                               MANUAL_MORE };

    section_heading(page, MANUAL_DESCRIPTION);
    if (page->command != NULL) {
        section_details(page);
        return;
    }
    for (size_t i = 0; i < sizeof paragraphs / sizeof paragraphs[0]; i++) {
        fputs(i > 0 ? ".PP\n" : "", page->stream);
        print_prose(page, say(page, paragraphs[i]));
    }
}

static void print_commands(const manual_page *page)
{
    const cli_command *command;

    if (page->command != NULL) {
        return;
    }
    section_heading(page, MANUAL_COMMANDS);
    for (size_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
        fputs(".TP\n\\fB", page->stream);
        print_name(page->stream, command);
        fputs("\\fR(1)\n", page->stream);
        print_prose(page, cli_text_of(command->summary, page->language));
    }
}

static void print_reference(const manual_page *page, const cli_command *command, bool *first)
{
    if (command == page->command) {
        return;
    }
    fputs(*first ? "\\fB" : ",\n\\fB", page->stream);
    print_name(page->stream, command);
    fputs("\\fR(1)", page->stream);
    *first = false;
}

static void print_other_pages(const manual_page *page)
{
    const cli_command *command;
    bool first = true;

    section_heading(page, MANUAL_SEE_ALSO);
    print_reference(page, NULL, &first);
    for (size_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
        print_reference(page, command, &first);
    }
    fputc('\n', page->stream);
}

void manual_page_print(const manual_page *page)
{
    print_title(page);
    print_names(page);
    print_uses(page);
    print_description(page);
    print_commands(page);
    section_options(page);
    section_tables(page);
    section_exits(page);
    section_environment(page);
    section_examples(page);
    print_other_pages(page);
}
