/* Looking at the cells of one column: what its heading and they say together. */
#include "registers/column.h"

#include <string.h>

#include "base/try.h"
#include "base/unicode.h"
#include "registers/column_parts.h"
#include "values/list.h"

void vcl_column_scratch_init(vcl_column_scratch *scratch)
{
    *scratch = (vcl_column_scratch){ 0 };
    vcl_array_init(&scratch->items, sizeof(vcl_list_item));
}

void vcl_column_scratch_release(vcl_column_scratch *scratch)
{
    vcl_text_release(&scratch->lower);
    vcl_text_release(&scratch->text);
    vcl_text_release(&scratch->key);
    vcl_array_release(&scratch->items);
}

vcl_slice vcl_column_lower(vcl_column_scratch *scratch, vcl_slice text)
{
    vcl_text_clear(&scratch->lower);
    vcl_unicode_lower(&scratch->lower, text);
    return (vcl_slice){ vcl_text_bytes(&scratch->lower), scratch->lower.size };
}

bool vcl_column_is_amount(vcl_takes takes)
{
    return takes == VCL_TAKES_COUNT || takes == VCL_TAKES_MASS || takes == VCL_TAKES_MONEY ||
           takes == VCL_TAKES_AREA;
}

static vcl_quantity quantity_of(vcl_takes takes)
{
    switch (takes) {
    case VCL_TAKES_MONEY:
        return VCL_QUANTITY_MONEY;
    case VCL_TAKES_AREA:
        return VCL_QUANTITY_AREA;
    case VCL_TAKES_COUNT:
        return VCL_QUANTITY_COUNT;
    default:
        return VCL_QUANTITY_MASS;
    }
}

/* "Doanh thu (EUR)": whole units of a currency that we need not know. */
static bool ends_in_currency(const char *heading)
{
    size_t size = strlen(heading);

    if (size < 5 || heading[size - 1] != ')' || heading[size - 5] != '(') {
        return false;
    }
    for (size_t i = size - 4; i < size - 1; i++) {
        if (heading[i] < 'A' || heading[i] > 'Z') {
            return false;
        }
    }
    return true;
}

/* The unit that one line of a heading states. */
static bool unit_of_line(vcl_column_reader *reader, vcl_slice line, vcl_column_scratch *scratch)
{
    vcl_reading reading = vcl_reading_as(VCL_MSG_READ_UNIT_HEADING);
    bool found = vcl_unit_of_heading(vcl_column_lower(scratch, line), reader->quantity.quantity,
                                     &reader->quantity.power, &reading);

    if (!reading.understood) {
        reader->unit = reading;
    }
    return found;
}

static bool unit_of_heading(vcl_column_reader *reader, const char *heading,
                            vcl_column_scratch *scratch)
{
    if (reader->quantity.quantity == VCL_QUANTITY_MONEY && ends_in_currency(heading)) {
        reader->quantity.power = 0;
        return true;
    }
    while (*heading != '\0') {
        size_t size = strcspn(heading, "\n");
        if (unit_of_line(reader, (vcl_slice){ heading, size }, scratch)) {
            return true;
        }
        heading += size + (heading[size] == '\n');
    }
    return false;
}

void vcl_column_begin(vcl_column_reader *reader, vcl_register_field field, uint32_t column,
                      const char *unit, const char *lower, const char *upper,
                      vcl_column_scratch *scratch)
{
    vcl_takes takes = vcl_register_field_at(field)->takes;
    vcl_quantity_column *quantity = &reader->quantity;

    *reader = (vcl_column_reader){ .field = field, .takes = takes, .column = column };
    reader->unit = vcl_reading_as(VCL_MSG_READ_UNIT_HEADING);
    reader->days.ends = takes == VCL_TAKES_END_DATE;
    quantity->quantity = quantity_of(takes);
    if (unit != NULL) {
        vcl_slice text = vcl_column_lower(scratch, vcl_slice_of(unit));
        reader->unit = vcl_unit_read(text, quantity->quantity, &quantity->power);
        quantity->has_unit = reader->unit.understood;
        return;
    }
    quantity->has_unit = unit_of_heading(reader, lower, scratch) ||
                         (reader->unit.understood && unit_of_heading(reader, upper, scratch));
    /* A field of areas is in hectares unless its heading says otherwise. */
    quantity->has_unit = quantity->has_unit || (takes == VCL_TAKES_AREA && reader->unit.understood);
}

