/* Who has no buyer, and why: the first of `unlinked`, a count by linkage, and of `gaps`. */
#include "export/overview.h"

#include <string.h>

#include "export/number.h"
#include "export/view.h"

enum { shown_at_most = 8, columns = 5 };

/* Unbroken at the end of a line. */
static void add_unbroken(vcl_text *out, const char *words)
{
    static const char no_break_space[] = "\xC2\xA0";

    for (const char *at = words; *at != '\0';) {
        size_t word = strcspn(at, " ");
        vcl_text_add_slice(out, (vcl_slice){ at, word });
        at += word;
        if (*at == ' ') {
            vcl_text_add(out, no_break_space);
            at++;
        }
    }
}

/* "no buyer 120 · isolated 31", the most frequent first. */
static void add_reasons(vcl_text *out, const vcl_headline_reasons *reasons, vcl_language language)
{
    vcl_best order = vcl_headline_order(reasons);

    for (size_t i = 0; i < order.count; i++) {
        size_t at = order.rows[i].row;
        vcl_text_add(out, i == 0 ? "" : " · ");
        add_unbroken(out, vcl_term_label(reasons->linkage[at], language));
        add_unbroken(out, " ");
        vcl_text_add(out, vcl_number_of_integer(reasons->count[at], language).bytes);
    }
}

static void put_heading(vcl_overview *overview, vcl_cell *cell, vcl_align align, vcl_message word)
{
    vcl_cell_put(cell, align, VCL_TONE_ASIDE, vcl_overview_word(overview, word));
}

static void fill_header(vcl_overview *overview, vcl_cell *cells)
{
    put_heading(overview, &cells[0], VCL_LEFT, VCL_MSG_OVERVIEW_ID);
    put_heading(overview, &cells[1], VCL_LEFT, VCL_MSG_OVERVIEW_NAME);
    put_heading(overview, &cells[2], VCL_LEFT, VCL_MSG_OVERVIEW_PLACE);
    put_heading(overview, &cells[3], VCL_LEFT, VCL_MSG_OVERVIEW_LINKAGE);
    put_heading(overview, &cells[4], VCL_RIGHT, VCL_MSG_OVERVIEW_STRANDED);
}

static const char *first_of(const char *one, const char *other)
{
    return one != NULL ? one : other;
}

static void fill_row(vcl_overview *overview, vcl_cell *cells, const vcl_table *table, size_t row)
{
    vcl_language language = overview->screen.language;
    const char *place = first_of(vcl_view_text(vcl_view_find(table, "place_name"), row),
                                 vcl_view_text(vcl_view_find(table, "place"), row));
    const char *linkage = vcl_view_text(vcl_view_find(table, "linkage"), row);
    int64_t households = vcl_view_number(vcl_view_find(table, "households_uncovered"), row);

    vcl_cell_put_visible(&cells[0], VCL_TONE_PLAIN, vcl_view_text(vcl_view_find(table, "id"), row));
    vcl_cell_put_visible(&cells[1], VCL_TONE_PLAIN,
                         vcl_view_text(vcl_view_find(table, "name"), row));
    vcl_cell_put_visible(&cells[2], VCL_TONE_PLAIN, place);
    if (linkage != NULL) {
        vcl_cell_put_visible(&cells[3], vcl_tone_of_term(linkage),
                             vcl_term_label(linkage, language));
    }
    vcl_cell_put(&cells[4], VCL_RIGHT, VCL_TONE_PLAIN,
                 vcl_number_of_integer(households, language).bytes);
}

static void draw_list(vcl_overview *overview, const vcl_table *table, size_t shown)
{
    vcl_grid grid = { .has_heading = true };

    vcl_grid_init(&grid, &overview->screen, shown + 1, columns);
    if (grid.capacity > 0) {
        fill_header(overview, vcl_grid_add_row(&grid));
    }
    for (size_t row = 0; grid.rows < grid.capacity; row++) {
        if (vcl_headline_concerns(table, row, overview->kind)) {
            fill_row(overview, vcl_grid_add_row(&grid), table, row);
        }
    }
    vcl_grid_fit(&grid, overview->screen.width - VCL_OVERVIEW_INDENT);
    vcl_grid_draw(&overview->screen, &grid, VCL_OVERVIEW_INDENT);
    vcl_grid_release(&grid);
}

static void draw_rest(vcl_overview *overview, int64_t rest)
{
    vcl_number number = vcl_number_of_integer(rest, overview->screen.language);
    vcl_text text = { 0 };

    if (rest > 0) {
        vcl_overview_add(overview, &text, VCL_MSG_OVERVIEW_MORE,
                         (const char *const[4]){ number.bytes });
    }
    vcl_overview_paragraph(overview, VCL_TONE_ASIDE, &text);
}

static void draw_reasons(vcl_overview *overview, vcl_message message,
                         const vcl_headline_reasons *reasons)
{
    vcl_text list = { 0 };
    vcl_text text = { 0 };

    if (reasons->size > 0) {
        add_reasons(&list, reasons, overview->screen.language);
        vcl_overview_add(overview, &text, message, (const char *const[4]){ vcl_text_bytes(&list) });
    }
    overview->screen.failed = overview->screen.failed || list.failed;
    vcl_text_release(&list);
    vcl_overview_paragraph(overview, VCL_TONE_PLAIN, &text);
}

void vcl_overview_unlinked(vcl_overview *overview)
{
    const vcl_table *unlinked = vcl_overview_table(overview, "unlinked");
    const vcl_table *gaps = vcl_overview_table(overview, "gaps");
    size_t limit = overview->options->top > 0 ? overview->options->top : shown_at_most;
    vcl_headline_reasons reasons = { 0 };

    if (overview->kind == NULL) {
        return;
    }
    reasons = vcl_headline_reasons_of(unlinked, overview->kind);
    if (reasons.all > 0) {
        int64_t most = (int64_t)(limit < shown_at_most ? limit : shown_at_most);
        int64_t shown = reasons.all < most ? reasons.all : most;
        vcl_overview_heading(overview, VCL_MSG_OVERVIEW_WITHOUT_BUYER);
        draw_list(overview, unlinked, (size_t)shown);
        draw_rest(overview, reasons.all - shown);
        draw_reasons(overview, VCL_MSG_OVERVIEW_REASONS, &reasons);
    }
    reasons = vcl_headline_reasons_of(gaps, overview->kind);
    draw_reasons(overview, VCL_MSG_OVERVIEW_GAPS, &reasons);
}
