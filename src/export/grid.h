/* A few rows of cells, known whole before they are drawn: their columns find their own width. */
#ifndef EXPORT_GRID_H
#define EXPORT_GRID_H

#include "export/screen.h"

/* A zeroed grid is empty. */
typedef struct vcl_grid {
    vcl_cell *cells; /* row by row; NULL where memory ran out */
    size_t rows; /* begun so far */
    size_t capacity; /* in rows */
    size_t columns;
    size_t width; /* of a row, once fitted */
    bool has_heading; /* row 0 is one: it keeps no column that is empty below */
} vcl_grid;

/* Room for `capacity` rows; `has_heading` is kept. Where memory runs out the screen remembers it
 * and the grid stays empty. */
void vcl_grid_init(vcl_grid *grid, vcl_screen *screen, size_t capacity, size_t columns);
void vcl_grid_release(vcl_grid *grid);

/* The cells of the next row, empty; NULL if there is no room. */
vcl_cell *vcl_grid_add_row(vcl_grid *grid);

/* Puts text that is fit for a terminal, or that is made so, into a cell. NULL is nothing. */
void vcl_cell_put(vcl_cell *cell, vcl_align align, vcl_tone tone, const char *text);
void vcl_cell_put_visible(vcl_cell *cell, vcl_tone tone, const char *text);

/* Gives each column the width of its widest cell; cuts the widest texts on the left where a row is
 * wider than `width`. Columns of empty cells vanish. */
void vcl_grid_fit(vcl_grid *grid, size_t width);

void vcl_grid_draw(vcl_screen *screen, const vcl_grid *grid, size_t indent);

/* Two grids side by side, the right one `left_width` columns after the left one, which must not be
 * wider. */
void vcl_grid_draw_pair(vcl_screen *screen, const vcl_grid *left, const vcl_grid *right,
                        size_t indent, size_t left_width);

#endif
