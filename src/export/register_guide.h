/* The sheet that goes with registers: how to begin, and what every column takes. */
#ifndef EXPORT_REGISTER_GUIDE_H
#define EXPORT_REGISTER_GUIDE_H

#include "export/register_rows.h"

typedef enum vcl_guide_row {
    VCL_GUIDE_TITLE, /* one cell, as is a step */
    VCL_GUIDE_STEP,
    VCL_GUIDE_HEADINGS,
    VCL_GUIDE_REGISTER, /* its title, and what stands in it in the cell of meanings */
    VCL_GUIDE_FIELD,
} vcl_guide_row;

/* The cells of a row. */
typedef enum vcl_guide_cell {
    VCL_GUIDE_SHEET,
    VCL_GUIDE_COLUMN, /* the heading in the language of the guide */
    VCL_GUIDE_OTHER, /* in the other one */
    VCL_GUIDE_NEEDED,
    VCL_GUIDE_TAKES,
    VCL_GUIDE_MEANING,
    VCL_GUIDE_EXAMPLE,
    VCL_GUIDE_CELLS
} vcl_guide_cell;

/* Takes a row, whose cells may be NULL. */
typedef void vcl_guide_take(void *context, vcl_guide_row kind,
                            const char *const cells[VCL_GUIDE_CELLS]);

/* Hands every row of the guide in `language` to `take`. `has_examples`: the sheets have example rows.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_registers_guide(const vcl_registers *registers, vcl_language language,
                               bool has_examples, vcl_guide_take *take, void *context,
                               vcl_error *err);

/* How many steps there are before the headings, the title aside. */
enum { VCL_GUIDE_STEPS = 7 };

#endif
