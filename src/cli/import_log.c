/* What an import left out, as lines. */
#include "cli/import_log.h"

#include <assert.h>
#include <string.h>

#include "cli/terminal.h"
#include "cli/texts.h"
#include "cli/visible.h"

/* A column of slips must not hide the others; the log has them all. */
enum { MOST_OF_COLUMN = 5, MOST_LINES = 40, LEAST_CELLS = 2 };

enum { QUOTED_SIZE = 512 };

#define YELLOW_BOLD "\033[1;33m"
#define PLAIN "\033[0m"

/* The columns of the log's table. */
enum { FILE_NAME, SHEET, ROW, COLUMN, HEADING, RESULT, CELLS, MESSAGE, PARTS };

typedef struct log_view {
    const vcl_table *table;
    size_t at[PARTS];
    vcl_language language;
    bool color;
    size_t printed;
    size_t left_out;
} log_view;

static void find_columns(log_view *view)
{
    static const char *const names[PARTS] = { "file",    "sheet",  "row",   "column",
                                              "heading", "result", "cells", "message" };

    for (size_t i = 0; i < PARTS; i++) {
        bool found = vcl_table_find_column(view->table, names[i], &view->at[i]);
        assert(found);
        (void)found;
    }
}

/* NULL where the cell is empty. */
static const char *text_at(const log_view *view, const vcl_value *row, size_t part)
{
    const vcl_value *value = &row[view->at[part]];

    return value->is_null ? NULL : value->text;
}

static bool same(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* A name of other characters than these stands in quotes, as in a formula. */
static bool is_plain(const char *name)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_";

    return name[0] != '\0' && name[strspn(name, plain)] == '\0';
}

static void print_sheet(FILE *stream, const char *name)
{
    char quoted[QUOTED_SIZE];
    size_t used = 0;

    if (is_plain(name)) {
        fputs(name, stream);
        return;
    }
    quoted[used++] = '\'';
    for (; *name != '\0' && used < QUOTED_SIZE - 3; name++) {
        if (*name == '\'') {
            quoted[used++] = '\'';
        }
        quoted[used++] = *name;
    }
    quoted[used++] = '\'';
    quoted[used] = '\0';
    cli_print_visible(stream, quoted);
}

/* "registers.xlsx: 'DS HTX'!C14: ": without what is not known. */
static void print_place(FILE *stream, const log_view *view, const vcl_value *row)
{
    const char *sheet = text_at(view, row, SHEET);
    const char *column = text_at(view, row, COLUMN);
    const vcl_value *number = &row[view->at[ROW]];
    char digits[CLI_DIGITS_SIZE] = "";

    cli_print_visible(stream, text_at(view, row, FILE_NAME));
    fputs(": ", stream);
    if (sheet != NULL) {
        print_sheet(stream, sheet);
    }
    if (sheet != NULL && (column != NULL || !number->is_null)) {
        fputc('!', stream);
    }
    if (!number->is_null) {
        cli_digits((uint64_t)number->integer, digits);
    }
    fprintf(stream, "%s%s", column != NULL ? column : "", digits);
    if (sheet != NULL || column != NULL || !number->is_null) {
        fputs(": ", stream);
    }
}

static void print_line(FILE *stream, const log_view *view, const vcl_value *row)
{
    const char *result = text_at(view, row, RESULT);
    const char *heading = text_at(view, row, HEADING);
    bool stands_out =
        view->color && (strcmp(result, "not_used") == 0 || strcmp(result, "waiting") == 0);

    print_place(stream, view, row);
    fputs(stands_out ? YELLOW_BOLD : "", stream);
    fputs(vcl_term_label(result, view->language), stream);
    fputs(stands_out ? PLAIN ": " : ": ", stream);
    if (heading != NULL) {
        cli_print_visible(stream, heading);
        fputs(": ", stream);
    }
    cli_print_visible(stream, text_at(view, row, MESSAGE));
    fputc('\n', stream);
}

/* How many lines of the same column and result stand before this one, up to MOST_OF_COLUMN. The log is
 * ordered by sheet, then row. */
static size_t before_of_column(const log_view *view, size_t index, const char *result)
{
    const vcl_value *row = vcl_table_row(view->table, index);
    size_t count = 0;

    for (size_t i = index; i-- > 0 && count < MOST_OF_COLUMN;) {
        const vcl_value *other = vcl_table_row(view->table, i);
        if (!same(text_at(view, other, FILE_NAME), text_at(view, row, FILE_NAME)) ||
            !same(text_at(view, other, SHEET), text_at(view, row, SHEET))) {
            break;
        }
        count += same(text_at(view, other, COLUMN), text_at(view, row, COLUMN)) &&
                 strcmp(text_at(view, other, RESULT), result) == 0;
    }
    return count;
}

/* Might a row that was passed over have been a record? */
static bool says_much(const log_view *view, const vcl_value *row)
{
    const vcl_value *cells = &row[view->at[CELLS]];

    return !cells->is_null && cells->integer >= LEAST_CELLS;
}

static void print_results(FILE *stream, log_view *view, const char *result, bool rows)
{
    for (size_t i = 0; i < vcl_table_row_count(view->table); i++) {
        const vcl_value *row = vcl_table_row(view->table, i);
        if (strcmp(text_at(view, row, RESULT), result) != 0 ||
            (!rows && !row[view->at[ROW]].is_null && !says_much(view, row))) {
            continue;
        }
        if (view->printed < MOST_LINES && before_of_column(view, i, result) < MOST_OF_COLUMN) {
            print_line(stream, view, row);
            view->printed++;
        } else {
            view->left_out++;
        }
    }
}

void cli_import_log_print(FILE *stream, const cli_settings *settings, const vcl_result *log,
                          const char *written)
{
    log_view view = { .table = vcl_result_find_table(log, "log"),
                      .language = settings->language,
                      .color = cli_wants_color_on_errors(settings) };
    char digits[CLI_DIGITS_SIZE];

    find_columns(&view);
    print_results(stream, &view, "not_used", true);
    print_results(stream, &view, "waiting", true);
    print_results(stream, &view, "note", true);
    print_results(stream, &view, "passed_over", false);
    if (view.left_out > 0) {
        cli_complain(settings->language,
                     written != NULL ? CLI_TEXT_LOG_MORE_WRITTEN : CLI_TEXT_LOG_MORE,
                     (const char *const[]){ cli_digits(view.left_out, digits), written });
    }
}
