/* The first sheet, which answers the question: how many have no buyer, why, with whom to begin, on
 * whom it all hangs, and on which sheet to read on. */
#include <stdio.h>
#include <string.h>

#include "export/headline.h"
#include "export/number.h"
#include "export/view.h"
#include "export/xlsx_cover.h"
#include "model/table.h"

enum {
    name_width = 44,
    column_width = 16,
    wide_column = 4,
    wide_width = 28,
    shown_at_most = 5,
    first_at_most = 10
};

const char *vcl_cover_word(const vcl_cover *cover, vcl_message message)
{
    return vcl_message_template(message, cover->language);
}

void vcl_cover_text(vcl_cover *cover, size_t column, const char *text, vcl_xlsx_style style)
{
    vcl_xlsx_text(cover->xlsx, cover->sheet, cover->row, column, text, style);
}

void vcl_cover_count(vcl_cover *cover, size_t column, int64_t count)
{
    vcl_xlsx_number(cover->xlsx, cover->sheet, cover->row, column, (double)count,
                    cover->xlsx->styles[VCL_XLSX_INTEGER]);
}

static void put_rate(vcl_cover *cover, size_t column, double rate)
{
    vcl_xlsx_number(cover->xlsx, cover->sheet, cover->row, column, rate,
                    cover->xlsx->styles[VCL_XLSX_RATE]);
}

/* Begins a line that is higher than others: nobody fits it to its letters. */
static void set_height(vcl_cover *cover, double points)
{
    vcl_xlsx_note(cover->xlsx,
                  worksheet_set_row(cover->sheet, (lxw_row_t)cover->row, points, NULL));
}

/* A line of its own. */
static void put_message(vcl_cover *cover, vcl_xlsx_style style, vcl_message message,
                        const char *const arguments[4])
{
    vcl_text text = { 0 };

    vcl_message_format(&text, message, cover->language, arguments, 4);
    set_height(cover, style == VCL_XLSX_ANSWER || style == VCL_XLSX_SECTION ? 22 : 15);
    vcl_cover_text(cover, 0, vcl_text_bytes(&text), style);
    cover->row++;
    cover->xlsx->scratch.failed = cover->xlsx->scratch.failed || text.failed;
    vcl_text_release(&text);
}

void vcl_cover_section(vcl_cover *cover, vcl_message name, vcl_message aside,
                       const vcl_message *headings, size_t count, unsigned right)
{
    cover->row++;
    set_height(cover, 20);
    vcl_cover_text(cover, 0, vcl_cover_word(cover, name), VCL_XLSX_SECTION);
    if (aside != name) {
        vcl_cover_text(cover, 1, vcl_cover_word(cover, aside), VCL_XLSX_ASIDE);
    }
    cover->row++;
    set_height(cover, 18);
    for (size_t i = 0; i < count; i++) {
        vcl_cover_text(cover, i, vcl_cover_word(cover, headings[i]),
                       (right >> i & 1U) == 0 ? VCL_XLSX_HEADING : VCL_XLSX_HEADING_RIGHT);
    }
    cover->row++;
}

static void put_title(vcl_cover *cover)
{
    const vcl_result *result = cover->xlsx->result;
    const char *as_of = result->option_as_of != NULL ? result->option_as_of : result->dataset_as_of;
    vcl_text text = { 0 };

    set_height(cover, 28);
    vcl_cover_text(cover, 0,
                   result->dataset_name != NULL ? result->dataset_name
                                                : vcl_cover_word(cover, VCL_MSG_OVERVIEW_UNNAMED),
                   VCL_XLSX_TITLE);
    cover->row++;
    if (as_of != NULL) {
        vcl_headline_add_date(&text, as_of, cover->language);
        put_message(cover, VCL_XLSX_ASIDE, VCL_MSG_OVERVIEW_AS_OF,
                    (const char *const[4]){ vcl_text_bytes(&text) });
    }
    vcl_text_clear(&text);
    for (size_t i = 0; i < result->without_count; i++) {
        vcl_text_add(&text, i == 0 ? "" : ", ");
        vcl_text_add(&text, result->without[i]);
    }
    if (result->without_count > 0) {
        put_message(cover, VCL_XLSX_ASIDE, VCL_MSG_OVERVIEW_WITHOUT,
                    (const char *const[4]){ vcl_text_bytes(&text) });
    }
    cover->xlsx->scratch.failed = cover->xlsx->scratch.failed || text.failed;
    vcl_text_release(&text);
    cover->row++;
}

static void put_answer(vcl_cover *cover, const vcl_headline_count *count)
{
    int64_t lacking = count->active - count->covered;
    vcl_number numbers[3] = {
        vcl_number_of_integer(lacking, cover->language),
        vcl_number_of_integer(count->active, cover->language),
        vcl_number_of_rate((double)lacking / (double)count->active, cover->language),
    };

    put_message(cover, lacking > 0 ? VCL_XLSX_ANSWER : VCL_XLSX_SECTION,
                lacking > 0 ? VCL_MSG_OVERVIEW_NO_BUYER : VCL_MSG_OVERVIEW_ALL_HAVE_ONE,
                (const char *const[4]){ numbers[0].bytes, numbers[1].bytes,
                                        vcl_headline_noun(cover->kind, cover->language),
                                        numbers[2].bytes });
}

