/* Reading a table by the names of its columns. What is missing reads as nothing: a column that is
 * not there, a table that is NULL, a null. So a screen can do without any of them. */
#ifndef EXPORT_FIELD_H
#define EXPORT_FIELD_H

#include <vclink/table.h>

typedef struct vcl_field {
    const vcl_table *table; /* NULL: there is no such column */
    size_t index;
    vcl_type type;
} vcl_field;

/* `table` may be NULL. O(columns). */
vcl_field vcl_cell_find(const vcl_table *table, const char *name);

/* 0 where missing, or where the column holds no numbers; reals are cut to whole ones. */
int64_t vcl_cell_number(vcl_field field, size_t row);

/* NULL where missing, or where the column holds no texts or terms. */
const char *vcl_cell_text(vcl_field field, size_t row);

/* Is it the text `word`? */
bool vcl_cell_is(vcl_field field, size_t row, const char *word);

/* 0 for NULL. */
size_t vcl_cell_rows(const vcl_table *table);

#endif
