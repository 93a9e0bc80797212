/* The top of the first screen: which dataset, as of when, and how many have no buyer. */
#include "export/overview.h"

#include <stdio.h>
#include <string.h>

#include "export/bar.h"
#include "export/number.h"
#include "export/view.h"
#include "model/table.h"

static void fill_title(vcl_overview *overview, vcl_cell cells[2])
{
    const vcl_result *result = overview->result;
    const char *unnamed = vcl_overview_word(overview, VCL_MSG_OVERVIEW_UNNAMED);
    const char *name = result->dataset_name != NULL ? result->dataset_name : unnamed;
    const char *as_of = result->option_as_of != NULL ? result->option_as_of : result->dataset_as_of;
    vcl_text date = { 0 };

    vcl_cell_put_visible(&cells[0], VCL_TONE_HEADING, name);
    if (as_of != NULL) {
        vcl_headline_add_date(&date, as_of, overview->screen.language);
        vcl_overview_add(overview, &cells[1].text, VCL_MSG_OVERVIEW_AS_OF,
                         (const char *const[4]){ vcl_text_bytes(&date) });
        cells[1].tone = VCL_TONE_ASIDE;
    }
    overview->screen.failed = overview->screen.failed || date.failed;
    vcl_text_release(&date);
}

/* The dataset's name, and the date that its figures are of. */
static void draw_title(vcl_overview *overview)
{
    enum { columns = 2 };
    vcl_grid grid = { 0 };

    vcl_grid_init(&grid, &overview->screen, 1, columns);
    if (grid.capacity > 0) {
        fill_title(overview, vcl_grid_add_row(&grid));
    }
    vcl_grid_fit(&grid, overview->screen.width);
    vcl_grid_draw(&overview->screen, &grid, 0);
    vcl_grid_release(&grid);
}

/* Whose loss the figures suppose: they are no longer those of the data. */
static void draw_without(vcl_overview *overview)
{
    vcl_text ids = { 0 };
    vcl_text text = { 0 };

    for (size_t i = 0; i < overview->result->without_count; i++) {
        vcl_text_add(&ids, i == 0 ? "" : ", ");
        vcl_text_add(&ids, overview->result->without[i]);
    }
    if (overview->result->without_count > 0) {
        vcl_overview_add(overview, &text, VCL_MSG_OVERVIEW_WITHOUT,
                         (const char *const[4]){ vcl_text_bytes(&ids) });
        vcl_screen_paragraph(&overview->screen, VCL_TONE_MIDDLING, 0, vcl_text_bytes(&text));
    }
    overview->screen.failed = overview->screen.failed || ids.failed || text.failed;
    vcl_text_release(&ids);
    vcl_text_release(&text);
}

static void draw_sentence(vcl_overview *overview, const vcl_headline_count *count)
{
    vcl_screen *screen = &overview->screen;
    int64_t without = count->active - count->covered;
    double rate = (double)without / (double)count->active;
    vcl_number lacking = vcl_number_of_integer(without, screen->language);
    vcl_number active = vcl_number_of_integer(count->active, screen->language);
    vcl_number percent = vcl_number_of_rate(rate, screen->language);
    const char *noun = vcl_headline_noun(overview->kind, overview->screen.language);
    vcl_text text = { 0 };

    vcl_overview_add(overview, &text,
                     without > 0 ? VCL_MSG_OVERVIEW_NO_BUYER : VCL_MSG_OVERVIEW_ALL_HAVE_ONE,
                     (const char *const[4]){ lacking.bytes, active.bytes, noun, percent.bytes });
    vcl_screen_end_line(screen);
    vcl_screen_paragraph(screen, VCL_TONE_HEADING, 0, vcl_text_bytes(&text));
    screen->failed = screen->failed || text.failed;
    vcl_text_release(&text);
}

static void put_count(vcl_overview *overview, vcl_cell *cell, vcl_tone tone, vcl_message message,
                      int64_t count)
{
    vcl_number number = vcl_number_of_integer(count, overview->screen.language);

    vcl_overview_add(overview, &cell->text, message, (const char *const[4]){ number.bytes });
    cell->align = VCL_RIGHT;
    cell->tone = tone;
}

/* cooperatives  ██████░░░░  175 with a buyer  303 without */
static void fill_row(vcl_overview *overview, vcl_cell *cells, const char *kind,
                     const vcl_headline_count *count)
{
    vcl_tone tone = count->active > count->covered ? VCL_TONE_BAD : VCL_TONE_PLAIN;

    vcl_cell_put(&cells[0], VCL_LEFT, VCL_TONE_PLAIN,
                 vcl_headline_noun(kind, overview->screen.language));
    put_count(overview, &cells[2], VCL_TONE_PLAIN, VCL_MSG_OVERVIEW_COUNT_WITH, count->covered);
    put_count(overview, &cells[3], tone, VCL_MSG_OVERVIEW_COUNT_WITHOUT,
              count->active - count->covered);
}