/* What those without a buyer bring forth, as far as it is known; nothing where it is not. */
static void put_tonnes(vcl_cover *cover)
{
    const vcl_table *unlinked = vcl_result_find_table(cover->xlsx->result, "unlinked");
    vcl_view unsold = vcl_view_find(unlinked, "unsold_kg");
    double tonnes = 0.0;
    int64_t known = 0;
    int64_t all = 0;

    for (size_t row = 0; row < vcl_view_rows(unlinked); row++) {
        double kilograms = 0.0;
        if (vcl_headline_concerns(unlinked, row, cover->kind)) {
            bool is_known = vcl_view_real(unsold, row, &kilograms);
            tonnes += kilograms / 1000.0;
            known += is_known ? 1 : 0;
            all++;
        }
    }
    vcl_number numbers[3] = {
        vcl_number_of_real(tonnes, 0, cover->language),
        vcl_number_of_integer(known, cover->language),
        vcl_number_of_integer(all, cover->language),
    };
    if (known > 0) {
        put_message(cover, VCL_XLSX_PLAIN, VCL_MSG_XLSX_TONNES,
                    (const char *const[4]){ numbers[0].bytes, numbers[1].bytes, numbers[2].bytes,
                                            vcl_headline_noun(cover->kind, cover->language) });
    }
}

static void put_kind(vcl_cover *cover, const char *kind, const vcl_headline_count *count)
{
    vcl_cover_text(cover, 0, vcl_headline_noun(kind, cover->language), VCL_XLSX_PLAIN);
    vcl_cover_count(cover, 1, count->active);
    vcl_cover_count(cover, 2, count->covered);
    vcl_cover_count(cover, 3, count->active - count->covered);
    put_rate(cover, 4, (double)count->covered / (double)count->active);
    cover->row++;
}

static void put_counts(vcl_cover *cover)
{
    static const char *const kinds[] = { "cooperative", "farmer", "group", "union" };
    static const vcl_message headings[] = { VCL_MSG_XLSX_KIND, VCL_MSG_XLSX_ACTIVE,
                                            VCL_MSG_XLSX_WITH, VCL_MSG_XLSX_WITHOUT,
                                            VCL_MSG_XLSX_RATE };
    size_t first = 0;

    vcl_cover_section(cover, VCL_MSG_OVERVIEW_COVERAGE, VCL_MSG_OVERVIEW_COVERAGE, headings, 5,
                      0x1E);
    first = cover->row;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        vcl_headline_count count = { 0 };
        if (vcl_headline_count_of(cover->xlsx->result, kinds[i], &count)) {
            put_kind(cover, kinds[i], &count);
        }
    }
    vcl_xlsx_bars(cover->xlsx, cover->sheet, first, cover->row - 1, 4);
}

static void put_reasons(vcl_cover *cover)
{
    static const vcl_message headings[] = { VCL_MSG_XLSX_LINKAGE, VCL_MSG_XLSX_NUMBER,
                                            VCL_MSG_XLSX_SHARE };
    const vcl_table *unlinked = vcl_result_find_table(cover->xlsx->result, "unlinked");
    vcl_headline_reasons reasons = vcl_headline_reasons_of(unlinked, cover->kind);
    vcl_best order = vcl_headline_order(&reasons);
    size_t first = 0;

    if (order.count == 0) {
        return;
    }
    vcl_cover_section(cover, VCL_MSG_XLSX_REASONS, VCL_MSG_XLSX_REASONS, headings, 3, 0x6);
    first = cover->row;
    for (size_t i = 0; i < order.count; i++) {
        size_t at = order.rows[i].row;
        vcl_cover_text(cover, 0, vcl_term_label(reasons.linkage[at], cover->language),
                       VCL_XLSX_PLAIN);
        vcl_cover_count(cover, 1, reasons.count[at]);
        put_rate(cover, 2, (double)reasons.count[at] / (double)reasons.all);
        cover->row++;
    }
    vcl_xlsx_bars(cover->xlsx, cover->sheet, first, cover->row - 1, 2);
}

static void put_losses(vcl_cover *cover, const vcl_table *table, const vcl_best *best,
                       vcl_message name)
{
    set_height(cover, 18);
    vcl_cover_text(cover, 0, vcl_cover_word(cover, name), VCL_XLSX_HEADING);
    vcl_cover_text(cover, 1, vcl_cover_word(cover, VCL_MSG_XLSX_HOUSEHOLDS),
                   VCL_XLSX_HEADING_RIGHT);
    vcl_cover_text(cover, 2, vcl_cover_word(cover, VCL_MSG_XLSX_COOPERATIVES),
                   VCL_XLSX_HEADING_RIGHT);
    cover->row++;
    for (size_t i = 0; i < best->count; i++) {
        vcl_cover_text(cover, 0, vcl_headline_actor(table, best->rows[i].row), VCL_XLSX_PLAIN);
        vcl_cover_count(cover, 1, best->rows[i].first);
        vcl_cover_count(cover, 2, best->rows[i].second);
        cover->row++;
    }
}