bool vcl_column_takes_decimals(vcl_takes takes)
{
    return vcl_column_is_amount(takes) || takes == VCL_TAKES_LATITUDE ||
           takes == VCL_TAKES_LONGITUDE;
}

bool vcl_column_takes_days(vcl_takes takes)
{
    return takes == VCL_TAKES_DATE || takes == VCL_TAKES_END_DATE || takes == VCL_TAKES_FOUNDED;
}

static bool has_digit(vcl_slice text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (vcl_reading_is_digit(text.bytes[i])) {
            return true;
        }
    }
    return false;
}

/* Looks at one number, and keeps the cell as an example where it can be read in two ways. */
static void look_at_number(vcl_column_reader *reader, vcl_slice lower, const vcl_sheet_cell *cell,
                           uint32_t row)
{
    vcl_decimal_evidence *e = &reader->decimals;
    size_t before = e->ambiguous_comma + e->ambiguous_point;

    vcl_decimal_look(e, lower);
    if (e->ambiguous_comma + e->ambiguous_point > before) {
        size_t next = reader->examples[0] == NULL ? 0 : 1;
        if (reader->examples[next] == NULL) {
            reader->examples[next] = cell->text;
            reader->example_rows[next] = row;
        }
    }
}

/* The amounts in a cell of products. */
static vcl_status look_at_amounts(vcl_column_reader *reader, const vcl_sheet_cell *cell,
                                  uint32_t row, vcl_column_scratch *scratch, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_reading reading = { 0 };

    scratch->items.count = 0;
    TRY(vcl_list_read((vcl_slice){ cell->text, cell->size }, NULL, NULL, &scratch->items, &reading,
                      err));
    const vcl_list_item *items = scratch->items.items;
    for (size_t i = 0; i < scratch->items.count; i++) {
        if (items[i].amount.size > 0) {
            look_at_number(reader, vcl_column_lower(scratch, items[i].amount), cell, row);
        }
    }
    TRY(vcl_text_status(&scratch->lower, err));
done:
    return status;
}

vcl_status vcl_column_look(vcl_column_reader *reader, const vcl_sheet_cell *cell, uint32_t row,
                           vcl_column_scratch *scratch, vcl_error *err)
{
    vcl_slice text = { cell->text, cell->size };

    if (cell->kind != VCL_CELL_TEXT) {
        return VCL_OK;
    }
    if (vcl_column_takes_decimals(reader->takes)) {
        look_at_number(reader, vcl_column_lower(scratch, text), cell, row);
    } else if (vcl_column_takes_days(reader->takes)) {
        vcl_day_look(&reader->order, vcl_column_lower(scratch, text));
    } else if (reader->takes == VCL_TAKES_PRODUCTS && has_digit(text)) {
        return look_at_amounts(reader, cell, row, scratch, err);
    }
    return vcl_text_status(&scratch->lower, err);
}

/* No coordinate has thousands. */
static vcl_decimal verdict_on_degrees(const vcl_decimal_evidence *e)
{
    vcl_decimal_evidence all = { e->comma + e->ambiguous_comma, e->point + e->ambiguous_point, 0,
                                 0 };

    return vcl_decimal_verdict(&all, false);
}

bool vcl_column_decide(vcl_column_reader *reader, vcl_decimal_mark mark, bool from_1904)
{
    bool degrees = reader->takes == VCL_TAKES_LATITUDE || reader->takes == VCL_TAKES_LONGITUDE;
    vcl_decimal verdict =
        degrees ? verdict_on_degrees(&reader->decimals)
                : vcl_decimal_verdict(&reader->decimals, reader->takes == VCL_TAKES_COUNT);

    reader->days.from_1904 = from_1904;
    reader->days.order = vcl_day_order_of(&reader->order);
    if ((verdict == VCL_DECIMAL_AMBIGUOUS || verdict == VCL_DECIMAL_CONTRADICTORY) &&
        mark != VCL_MARK_UNKNOWN) {
        verdict = mark == VCL_MARK_COMMA ? VCL_DECIMAL_COMMA : VCL_DECIMAL_POINT;
    }
    reader->quantity.decimal = verdict;
    return verdict != VCL_DECIMAL_AMBIGUOUS;
}
