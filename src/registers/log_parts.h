/* What the import log is made of: for log.c, which gathers, and log_table.c, which writes. */
#ifndef REGISTERS_LOG_PARTS_H
#define REGISTERS_LOG_PARTS_H

#include "registers/log.h"

/* Cells of a column that were understood in the same way. */
typedef struct vcl_log_counted {
    vcl_message message;
    vcl_register_field field;
    size_t cells;
    uint32_t row; /* of the example */
    uint32_t next; /* of the column; VCL_NONE at the end */
    const char *written;
    const char *understood;
} vcl_log_counted;

typedef struct vcl_log_column {
    const char *heading; /* or NULL */
    vcl_register_field field;
    uint32_t first; /* of its counts; VCL_NONE: none */
    size_t cells; /* that were counted, each once */
    vcl_array rows; /* of uint8_t: a bit a row, those that were counted */
} vcl_log_column;

typedef struct vcl_log_sheet {
    const char *file;
    const char *sheet; /* NULL: the file has no others */
    vcl_array columns; /* of vcl_log_column, by column less 1 */
} vcl_log_sheet;

typedef struct vcl_log_line {
    vcl_cell_place at;
    vcl_register_field field;
    vcl_log_result result;
    vcl_message message;
    size_t cells; /* of a column, of a row that was passed over; else 0 */
    const char *text;
} vcl_log_line;

#endif
