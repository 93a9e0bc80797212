/* The example row of our template. */
#include "registers/row_example.h"

#include <string.h>

#include "registers/row_words.h"
#include "values/day.h"
#include "values/number.h"
#include "values/reading.h"

static bool is_number(vcl_slice text, vcl_decimal decimal, double *out)
{
    vcl_digits digits = { 0 };
    vcl_slice rest = { 0 };

    return vcl_number_read(text, decimal, &digits, &rest).understood && rest.size == 0 &&
           vcl_number_value(digits, 0, out);
}

/* The decimals of an example stand behind a comma, those of a cell behind either mark. */
static bool is_same_number(vcl_slice text, vcl_slice example)
{
    double sought = 0.0;
    double found = 0.0;

    if (!is_number(example, VCL_DECIMAL_COMMA, &sought)) {
        return false;
    }
    return (is_number(text, VCL_DECIMAL_COMMA, &found) && found == sought) ||
           (is_number(text, VCL_DECIMAL_POINT, &found) && found == sought);
}

static bool is_day(vcl_slice text, vcl_day_order order, vcl_date *out)
{
    vcl_day_column column = { .order = order };

    return text.size > 0 && vcl_day_read(text, &column, out).understood;
}

static bool is_same_day(const vcl_workbook *workbook, const vcl_sheet_cell *cell, vcl_slice example)
{
    vcl_date sought = 0;
    vcl_date found = 0;

    if (!is_day(example, VCL_DAY_FIRST, &sought)) {
        return false;
    }
    if (cell->kind == VCL_CELL_NUMBER) {
        return vcl_workbook_date(workbook, vcl_sheet_number(cell), &found) && found == sought;
    }
    return (is_day(vcl_row_text(cell), VCL_DAY_FIRST, &found) && found == sought) ||
           (is_day(vcl_row_text(cell), VCL_MONTH_FIRST, &found) && found == sought);
}

static bool is_same(const vcl_workbook *workbook, const vcl_sheet_cell *cell, vcl_takes takes,
                    const char *example)
{
    vcl_slice text = vcl_row_text(cell);
    vcl_slice sought = vcl_slice_of(example);

    if (text.size == sought.size && memcmp(text.bytes, sought.bytes, text.size) == 0) {
        return true;
    }
    if (text.size == 0 || sought.size == 0) {
        return false;
    }
    if (takes == VCL_TAKES_DATE || takes == VCL_TAKES_END_DATE || takes == VCL_TAKES_FOUNDED) {
        return is_same_day(workbook, cell, sought);
    }
    return vcl_reading_is_digit(sought.bytes[0]) && is_same_number(text, sought);
}

/* In either language. */
static bool holds_example(const vcl_workbook *workbook, const vcl_sheet *sheet,
                          const vcl_sheet_row *row, const vcl_layout_column *column)
{
    const vcl_register_field_definition *field = vcl_register_field_at(column->field);
    const vcl_sheet_cell *cell = vcl_sheet_cell_at(sheet, row, column->column);

    return is_same(workbook, cell, field->takes, field->example[VCL_VIETNAMESE]) ||
           is_same(workbook, cell, field->takes, field->example[VCL_ENGLISH]);
}

/* A few cells may well be the same in a list of somebody's own, above all in one of places, whose
 * codes are everybody's. */
static size_t least_cells(const vcl_sheet_layout *layout, const vcl_sheet_row *row)
{
    if (row->number == layout->last_heading_row + 1) {
        return 2;
    }
    return layout->kind == VCL_REGISTER_PLACES ? 5 : 3;
}

bool vcl_row_is_example(const vcl_sheet_layout *layout, const vcl_workbook *workbook,
                        const vcl_sheet *sheet, const vcl_sheet_row *row)
{
    const vcl_layout_column *columns = layout->columns.items;
    size_t same = 0;

    for (size_t i = 0; i < layout->columns.count; i++) {
        if (columns[i].field >= VCL_FIELD_COUNT) {
            continue;
        }
        if (!holds_example(workbook, sheet, row, &columns[i])) {
            return false;
        }
        same += vcl_register_field_at(columns[i].field)->example[VCL_ENGLISH][0] != '\0';
    }
    return same >= least_cells(layout, row);
}

bool vcl_row_has_example_name(const vcl_sheet_layout *layout, const vcl_workbook *workbook,
                              const vcl_sheet *sheet, const vcl_sheet_row *row)
{
    const vcl_layout_column *columns = layout->columns.items;
    bool id = false;
    bool name = false;

    for (size_t i = 0; i < layout->columns.count; i++) {
        if (columns[i].field >= VCL_FIELD_COUNT) {
            continue;
        }
        const vcl_register_field_definition *field = vcl_register_field_at(columns[i].field);
        bool is_id = field->takes == VCL_TAKES_ID;
        bool is_name = field->takes == VCL_TAKES_NAME;
        if ((is_id || is_name) && field->example[VCL_ENGLISH][0] != '\0' &&
            holds_example(workbook, sheet, row, &columns[i])) {
            id = id || is_id;
            name = name || is_name;
        }
    }
    return id && name;
}
