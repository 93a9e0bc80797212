/* Description and examples: the two parts of what --help says of a command. Its paragraphs are
 * parted by empty lines; lines that begin with two blanks are examples. */
#include <stdbool.h>
#include <string.h>

#include "manual/roff.h"
#include "manual/sections.h"

static bool is_example(const char *line)
{
    return strncmp(line, "  ", 2) == 0;
}

/* Bytes up to the next empty line, example or end. */
static size_t paragraph_size(const char *text)
{
    const char *end = text;

    while (*end != '\0' && *end != '\n' && !is_example(end)) {
        end += strcspn(end, "\n");
        end += *end == '\n';
    }
    return (size_t)(end - text);
}

void section_details(const manual_page *page)
{
    const char *text = cli_text_of(page->command->details, page->language);
    bool first = true;

    while (*text != '\0') {
        size_t size = paragraph_size(text);
        if (size > 0) {
            fputs(first ? "" : ".PP\n", page->stream);
            roff_prose(page->stream, text, size);
            first = false;
        } else {
            size = strcspn(text, "\n");
        }
        text += size;
        text += *text == '\n';
    }
}

/* A line of 80 columns less what man indents it by. */
enum { EXAMPLE_SIZE = 73 };

/* Where a line that is too long is broken: at the last blank that fits, best before an option; 0
 * where there is none. */
static size_t break_of(const char *line)
{
    size_t last = 0;
    size_t before_option = 0;

    for (size_t i = 0; i <= EXAMPLE_SIZE - strlen(" \\"); i++) {
        if (line[i] == ' ') {
            last = i;
            before_option = line[i + 1] == '-' ? i : before_option;
        }
    }
    return before_option > 0 ? before_option : last;
}

static void print_example(FILE *stream, const char *line, size_t size)
{
    size_t end = 0;

    while (size > EXAMPLE_SIZE && (end = break_of(line)) > 0) {
        roff_literal(stream, line, end);
        fputs(" \\(rs\n    ", stream);
        line += end + 1;
        size -= end + 1;
    }
    roff_literal(stream, line, size);
    fputc('\n', stream);
}

/* Prints the first `most` examples of a command as lines of the block *open, which the first one
 * opens. */
static void print_examples(const manual_page *page, const cli_command *command, size_t most,
                           bool *open)
{
    const char *line = cli_text_of(command->details, page->language);

    for (size_t printed = 0; *line != '\0' && printed < most; line += *line == '\n') {
        size_t size = strcspn(line, "\n");
        if (is_example(line)) {
            if (!*open) {
                section_heading(page, MANUAL_EXAMPLES);
                fputs(".EX\n", page->stream);
                *open = true;
            }
            print_example(page->stream, line + 2, size - 2);
            printed++;
        }
        line += size;
    }
}

void section_examples(const manual_page *page)
{
    const cli_command *command;
    bool open = false;

    if (page->command != NULL) {
        print_examples(page, page->command, SIZE_MAX, &open);
    }
    for (size_t i = 0; page->command == NULL && (command = cli_command_at(i)) != NULL; i++) {
        print_examples(page, command, 1, &open);
    }
    fputs(open ? ".EE\n" : "", page->stream);
}