static void fill_bar(vcl_cell *cell, const vcl_headline_count *count, size_t width)
{
    double rate = (double)count->covered / (double)count->active;

    vcl_bar_add_shaded(&cell->text, rate, width);
    cell->align = VCL_RIGHT; /* never cut */
    cell->tone = vcl_tone_of_coverage(rate);
}

/* The bars take the room that the words leave. */
static void draw_bars(vcl_overview *overview, const char *const *kinds,
                      const vcl_headline_count *counts, size_t count)
{
    enum { columns = 4, bar_column = 1, longest_bar = 50 };
    size_t room = overview->screen.width - VCL_OVERVIEW_INDENT;
    vcl_grid grid = { 0 };

    vcl_grid_init(&grid, &overview->screen, count, columns);
    for (size_t i = 0; i < grid.capacity; i++) {
        fill_row(overview, vcl_grid_add_row(&grid), kinds[i], &counts[i]);
    }
    vcl_grid_fit(&grid, room);
    size_t left = room > grid.width + VCL_CELL_GAP ? room - grid.width - VCL_CELL_GAP : 0;
    for (size_t i = 0; i < grid.rows; i++) {
        fill_bar(&grid.cells[i * columns + bar_column], &counts[i],
                 left < longest_bar ? left : longest_bar);
    }
    vcl_grid_fit(&grid, room);
    vcl_grid_draw(&overview->screen, &grid, VCL_OVERVIEW_INDENT);
    vcl_grid_release(&grid);
}

/* Of the kind the screen is about, and of households. */
static void draw_counts(vcl_overview *overview, const vcl_headline_count *count)
{
    const char *const kinds[2] = { overview->kind, "farmer" };
    vcl_headline_count counts[2] = { *count };
    bool has_households = strcmp(overview->kind, "farmer") != 0 &&
                          vcl_headline_count_of(overview->result, "farmer", &counts[1]);

    draw_bars(overview, kinds, counts, has_households ? 2 : 1);
}

static void add_piece(vcl_overview *overview, vcl_text *text, vcl_message message, int64_t count)
{
    vcl_number number = vcl_number_of_integer(count, overview->screen.language);

    if (count > 0) {
        vcl_text_add(text, text->size == 0 ? "" : " · ");
        vcl_overview_add(overview, text, message, (const char *const[4]){ number.bytes });
    }
}

/* Those of the kind that the figures above leave out. */
static void draw_not_counted(vcl_overview *overview, const vcl_headline_count *count)
{
    vcl_text pieces = { 0 };
    vcl_text text = { 0 };

    add_piece(overview, &pieces, VCL_MSG_OVERVIEW_INACTIVE, count->inactive);
    add_piece(overview, &pieces, VCL_MSG_OVERVIEW_NOT_SELLING, count->not_applicable);
    add_piece(overview, &pieces, VCL_MSG_OVERVIEW_BUYERS_THEMSELVES, count->buyers);
    if (pieces.size > 0) {
        const char *noun = vcl_headline_noun(overview->kind, overview->screen.language);
        vcl_overview_add(overview, &text, VCL_MSG_OVERVIEW_NOT_COUNTED,
                         (const char *const[4]){ noun, vcl_text_bytes(&pieces) });
    }
    overview->screen.failed = overview->screen.failed || pieces.failed;
    vcl_text_release(&pieces);
    vcl_overview_paragraph(overview, VCL_TONE_ASIDE, &text);
}

/* Nobody sells: there is nothing to cover. */
static void draw_nothing(vcl_overview *overview)
{
    const vcl_table *summary = vcl_overview_table(overview, "summary");
    bool is_empty =
        vcl_view_rows(summary) > 0 && vcl_view_number(vcl_view_find(summary, "nodes"), 0) == 0;

    vcl_screen_end_line(&overview->screen);
    vcl_screen_paragraph(&overview->screen, VCL_TONE_PLAIN, VCL_OVERVIEW_INDENT,
                         vcl_overview_word(overview, is_empty ? VCL_MSG_OVERVIEW_EMPTY
                                                              : VCL_MSG_OVERVIEW_NOBODY_SELLS));
}

static void draw_no_buyers_at_all(vcl_overview *overview)
{
    const vcl_table *summary = vcl_overview_table(overview, "summary");
    vcl_view buyers = vcl_view_find(summary, "buyers");

    if (buyers.table != NULL && vcl_view_rows(summary) > 0 && vcl_view_number(buyers, 0) == 0) {
        vcl_screen_paragraph(&overview->screen, VCL_TONE_BAD, VCL_OVERVIEW_INDENT,
                             vcl_overview_word(overview, VCL_MSG_OVERVIEW_NO_BUYERS_AT_ALL));
    }
}

void vcl_overview_headline(vcl_overview *overview)
{
    vcl_headline_count count = { 0 };

    draw_title(overview);
    draw_without(overview);
    if (overview->kind == NULL) {
        draw_nothing(overview);
        return;
    }
    vcl_headline_count_of(overview->result, overview->kind, &count);
    draw_sentence(overview, &count);
    draw_counts(overview, &count);
    draw_not_counted(overview, &count);
    draw_no_buyers_at_all(overview);
}
