/* What came of an import. */
#include "cli/import_summary.h"

#include "cli/import_format.h"
#include "cli/layout.h"
#include "cli/terminal.h"
#include "cli/texts.h"

enum { LABEL_COLUMNS = 48, NUMBER_COLUMNS = 8 };

static void print_count(FILE *stream, vcl_language language, cli_text label, size_t count)
{
    cli_print_padded(stream, cli_text_of(label, language), LABEL_COLUMNS);
    fprintf(stream, "%*zu\n", NUMBER_COLUMNS, count);
}

void cli_import_summary_print(FILE *stream, vcl_language language, vcl_import_counts counts)
{
    print_count(stream, language, CLI_TEXT_COUNT_ROWS, counts.rows);
    print_count(stream, language, CLI_TEXT_COUNT_ACTORS, counts.actors);
    print_count(stream, language, CLI_TEXT_COUNT_LINKS, counts.links);
    print_count(stream, language, CLI_TEXT_COUNT_OTHERS, counts.others);
    print_count(stream, language, CLI_TEXT_COUNT_JOINED, counts.joined);
    print_count(stream, language, CLI_TEXT_COUNT_NAMED, counts.named);
    print_count(stream, language, CLI_TEXT_COUNT_CELLS, counts.cells);
    print_count(stream, language, CLI_TEXT_COUNT_WAITING, counts.waiting);
}

static void say(const cli_settings *settings, cli_text text, const char *path)
{
    cli_complain(settings->language, text, (const char *const[]){ path });
}

void cli_import_next_print(const cli_settings *settings, const vcl_import *import)
{
    const char *path = cli_output_path(settings);
    bool waits = vcl_import_count(import).waiting > 0;
    bool is_dataset = cli_import_gives_dataset(cli_import_format_of(settings->format, path));

    if (waits && settings->review != NULL) {
        say(settings, CLI_TEXT_NEXT_DECISIONS, settings->review);
    } else if (waits) {
        say(settings, CLI_TEXT_NEXT_REVIEW, NULL);
    }
    if (path != NULL) {
        say(settings, is_dataset ? CLI_TEXT_DATASET_WRITTEN : CLI_TEXT_REGISTERS_WRITTEN, path);
    }
    if (path != NULL && is_dataset) {
        say(settings, CLI_TEXT_NEXT_CHECK, path);
    }
}
