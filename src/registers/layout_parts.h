/* What finding the headings of a sheet and naming its columns have in common. */
#ifndef REGISTERS_LAYOUT_PARTS_H
#define REGISTERS_LAYOUT_PARTS_H

#include "registers/layout.h"

/* One or two rows, taken for headings. */
typedef struct vcl_layout_attempt {
    uint32_t row; /* the first */
    uint32_t last_row;
    uint32_t columns; /* how many are looked at */
    int score;
    vcl_register kind; /* VCL_REGISTER_COUNT: they are none */
} vcl_layout_attempt;

/* A sheet whose layout is sought. */
typedef struct vcl_layout_finding {
    vcl_headings *headings;
    const vcl_sheet *sheet;
    const vcl_mapping *mapping;
    const vcl_mapped_sheet *mapped; /* or NULL */
    vcl_register named; /* by the sheet's name or a title */
    int worth;
    vcl_array found; /* of vcl_heading, of one attempt */
} vcl_layout_finding;

/* The two parts of a column's heading: what spans several columns stands above each; without merged
 * cells, as in CSV, above those that follow until the next. */
void vcl_layout_parts_of(const vcl_layout_finding *f, const vcl_layout_attempt *a, uint32_t column,
                         vcl_slice *upper, vcl_slice *lower);

/* Adds the columns of the best attempt, whose headings stand in f->found. VCL_ERROR_MEMORY. */
vcl_status vcl_layout_add_columns(vcl_layout_finding *f, const vcl_layout_attempt *best,
                                  vcl_sheet_layout *layout, vcl_error *err);

/* Do the rows below the headings have 1, 2, 3 … in a column, if not all of them, without a number
 * that is left out? O(rows). */
bool vcl_layout_numbers_rows(const vcl_sheet *sheet, uint32_t last_heading_row, uint32_t column);

/* By the mapping, the heading of the names, else by the sheet's name; or NULL. */
const char *vcl_layout_kind_word(vcl_layout_finding *f, const vcl_sheet_layout *layout);

#endif
