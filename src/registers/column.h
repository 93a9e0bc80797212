/* Reading the cells of one column: first all are looked at, for what they say together (decimal
 * mark, order of day and month), then each is read. */
#ifndef REGISTERS_COLUMN_H
#define REGISTERS_COLUMN_H

#include "registers/rows.h"
#include "sheet/sheet.h"
#include "values/day.h"
#include "values/quantity.h"

typedef struct vcl_column_reader {
    vcl_register_field field;
    vcl_takes takes;
    uint32_t column;
    vcl_quantity_column quantity; /* of amounts */
    vcl_reading unit; /* not understood: the unit of the heading is one that we refuse */
    vcl_day_column days;
    vcl_decimal_evidence decimals;
    vcl_day_evidence order;
    const vcl_quantity_column *amounts; /* PRODUCTS: as in vcl_entry */
    const char
        *examples[2]; /* texts whose numbers can be read in two ways, of the workbook; or NULL */
    uint32_t example_rows[2];
} vcl_column_reader;

/* Work space; zeroed, but for the array. Lack of memory is remembered in its texts. */
typedef struct vcl_column_scratch {
    vcl_text lower;
    vcl_text text;
    vcl_text key;
    vcl_array items; /* of vcl_list_item */
} vcl_column_scratch;

void vcl_column_scratch_init(vcl_column_scratch *scratch);
void vcl_column_scratch_release(vcl_column_scratch *scratch);

/* A reader for a field. `unit` is what a mapping says, or NULL; then the heading's own line says it,
 * else the one above. */
void vcl_column_begin(vcl_column_reader *reader, vcl_register_field field, uint32_t column,
                      const char *unit, const char *lower, const char *upper,
                      vcl_column_scratch *scratch);

/* Looks at a cell. VCL_ERROR_MEMORY. */
vcl_status vcl_column_look(vcl_column_reader *reader, const vcl_sheet_cell *cell, uint32_t row,
                           vcl_column_scratch *scratch, vcl_error *err);

/* Draws the conclusions. `mark` is what a mapping or an option says where the column leaves it open.
 * False if nobody says what its numbers mean. */
bool vcl_column_decide(vcl_column_reader *reader, vcl_decimal_mark mark, bool from_1904);

typedef enum vcl_cell_outcome {
    VCL_CELL_IS_BLANK,
    VCL_CELL_IS_READ,
    VCL_CELL_IS_REFUSED,
} vcl_cell_outcome;

/* Reads a cell into *out, whose texts are copied to `texts`; *reading says how, or why not.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_column_read(const vcl_column_reader *reader, const vcl_workbook *workbook,
                           const vcl_sheet_cell *cell, vcl_column_scratch *scratch,
                           vcl_arena *texts, vcl_entry *out, vcl_cell_outcome *outcome,
                           vcl_reading *reading, vcl_error *err);

/* Appends what a cell became: "120000 kg", "2025-12-31". */
void vcl_column_add_understood(vcl_text *out, const vcl_entry *entry, vcl_language language);

/* Is this an amount, of which each row must have its own? */
bool vcl_column_is_amount(vcl_takes takes);

#endif
