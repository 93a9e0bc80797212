/* A mapping file: what a person says of sheets and columns that we do not know by themselves.
 *
 * {"sheets": [{"file": "a.xlsx", "sheet": "DS HTX", "register": "organisations", "heading_row": 4,
 *              "kind": "cooperative",
 *              "columns": {"Tên đơn vị": "name", "C": {"field": "output", "unit": "tấn",
 *                          "decimal": "comma"}, "Ghi chú": null}}]}
 *
 * Only "sheet" or "file" is needed. A register or a column that is null is passed over; what is not
 * named is understood as without a mapping. A column is named by its heading or its letters. */
#ifndef IMPORT_MAPPING_H
#define IMPORT_MAPPING_H

#include <stdbool.h>
#include <stdint.h>

#include <vclink/import.h>

#include "base/arena.h"
#include "base/array.h"
#include "registers/registers.h"

typedef struct vcl_mapped_column {
    const char *name; /* a heading, or letters */
    const char *field; /* NULL: passed over */
    const char *unit; /* or NULL */
    vcl_decimal_mark decimal;
} vcl_mapped_column;

typedef struct vcl_mapped_sheet {
    const char *file; /* its name with or without folders; NULL: any */
    const char *sheet; /* NULL: any */
    bool is_passed; /* "register": null */
    vcl_register kind; /* VCL_REGISTER_COUNT: not said */
    uint32_t heading_row; /* 0: not said */
    const char *kind_word; /* static, or NULL */
    uint32_t first_column; /* its columns: items first_column … end_column - 1 */
    uint32_t end_column;
    bool was_met; /* by a sheet */
} vcl_mapped_sheet;

typedef struct vcl_mapping {
    vcl_array sheets; /* of vcl_mapped_sheet */
    vcl_array columns; /* of vcl_mapped_column */
    vcl_arena texts;
    const char *path; /* of the file, as the caller named it */
} vcl_mapping;

#endif
