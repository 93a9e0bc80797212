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
            roff_literal(page->stream, line + 2, size - 2);
            fputc('\n', page->stream);
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
