/* Which rows below the headings are records. */
#include "registers/row_kind.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "names/legal.h"
#include "names/name.h"
#include "registers/row_example.h"
#include "registers/row_words.h"
#include "values/reading.h"

enum { LONGEST_LABEL = 200, MOST_REMARK_CELLS = 3 };

/* What a row looks like. */
typedef struct row_look {
    const vcl_sheet_layout *layout;
    const vcl_sheet *sheet;
    const vcl_sheet_row *row;
    const vcl_sheet_cell *ordinal; /* in the column of numbers, or NULL */
    const vcl_sheet_cell *first; /* with something in it, that column included; NULL: none */
    const vcl_sheet_cell *label; /* the first text that is no number, or NULL */
    const vcl_layout_column *first_column; /* of `first`; NULL: it has no heading */
    const vcl_layout_column *label_column; /* the same of `label` */
    size_t count; /* cells with something in them, */
    size_t known; /* those in columns that we know, */
    size_t words; /* and which of these hold no figures */
    bool has_code; /* an id or a tax code */
} row_look;

static bool is_digits(vcl_slice text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (!vcl_reading_is_digit(text.bytes[i])) {
            return false;
        }
    }
    return text.size > 0;
}

static bool is_code(vcl_register_field field)
{
    if (field >= VCL_FIELD_COUNT) {
        return false;
    }
    vcl_takes takes = vcl_register_field_at(field)->takes;
    return takes == VCL_TAKES_TAX_CODE || takes == VCL_TAKES_SELLER_TAX_CODE ||
           takes == VCL_TAKES_BUYER_TAX_CODE || takes == VCL_TAKES_ID ||
           takes == VCL_TAKES_PARTY_ID || takes == VCL_TAKES_SELLER_ID ||
           takes == VCL_TAKES_BUYER_ID || takes == VCL_TAKES_ORGANISATION_ID;
}

/* Is it a word in a column that we know, as only a record has behind its id? */
static bool is_word(const vcl_sheet_cell *cell, const vcl_layout_column *column)
{
    return column != NULL && column->field < VCL_FIELD_COUNT && cell->kind == VCL_CELL_TEXT &&
           !vcl_reading_is_digit(vcl_row_text(cell).bytes[0]);
}

static void look_at_cell(row_look *look, const vcl_sheet_cell *cell,
                         const vcl_layout_column *column)
{
    vcl_slice text = vcl_row_text(cell);

    if (text.size == 0) {
        return;
    }
    look->count++;
    look->known += column != NULL && column->field < VCL_FIELD_COUNT;
    look->words += is_word(cell, column);
    if (look->first == NULL) {
        look->first = cell;
        look->first_column = column;
    }
    if (column != NULL && column->is_ordinal && look->ordinal == NULL) {
        look->ordinal = cell;
    }
    if (look->label == NULL && cell->kind == VCL_CELL_TEXT && !is_digits(text)) {
        look->label = cell;
        look->label_column = column;
        return;
    }
    /* A total may stand in the column of ids, if nothing but figures follows it. */
    bool labelled = look->label_column != NULL && is_code(look->label_column->field);
    look->has_code = look->has_code || (column != NULL && is_code(column->field)) ||
                     (labelled && is_word(cell, column));
}

/* Cells and columns both stand by column. */
static row_look look_at(const vcl_sheet_layout *layout, const vcl_sheet *sheet,
                        const vcl_sheet_row *row)
{
    row_look look = { .layout = layout, .sheet = sheet, .row = row };
    const vcl_layout_column *columns = layout->columns.items;
    size_t at = 0;

    for (size_t i = 0; i < row->count; i++) {
        const vcl_sheet_cell *cell = vcl_sheet_cell_of(sheet, row, i);
        while (at < layout->columns.count && columns[at].column < cell->column) {
            at++;
        }
        bool headed = at < layout->columns.count && columns[at].column == cell->column;
        look_at_cell(&look, cell, headed ? &columns[at] : NULL);
    }
    return look;
}

/* The one cell of a row is about what follows, in a list of actors or what they do. */
static bool names_a_place(const row_look *look, vcl_slice lower)
{
    return look->layout->kind != VCL_REGISTER_PLACES &&
           look->layout->kind != VCL_REGISTER_PRODUCTS && vcl_row_names_place(lower);
}

bool vcl_row_speaks_of_place(vcl_slice text, vcl_text *scratch)
{
    size_t size = vcl_row_begins_as_section(text) ? vcl_row_section_number(text) + 1 : 0;

    vcl_text_clear(scratch);
    vcl_unicode_lower(scratch, vcl_reading_trim(vcl_slice_from(text, size)));
    return vcl_row_names_place((vcl_slice){ vcl_text_bytes(scratch), scratch->size });
}

