/* The import log: what became of every sheet, column, row and cell. Nothing is guessed in silence,
 * and nothing is left out without a line here.
 *
 * Lines may be added in any order; they come out by sheet, in the order of reading, then the sheet's
 * own lines, its columns, its rows and cells. Adding never needs a check: a lack of memory is
 * remembered and said at the end. */
#ifndef REGISTERS_LOG_H
#define REGISTERS_LOG_H

#include <stdbool.h>
#include <stdint.h>

#include <vclink/import.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/message.h"
#include "base/text.h"
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
    VCL_LOG_RESULTS
} vcl_log_result;

typedef struct vcl_log {
    vcl_language language;
    vcl_array sheets; /* of vcl_log_sheet, by source */
    vcl_array counts; /* of vcl_log_counted */
    vcl_array lines; /* of vcl_log_line */
    size_t tallies[VCL_LOG_RESULTS];
    vcl_arena texts;
    vcl_text scratch;
    bool failed;
} vcl_log;

/* An empty log whose sentences are in `language`; allocates nothing. */
void vcl_log_init(vcl_log *log, vcl_language language);
void vcl_log_release(vcl_log *log);

/* Adds the next sheet and gives its number. `sheet` is NULL where the file has but one table (CSV).
 * Texts are copied. */
uint32_t vcl_log_add_sheet(vcl_log *log, const char *file, const char *sheet);

/* What stands above a column, and what it was taken for (VCL_FIELD_COUNT: for nothing we know). */
void vcl_log_set_column(vcl_log *log, uint32_t source, uint32_t column, const char *heading,
                        vcl_register_field field);

/* Adds a line of a row, a cell, a column or a whole sheet. {0} … of the message are `arguments`
 * (copied; NULL allowed), `count` of them, at most 4. `field` is VCL_FIELD_COUNT where none is
 * meant. */
void vcl_log_add(vcl_log *log, vcl_cell_place at, vcl_register_field field, vcl_log_result result,
                 vcl_message message, const char *const *arguments, size_t count);

/* Adds a line of a row that is passed over though it has `cells` in columns that we know. */
void vcl_log_add_row(vcl_log *log, vcl_cell_place at, size_t cells, vcl_message message,
                     const char *const *arguments, size_t count);

/* How a value of a column came to be: counted with those of its kind (same column, field and
 * message) into the one line of the column, whose example is the first in the order of rows. {0} is
 * the cell as it stands, {1} what became of it; both copied. */
void vcl_log_count(vcl_log *log, vcl_cell_place at, vcl_register_field field, vcl_message message,
                   const char *written, const char *understood);

/* Would vcl_log_count() make this cell the example? Only then need its texts be made; else they may
 * be NULL. */
bool vcl_log_wants_example(const vcl_log *log, vcl_cell_place at, vcl_register_field field,
                           vcl_message message);

/* Lines with that result so far. O(1). */
size_t vcl_log_tally(const vcl_log *log, vcl_log_result result);

/* Appends a place for an error or the review list: "so.xlsx, 'DS HTX'!C14"; "htx.csv, C14". */
void vcl_log_add_place(const vcl_log *log, vcl_text *out, vcl_cell_place at);

/* The log as a result with one table, `log`, which the caller frees; the log is as before.
 * O(n log n) in lines. VCL_ERROR_MEMORY. */
vcl_status vcl_log_finish(const vcl_log *log, vcl_result **out, vcl_error *err);

#endif
