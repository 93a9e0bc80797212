/* Import: from the registers of an office, in spreadsheets, to a dataset. */
#ifndef VCLINK_IMPORT_H
#define VCLINK_IMPORT_H

#include <stddef.h>
#include <stdint.h>

#include <vclink/status.h>
#include <vclink/table.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What 1,234 and 1.234 mean where a column leaves it open. */
typedef enum vcl_decimal_mark {
    VCL_MARK_UNKNOWN = 0, /* refuse such a column and ask */
    VCL_MARK_COMMA = 1,   /* 1.234 is one thousand two hundred thirty-four */
    VCL_MARK_POINT = 2,   /* 1,234 is */
} vcl_decimal_mark;

typedef struct vcl_import_options {
    const char *mapping;       /* path of a mapping file (JSON), or NULL */
    const char *decisions;     /* path of a review list with decisions (CSV), or NULL */
    const char *name;          /* of the dataset, before what a register says; or NULL */
    const char *as_of;         /* "YYYY-MM-DD", the same; or NULL */
    const char *currency;      /* the same */
    vcl_decimal_mark decimal;
    vcl_language language;     /* of the sentences in the log and the review list */
} vcl_import_options;

typedef struct vcl_import vcl_import;

/* How much went in and came out. rows = actors + links + others + joined + named. */
typedef struct vcl_import_counts {
    size_t rows;     /* below the headings of all registers, empty ones left out */
    size_t actors;   /* rows that gave an actor, a membership with it or not */
    size_t links;    /* rows that gave a link and no actor */
    size_t others;   /* rows that gave a product, a place, an amount or the dataset's facts */
    size_t joined;   /* rows that say more of what another row gave: named in the log */
    size_t named;    /* rows that gave nothing: named in the log */
    size_t cells;    /* not used, though their rows were: named in the log */
    size_t waiting;  /* references in the review list without a decision */
} vcl_import_counts;

/* Reads the registers in `paths` (XLSX or CSV; one of them may be "-") and puts them together.
 * `options` may be NULL. What cannot be used is left out and named in the log.
 *
 * On success `*out` is the caller's to free. On failure it is NULL: VCL_ERROR_IO;
 * VCL_ERROR_INPUT (a file is damaged; nothing in it is known as a register; a column's numbers can
 * be read in two ways; the mapping or the decisions are wrong), VCL_ERROR_USAGE (an option),
 * VCL_ERROR_MEMORY. O(n log n) in cells, and for each name that is not linked a search among all. */
VCL_API vcl_status vcl_import_read(const char *const *paths, size_t count,
                                   const vcl_import_options *options, vcl_import **out,
                                   vcl_error *err);

/* NULL is allowed. */
VCL_API void vcl_import_free(vcl_import *import);

/* The dataset, for vcl_export() as "dataset", "datalines" or "registers". Owned by the import, as
 * are the following two. */
VCL_API const vcl_result *vcl_import_dataset(const vcl_import *import);

/* One table, `log`: a line a sheet, a line a column that says how its cells were understood, and one
 * for each row and cell that could not be used. */
VCL_API const vcl_result *vcl_import_log(const vcl_import *import);

/* One table, `review`: names that a person must decide on, with candidates; with its column
 * `decision` filled in, what vcl_import_options.decisions reads. A decision is the id of an actor,
 * "new" ("mới"; with a kind behind it, where the name does not tell it) or "skip" ("bỏ qua"). Names
 * decided on stay in the table. */
VCL_API const vcl_result *vcl_import_review(const vcl_import *import);

VCL_API vcl_import_counts vcl_import_count(const vcl_import *import);

/* Writes a draft of a mapping file for `paths` to the file `path` (NULL or "-": standard output):
 * every sheet and column with what it was taken for, for a person to complete. Statuses as
 * vcl_import_read(). */
VCL_API vcl_status vcl_import_suggest_mapping(const char *const *paths, size_t count,
                                              const char *path, vcl_error *err);

/* A result without rows, from which vcl_export() writes a template. VCL_ERROR_MEMORY. */
VCL_API vcl_status vcl_import_template(vcl_result **out, vcl_error *err);

#ifdef __cplusplus
}
#endif

#endif
