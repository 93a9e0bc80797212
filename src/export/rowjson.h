/* Rows as JSON, one row at a time: what all formats of JSON share. */
#ifndef EXPORT_ROWJSON_H
#define EXPORT_ROWJSON_H

#include <jansson.h>

#include <vclink/table.h>

#include "base/output.h"

/* Appends `value` on one line, without a line end: reals with 12 significant digits, keys in the
 * order they were set, hidden characters escaped. Takes the reference; NULL is taken for want of
 * memory. VCL_ERROR_MEMORY. */
vcl_status vcl_rowjson_add(vcl_text *out, json_t *value, vcl_error *err);

/* Writes `lead`, then `value` likewise. Takes the reference. VCL_ERROR_MEMORY. */
vcl_status vcl_rowjson_write(vcl_output *output, const char *lead, json_t *value, vcl_error *err);

/* Adds every column of a row to `object`, in their order. 0, or -1 for want of memory. */
int vcl_rowjson_set_row(json_t *object, const vcl_table *table, size_t row);

/* The same without those that are null. */
int vcl_rowjson_set_known(json_t *object, const vcl_table *table, size_t row);

/* The rows of a table, to be written as objects: what stands before each cell is made ready once. */
typedef struct vcl_rowjson_rows {
    const vcl_table *table;
    vcl_text leads; /* `{"id": `, then `, "name": ` … */
    size_t *ends; /* by column: where its lead ends */
} vcl_rowjson_rows;

/* `named`: before the columns stand "table" and the table's name. `table` must outlive it. Release in
 * any case. VCL_ERROR_MEMORY. */
vcl_status vcl_rowjson_rows_init(vcl_rowjson_rows *rows, const vcl_table *table, bool named,
                                 vcl_error *err);
void vcl_rowjson_rows_release(vcl_rowjson_rows *rows);

/* Appends a row as an object with every column, in their order, as vcl_rowjson_add() would.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_rowjson_add_row(vcl_text *out, const vcl_rowjson_rows *rows, size_t row,
                               vcl_error *err);

/* Appends `"key": ` and the cell, behind a comma unless the object has just been opened. Reals have
 * 12 significant digits, or if `exact` as many as it takes, whole ones without a point.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_rowjson_add_member(vcl_text *out, const char *key, const vcl_value *value,
                                  vcl_type type, bool exact, vcl_error *err);

/* Appends a string as a cell would have it. VCL_ERROR_MEMORY. */
vcl_status vcl_rowjson_add_string(vcl_text *out, const char *text, vcl_error *err);

/* A cell as JSON; the caller owns the reference. NULL for want of memory. */
json_t *vcl_rowjson_value(const vcl_value *value, vcl_type type);

/* A JSON string; bytes that are not UTF-8 become U+FFFD. NULL gives null. The caller owns the
 * reference; NULL for want of memory. */
json_t *vcl_rowjson_string(const char *text);

#endif
