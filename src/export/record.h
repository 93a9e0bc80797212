/* A table of one row without an id or a total, such as `summary`: a column a line. */
#ifndef EXPORT_RECORD_H
#define EXPORT_RECORD_H

#include "export/layout.h"
#include "export/screen.h"

/* Is it such a table? */
bool vcl_record_suits(const vcl_table *table);

/* Heading and value of every column of `row`, a line each. `layout` must be measured. */
void vcl_record_draw(vcl_screen *screen, const vcl_layout *layout, const vcl_value *row);

#endif
