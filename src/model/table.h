/* Building tables and results. Rows are written cell by cell, in the order of the columns; adding
 * never needs a check: where memory runs out the table remembers it and says so at the end. */
#ifndef MODEL_TABLE_H
#define MODEL_TABLE_H

#include <vclink/table.h>

#include "base/arena.h"
#include "base/array.h"

/* What a table is: static, shared by all tables of that name. */
typedef struct vcl_table_kind {
    const char *name;
    const char *title[2]; /* by vcl_language */
    const vcl_column *const *columns;
    size_t column_count;
} vcl_table_kind;

struct vcl_table {
    const vcl_table_kind *kind;
    vcl_array cells; /* of vcl_value, row by row */
    vcl_arena texts;
    const vcl_column *infinite; /* of the first real that is, or NULL */
    bool failed;
};

/* An empty table; allocates nothing. `kind` must outlive it. */
void vcl_table_init(vcl_table *table, const vcl_table_kind *kind);
void vcl_table_release(vcl_table *table);

/* Takes the memory for the cells of `rows` more rows at once: cells need not move as their number
 * grows, and a table too large for the machine is refused before the work, not in the middle of it.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_table_reserve(vcl_table *table, size_t rows, vcl_error *err);

/* What data formats call a type: "integer"; "text" for terms too. Static. */
const char *vcl_type_name(vcl_type type);

/* Each adds the next cell; its type must be the column's. Texts are copied (as NFC); NULL and a
 * real that is NaN give null. Terms are kept by address: static words only. */
void vcl_table_add_integer(vcl_table *table, int64_t value);
void vcl_table_add_real(vcl_table *table, double value);
void vcl_table_add_text(vcl_table *table, const char *text);
void vcl_table_add_term(vcl_table *table, const char *term);
void vcl_table_add_boolean(vcl_table *table, bool value);
void vcl_table_add_list(vcl_table *table, const char *const *items, size_t count);
void vcl_table_add_null(vcl_table *table);

/* VCL_OK if all rows are whole; VCL_ERROR_MEMORY; VCL_ERROR_INTERNAL if a real is infinite. */
vcl_status vcl_table_status(const vcl_table *table, vcl_error *err);

/* Gives back the room beyond the last cell. */
void vcl_table_trim(vcl_table *table);

/* What the tables of a run were computed from; texts as in vcl_result. */
struct vcl_result {
    vcl_array tables; /* of vcl_table */
    vcl_arena texts;
    const char *dataset_name; /* or NULL */
    const char *dataset_as_of; /* or NULL */
    const char *dataset_currency; /* or NULL */
    const char *dataset_source; /* or NULL */
    const char *option_as_of; /* or NULL */
    const char **without; /* ids, sorted, each once */
    size_t without_count;
    bool organisations_only; /* tables of the network leave farmers out */
};

/* An empty result, NULL texts. VCL_ERROR_MEMORY. */
vcl_status vcl_result_new(vcl_result **out, vcl_error *err);

/* Adds an empty table; *out is valid until the next is added. VCL_ERROR_MEMORY. */
vcl_status vcl_result_add(vcl_result *result, const vcl_table_kind *kind, vcl_table **out,
                          vcl_error *err);

#endif
