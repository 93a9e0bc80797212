/* A mapping file: what a person says of sheets and columns that we do not know by themselves.
 *
 * {"sheets": [{"file": "a.xlsx", "sheet": "DS HTX", "register": "organisations", "heading_row": 4,
 *              "kind": "cooperative",
 *              "columns": {"Tên đơn vị": "name", "C": {"field": "output", "unit": "tấn",
 *                          "decimal": "comma"}, "Ghi chú": null}}]}
 *
 * Only "sheet" or "file" is needed. A register or a column that is null is passed over; what is not
 * named, or whose unit or decimal is null, is understood as without a mapping. A column is named by
 * its heading or its letters. */
#ifndef REGISTERS_MAPPING_H
#define REGISTERS_MAPPING_H

#include <stdbool.h>
#include <stdint.h>

#include <vclink/import.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/message.h"
#include "base/text.h"
#include "registers/registers.h"

typedef struct vcl_mapped_column {
    const char *name; /* a heading, or letters */
    const char *key; /* the heading in lower case, on one line */
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
    size_t index; /* in the file */
    bool was_met; /* by a sheet */
} vcl_mapped_sheet;

typedef struct vcl_mapping {
    vcl_array sheets; /* of vcl_mapped_sheet */
    vcl_array columns; /* of vcl_mapped_column */
    vcl_arena texts;
    const char *path; /* of the file, as the caller named it */
} vcl_mapping;

/* No sheets; allocates nothing. */
void vcl_mapping_init(vcl_mapping *mapping);
void vcl_mapping_release(vcl_mapping *mapping);

/* Reads the file `path`, which must outlive the mapping. VCL_ERROR_IO; VCL_ERROR_INPUT: no JSON, or
 * not as above, and the error names the place as a JSON pointer; VCL_ERROR_MEMORY. */
vcl_status vcl_mapping_read(vcl_mapping *mapping, const char *path, vcl_error *err);

/* The same from bytes, `path` being only a name. */
vcl_status vcl_mapping_read_memory(vcl_mapping *mapping, const char *path, vcl_slice bytes,
                                   vcl_error *err);

/* What is said of a sheet: the first that fits, or NULL. It has then been met. */
const vcl_mapped_sheet *vcl_mapping_find(vcl_mapping *mapping, const char *file, const char *sheet);

/* What is said of a column, by its heading in any letter case, or by its letters (0: by the heading
 * alone); NULL: nothing. Lack of memory is remembered in `scratch`. */
const vcl_mapped_column *vcl_mapping_column(const vcl_mapping *mapping,
                                            const vcl_mapped_sheet *sheet, vcl_slice heading,
                                            uint32_t column, vcl_text *scratch);

/* The field of a register with this key, or VCL_FIELD_COUNT. */
vcl_register_field vcl_mapping_field(vcl_register kind, const char *key);

/* Has every sheet been met that should be in these files? VCL_ERROR_INPUT names one that has not. */
vcl_status vcl_mapping_check_met(const vcl_mapping *mapping, const char *const *paths, size_t count,
                                 vcl_error *err);

/* Fails with VCL_ERROR_INPUT and a message about a place in the file, such as "columns/Tên", of a
 * sheet ("" is the sheet itself): {0} is the place, {1} what is possible instead. */
vcl_status vcl_mapping_fail(const vcl_mapping *mapping, const vcl_mapped_sheet *sheet,
                            const char *place, vcl_message message, const char *possible,
                            vcl_error *err);

#endif
