/* Reading a table by the names of its columns. What is missing reads as nothing: a column that is
 * not there, a table that is NULL, a null. So a screen can do without any of them. */
#ifndef EXPORT_VIEW_H
#define EXPORT_VIEW_H

#include <vclink/table.h>

typedef struct vcl_view {
    const vcl_table *table; /* NULL: there is no such column */
    size_t index;
    vcl_type type;
} vcl_view;

/* `table` may be NULL. O(columns). */
vcl_view vcl_view_find(const vcl_table *table, const char *name);

/* 0 where missing, or where the column holds no numbers; reals are cut to whole ones. */
int64_t vcl_view_number(vcl_view view, size_t row);

/* The real in *out; false, and *out as it was, where missing or where the column holds none. */
bool vcl_view_real(vcl_view view, size_t row, double *out);

/* NULL where missing, or where the column holds no texts or terms. */
const char *vcl_view_text(vcl_view view, size_t row);

/* Is it the text `word`? */
bool vcl_view_is(vcl_view view, size_t row, const char *word);

/* 0 for NULL. */
size_t vcl_view_rows(const vcl_table *table);

#endif
