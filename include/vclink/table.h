/* Tables: what analyses return and exporters write. Named, typed columns with units; rows of
 * values; and a result, which holds the tables of one run with what they were computed from. */
#ifndef VCLINK_TABLE_H
#define VCLINK_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <vclink/status.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum vcl_type {
    VCL_INTEGER = 0, /* int64_t, within ±2^53 */
    VCL_REAL = 1,    /* finite double */
    VCL_TEXT = 2,    /* UTF-8 from the data, as NFC */
    VCL_TERM = 3,    /* one of our own words ("cooperative", "volume_gap"); has labels */
    VCL_LIST = 4,    /* texts */
    VCL_BOOLEAN = 5, /* yes or no */
} vcl_type;

/* How a column may be presented. */
enum {
    VCL_COLUMN_RATE = 1,  /* a fraction from 0 to 1: a percentage with a bar */
    VCL_COLUMN_TOTAL = 2, /* the sum over rows means something: it stands in the footer */
    VCL_COLUMN_RANK = 4,  /* the row's position */
    VCL_COLUMN_KEY = 8,   /* an id */
    VCL_COLUMN_DATE = 16, /* a text "YYYY-MM-DD" */
};

typedef struct vcl_column {
    const char *name; /* ASCII, stable, never translated */
    vcl_type type;
    const char *unit; /* "households", "kg", ... ; "" where none applies */
    unsigned flags;
    const char *label[2];       /* a short heading, by vcl_language */
    const char *description[2]; /* a sentence, by vcl_language */
} vcl_column;

/* A value; which member counts follows from the column's type, unless `is_null`. */
typedef struct vcl_value {
    bool is_null;
    union {
        int64_t integer;
        bool boolean;
        double real;
        const char *text; /* VCL_TEXT and VCL_TERM, NUL-terminated */
        struct {
            const char *const *items;
            size_t count;
        } list;
    };
} vcl_value;

typedef struct vcl_table vcl_table;

/* Owned by the table. "unlinked"; its heading in either language. */
VCL_API const char *vcl_table_name(const vcl_table *table);
VCL_API const char *vcl_table_title(const vcl_table *table, vcl_language language);

VCL_API size_t vcl_table_column_count(const vcl_table *table);

/* `index` must be below vcl_table_column_count(). O(1). */
VCL_API const vcl_column *vcl_table_column(const vcl_table *table, size_t index);

/* Finds a column by its name: true and `*index` if there is one. O(columns). */
VCL_API bool vcl_table_find_column(const vcl_table *table, const char *name, size_t *index);

VCL_API size_t vcl_table_row_count(const vcl_table *table);

/* The row at `index`, as many values as there are columns; owned by the table and valid as long as
 * it. `index` must be below vcl_table_row_count(). O(1). */
VCL_API const vcl_value *vcl_table_row(const vcl_table *table, size_t index);

/* The label of one of our own words, such as "hợp tác xã" for "cooperative"; the word itself where
 * it has none. Static, or `term`. */
VCL_API const char *vcl_term_label(const char *term, vcl_language language);

/* The same for the unit of a column: "hộ" for "households". Static, or `unit`. */
VCL_API const char *vcl_unit_label(const char *unit, vcl_language language);

/* The tables of one run. */
typedef struct vcl_result vcl_result;

/* NULL is allowed. */
VCL_API void vcl_result_free(vcl_result *result);

VCL_API size_t vcl_result_table_count(const vcl_result *result);

/* `index` must be below vcl_result_table_count(); owned by the result. */
VCL_API const vcl_table *vcl_result_table(const vcl_result *result, size_t index);

/* NULL if it is not among them. */
VCL_API const vcl_table *vcl_result_find_table(const vcl_result *result, const char *name);

#ifdef __cplusplus
}
#endif

#endif
