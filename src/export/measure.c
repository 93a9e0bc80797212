/* What the cells of a table ask for: decimals, totals, widths. */
#include "export/layout.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"
#include "base/unicode.h"
#include "export/format.h"
#include "export/number.h"
#include "export/tone.h"

static double largest_of(const vcl_table *table, size_t rows, size_t index)
{
    double largest = 0.0;

    for (size_t row = 0; row < rows; row++) {
        const vcl_value *value = &vcl_table_row(table, row)[index];
        if (!value->is_null && isfinite(value->real)) {
            largest = fmax(largest, fabs(value->real));
        }
    }
    return largest;
}

/* The same for all reals of a column, so that their points stand one below the other. */
static int decimals_of(const vcl_table *table, size_t rows, size_t index)
{
    int most = vcl_number_most_decimals(largest_of(table, rows, index));
    int decimals = 0;

    for (size_t row = 0; row < rows && decimals < most; row++) {
        const vcl_value *value = &vcl_table_row(table, row)[index];
        int needed = value->is_null ? 0 : vcl_number_decimals(value->real, most);
        decimals = needed > decimals ? needed : decimals;
    }
    return decimals;
}

static bool is_integer_sum(int64_t sum, int64_t addend)
{
    return addend >= 0 ? sum <= INT64_MAX - addend : sum >= INT64_MIN - addend;
}

/* Null where there is nothing to add, or the sum is out of range. */
static vcl_value total_of(const vcl_table *table, size_t index, vcl_type type)
{
    vcl_value total = { .is_null = true };
    const vcl_value none = { .is_null = true };

    for (size_t row = 0; row < vcl_table_row_count(table); row++) {
        const vcl_value *value = &vcl_table_row(table, row)[index];
        if (value->is_null) {
            continue;
        }
        if (total.is_null) {
            total = *value;
        } else if (type == VCL_REAL) {
            total.real += value->real;
        } else if (is_integer_sum(total.integer, value->integer)) {
            total.integer += value->integer;
        } else {
            return none;
        }
    }
    return type == VCL_REAL && !total.is_null && !isfinite(total.real) ? none : total;
}

static void measure_value(vcl_layout_column *measured, const vcl_value *value, vcl_text *scratch,
                          vcl_language language)
{
    size_t width = 0;

    vcl_text_clear(scratch);
    vcl_format_value(scratch, value, measured->column, measured->decimals, language);
    width = vcl_unicode_width((vcl_slice){ vcl_text_bytes(scratch), scratch->size });
    measured->content = width > measured->content ? width : measured->content;
}

static bool is_nothing(const vcl_column *column, const vcl_value *value)
{
    return value->is_null || (column->type == VCL_INTEGER && value->integer == 0) ||
           (column->type == VCL_REAL && value->real == 0.0);
}

static bool is_toned(const vcl_column *column, const vcl_value *value)
{
    return column->type == VCL_TERM && !value->is_null &&
           vcl_tone_of_term(value->text) != VCL_TONE_PLAIN;
}

static void measure_column(vcl_layout_column *measured, const vcl_table *table, size_t rows,
                           size_t index, vcl_text *scratch, vcl_language language)
{
    const vcl_column *column = vcl_table_column(table, index);

    measured->column = column;
    measured->is_empty = true;
    if (column->type == VCL_REAL) {
        measured->decimals = decimals_of(table, rows, index);
    }
    for (size_t row = 0; row < rows; row++) {
        const vcl_value *value = &vcl_table_row(table, row)[index];
        measured->is_empty = measured->is_empty && is_nothing(column, value);
        measured->is_toned = measured->is_toned || is_toned(column, value);
        measure_value(measured, value, scratch, language);
    }
    measured->has_total = (column->flags & VCL_COLUMN_TOTAL) != 0 && vcl_format_is_number(column);
    if (measured->has_total) {
        measured->total = total_of(table, index, column->type);
        measure_value(measured, &measured->total, scratch, language);
    }
}

vcl_status vcl_layout_measure(vcl_layout *layout, const vcl_table *table, size_t rows,
                              vcl_language language, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text scratch = { 0 };

    *layout = (vcl_layout){ .count = vcl_table_column_count(table), .language = language };
    TRY(vcl_alloc(&layout->columns, layout->count, sizeof *layout->columns, err));
    for (size_t i = 0; i < layout->count; i++) {
        measure_column(&layout->columns[i], table, rows, i, &scratch, language);
    }
    TRY(vcl_text_status(&scratch, err));
done:
    vcl_text_release(&scratch);
    return status;
}

void vcl_layout_release(vcl_layout *layout)
{
    free(layout->columns);
    *layout = (vcl_layout){ 0 };
}
