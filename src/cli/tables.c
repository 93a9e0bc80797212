/* Choosing tables. */
#include "cli/tables.h"

#include <stdlib.h>
#include <string.h>

#include "cli/suggest.h"
#include "cli/texts.h"

cli_list cli_tables_named(const cli_settings *settings)
{
    const cli_list *operands = &settings->operands;

    return (cli_list){ .items = operands->items + 1, .count = operands->count - 1 };
}

static bool is_table(const char *name)
{
    for (size_t i = 0; i < vcl_analysis_count(); i++) {
        if (strcmp(vcl_analysis_name(i), name) == 0) {
            return true;
        }
    }
    return false;
}

static int unknown_table(const cli_settings *settings, const char *name)
{
    const char *file = settings->operands.items[0];
    cli_nearest nearest = { .typed = name };

    for (size_t i = 0; i < vcl_analysis_count(); i++) {
        cli_nearest_try(&nearest, vcl_analysis_name(i));
    }
    if (is_table(file)) {
        cli_complain(settings->language, CLI_TEXT_FILE_COMES_FIRST,
                     (const char *const[]){ name, file });
    } else if (nearest.word != NULL) {
        cli_complain(settings->language, CLI_TEXT_UNKNOWN_TABLE_NEAR,
                     (const char *const[]){ name, nearest.word });
    } else {
        cli_complain(settings->language, CLI_TEXT_UNKNOWN_TABLE, (const char *const[]){ name });
    }
    return CLI_USAGE;
}

static int check_names(const cli_settings *settings, cli_list names)
{
    for (size_t i = 0; i < names.count; i++) {
        if (!is_table(names.items[i])) {
            return unknown_table(settings, names.items[i]);
        }
    }
    return CLI_DONE;
}

static bool is_in(cli_list names, const char *name)
{
    for (size_t i = 0; i < names.count; i++) {
        if (strcmp(names.items[i], name) == 0) {
            return true;
        }
    }
    return false;
}

/* An empty list for so many tables. */
static int make_room(const cli_settings *settings, size_t count, cli_list *tables)
{
    tables->items = calloc(count + 1, sizeof *tables->items);
    if (tables->items == NULL) {
        cli_complain(settings->language, CLI_TEXT_NO_MEMORY, NULL);
        return CLI_INTERNAL;
    }
    return CLI_DONE;
}

int cli_tables_choose(const cli_settings *settings, cli_list *tables)
{
    cli_list named = cli_tables_named(settings);
    int status = check_names(settings, named);

    *tables = (cli_list){ 0 };
    if (status == CLI_DONE) {
        status = check_names(settings, settings->skip);
    }
    if (status != CLI_DONE) {
        return status;
    }
    status = make_room(settings, vcl_analysis_count(), tables);
    if (status != CLI_DONE) {
        return status;
    }
    for (size_t i = 0; i < vcl_analysis_count(); i++) {
        const char *name = vcl_analysis_name(i);
        bool wanted = named.count == 0 ? !vcl_analysis_is_on_demand(i) : is_in(named, name);
        if (wanted && !is_in(settings->skip, name)) {
            tables->items[tables->count++] = name;
        }
    }
    if (tables->count == 0) {
        cli_complain(settings->language, CLI_TEXT_NOTHING_LEFT, NULL);
        return CLI_USAGE;
    }
    return CLI_DONE;
}

int cli_tables_needed(const cli_settings *settings, const vcl_export_format *format,
                      cli_list *tables)
{
    size_t needs = 0;
    int status;

    *tables = (cli_list){ 0 };
    while (format->needs[needs] != NULL) {
        needs++;
    }
    status = make_room(settings, vcl_analysis_count() + needs, tables);
    if (status != CLI_DONE) {
        return status;
    }
    for (size_t i = 0; i < vcl_analysis_count(); i++) {
        if (format->needs_figures && !vcl_analysis_is_on_demand(i)) {
            tables->items[tables->count++] = vcl_analysis_name(i);
        }
    }
    for (size_t i = 0; i < needs; i++) {
        tables->items[tables->count++] = format->needs[i];
    }
    return CLI_DONE;
}

void cli_tables_release(cli_list *tables)
{
    free(tables->items);
    *tables = (cli_list){ 0 };
}
