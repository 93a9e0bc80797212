/* Which columns of a table a terminal shows, and how wide each is.
 *
 * Where room is short, in this order: headings break over up to three lines, bars grow short and
 * go, empty columns, ranks and ids with a name beside them are left out, texts are cut, and the
 * columns that say least are left out too. */
#ifndef EXPORT_LAYOUT_H
#define EXPORT_LAYOUT_H

#include <vclink/table.h>

typedef struct vcl_layout_column {
    const vcl_column *column;
    size_t content; /* columns of the widest cell, without its bar */
    int decimals; /* of reals */
    bool is_empty; /* null or 0 in every row that is shown */
    bool is_toned; /* a term of which some are good or bad */
    bool has_total;
    vcl_value total; /* over all rows, nulls aside; null if there is nothing to add */
    size_t width; /* 0: left out */
} vcl_layout_column;

typedef struct vcl_layout {
    vcl_layout_column *columns; /* in the table's order */
    size_t count;
    size_t bar; /* the width of a rate's bar; 0: none */
    vcl_language language;
} vcl_layout;

/* Looks at the first `rows` rows, and at all of them for the totals; widths are 0 until
 * vcl_layout_fit(). A zeroed layout may be released. VCL_ERROR_MEMORY. O(rows × columns). */
vcl_status vcl_layout_measure(vcl_layout *layout, const vcl_table *table, size_t rows,
                              vcl_language language, vcl_error *err);
void vcl_layout_release(vcl_layout *layout);

/* Chooses the widths, so that a row is at most `width` wide; at least one column stays. */
void vcl_layout_fit(vcl_layout *layout, size_t width);

/* A sentence rather than a name: it is broken over lines, never cut. */
bool vcl_layout_is_prose(const vcl_layout_column *column);

#endif