static bool spans_columns(const row_look *look)
{
    const vcl_sheet_range *range =
        look->sheet->merged.count > 0
            ? vcl_sheet_find_merged(look->sheet, look->row->number, look->first->column)
            : NULL;

    return range != NULL && range->last_column > range->first_column;
}

static bool is_section(const row_look *look, vcl_slice lower)
{
    bool unheaded = look->first != NULL && look->first_column == NULL;
    const vcl_sheet_cell *numbered = look->ordinal != NULL ? look->ordinal
                                     : unheaded            ? look->first
                                                           : NULL;
    if (numbered != NULL) {
        vcl_slice number = vcl_row_text(numbered);
        size_t size = vcl_row_section_number(number);
        if (size > 0 && (size == number.size ||
                         (size + 1 == number.size && strchr(".)", number.bytes[size]) != NULL))) {
            return !look->has_code;
        }
    }
    if (look->label == NULL || look->label != look->first || look->count > 1) {
        return false;
    }
    bool elsewhere = look->first_column == NULL || look->first_column->is_ordinal;
    return elsewhere || spans_columns(look) ||
           vcl_row_begins_as_section(vcl_row_text(look->first)) || names_a_place(look, lower);
}

/* Has it no number where those about it have one, and nothing but a name and figures? */
static bool is_unnumbered(const row_look *look)
{
    uint32_t column = look->layout->ordinal_column;

    return column > 0 && look->ordinal == NULL && !look->has_code && look->label != NULL &&
           look->words <= 1 && look->label_column != NULL &&
           look->label_column->field < VCL_FIELD_COUNT &&
           vcl_sheet_layout_shown(look->sheet, look->row->number, column)->kind == VCL_CELL_EMPTY;
}

/* A name among organisations that is none of theirs: "3 HTX". */
static bool is_nameless(const row_look *look, vcl_text *scratch)
{
    if (look->label_column->field != VCL_FIELD_ORGANISATIONS_NAME) {
        return false;
    }
    vcl_text_clear(scratch);
    vcl_name_key(scratch, vcl_row_text(look->label));
    return vcl_legal_kind((vcl_slice){ vcl_text_bytes(scratch), scratch->size }) == NULL;
}

/* The heading cell above a cell, as it stands. */
static bool repeats_heading(const row_look *look, const vcl_sheet_cell *cell)
{
    const vcl_sheet_cell *lower =
        vcl_sheet_layout_shown(look->sheet, look->layout->last_heading_row, cell->column);
    const vcl_sheet_cell *upper =
        vcl_sheet_layout_shown(look->sheet, look->layout->heading_row, cell->column);

    return (lower->size == cell->size && memcmp(lower->text, cell->text, cell->size) == 0) ||
           (upper->size == cell->size && memcmp(upper->text, cell->text, cell->size) == 0);
}

static bool is_headings(const row_look *look)
{
    for (size_t i = 0; i < look->row->count; i++) {
        const vcl_sheet_cell *cell = vcl_sheet_cell_of(look->sheet, look->row, i);
        if (cell->kind != VCL_CELL_TEXT || !repeats_heading(look, cell)) {
            return false;
        }
    }
    return look->row->count > 1;
}

/* The number in "3", "(3)", "[3]", "(3)=(1)+(2)"; 0 for a single letter, -1 for anything else. */
static int column_number(vcl_slice text)
{
    int number = 0;
    size_t at = 0;

    while (text.size > 0 && strchr("([ ", text.bytes[0]) != NULL) {
        text = vcl_slice_from(text, 1);
    }
    while (at < text.size && at < 3 && vcl_reading_is_digit(text.bytes[at])) {
        number = number * 10 + (text.bytes[at++] - '0');
    }
    if (at == 0) {
        bool letter = text.size > 0 && text.bytes[0] >= 'A' && text.bytes[0] <= 'Z';
        return letter && (text.size == 1 || strchr(")]", text.bytes[1]) != NULL) ? 0 : -1;
    }
    bool ends = at == text.size || strchr(")]= ", text.bytes[at]) != NULL;
    return ends ? number : -1;
}

/* Letters, then 1, 2, 3 …, right below the headings. */
static bool is_numbers(const row_look *look)
{
    int last = 0;

    if (look->row->number > look->layout->last_heading_row + 2 || look->count < 3) {
        return false;
    }
    for (size_t i = 0; i < look->row->count; i++) {
        int number = column_number(vcl_row_text(vcl_sheet_cell_of(look->sheet, look->row, i)));
        if (number < 0 || (number == 0 && last > 0) || (number > 0 && number != last + 1)) {
            return false;
        }
        last = number > 0 ? number : last;
    }
    return last > 1;
}

