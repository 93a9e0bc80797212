/* The registers as rows of typed values: what the sheets say, before it is known whom they mean.
 *
 * registers/sheets.c fills it from workbooks, the rest of the import reads it. A cell that could not
 * be read as what its column takes is not here; it stands in the log. */
#ifndef REGISTERS_ROWS_H
#define REGISTERS_ROWS_H

#include "base/array.h"
#include "base/date.h"
#include "registers/log.h"
#include "registers/registers.h"

/* One value. What counts follows from vcl_register_field_at(field)->takes. */
typedef struct vcl_entry {
    vcl_register_field field;
    uint32_t column; /* of the cell; that of the first of merged ones */
    vcl_slice
        text; /* as it stands: NFC, trimmed, never empty; of ids, names, texts, lists, parties,
                       products, places, FOUNDED ("2017", "2017-05", "2017-05-20"); a tax code in
                       its one form if its check digit is right */
    union {
        double number; /* COUNT, MASS in kg, MONEY, AREA, LATITUDE, LONGITUDE */
        vcl_date date; /* DATE, END_DATE; VCL_NO_DATE: stated to have no end */
        bool flag;
        const char
            *word; /* KIND, STATUS, LINK_KIND, LINK_STATUS, CONTRACT: the dataset's own, static */
        const struct vcl_quantity_column
            *amounts; /* PRODUCTS: how amounts in the cell are read; owned by the rows */
    };
} vcl_entry;

/* A row of a register; its entries are items first … first + count - 1, by field, each field once. */
typedef struct vcl_row {
    uint32_t source;
    uint32_t number; /* as the spreadsheet shows it */
    uint32_t
        continues; /* index of the row that this one goes on with, by merged cells; else VCL_NONE */
    uint32_t first;
    uint32_t count; /* above 0 */
} vcl_row;

/* A sheet; vcl_cell_place.source is its number too. */
typedef struct vcl_source {
    vcl_register kind; /* VCL_REGISTER_COUNT: it is no register, and has no rows */
    const char *file; /* as the caller named it */
    const char *sheet; /* its name */
    const char *kind_word; /* of all its actors, by the heading of their names ("Tên HTX"), by the
                              sheet's name or the mapping: "cooperative"; or NULL */
    uint32_t first_row; /* its rows: items first_row … end_row - 1 */
    uint32_t end_row;
} vcl_source;

typedef struct vcl_rows {
    vcl_array sources; /* of vcl_source, in the order of reading */
    vcl_array rows; /* of vcl_row, by source, then number */
    vcl_array entries; /* of vcl_entry */
    vcl_arena texts;
    size_t named; /* rows below the headings that are not here, each named in the log */
} vcl_rows;

/* No rows; allocates nothing. */
void vcl_rows_init(vcl_rows *rows);
void vcl_rows_release(vcl_rows *rows);

/* The entry of a field, or NULL. O(log entries of the row). */
const vcl_entry *vcl_row_entry(const vcl_rows *rows, const vcl_row *row, vcl_register_field field);

#endif
