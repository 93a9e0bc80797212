/* Rows below the headings that are headings themselves. */
#include "registers/row_headings.h"

#include <string.h>

#include "registers/row_words.h"
#include "values/reading.h"

enum { LONGEST_NAME = 60, LONGEST_HEADING = 200, LEAST_KNOWN = 2, LEAST_WITHOUT_KEY = 3 };

/* What the cells of a row are as headings. */
typedef struct row_headings {
    size_t known[VCL_REGISTER_COUNT];
    size_t most; /* of them */
    size_t ordinals;
    size_t same; /* of the field that the column has already */
    bool is_key; /* whom or what a row is about is a heading */
} row_headings;

static bool is_key(const vcl_layout_column *column)
{
    return column->field < VCL_FIELD_COUNT &&
           vcl_register_field_at(column->field)->use == VCL_FIELD_KEY;
}

static bool is_known(const vcl_heading *heading)
{
    for (size_t i = 0; i < VCL_REGISTER_COUNT; i++) {
        if (heading->fields[i] < VCL_FIELD_COUNT) {
            return true;
        }
    }
    return false;
}

/* Without what a heading may have and a name too: "HTX 2", "HTX (Nà Hoa)". */
static bool is_bare_heading(vcl_headings *headings, const vcl_sheet_cell *cell)
{
    if (cell->kind != VCL_CELL_TEXT || cell->size == 0 || cell->size > LONGEST_NAME ||
        cell->text[strcspn(cell->text, "0123456789(),;-")] != '\0') {
        return false;
    }
    vcl_heading heading = vcl_headings_find(headings, (vcl_slice){ 0 }, vcl_row_text(cell));
    return is_known(&heading);
}

/* Are all cells headings that say whom a row is about, and is there one? Tells most records. */
static bool has_key_headings(const vcl_sheet_layout *layout, vcl_headings *headings,
                             const vcl_sheet *sheet, const vcl_sheet_row *row)
{
    const vcl_layout_column *columns = layout->columns.items;
    bool found = false;

    for (size_t i = 0; i < layout->columns.count; i++) {
        const vcl_sheet_cell *cell =
            is_key(&columns[i]) ? vcl_sheet_cell_at(sheet, row, columns[i].column) : NULL;
        if (cell != NULL && cell->size > 0) {
            if (!is_bare_heading(headings, cell)) {
                return false;
            }
            found = true;
        }
    }
    return found;
}

static vcl_register_field field_of(const vcl_sheet_layout *layout, uint32_t column)
{
    const vcl_layout_column *columns = layout->columns.items;

    for (size_t i = 0; i < layout->columns.count; i++) {
        if (columns[i].column == column) {
            return columns[i].field;
        }
    }
    return VCL_FIELD_COUNT;
}

static void count_cell(row_headings *found, const vcl_sheet_layout *layout, vcl_headings *headings,
                       const vcl_sheet_cell *cell)
{
    vcl_slice text = vcl_row_text(cell);
    vcl_heading heading = vcl_headings_find(headings, (vcl_slice){ 0 }, text);
    vcl_register_field here = heading.fields[layout->kind];

    for (size_t i = 0; i < VCL_REGISTER_COUNT; i++) {
        found->known[i] += heading.fields[i] < VCL_FIELD_COUNT;
        found->most = found->known[i] > found->most ? found->known[i] : found->most;
    }
    found->ordinals += vcl_headings_is_ordinal(headings, text);
    found->same += here < VCL_FIELD_COUNT && here == field_of(layout, cell->column);
}

static bool may_be_heading(const vcl_sheet_cell *cell)
{
    return cell->kind == VCL_CELL_TEXT && cell->size <= LONGEST_HEADING &&
           cell->text[strspn(cell->text, "0123456789 .,%")] != '\0';
}

vcl_row_kind vcl_row_as_headings(const vcl_sheet_layout *layout, vcl_headings *headings,
                                 const vcl_sheet *sheet, const vcl_sheet_row *row, bool below_gap)
{
    row_headings found = { .is_key = has_key_headings(layout, headings, sheet, row) };

    if (!found.is_key && !below_gap) {
        return VCL_ROW_RECORD;
    }
    for (size_t i = 0; i < row->count; i++) {
        const vcl_sheet_cell *cell = vcl_sheet_cell_of(sheet, row, i);
        if (!may_be_heading(cell)) {
            return VCL_ROW_RECORD;
        }
        count_cell(&found, layout, headings, cell);
    }
    /* Numbers of rows, a column or two that we do not know. */
    bool enough = found.most >= (found.is_key ? LEAST_KNOWN : LEAST_WITHOUT_KEY) &&
                  (found.most + (found.is_key ? found.ordinals : 0)) * 2 > row->count;
    if (!enough) {
        return VCL_ROW_RECORD;
    }
    return found.same == found.most ? VCL_ROW_HEADINGS : VCL_ROW_OTHER_TABLE;
}

bool vcl_row_is_named_by_heading(const vcl_sheet_layout *layout, vcl_headings *headings,
                                 const vcl_sheet *sheet, const vcl_sheet_row *row)
{
    const vcl_layout_column *columns = layout->columns.items;
    const vcl_sheet_cell *name = NULL;

    for (size_t i = 0; i < layout->columns.count; i++) {
        vcl_takes takes = columns[i].field < VCL_FIELD_COUNT
                              ? vcl_register_field_at(columns[i].field)->takes
                              : VCL_TAKES_TEXT;
        const vcl_sheet_cell *cell = vcl_sheet_cell_at(sheet, row, columns[i].column);
        if ((takes == VCL_TAKES_ID || takes == VCL_TAKES_TAX_CODE) && cell->size > 0) {
            return false;
        }
        name = takes == VCL_TAKES_NAME ? cell : name;
    }
    return name != NULL && is_bare_heading(headings, name);
}