/* Hardly any record begins as what the lists above begin with, so that few need a copy in lower
 * case. */
static bool may_say_something(vcl_slice label, size_t count)
{
    return label.size > 0 && label.size <= LONGEST_LABEL &&
           (count == 1 || (unsigned char)label.bytes[0] >= 0x80 ||
            strchr("tTcCsSgGnNlLkKxX(*", label.bytes[0]) != NULL || vcl_row_holds(label, "ngày"));
}

vcl_row_kind vcl_row_judge(const vcl_sheet_layout *layout, const vcl_workbook *workbook,
                           const vcl_sheet *sheet, const vcl_sheet_row *row, vcl_text *scratch)
{
    row_look look = look_at(layout, sheet, row);
    vcl_slice label = look.label != NULL ? vcl_row_text(look.label) : (vcl_slice){ 0 };
    vcl_slice lower = { 0 };

    if (look.count == 0) {
        return VCL_ROW_BLANK;
    }
    if (is_headings(&look)) {
        return VCL_ROW_HEADINGS;
    }
    if (is_numbers(&look)) {
        return VCL_ROW_NUMBERS;
    }
    if (vcl_row_is_example(layout, workbook, sheet, row)) {
        return VCL_ROW_EXAMPLE;
    }
    /* The one row about the registers as a whole may say anything. */
    if (layout->kind == VCL_REGISTER_DATASET) {
        return VCL_ROW_RECORD;
    }
    vcl_text_clear(scratch);
    bool unnumbered = is_unnumbered(&look);
    if (unnumbered || may_say_something(label, look.count)) {
        vcl_unicode_lower(scratch, label);
        lower = (vcl_slice){ vcl_text_bytes(scratch), scratch->size };
    }
    if (!look.has_code && vcl_row_is_total(lower)) {
        return VCL_ROW_TOTAL;
    }
    if (!look.has_code && look.count <= MOST_REMARK_CELLS && vcl_row_is_remark(lower)) {
        return VCL_ROW_REMARK;
    }
    if (is_section(&look, lower) || (unnumbered && names_a_place(&look, lower))) {
        return VCL_ROW_SECTION;
    }
    return unnumbered && is_nameless(&look, scratch) ? VCL_ROW_UNNUMBERED : VCL_ROW_RECORD;
}

/* "HTX Đông Lai", but no sentence about one. */
static bool is_legal_name(const row_look *look, vcl_text *scratch)
{
    vcl_slice name = vcl_row_text(look->label);

    if (look->first_column == NULL || look->label != look->first ||
        name.bytes[name.size - 1] == '.' || memchr(name.bytes, ':', name.size) != NULL) {
        return false;
    }
    vcl_text_clear(scratch);
    vcl_name_key(scratch, name);
    return vcl_legal_kind((vcl_slice){ vcl_text_bytes(scratch), scratch->size }) != NULL;
}

bool vcl_row_may_be_remark(const vcl_sheet_layout *layout, const vcl_sheet *sheet,
                           const vcl_sheet_row *row, bool below_note, vcl_text *scratch)
{
    row_look look = look_at(layout, sheet, row);

    if (look.ordinal != NULL || look.has_code || look.count > MOST_REMARK_CELLS) {
        return false;
    }
    for (size_t i = 0; i < row->count; i++) {
        const vcl_sheet_cell *cell = vcl_sheet_cell_of(sheet, row, i);
        if (cell->kind != VCL_CELL_TEXT || is_digits(vcl_row_text(cell))) {
            return false;
        }
    }
    return !below_note || look.label == NULL || (look.known < 2 && !is_legal_name(&look, scratch));
}

bool vcl_row_is_note_at(const vcl_sheet *sheet, const vcl_sheet_row *row, vcl_text *scratch)
{
    vcl_text_clear(scratch);
    vcl_unicode_lower(scratch, vcl_reading_trim(vcl_slice_of(vcl_row_first_text(sheet, row))));
    return vcl_row_is_note((vcl_slice){ vcl_text_bytes(scratch), scratch->size });
}

const char *vcl_row_first_text(const vcl_sheet *sheet, const vcl_sheet_row *row)
{
    const char *first = "";

    for (size_t i = 0; i < row->count; i++) {
        const vcl_sheet_cell *cell = vcl_sheet_cell_of(sheet, row, i);
        vcl_slice text = vcl_row_text(cell);
        if (cell->kind != VCL_CELL_TEXT || text.size == 0 || is_digits(text)) {
            continue;
        }
        if (vcl_row_section_number(text) < text.size) {
            return cell->text;
        }
        first = first[0] == '\0' ? cell->text : first;
    }
    return first;
}
