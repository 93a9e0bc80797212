/* The columns of a sheet, once its headings are found. */
#include <stdlib.h>

#include "base/try.h"
#include "base/unicode.h"
#include "registers/layout_parts.h"
#include "values/reading.h"

/* A copy on one line. */
static vcl_status keep_line(vcl_arena *arena, vcl_slice first, vcl_slice second, const char **out,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text line = { 0 };
    vcl_slice parts[] = { first, second };

    for (size_t i = 0; i < 2; i++) {
        if (parts[i].size > 0 && line.size > 0) {
            vcl_text_add(&line, ": ");
        }
        for (size_t j = 0; j < parts[i].size; j++) {
            char byte = parts[i].bytes[j];
            vcl_text_add_byte(&line, byte == '\n' || byte == '\r' || byte == '\t' ? ' ' : byte);
        }
    }
    TRY(vcl_text_status(&line, err));
    TRY(vcl_unicode_copy(arena, (vcl_slice){ line.bytes, line.size }, out, err));
done:
    vcl_text_release(&line);
    return status;
}

/* What a mapping says of a column goes before what its heading means. */
static void apply_mapping(vcl_layout_finding *f, vcl_register kind, vcl_layout_column *column)
{
    const vcl_mapped_column *mapped = NULL;

    if (f->mapped != NULL) {
        mapped = vcl_mapping_column(f->mapping, f->mapped, vcl_slice_of(column->heading),
                                    column->column, &f->headings->part);
    }
    if (f->mapped != NULL && mapped == NULL) {
        mapped = vcl_mapping_column(f->mapping, f->mapped, vcl_slice_of(column->lower), 0,
                                    &f->headings->part);
    }
    column->mapped = mapped;
    if (mapped != NULL) {
        column->is_passed = mapped->field == NULL;
        column->is_ordinal = column->is_ordinal && column->is_passed;
        column->field =
            column->is_passed ? VCL_FIELD_COUNT : vcl_mapping_field(kind, mapped->field);
    }
}

/* The year that a heading speaks of last, 0 where it names none. */
static int year_of(const char *heading)
{
    int year = 0;

    for (const char *at = heading; *at != '\0'; at++) {
        bool century = (at[0] == '1' && at[1] == '9') || (at[0] == '2' && at[1] == '0');
        if (century && vcl_reading_is_digit(at[2]) && vcl_reading_is_digit(at[3])) {
            year = (int)strtol(at, NULL, 10);
        }
    }
    return year;
}

/* Is the later of two columns the one to be read: does a mapping or a later year say so? */
static bool goes_before(const vcl_layout_column *later, const vcl_layout_column *earlier)
{
    if ((later->mapped != NULL) != (earlier->mapped != NULL)) {
        return later->mapped != NULL;
    }
    return year_of(later->heading) > year_of(earlier->heading) && year_of(earlier->heading) > 0;
}

/* Two columns of one field: that which a mapping names, that of the later year, else the first. */
static void part_repeated(vcl_sheet_layout *layout)
{
    vcl_layout_column *columns = layout->columns.items;

    for (size_t i = 0; i < layout->columns.count; i++) {
        for (size_t j = 0; j < i && columns[i].field < VCL_FIELD_COUNT; j++) {
            if (columns[j].field == columns[i].field) {
                vcl_layout_column *less =
                    goes_before(&columns[i], &columns[j]) ? &columns[j] : &columns[i];
                less->repeats = less->field;
                less->field = VCL_FIELD_COUNT;
            }
        }
    }
}

/* The rows' own numbers: by their heading, or, in the first column, by themselves. */
static void apply_ordinal(vcl_layout_finding *f, const vcl_layout_attempt *best,
                          vcl_sheet_layout *layout, vcl_slice heading, vcl_layout_column *column)
{
    const vcl_layout_column *columns = layout->columns.items;
    bool is_first = column->field == VCL_FIELD_COUNT;

    for (size_t i = 0; i < layout->columns.count; i++) {
        is_first = is_first && columns[i].field == VCL_FIELD_COUNT && !columns[i].is_ordinal;
    }
    column->is_ordinal = vcl_headings_is_ordinal(f->headings, heading);
    if ((is_first || column->is_ordinal) && layout->ordinal_column == 0 &&
        vcl_layout_numbers_rows(f->sheet, best->last_row, column->column)) {
        column->is_ordinal = true;
        layout->ordinal_column = column->column;
    }
}

vcl_status vcl_layout_add_columns(vcl_layout_finding *f, const vcl_layout_attempt *best,
                                  vcl_sheet_layout *layout, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_heading *found = f->found.items;

    for (uint32_t i = 1; i <= best->columns; i++) {
        vcl_slice upper = { 0 };
        vcl_slice lower = { 0 };
        vcl_layout_column column = { .column = i, .repeats = VCL_FIELD_COUNT };
        vcl_layout_parts_of(f, best, i, &upper, &lower);
        TRY(keep_line(&layout->texts, upper, lower, &column.heading, err));
        TRY(vcl_unicode_copy(&layout->texts, upper, &column.upper, err));
        TRY(vcl_unicode_copy(&layout->texts, lower, &column.lower, err));
        column.field = found[i - 1].fields[best->kind];
        apply_ordinal(f, best, layout, upper.size > 0 ? upper : lower, &column);
        apply_mapping(f, best->kind, &column);
        if (column.heading[0] != '\0' || column.mapped != NULL || column.is_ordinal) {
            TRY(vcl_array_add(&layout->columns, &column, err));
        }
    }
    part_repeated(layout);
done:
    return status;
}

/* By the heading of the names, else by the sheet's name. */
const char *vcl_layout_kind_word(vcl_layout_finding *f, const vcl_sheet_layout *layout)
{
    const vcl_layout_column *columns = layout->columns.items;
    const char *word = NULL;

    if (f->mapped != NULL && f->mapped->kind_word != NULL) {
        return f->mapped->kind_word;
    }
    if (layout->kind != VCL_REGISTER_ORGANISATIONS) {
        return NULL;
    }
    for (size_t i = 0; i < layout->columns.count; i++) {
        if (columns[i].field == VCL_FIELD_ORGANISATIONS_NAME) {
            word = vcl_headings_kind_word(f->headings, vcl_slice_of(columns[i].heading));
        }
    }
    return word != NULL ? word : vcl_headings_kind_word(f->headings, vcl_slice_of(f->sheet->name));
}
