/* The import log: what became of every sheet, column, row and cell. Nothing is guessed in silence,
 * and nothing is left out without a line here.
 *
 * Lines may be added in any order; they come out by file, sheet, then the sheet's own line, its
 * columns, its rows and cells. Adding never needs a check: a lack of memory is remembered. */
#ifndef IMPORT_LOG_H
#define IMPORT_LOG_H

#include <stdint.h>

#include <vclink/import.h>

#include "base/array.h"
#include "base/message.h"
#include "registers/registers.h"

/* A place in a register. */
typedef struct vcl_cell_place {
    uint32_t source; /* number of the sheet, over all files in the order of reading */
    uint32_t row; /* 0: the sheet, or a column of it as a whole */
    uint32_t column; /* 0: the row, or the sheet as a whole */
} vcl_cell_place;

/* What a line says of its place. */
typedef enum vcl_log_result {
    VCL_LOG_USED, /* how it was understood */
    VCL_LOG_NOTE, /* used, but look at it */
    VCL_LOG_PASSED, /* passed over on purpose: a total, an example, a column that nobody asked for */
    VCL_LOG_WAITING, /* stands in the review list */
    VCL_LOG_NOT_USED,
} vcl_log_result;

typedef struct vcl_import_log vcl_import_log;

/* Adds a line of a row, a cell or a whole sheet. {0} … of the message are `arguments` (copied; NULL
 * allowed), `count` of them, at most 4. `field` is VCL_FIELD_COUNT where none is meant. */
void vcl_log_add(vcl_import_log *log, vcl_cell_place at, vcl_register_field field,
                 vcl_log_result result, vcl_message message, const char *const *arguments,
                 size_t count);

/* How a value of a column came to be: counted with those of its kind (same column, message and
 * result) into the one line of the column, whose example is the first in the order of rows. {0} is
 * the cell as it stands, {1} what became of it; both copied. */
void vcl_log_count(vcl_import_log *log, vcl_cell_place at, vcl_register_field field,
                   vcl_message message, const char *written, const char *understood);

#endif