static void put_hubs(vcl_cover *cover)
{
    const vcl_table *buyers = vcl_result_find_table(cover->xlsx->result, "buyers");
    const vcl_table *critical = vcl_result_find_table(cover->xlsx->result, "critical");
    vcl_best top_buyers = vcl_headline_heaviest(buyers, "exclusive_households",
                                                "exclusive_cooperatives", true, shown_at_most);
    vcl_best top_middle = vcl_headline_heaviest(critical, "households_lost", "cooperatives_lost",
                                                false, shown_at_most);

    if (top_buyers.count == 0 && top_middle.count == 0) {
        return;
    }
    vcl_cover_section(cover, VCL_MSG_OVERVIEW_HUBS, VCL_MSG_OVERVIEW_HUBS_ASIDE, NULL, 0, 0);
    cover->row--;
    if (top_buyers.count > 0) {
        put_losses(cover, buyers, &top_buyers, VCL_MSG_XLSX_BUYERS);
    }
    if (top_middle.count > 0) {
        put_losses(cover, critical, &top_middle, VCL_MSG_XLSX_MIDDLE);
    }
}

static void put_unlinked(vcl_cover *cover, const vcl_table *table, size_t row)
{
    const char *linkage = vcl_view_text(vcl_view_find(table, "linkage"), row);
    double kilograms = 0.0;

    vcl_cover_text(cover, 0, vcl_headline_actor(table, row), VCL_XLSX_PLAIN);
    vcl_cover_count(cover, 1, vcl_view_number(vcl_view_find(table, "households_uncovered"), row));
    if (vcl_view_real(vcl_view_find(table, "unsold_kg"), row, &kilograms)) {
        vcl_xlsx_number(cover->xlsx, cover->sheet, cover->row, 2, kilograms / 1000.0,
                        cover->xlsx->reals[1]);
    }
    vcl_cover_text(cover, 3, vcl_view_text(vcl_view_find(table, "place_name"), row),
                   VCL_XLSX_BESIDE);
    vcl_cover_text(cover, 4, linkage != NULL ? vcl_term_label(linkage, cover->language) : NULL,
                   VCL_XLSX_BESIDE);
    cover->row++;
}

/* The first of the register: it is in the order of households without a buyer. */
static void put_first(vcl_cover *cover)
{
    static const vcl_message headings[] = { VCL_MSG_XLSX_NAME, VCL_MSG_XLSX_HOUSEHOLDS,
                                            VCL_MSG_XLSX_UNSOLD, VCL_MSG_XLSX_PLACE,
                                            VCL_MSG_XLSX_LINKAGE };
    const vcl_table *unlinked = vcl_result_find_table(cover->xlsx->result, "unlinked");
    size_t shown = 0;

    for (size_t row = 0; row < vcl_view_rows(unlinked) && shown < first_at_most; row++) {
        if (!vcl_headline_concerns(unlinked, row, cover->kind)) {
            continue;
        }
        if (shown++ == 0) {
            vcl_cover_section(cover, VCL_MSG_XLSX_FIRST, VCL_MSG_XLSX_FIRST, headings, 5, 0x6);
        }
        put_unlinked(cover, unlinked, row);
    }
}

static void put_findings(vcl_cover *cover)
{
    vcl_headline_count count = { 0 };

    if (cover->kind == NULL) {
        put_message(cover, VCL_XLSX_PLAIN, VCL_MSG_OVERVIEW_NOBODY_SELLS,
                    (const char *const[4]){ NULL });
        return;
    }
    vcl_headline_count_of(cover->xlsx->result, cover->kind, &count);
    put_answer(cover, &count);
    put_tonnes(cover);
    put_counts(cover);
    put_reasons(cover);
    put_first(cover);
    put_hubs(cover);
}

void vcl_xlsx_add_cover(vcl_xlsx *xlsx)
{
    vcl_cover cover = {
        .xlsx = xlsx,
        .language = xlsx->options->language,
        .kind = vcl_headline_kind(xlsx->result),
    };

    cover.sheet = vcl_xlsx_add_sheet(xlsx, vcl_cover_word(&cover, VCL_MSG_XLSX_COVER));
    if (cover.sheet == NULL) {
        return;
    }
    worksheet_gridlines(cover.sheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_portrait(cover.sheet);
    vcl_xlsx_width(xlsx, cover.sheet, 0, name_width);
    for (size_t i = 1; i < wide_column; i++) {
        vcl_xlsx_width(xlsx, cover.sheet, i, column_width);
    }
    vcl_xlsx_width(xlsx, cover.sheet, wide_column, wide_width);
    put_title(&cover);
    put_findings(&cover);
    vcl_cover_contents(&cover);
}
