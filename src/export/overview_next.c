/* What to type next: commands that can be copied as they stand, with the same what-if. */
#include "export/overview.h"

#include <string.h>

#include "base/unicode.h"
#include "export/escape.h"
#include "export/view.h"
#include "model/table.h"

/* A command and what it is for. */
struct command {
    vcl_text typed;
    vcl_text purpose;
};

enum { commands_at_most = 6 };

struct commands {
    struct command items[commands_at_most];
    size_t count;
};

/* The file as a word of the shell; FILE where it is not known, or was standard input. */
static void add_file(vcl_text *out, const char *source)
{
    if (source == NULL || strcmp(source, "-") == 0) {
        vcl_text_add(out, "FILE");
        return;
    }
    vcl_text_add(out, source[0] == '-' ? "./" : "");
    vcl_escape_shell(out, vcl_slice_of(source));
}

static void add_option(vcl_text *out, const char *option, const char *value)
{
    vcl_text_add(out, option);
    vcl_escape_shell(out, vcl_slice_of(value));
}

/* What the figures on this screen depend on, so that the next ones do too. */
static void add_supposed(vcl_text *out, const vcl_result *result)
{
    if (result->option_as_of != NULL) {
        add_option(out, " --as-of ", result->option_as_of);
    }
    for (size_t i = 0; i < result->without_count; i++) {
        add_option(out, " --without ", result->without[i]);
    }
}

/* The next command, begun with its purpose; what follows the file is for the caller to add. */
static vcl_text *add_command(vcl_overview *overview, struct commands *commands, const char *begin,
                             vcl_message purpose, const char *argument)
{
    struct command *command = &commands->items[commands->count++];

    vcl_text_add(&command->typed, begin);
    add_file(&command->typed, overview->options->source);
    vcl_overview_add(overview, &command->purpose, purpose, (const char *const[4]){ argument });
    return &command->typed;
}

static void add_table(vcl_overview *overview, struct commands *commands, const char *table,
                      const char *options, vcl_message purpose)
{
    vcl_text *typed = NULL;

    if (vcl_view_rows(vcl_overview_table(overview, table)) > 0) {
        typed = add_command(overview, commands, "vclink analyze ", purpose, NULL);
        vcl_text_add(typed, " ");
        vcl_text_add(typed, table);
        add_supposed(typed, overview->result);
        vcl_text_add(typed, options);
    }
}

/* The first of `critical`: whose loss would be the worst. */
static void add_what_if(vcl_overview *overview, struct commands *commands)
{
    const vcl_table *critical = vcl_overview_table(overview, "critical");
    vcl_view id = vcl_view_find(critical, "id");
    vcl_text *typed = NULL;

    if (vcl_view_rows(critical) > 0 && vcl_view_text(id, 0) != NULL) {
        typed = add_command(overview, commands, "vclink analyze ", VCL_MSG_OVERVIEW_TO_SUPPOSE,
                            vcl_headline_actor(critical, 0));
        add_supposed(typed, overview->result);
        add_option(typed, " --without ", vcl_view_text(id, 0));
    }
}

static void add_report(vcl_overview *overview, struct commands *commands)
{
    vcl_text *typed =
        add_command(overview, commands, "vclink report ", VCL_MSG_OVERVIEW_TO_REPORT, NULL);

    add_supposed(typed, overview->result);
    vcl_text_add(typed, " -o report.html");
}

static void add_commands(vcl_overview *overview, struct commands *commands)
{
    struct command *list = NULL;

    if (overview->kind == NULL) {
        add_command(overview, commands, "vclink check ", VCL_MSG_OVERVIEW_TO_CHECK, NULL);
    }
    if (overview->kind != NULL) {
        add_table(overview, commands, "unlinked", "", VCL_MSG_OVERVIEW_TO_SEE_UNLINKED);
        add_table(overview, commands, "unlinked", " --format csv -o unlinked.csv",
                  VCL_MSG_OVERVIEW_TO_SPREADSHEET);
        add_table(overview, commands, "gaps", "", VCL_MSG_OVERVIEW_TO_SEE_GAPS);
        add_what_if(overview, commands);
        add_report(overview, commands);
    }
    list = &commands->items[commands->count++];
    vcl_text_add(&list->typed, "vclink list");
    vcl_overview_add(overview, &list->purpose, VCL_MSG_OVERVIEW_TO_LIST,
                     (const char *const[4]){ 0 });
}

static size_t width_of(const vcl_text *text)
{
    return vcl_unicode_width((vcl_slice){ vcl_text_bytes(text), text->size });
}

/* The column where purposes stand: behind the longest command that has room for one. */
static size_t purpose_column(const struct commands *commands, size_t room)
{
    size_t column = 0;

    for (size_t i = 0; i < commands->count; i++) {
        const struct command *command = &commands->items[i];
        size_t typed = width_of(&command->typed) + VCL_CELL_GAP;
        if (typed + width_of(&command->purpose) <= room) {
            column = typed > column ? typed : column;
        }
    }
    return column;
}

/* A command is never cut; its purpose is left out where it does not fit. */
static void draw_command(vcl_screen *screen, const struct command *command, size_t column)
{
    size_t room = screen->width - VCL_OVERVIEW_INDENT;
    size_t typed = width_of(&command->typed);

    vcl_screen_spaces(screen, VCL_OVERVIEW_INDENT);
    vcl_screen_add(screen, VCL_TONE_PLAIN, vcl_text_bytes(&command->typed));
    if (typed + VCL_CELL_GAP <= column && column + width_of(&command->purpose) <= room) {
        vcl_screen_spaces(screen, column - typed);
        vcl_screen_add(screen, VCL_TONE_ASIDE, vcl_text_bytes(&command->purpose));
    }
    vcl_screen_end_line(screen);
    screen->failed = screen->failed || command->typed.failed || command->purpose.failed;
}

void vcl_overview_next(vcl_overview *overview)
{
    struct commands commands = { 0 };
    size_t column = 0;

    add_commands(overview, &commands);
    column = purpose_column(&commands, overview->screen.width - VCL_OVERVIEW_INDENT);
    vcl_overview_heading(overview, VCL_MSG_OVERVIEW_NEXT);
    for (size_t i = 0; i < commands.count; i++) {
        draw_command(&overview->screen, &commands.items[i], column);
        vcl_text_release(&commands.items[i].typed);
        vcl_text_release(&commands.items[i].purpose);
    }
}
