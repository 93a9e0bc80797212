/* A dataset as the registers that an office keeps: what stands in which row and column. How a cell is
 * written, in a workbook or as CSV, is for others.
 *
 * Amounts are in the unit of their column's heading, dates are days, words of ours stand in the
 * language asked for. Products and places are called by their names where those mean one only, else
 * by their ids. */
#ifndef EXPORT_REGISTER_ROWS_H
#define EXPORT_REGISTER_ROWS_H

#include "export/handled.h"
#include "export/ordered.h"
#include "registers/registers.h"

typedef enum vcl_register_cell_type {
    VCL_REGISTER_EMPTY = 0,
    VCL_REGISTER_TEXT,
    VCL_REGISTER_NUMBER, /* the text is a decimal number with a point */
    VCL_REGISTER_DATE, /* the text is "YYYY-MM-DD" */
} vcl_register_cell_type;

typedef struct vcl_register_cell {
    vcl_register_cell_type type;
    const char *text;
} vcl_register_cell;

/* What calls a record: its name or its id, by the record's place in the order of ids. */
typedef struct vcl_register_calls {
    vcl_ordered rows;
    bool *by_name;
} vcl_register_calls;

typedef struct vcl_registers {
    const vcl_result *result;
    vcl_language language;
    vcl_register_calls products;
    vcl_register_calls places;
    vcl_ordered actors;
    vcl_ordered deals;
    vcl_handled handled;
    vcl_register_cell cells[VCL_FIELD_COUNT]; /* of the row at hand */
    vcl_text texts[VCL_FIELD_COUNT]; /* where they were made for it */
} vcl_registers;

/* Registers are written as stated: VCL_ERROR_USAGE where somebody is left out. */
vcl_status vcl_registers_check(const vcl_result *result, vcl_error *err);

/* `result` needs the tables of records and must outlive it; release in any case. O(n log n).
 * VCL_ERROR_MEMORY, VCL_ERROR_INPUT: an id that says "nothing" in a register. */
vcl_status vcl_registers_init(vcl_registers *registers, const vcl_result *result,
                              vcl_language language, vcl_error *err);
void vcl_registers_release(vcl_registers *registers);

/* Takes a row: by field, those of its register; those that do not stand in a register are empty. */
typedef vcl_status vcl_register_take(void *context, const vcl_register_cell *cells, vcl_error *err);

/* Hands every row of a register to `take`, in the order of ids. What `take` returns, or
 * VCL_ERROR_MEMORY. O(n). */
vcl_status vcl_registers_each(vcl_registers *registers, vcl_register number,
                              vcl_register_take *take, void *context, vcl_error *err);

/* What a template shows: the examples of registers.def as such a row. */
vcl_status vcl_registers_example(vcl_registers *registers, vcl_register number,
                                 vcl_register_take *take, void *context, vcl_error *err);

/* Appends the heading of a field in a language, with its unit: "Sản lượng một năm (tấn)". */
void vcl_registers_heading(vcl_text *out, const vcl_registers *registers, vcl_register_field field,
                           vcl_language language);

/* Does the field stand in a register that is written? In which of its columns, from 0? */
bool vcl_registers_shows(vcl_register_field field);
size_t vcl_registers_column(vcl_register_field field);

/* Our words that a field takes, NULL after the last; NULL if it takes none of them. Static. */
const char *const *vcl_registers_words(vcl_register_field field);

#endif
